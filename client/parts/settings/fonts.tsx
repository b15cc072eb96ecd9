// 字体: what PDF and pictures made by the server are set in; the office's own first. Whoever may found plans adds and removes them.
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FONT_BYTES } from '../../../shared/protocol/api.ts';
import type { Answers, FontCard } from '../../../shared/protocol/api.ts';
import { useLang, useT } from '../../state/hooks.ts';
import { addFont, dropFont, listFonts } from '../../state/session.ts';
import type { Reply } from '../../state/session.ts';
import { ICON } from '../icon.ts';

export function FontsTab() {
  const t = useT();
  const lang = useLang();
  const [held, setHeld] = useState<Answers['fonts']>();
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const act = async (first?: Promise<Reply<unknown>>): Promise<void> => {
    setBusy(true);
    const done = await first;
    const listed = await listFonts();
    setBusy(false);
    const failed = [done, listed].find((reply) => reply && !reply.ok);
    setWhy(failed && !failed.ok ? (failed.why === 'offline' ? t('entry.offline.text') : failed.why.message[lang]) : '');
    if (listed.ok) setHeld(listed.value);
  };
  useEffect(() => void act(), []); // oxlint-disable-line react/exhaustive-deps -- once, when the tab opens
  return (
    <>
      <p className="hint">{t('fonts.hint')}</p>
      <ul className="settings-list fonts" aria-busy={busy}>
        {held?.fonts.map((font) => (
          <Font
            key={`${font.name}${font.weight}`}
            font={font}
            drop={held.mayAdd && font.name ? () => void act(dropFont(font.name)) : undefined}
          />
        ))}
      </ul>
      {why && (
        <p className="hint warn" role="alert">
          {why}
        </p>
      )}
      {held?.mayAdd && (
        <>
          <input
            ref={input}
            className="sr"
            type="file"
            accept=".ttf,.otf,.ttc,.otc"
            aria-label={t('fonts.add')}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void act(addFont(file));
              target.value = '';
            }}
          />
          <button type="button" className="button line" disabled={busy} onClick={() => input.current?.click()}>
            {busy ? t('fonts.adding') : t('fonts.add')}
          </button>
          <p className="hint">{t('fonts.rights', { mb: FONT_BYTES >> 20 })}</p>
        </>
      )}
    </>
  );
}

function Font({ font, drop }: { readonly font: FontCard; readonly drop: (() => void) | undefined }) {
  const t = useT();
  const { name, family, weight, bytes, characters, licence } = font;
  return (
    <li>
      <div className="font">
        <p>
          {family} <span className="quiet">{t(weight >= 600 ? 'fonts.bold' : 'fonts.regular')}</span>
          {!name && <span className="badge">{t('fonts.ours')}</span>}
        </p>
        <p className="hint">
          {t('fonts.facts', { n: characters, mb: (bytes / (1 << 20)).toFixed(1) })}
          {name && ` · ${name}`}
        </p>
        <p className="hint font-licence" title={licence}>
          {licence || t('fonts.no-licence')}
        </p>
      </div>
      {drop && (
        <button
          type="button"
          className="button small icon"
          aria-label={t('fonts.drop', { name: family })}
          onClick={drop}
        >
          <Trash2 {...ICON} />
        </button>
      )}
    </li>
  );
}
