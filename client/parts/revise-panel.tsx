// 导入修改稿: takes an edited copy, shows what it would change clause by clause, and takes it, leaves it, or keeps it for everybody to decide.
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Comparison } from '../../shared/carriers/compare/compare.ts';
import type { Difference } from '../../shared/carriers/compare/differ.ts';
import type { PlacedRemark } from '../../shared/carriers/compare/signed.ts';
import type { Reading } from '../../shared/carriers/reading.ts';
import { saidOf } from '../../shared/carriers/refusal.ts';
import { wireJson } from '../../shared/export/json.ts';
import type { Id, Suggestion } from '../../shared/model/plan.ts';
import type { Named } from '../../shared/ops/suggestions.ts';
import { newId } from '../../shared/ops/tree.ts';
import '../style/suggestions.css';
import {
  useCommands,
  useDesktop,
  useGrant,
  useLang,
  useSettings,
  useT,
  useToday,
  useWholePlan,
} from '../state/hooks.ts';
import { incoming } from '../state/incoming.ts';
import { tell } from '../state/notices.ts';
import { compareWith } from '../state/reading.ts';
import { useTaking } from '../state/take-file.ts';
import { Panel } from './panel.tsx';
import { Remarks, remarkKey, sayings } from './remarks.tsx';
import { readingOrder } from './suggestion-order.ts';
import { SuggestionRow } from './suggestion.tsx';
import { TakeFile } from './take-file.tsx';

const Check = lazy(() => import('../views/check.tsx').then((module) => ({ default: module.Check })));

interface Read {
  readonly reading: Reading;
  readonly name: string;
}

export function RevisePanel({ close }: { readonly close: () => void }) {
  const t = useT();
  const [read, setRead] = useState<Read>();
  const [checking, setChecking] = useState(false);
  const [text, setText] = useState('');
  const taking = useTaking((reading, name) => setRead({ reading, name }));
  const { take } = taking;
  const taken = useRef(false);
  useEffect(() => {
    const file = incoming.get();
    incoming.set(undefined);
    if (file && !taken.current) {
      taken.current = true;
      take(file);
    }
  }, [take]);
  if (read && checking)
    return (
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape would close the panel below, and what was mended with it
      <div className="check-over" onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}>
        <Suspense fallback={null}>
          <Check
            first={read.reading}
            name={read.name}
            back={() => setChecking(false)}
            act={{
              label: t('revise.compare'),
              what: t('revise.mend'),
              busy: t('revise.comparing'),
              run: async (reading) => {
                setRead({ ...read, reading });
                setChecking(false);
                return undefined;
              },
            }}
          />
        </Suspense>
      </div>
    );
  return (
    <Panel title={t('revise.title')}>
      {read ? (
        <Differences read={read} close={close} check={() => setChecking(true)} another={() => setRead(undefined)} />
      ) : (
        <>
          <p className="hint">{t('revise.what')}</p>
          <TakeFile taking={taking} />
          <label className="label" htmlFor="revise-text">
            {t('in.or')}
          </label>
          <textarea
            id="revise-text"
            className="field revise-text"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="row">
            <span className="grow" />
            <button
              type="button"
              className="button main"
              disabled={!text.trim() || taking.busy !== undefined}
              onClick={() => take(text)}
            >
              {t('new.check')}
            </button>
          </div>
        </>
      )}
    </Panel>
  );
}

/** A change is known again by what it says: what is new gets another id each time. */
const keyOf = ({ node, field, now }: Difference): string => `${field} ${field === 'add' ? '' : node} ${now}`;

/** Compares anew when the plan moves on, after a moment of rest. */
const REST_MS = 400;

interface DifferencesProps {
  readonly read: Read;
  readonly close: () => void;
  readonly check: () => void;
  readonly another: () => void;
}

function Differences({ read, close, check, another }: DifferencesProps) {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const { run } = useCommands();
  const { connection } = useDesktop();
  const { name: me } = useSettings();
  const { office, role } = useGrant();
  const today = useToday();
  const [found, setFound] = useState<Comparison>();
  const [fault, setFault] = useState<string>();
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const first = useRef(true);
  useEffect(() => {
    const mine = new AbortController();
    const start = async (): Promise<void> => {
      const result = await compareWith(read.reading, wireJson({ plan, notes: connection.notes() }), today, mine.signal);
      if (!result || mine.signal.aborted) return;
      if ('refused' in result) setFault(saidOf(result)[lang]);
      else setFound(result);
    };
    const timer = setTimeout(() => void start(), first.current ? 0 : REST_MS);
    first.current = false;
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [read.reading, plan, connection, today, lang]);
  if (fault)
    return (
      <p className="hint warn" role="alert">
        {fault}
      </p>
    );
  if (!found)
    return (
      <p className="quiet" role="status">
        {t('revise.comparing')}
      </p>
    );
  const source = (read.name || t('revise.pasted')).slice(0, 400);
  const by = (me || office || t(`role.${role}`)).slice(0, 120);
  const value = ({ node, field, was, now, by: author, at }: Difference): Suggestion => ({
    node,
    field,
    was,
    now,
    // Who marked the change in the file made it, not who brings it.
    by: author ?? by,
    at: at ?? today,
    source,
    state: 'open',
    reason: '',
  });
  const at = readingOrder(plan);
  const open = found.differences.filter((each) => !answered.has(keyOf(each))).sort((a, b) => at(a) - at(b));
  const named = (list: readonly Difference[]): readonly Named[] =>
    list.map((each) => [newId(Math.random), value(each)]);
  const remarks = found.remarks.filter((each) => !answered.has(remarkKey(each)));
  const answerRemarks = (list: readonly PlacedRemark[]): void =>
    setAnswered((old) => new Set([...old, ...list.map(remarkKey)]));
  const bring = (list: readonly PlacedRemark[]): void => {
    if (list.length > 0) run('opinion.bring', { list: sayings(list, plan, today) });
    answerRemarks(list);
  };
  const answer = (list: readonly Difference[]): void => setAnswered((old) => new Set([...old, ...list.map(keyOf)]));
  const takeThem = (list: readonly Difference[]): void => {
    if (run('suggestion.take', { list: named(list) })) return;
    answer(list);
    if (list.length > 1)
      tell({ key: 'revise.taken', tone: 'plain', say: (each) => each('revise.taken', { n: list.length }) });
  };
  const takeAll = (): void => {
    takeThem(open);
    bring(remarks);
  };
  const keep = (): void => {
    if (open.length > 0 && run('suggestion.keep', { list: named(open) })) return;
    bring(remarks);
    tell({ key: 'revise.kept', tone: 'plain', say: (each) => each('revise.kept', { n: open.length }) });
    close();
  };
  const reveal = (id: Id): void => {
    close();
    run('view.reveal', { id, inspect: true });
  };
  return (
    <>
      <p>
        {open.length > 0 ? <b>{t('revise.found', { name: source, n: open.length })}</b> : t('revise.none')}{' '}
        <span className="hint">
          {t(found.with === 'base' ? 'revise.base' : 'revise.plan')}
          {found.part && ` ${t('revise.part')}`}
        </span>
      </p>
      <ul className="suggestions scroll">
        {open.map((each) => (
          <SuggestionRow
            key={keyOf(each)}
            plan={plan}
            value={{ ...value(each), by: each.by ?? '', source: '' }}
            reveal={reveal}
            take={() => takeThem([each])}
            leave={() => answer([each])}
          />
        ))}
      </ul>
      {remarks.length > 0 && <Remarks plan={plan} list={remarks} reveal={reveal} bring={bring} leave={answerRemarks} />}
      <div className="row wrap">
        <button type="button" className="button" onClick={another}>
          {t('revise.another')}
        </button>
        <button type="button" className="button" onClick={check}>
          {t('revise.check')}
          {read.reading.doubts.length > 0 && ` (${read.reading.doubts.length})`}
        </button>
        <span className="grow" />
        {open.length + remarks.length > 0 && (
          <>
            <button type="button" className="button line" onClick={keep}>
              {t('revise.keep')}
            </button>
            <button type="button" className="button main" onClick={takeAll}>
              {t('revise.take-all')}
            </button>
          </>
        )}
      </div>
    </>
  );
}
