// 正文: the official text on a sheet, numbered live and typed into where it stands. Shows precisely what `write` would; edits by command.
import { Copy } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ClipboardEvent, MouseEvent } from 'react';
import { isActive, matcher } from '../../shared/layout/filter.ts';
import type { Point } from '../../shared/layout/scene.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id } from '../../shared/model/plan.ts';
import { childrenOf } from '../../shared/model/tree.ts';
import type { Role } from '../../shared/ops/change.ts';
import { ICON } from '../parts/icon.ts';
import { askedOf } from '../../shared/layout/chips.ts';
import { useCommands, useDesktop, useMayEdit, useSetView, useView } from '../state/hooks.ts';
import { tell } from '../state/notices.ts';
import '../style/list.css';
import '../style/text.css';
import type { Facts } from './list/columns.ts';
import { useFacts } from './list/facts.ts';
import { useNarrow } from '../state/narrow.ts';
import { selectedStretch } from './text/copy.ts';
import { usePeersAt } from './text/flags.tsx';
import { readKey, writeKey } from './text/keys.ts';
import type { Page } from './text/keys.ts';
import { Margin, standsInMargin } from './text/margin.tsx';
import { TextOffices } from './text/offices.tsx';
import { TextParagraph } from './text/paragraph.tsx';
import { PREAMBLE, sheetOf } from './text/sheet.ts';
import { usePointer } from './pointer.ts';
import { Still } from './text/still.tsx';
import { TimeMarks } from './text/times.tsx';
import type { TextKey } from './text/sheet.ts';
import { caretIn } from './text/words.tsx';
import type { Caret, Writing } from './text/words.tsx';

interface Picking {
  readonly id: Id;
  readonly role: Role;
  readonly left: number;
  readonly top: number;
}

export function TextView() {
  const facts = useFacts();
  const { plan, t } = facts;
  const { connection } = useDesktop();
  const commands = useCommands();
  const setView = useSetView();
  const mayEdit = useMayEdit();
  const selected = useView((view) => view.selected);
  const asked = useView((view) => view.editing);
  const peersAt = usePeersAt();
  const narrow = useNarrow();
  const sheetBox = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const pointer = usePointer(scroller);
  const [writing, setWriting] = useState<Writing | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const hits = useHits(facts);
  const sheet = useMemo(() => sheetOf(plan), [plan]);
  const fields = useMemo(
    () => sheet.paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ field }) => field ?? [])),
    [sheet],
  );
  const marked = useMemo(() => sheet.order.filter((id) => standsInMargin(plan, id)), [sheet, plan]);
  const active = selected.at(-1);

  // F2, a fresh node and the palette ask for a title; the place to type is here.
  useEffect(() => {
    if (!asked) return;
    setWriting({ field: asked.node, caret: asked.all ? 'all' : 'end', fresh: asked.all === true });
    setView({ editing: null });
  }, [asked, setView]);
  // What was selected elsewhere is brought into sight.
  useLayoutEffect(() => {
    if (active !== undefined) document.getElementById(`text-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function* held(el: HTMLElement): Iterable<Element | null> {
    if (writing) yield wordsOf(writing.field);
    if (pointer.current) yield paragraphAt(pointer.current);
    if (active !== undefined) yield document.getElementById(`text-${active}`);
    const { left, top, width } = el.getBoundingClientRect();
    // At the very top what comes first is to be seen when it comes.
    if (el.scrollTop > 0) yield paragraphAt({ x: left + width / 2, y: top + 12 });
  }

  const start = (field: TextKey, caret: Caret): void => {
    if (mayEdit) setWriting({ field, caret });
    if (plan.nodes.has(field)) setView({ selected: [field] });
  };
  const commit = useCallback(
    (field: TextKey, text: string): void => {
      if (field === ROOT) commands.run('content.entitle', { title: text });
      else if (field === PREAMBLE) commands.run('content.set-preamble', { text });
      else commands.run('content.retitle', { id: field, title: text });
    },
    [commands],
  );
  const leave = useCallback((field: TextKey): void => {
    setWriting((now) => (now?.field === field ? null : now));
  }, []);
  const pickOffices = (id: Id, role: Role, beside: Element | null): void => {
    const origin = sheetBox.current?.getBoundingClientRect();
    const rect = beside?.getBoundingClientRect();
    if (!origin || !rect || !mayEdit) return;
    const left = Math.max(0, Math.min(rect.left - origin.left, origin.width - 320));
    setPicking({ id, role, left, top: rect.bottom - origin.top + 4 });
  };
  const selectAll = (): void => {
    if (sheetBox.current) getSelection()?.selectAllChildren(sheetBox.current);
  };
  const page: Page = {
    plan,
    commands,
    fields,
    order: sheet.order,
    fresh: writing?.fresh === true,
    active,
    write: start,
    read() {
      setWriting(null);
      sheetBox.current?.focus({ preventScroll: true });
    },
    select: (id) => setView({ selected: [id] }),
    selectAll,
    pickOffices: (id) => pickOffices(id, 'lead', document.getElementById(`text-${id}`)),
  };

  const copyAll = (): void => {
    selectAll();
    // The clipboard's own interface does not exist on plain http; this does, and takes the same way as Ctrl+C.
    document.execCommand('copy');
    getSelection()?.removeAllRanges();
    tell({ key: 'text.copied', tone: 'plain', say: (say) => say('text.copied') });
  };
  const copy = (event: ClipboardEvent): void => {
    const selection = getSelection();
    if (!sheetBox.current || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const stretch = selectedStretch(sheetBox.current, selection.getRangeAt(0), sheet.text.length);
    if (!stretch) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', sheet.text.slice(stretch.from, stretch.to));
  };
  const press = (event: MouseEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('.time-card')) return;
    const chip = event.target.closest<HTMLElement>('[data-pick]');
    const id = event.target.closest<HTMLElement>('[data-node]')?.dataset['node'];
    const words = event.target.closest<HTMLElement>('[data-words]');
    const field = words?.dataset['words'];
    const selection = getSelection();
    if (chip && id !== undefined && mayEdit) {
      setView({ selected: [id] });
      pickOffices(id, chip.dataset['pick'] as Role, chip);
      // A press that has drawn a selection is reading, not writing.
    } else if (selection && !selection.isCollapsed) return;
    else if (words && field !== undefined) {
      if (writing?.field !== field) start(field, caretIn(words) ?? 'end');
    } else if (id !== undefined) setView({ selected: [id] });
  };

  const picked = picking && plan.nodes.get(picking.id);
  return (
    <div className="text" data-scope="text">
      <div className="text-scroll" ref={scroller}>
        <Still scroller={scroller} held={held}>
          <div className="text-desk">
            {/* The page takes the keys while nothing on it is being typed into. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
            <div
              ref={sheetBox}
              className="page"
              role="group"
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it has keys, and names its active part
              tabIndex={0}
              lang="zh-CN"
              aria-label={t(mayEdit ? 'text.keys' : 'text.keys.read')}
              aria-activedescendant={active === undefined ? undefined : `text-${active}`}
              onKeyDown={(event) => event.target === sheetBox.current && readKey(event, page)}
              onMouseUp={press}
              onCopy={copy}
            >
              {sheet.paragraphs.map((paragraph) => (
                <TextParagraph
                  key={paragraph.key}
                  paragraph={paragraph}
                  facts={facts}
                  mayEdit={mayEdit}
                  writing={writing}
                  selected={selected}
                  hits={hits}
                  peersAt={peersAt}
                  narrow={narrow}
                  hold={connection.holdDraft}
                  commit={commit}
                  onKey={(event, field, at) => writeKey(event, field, at, page)}
                  onLeave={leave}
                />
              ))}
              {childrenOf(plan, ROOT).length === 0 && <Nothing facts={facts} mayEdit={mayEdit} />}
              <TimeMarks page={sheetBox} />
              {picking && picked && mayEdit && (
                <TextOffices
                  plan={plan}
                  node={picked}
                  role={picking.role}
                  title={picked.title || t('untitled')}
                  style={{ left: picking.left, top: picking.top }}
                  onRole={(role) => setPicking({ ...picking, role })}
                  onClose={() => {
                    setPicking(null);
                    sheetBox.current?.focus({ preventScroll: true });
                  }}
                />
              )}
            </div>
            {!narrow && <Margin page={sheetBox} facts={facts} nodes={marked} selected={selected} peersAt={peersAt} />}
          </div>
        </Still>
      </div>
      <div className="text-foot">
        <button type="button" className="button small" onClick={copyAll} disabled={sheet.text.trim() === ''}>
          <Copy {...ICON} />
          {t('text.copy')}
        </button>
      </div>
    </div>
  );
}

const wordsOf = (field: TextKey): Element | null => document.querySelector(`[data-words="${CSS.escape(field)}"]`);

function paragraphAt({ x, y }: Point): Element | null {
  return document.elementFromPoint(x, y)?.closest('.page [data-node], .page [data-words]') ?? null;
}

/** What the filter means, when there is one; the rest of the text steps back. */
function useHits({ plan, today }: Facts): ((id: Id) => boolean) | undefined {
  const filter = useView((view) => view.filter);
  return useMemo(() => {
    const wanted = askedOf(filter, today);
    if (!isActive(wanted)) return undefined;
    const match = matcher(plan, wanted);
    return (id: Id) => match(plan.nodes.get(id)!);
  }, [plan, filter, today]);
}

function Nothing({ facts: { t }, mayEdit }: { readonly facts: Facts; readonly mayEdit: boolean }) {
  const { run } = useCommands();
  return (
    <div className="page-nothing">
      <p>{t(mayEdit ? 'text.empty' : 'text.empty.read')}</p>
      {mayEdit && (
        <button type="button" className="button main" onClick={() => run('tree.add-child', { parent: ROOT })}>
          {t('text.add-section')}
        </button>
      )}
    </div>
  );
}
