// The command palette: every command that can run now, and every node by its words. Chinese, English and pinyin initials are not told apart by case.
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import {
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Header,
  Autocomplete,
  TextField,
} from 'react-aria-components';
import { initials } from '../../shared/model/pinyin.ts';
import { inOrder } from '../../shared/model/tree.ts';
import { COMMANDS } from '../commands/all.ts';
import type { CommandId } from '../commands/all.ts';
import { translate } from '../i18n/t.ts';
import { useCommands, useNumbers, useT, useWholePlan } from '../state/hooks.ts';
import { WAYS } from '../state/exporting.ts';
import { keyText } from './key-text.ts';
import { wayName } from './way-name.ts';

const MOST_NODES = 12;

export function Palette({
  close,
  ahead,
}: {
  readonly close: () => void;
  /** What was typed before it was there. */
  readonly ahead: RefObject<string>;
}) {
  const t = useT();
  const [text, setText] = useState('');
  // Drawn is not yet shown: letters come in until it is.
  useLayoutEffect(() => {
    if (ahead.current) setText(ahead.current);
    ahead.current = '';
  }, [ahead]);
  const commands = useCommands();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const listed = useListed(words);
  const nodes = useNodes(words);
  const pick = (key: string): void => {
    close();
    const [kind, id = ''] = key.split(/:(.*)/s);
    // The dialog gives the focus back first, so that what the command focuses keeps it.
    requestAnimationFrame(() => {
      if (kind === 'node') commands.run('view.reveal', { id, inspect: true });
      else if (kind === 'export') commands.run('file.export', { format: id });
      else commands.run(id as CommandId);
    });
  };
  return (
    <Dialog className="palette" aria-label={t('cmd.view.palette')}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <TextField type="search" aria-label={t('cmd.view.palette')} autoFocus>
          <Input className="palette-input" placeholder={t('palette.hint')} />
        </TextField>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys */}
        <div className="palette-scroll" tabIndex={0}>
          <ListBox
            className="palette-list"
            aria-label={t('cmd.view.palette')}
            selectionMode="none"
            onAction={(key) => pick(String(key))}
            renderEmptyState={() => <p className="hint">{t('palette.none')}</p>}
          >
            {listed.length > 0 && (
              <ListBoxSection>
                <Header className="menu-head">{t('palette.commands')}</Header>
                {listed.map(({ key, title, keys }) => (
                  <ListBoxItem key={key} id={key} textValue={title} className="menu-item">
                    {title}
                    <kbd className="keys">{keys}</kbd>
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            )}
            {nodes.length > 0 && (
              <ListBoxSection>
                <Header className="menu-head">{t('palette.nodes')}</Header>
                {nodes.map(({ id, label, title }) => (
                  <ListBoxItem key={id} id={`node:${id}`} textValue={title} className="menu-item">
                    <span className="quiet number">{label}</span>
                    <span className="clip">{title}</span>
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            )}
          </ListBox>
        </div>
      </Autocomplete>
    </Dialog>
  );
}

interface Entry {
  readonly key: string;
  readonly title: string;
  readonly keys?: string | undefined;
}

function useListed(words: readonly string[]): readonly Entry[] {
  const t = useT();
  const commands = useCommands();
  const entries = (Object.keys(COMMANDS) as CommandId[])
    .filter((id) => COMMANDS[id].listed && commands.enabled(id))
    .map((id) => ({ id, entry: { key: `command:${id}`, title: t(`cmd.${id}`), keys: keyText(commands, id) } }))
    .filter(({ id, entry }) =>
      has(`${entry.title} ${translate('zh', `cmd.${id}`)} ${translate('en', `cmd.${id}`)}`, words),
    )
    .map(({ entry }) => entry);
  const exports = WAYS.map((way): Entry => ({
    key: `export:${way.format}`,
    title: `${t('cmd.file.export')} ${wayName(t, way)} .${way.ext}`,
  })).filter(({ title }) => has(title, words));
  return [...entries, ...(commands.enabled('file.export') ? exports : [])];
}

/** The one whose very number was typed comes first. */
function useNodes(words: readonly string[]) {
  const plan = useWholePlan();
  const numbers = useNumbers();
  if (words.length === 0) return [];
  const all = inOrder(plan).map((id) => ({
    id,
    label: numbers.get(id)?.label ?? '',
    title: plan.nodes.get(id)?.title ?? '',
  }));
  const exact = all.filter(({ label }) => label === words[0] && words.length === 1);
  const others = all.filter((node) => !exact.includes(node) && has(`${node.label} ${node.title}`, words));
  return [...exact, ...others].slice(0, MOST_NODES);
}

function has(text: string, words: readonly string[]): boolean {
  const low = text.toLowerCase();
  return words.every((word) => low.includes(word) || initials(text).includes(word));
}
