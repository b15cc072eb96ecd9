// The chosen node, open: its words, level, offices, people and dates, each mended in place.
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Merge, Split, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { BESIDE, kindsUnder } from '../../../shared/carriers/mend.ts';
import type { Mend } from '../../../shared/carriers/mend.ts';
import { isDay } from '../../../shared/model/day.ts';
import type { Day, Kind } from '../../../shared/model/plan.ts';
import { longDay } from '../../i18n/days.ts';
import { ICON } from '../../parts/icon.ts';
import { useLang, useT } from '../../state/hooks.ts';
import type { Mending } from './mending.ts';
import type { Row } from './rows.ts';

interface Props {
  readonly row: Row;
  readonly mending: Mending;
  readonly refuse: () => void;
  /** The node is no longer there; something near it is. */
  readonly gone: () => void;
  readonly done: () => void;
}

export function Card({ row: { node, above }, mending, refuse, gone, done }: Props) {
  const t = useT();
  const lang = useLang();
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => words.current?.focus(), [node.key]);
  const { key, kind, lead, assist, people, due, span, stated } = node;
  const run = (what: Mend): boolean => {
    const went = mending.mend(what);
    if (!went) refuse();
    return went;
  };
  const split = (): void => {
    const field = words.current;
    const at =
      field && field.selectionStart > 0 && field.selectionStart < field.value.length ? field.selectionStart : undefined;
    if (at === undefined) return refuse();
    if (field!.value !== node.title) mending.mend({ do: 'retitle', key, title: field!.value });
    run({ do: 'split', key, at });
  };
  const days = (change: { start?: Day | undefined; end?: Day | undefined }): void => {
    if (Object.values(change).includes(undefined)) {
      mending.mend({ do: 'span', key, span: undefined });
      return;
    }
    const [start, end] = [change.start ?? span?.start, change.end ?? span?.end];
    const from = start ?? end!;
    const to = end ?? start!;
    mending.mend({
      do: 'span',
      key,
      span: from <= to ? { start: from, end: to } : { start: change.start ?? to, end: change.start ?? to },
    });
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      (document.activeElement as HTMLElement | null)?.blur();
      done();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape ends whichever field has it
    <div className="check-card" role="group" aria-label={t('check.edit')} onKeyDown={leave}>
      <Text
        label={t('check.words')}
        value={node.title}
        set={(title) => mending.mend({ do: 'retitle', key, title })}
        field={words}
        hint={t('check.words.hint')}
        enter={split}
      />
      <div className="check-acts">
        <label className="check-kind">
          <span className="sr">{t('check.kind')}</span>
          <select
            className="field"
            value={kind}
            onChange={(event) => run({ do: 'kind', key, kind: event.target.value as Kind })}
          >
            {kindsUnder(above?.kind).map((each) => (
              <option key={each} value={each}>
                {t(`kind.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <Act name={t('check.shallower')} act={() => run({ do: 'level', key, by: -1 })} icon={<ArrowLeft {...ICON} />} />
        <Act name={t('check.deeper')} act={() => run({ do: 'level', key, by: 1 })} icon={<ArrowRight {...ICON} />} />
        <Act name={t('check.up')} act={() => run({ do: 'swap', key, by: -1 })} icon={<ArrowUp {...ICON} />} />
        <Act name={t('check.down')} act={() => run({ do: 'swap', key, by: 1 })} icon={<ArrowDown {...ICON} />} />
        <Act name={t('check.split')} act={split} icon={<Split {...ICON} />} />
        <Act name={t('check.merge')} act={() => run({ do: 'merge', key }) && gone()} icon={<Merge {...ICON} />} />
        <Act name={t('check.out')} act={() => run({ do: 'out', key }) && gone()} icon={<X {...ICON} />} />
      </div>
      {kind !== 'milestone' && (
        <div className="check-pair">
          <Names
            label={t('check.lead')}
            value={lead}
            set={(names) => mending.mend({ do: 'offices', key, role: 'lead', names })}
          />
          <Names
            label={t('check.assist')}
            value={assist}
            set={(names) => mending.mend({ do: 'offices', key, role: 'assist', names })}
          />
        </div>
      )}
      {kind !== 'section' && kind !== 'milestone' && (
        <div className="check-pair">
          {(['chief', 'duty'] as const).map((who) => (
            <Text
              key={who}
              label={t(`check.${who}`)}
              value={people?.[who] ?? ''}
              set={(name) => mending.mend({ do: 'person', key, who, name: name.trim() })}
            />
          ))}
        </div>
      )}
      {kind !== 'section' && (
        <div className="check-pair when">
          <Text
            label={t('check.due')}
            value={due?.words ?? ''}
            set={(text) => mending.mend({ do: 'due', key, words: text })}
            hint={
              due &&
              (stated?.end
                ? t('check.due.means', {
                    day: `${stated.start && stated.start !== stated.end ? `${longDay(lang, stated.start)}–` : ''}${longDay(lang, stated.end)}`,
                  })
                : t('check.due.none'))
            }
          />
          <div className="check-days">
            <span className="label">{t('check.start')}</span>
            <span className="label">{t('check.end')}</span>
            <DayField label={t('check.start')} value={span?.start} set={(day) => days({ start: day })} />
            <DayField label={t('check.end')} value={span?.end} set={(day) => days({ end: day })} />
          </div>
        </div>
      )}
      {/* A plan file of ours brings these whole, with marks that a field has not. */}
      {!mending.reading.contents && kind !== 'milestone' && (
        <div className="check-beside">
          {BESIDE.filter((what) => kind !== 'section' || what === 'note').map((what) => (
            <Text
              key={what}
              label={t(`field.${what}`)}
              value={node[what] ?? ''}
              set={(text) => mending.mend({ do: 'beside', key, what, words: text })}
              lines={what === 'note'}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function Act({ name, icon, act }: { readonly name: string; readonly icon: ReactNode; readonly act: () => void }) {
  return (
    <button
      type="button"
      className="button small icon"
      title={name}
      aria-label={name}
      // The cursor in the words says where to split; it must not leave them.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      {icon}
    </button>
  );
}

/** The browser's own calendar: there is no plan yet whose terms a day could be counted from. Emptied, the dates go. */
function DayField({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: Day | undefined;
  readonly set: (day: Day | undefined) => void;
}) {
  return (
    <input
      type="date"
      className="field"
      aria-label={label}
      min="1900-01-01"
      max="2199-12-31"
      value={value ?? ''}
      onChange={({ target }) => {
        if (target.value === '' || isDay(target.value)) set(target.value || undefined);
      }}
    />
  );
}

function Names({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly set: (names: readonly string[]) => void;
}) {
  const t = useT();
  return (
    <Text
      label={label}
      value={value.join('、')}
      placeholder={t('check.names.hint')}
      set={(text) => set([...new Set(text.split(/[、，,；;\n]+/).map((name) => name.trim()))].filter(Boolean))}
    />
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
  readonly field?: React.RefObject<HTMLTextAreaElement | null>;
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  readonly enter?: () => void;
  /** Shift+Enter begins another line. */
  readonly lines?: boolean;
}

/** Written when it is left or Enter is pressed. */
function Text({ label, value, set, field, hint, placeholder, enter, lines = false }: TextProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const keep = (): void => {
    if (typed !== undefined && typed !== value) set(typed);
    setTyped(undefined);
  };
  return (
    <div className="check-field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={lines ? Math.min(6, (typed ?? value).split('\n').length) : 1}
        className="field"
        value={typed ?? value}
        placeholder={placeholder}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          if (lines && event.shiftKey) return;
          event.preventDefault();
          const middle =
            event.currentTarget.selectionStart > 0 &&
            event.currentTarget.selectionStart < event.currentTarget.value.length;
          if (enter && middle) enter();
          keep();
        }}
      />
      {hint && <span className="hint">{hint}</span>}
    </div>
  );
}
