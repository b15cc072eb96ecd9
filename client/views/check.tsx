// The check screen: the document on one side, the plan as it was read on the other, the doubts beside them. Nothing is written before its main button.
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { statedSpan } from '../../shared/carriers/mend.ts';
import { flatten } from '../../shared/carriers/reading.ts';
import type { Reading } from '../../shared/carriers/reading.ts';
import { ICON } from '../parts/icon.ts';
import { useT } from '../state/hooks.ts';
import { tell } from '../state/notices.ts';
import '../style/check.css';
import { Columns } from './check/columns.tsx';
import { Doubts } from './check/doubts.tsx';
import { Leave } from './check/leave.tsx';
import { rowsOf } from './check/rows.ts';
import { useMending } from './check/mending.ts';
import type { Doubt, Mending } from './check/mending.ts';
import { Source } from './check/source.tsx';
import type { Chosen } from './check/source.tsx';
import { Tree } from './check/tree.tsx';

interface Props {
  readonly first: Reading;
  /** The file's name; empty for what was pasted. */
  readonly name: string;
  readonly back: () => void;
  /** It is the whole page, not a step of a panel above one. */
  readonly alone?: boolean;
  /** What the main button says and does; undefined when it went, else why not. */
  readonly act: {
    readonly label: string;
    /** What it is for, where no plan is made. */
    readonly what?: string;
    readonly busy: string;
    readonly run: (reading: Reading) => Promise<string | undefined>;
  };
}

type Side = 'source' | 'tree' | 'doubts';

export function Check({ first, name, back, alone = false, act }: Props) {
  const t = useT();
  const mending = useMending(first);
  const { reading, doubts } = mending;
  const rows = useMemo(() => rowsOf(reading.nodes), [reading]);
  const [chosen, choose] = useState<Chosen>({ by: 'tree' });
  const [doubt, setDoubt] = useState<string>();
  const [editing, edit] = useState(false);
  // One side at a time where there is no room for three.
  const [side, setSide] = useState<Side>('tree');
  const toDoubt = (next: Doubt): void => {
    setDoubt(next.key);
    const at = nodeAt(rows, next.line);
    choose({ key: at, line: next.line || undefined, by: 'doubt' });
    setSide((now) => (now === 'doubts' ? (at === undefined ? 'source' : 'tree') : now));
  };
  const nextDoubt = (): void => {
    const open = doubts.filter(({ settled }) => !settled);
    const after = open.findIndex(({ key }) => key === doubt);
    const next = open[(after + 1) % Math.max(1, open.length)];
    if (next) toDoubt(next);
  };
  const refuse = (): void => tell({ key: 'check.no', tone: 'warn', say: (each) => each('check.no') });
  useHistoryKeys(mending);
  const Whole = alone ? 'main' : 'div';
  return (
    <Whole className="check">
      <Head mending={mending} name={name} back={back} act={act} />
      {reading.table && <Columns mending={mending} />}
      <div className="segments check-sides" role="tablist" aria-label={t('check.title')}>
        {(['source', 'tree', 'doubts'] as const).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            className="segment"
            aria-selected={side === each}
            aria-current={side === each ? 'page' : undefined}
            onClick={() => setSide(each)}
          >
            {t(`check.${each}`)}
            {each === 'doubts' &&
              doubts.some(({ settled }) => !settled) &&
              ` ${doubts.filter(({ settled }) => !settled).length}`}
          </button>
        ))}
      </div>
      <div className="check-body" data-side={side}>
        <section className="check-pane" data-pane="source">
          <h2>{t('check.source')}</h2>
          <Source
            mending={mending}
            chosen={chosen}
            choose={(next) => {
              edit(false);
              choose(next);
            }}
          />
        </section>
        <section className="check-pane" data-pane="tree">
          <h2>
            {t('check.tree')}
            <Counts reading={reading} />
          </h2>
          <Tree
            mending={mending}
            rows={rows}
            chosen={chosen}
            choose={choose}
            editing={editing}
            edit={edit}
            nextDoubt={nextDoubt}
            refuse={refuse}
          />
          <p className="hint check-hint">{t('check.keys')}</p>
        </section>
        <Doubts mending={mending} chosen={doubt} choose={toDoubt} />
      </div>
    </Whole>
  );
}

/** The node that stands in this line, or the last before it. */
function nodeAt(rows: ReturnType<typeof rowsOf>, line: number): string | undefined {
  const there = rows.find(({ node }) => node.line === line) ?? [...rows].reverse().find(({ node }) => node.line < line);
  return line > 0 ? there?.node.key : undefined;
}

function Head({ mending, name, back, act }: { readonly mending: Mending } & Pick<Props, 'name' | 'back' | 'act'>) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const { reading } = mending;
  const stated = useMemo(
    () => flatten(reading.nodes).filter((node) => !node.span && statedSpan(node)).length,
    [reading],
  );
  const make = async (): Promise<void> => {
    setBusy(true);
    setFault(await act.run(reading));
    setBusy(false);
  };
  return (
    <header className="check-head">
      <div className="check-bar">
        <Leave mended={mending.canUndo} back={back} />
        <h1>{t('check.title')}</h1>
        {name && <span className="badge clip">{name}</span>}
        <span className="hint check-what">{act.what ?? t('check.what')}</span>
        <span className="grow" />
        {(['undo', 'redo'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="button icon"
            title={t(`check.${each}`)}
            aria-label={t(`check.${each}`)}
            disabled={!(each === 'undo' ? mending.canUndo : mending.canRedo)}
            onClick={mending[each]}
          >
            {each === 'undo' ? <Undo2 {...ICON} /> : <Redo2 {...ICON} />}
          </button>
        ))}
        <button
          type="button"
          className="button main"
          disabled={busy || reading.nodes.length === 0}
          onClick={() => void make()}
        >
          {busy ? act.busy : act.label}
        </button>
      </div>
      {fault && (
        <p className="hint warn" role="alert">
          {fault}
        </p>
      )}
      <div className="check-about">
        <label>
          <span className="label">{t('check.name')}</span>
          <input
            className="field"
            key={reading.title}
            defaultValue={reading.title}
            maxLength={200}
            aria-invalid={reading.title.trim() === ''}
            onBlur={(event) => mending.mend({ do: 'entitle', title: event.target.value.trim() })}
          />
        </label>
        <label className="check-year">
          <span className="label">{t('check.year')}</span>
          <input
            className="field"
            inputMode="numeric"
            defaultValue={reading.year ?? ''}
            key={reading.year}
            maxLength={4}
            aria-invalid={reading.year === undefined}
            onBlur={(event) => mending.mend({ do: 'year', year: yearIn(event.target.value) })}
          />
        </label>
        {stated > 0 && (
          <button type="button" className="button line" onClick={() => mending.mend({ do: 'dates' })}>
            {t('check.dates', { n: stated })}
          </button>
        )}
      </div>
    </header>
  );
}

function yearIn(text: string): number | undefined {
  const year = Number(text);
  return Number.isInteger(year) && year >= 1900 && year <= 2199 ? year : undefined;
}

function Counts({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const all = flatten(reading.nodes);
  const count = (kind: string): number => all.filter((node) => node.kind === kind).length;
  const leads = new Set(all.flatMap(({ lead }) => lead)).size;
  return (
    <span className="quiet check-counts">
      {(['section', 'item', 'clause'] as const).map((kind) => (
        <span key={kind}>
          <b>{count(kind)}</b> {t(`count.${kind}`)}
        </span>
      ))}
      <span>
        <b>{leads}</b> {t('count.lead')}
      </span>
    </span>
  );
}

/** In a field the field's own undo is meant; behind a question nothing moves. */
function useHistoryKeys({ undo, redo }: Mending): void {
  useEffect(() => {
    const on = (event: KeyboardEvent): void => {
      const field = event.target instanceof Element && event.target.closest('input, textarea, select, [role="dialog"]');
      if (field || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    addEventListener('keydown', on);
    return () => removeEventListener('keydown', on);
  }, [undo, redo]);
}
