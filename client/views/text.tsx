// 正文: the official text on a sheet, numbered live and typed into where it stands. Shows precisely what `write` would; edits by command.
import { Copy } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id } from '../../shared/model/plan.ts';
import { childrenOf } from '../../shared/model/tree.ts';
import { write } from '../../shared/yaodian/write.ts';
import type { Role } from '../../shared/ops/change.ts';
import { ICON } from '../parts/icon.ts';
import { useCommands, useDesktop, useMayEdit, useSetView, useView } from '../state/hooks.ts';
import { tell } from '../state/notices.ts';
import '../style/list.css';
import '../style/text.css';
import { useFacts } from './list/facts.ts';
import { useNarrow } from './list/narrow.ts';
import { selectedStretch } from './text/copy.ts';
import { usePeersAt } from './text/flags.tsx';
import { crossLine } from './text/lines.ts';
import { Margin, standsInMargin } from './text/margin.tsx';
import { TextOffices } from './text/offices.tsx';
import { TextParagraph } from './text/paragraph.tsx';
import { PREAMBLE, sheetOf } from './text/sheet.ts';
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
  const page = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const sheet = useMemo(() => sheetOf(plan), [plan]);
  const active = selected.at(-1);
  const fields = useMemo(
    () => sheet.paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ field }) => field ?? [])),
    [sheet],
  );
  const marked = useMemo(() => sheet.order.filter((id) => standsInMargin(facts.plan, id)), [sheet, facts.plan]);

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

  const start = useCallback(
    (field: TextKey, caret: Caret): void => {
      if (mayEdit) setWriting({ field, caret });
      if (field !== ROOT && field !== PREAMBLE) setView({ selected: [field] });
    },
    [mayEdit, setView],
  );
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

  const read = (): void => {
    setWriting(null);
    page.current?.focus({ preventScroll: true });
  };
  const stepTo = (field: TextKey | undefined, caret: Caret): boolean => {
    if (field === undefined) return false;
    start(field, caret);
    return true;
  };

  /** What follows a heading: before what stands there, or the first of its kind. */
  const addFirst = (id: Id): void => {
    const [first] = childrenOf(plan, id);
    if (first === undefined) commands.run('tree.add-child', { parent: id });
    else commands.run('tree.add-before', { id: first });
  };

  /** Keys at the edge of a field, and those that mean the node. What is typed is in the plan by now. */
  const writeKey = useCallback(
    (event: KeyboardEvent, field: TextKey, at: { caret: number; length: number }): boolean => {
      const index = fields.indexOf(field);
      const [before, after] = [fields[index - 1], fields[index + 1]];
      const node = plan.nodes.get(field);
      switch (event.key) {
        case 'Escape':
          read();
          if (node?.title === '' && writing?.fresh) commands.run('view.undo');
          return true;
        case 'Enter':
          if (event.ctrlKey || event.metaKey) return false;
          if (at.caret < at.length) return true;
          if (node?.kind === 'clause') commands.run('tree.add-after', { after: node.id });
          else if (node) addFirst(node.id);
          else if (field === ROOT) stepTo(PREAMBLE, 'end');
          else read();
          return true;
        case 'ArrowUp':
        case 'ArrowDown':
          if (event.altKey && !event.shiftKey && node) {
            commands.run(event.key === 'ArrowUp' ? 'tree.up' : 'tree.down', { id: node.id });
            return true;
          }
          return !event.shiftKey && !event.ctrlKey && !event.metaKey && crossLine(event, fields, field, stepTo);
        case 'ArrowLeft':
          return isBare(event) && at.caret === 0 && stepTo(before, 'end');
        case 'ArrowRight':
          return isBare(event) && at.caret === at.length && stepTo(after, 'start');
        case 'Backspace':
          // An emptied clause goes, and the caret goes on where one was reading.
          if (!node || at.length > 0 || node.kind === 'section' || childrenOf(plan, node.id).length > 0) return false;
          commands.run('tree.bin', { ids: [node.id] });
          stepTo(before, 'end');
          return true;
        default:
          return false;
      }
    },
    // oxlint-disable-next-line react/exhaustive-deps -- stepTo, addFirst and read are made of these
    [fields, plan, commands, start, writing],
  );

  const readKey = (event: KeyboardEvent): void => {
    if (event.target !== page.current) return;
    const index = active === undefined ? -1 : sheet.order.indexOf(active);
    const up = event.key === 'ArrowUp';
    const used = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (plain && (up || event.key === 'ArrowDown')) {
      if (event.altKey) {
        used();
        if (active !== undefined) commands.run(up ? 'tree.up' : 'tree.down', { id: active });
        return;
      }
      const next = sheet.order[index < 0 ? (up ? sheet.order.length - 1 : 0) : index + (up ? -1 : 1)];
      used();
      if (next !== undefined) setView({ selected: [next] });
    } else if (plain && (event.key === 'Enter' || event.key === 'F2') && active !== undefined) {
      used();
      start(active, 'end');
    } else if (plain && event.key === ' ' && active !== undefined && mayEdit) {
      const rect = document.getElementById(`text-${active}`)?.getBoundingClientRect();
      used();
      if (rect) openPicker(active, 'lead', rect);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      used();
      selectPage();
    }
  };

  const openPicker = (id: Id, role: Role, beside: DOMRect): void => {
    const origin = page.current?.getBoundingClientRect();
    if (!origin) return;
    const left = Math.max(0, Math.min(beside.left - origin.left, origin.width - 320));
    setPicking({ id, role, left, top: beside.bottom - origin.top + 4 });
  };
  const selectPage = (): void => {
    if (page.current) getSelection()?.selectAllChildren(page.current);
  };
  const copyAll = (): void => {
    selectPage();
    // The clipboard's own interface does not exist on plain http; this does, and takes the same way as Ctrl+C.
    document.execCommand('copy');
    getSelection()?.removeAllRanges();
    tell({ key: 'text.copied', tone: 'plain', say: (say) => say('text.copied') });
  };
  const copy = (event: ClipboardEvent): void => {
    const selection = getSelection();
    const now = connection.plan.get();
    if (!page.current || !now || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const stretch = selectedStretch(page.current, range, sheet.text.length);
    if (!stretch) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', sheet.text.slice(stretch.from, stretch.to));
  };

  const press = (event: MouseEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const chip = event.target.closest<HTMLElement>('[data-pick]');
    const id = event.target.closest<HTMLElement>('[data-node]')?.dataset['node'];
    if (chip && id !== undefined && mayEdit) {
      setView({ selected: [id] });
      openPicker(id, chip.dataset['pick'] as Role, chip.getBoundingClientRect());
      return;
    }
    const words = event.target.closest<HTMLElement>('[data-words]');
    const field = words?.dataset['words'];
    // A press that has drawn a selection is reading, not writing.
    const selection = getSelection();
    if (selection && !selection.isCollapsed) return;
    if (words && field !== undefined) {
      if (writing?.field !== field) start(field, caretIn(words) ?? 'end');
    } else if (id !== undefined) setView({ selected: [id] });
  };

  const picked = picking && plan.nodes.get(picking.id);
  const nothing = childrenOf(plan, ROOT).length === 0;
  return (
    <div className="text" data-scope="text">
      <div className="text-scroll">
        <div className="text-desk">
          {/* The page takes the keys while nothing on it is being typed into. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <div
            ref={page}
            className="page"
            role="group"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it has keys, and names its active part
            tabIndex={0}
            lang="zh-CN"
            aria-label={t(mayEdit ? 'text.keys' : 'text.keys.read')}
            aria-activedescendant={active === undefined ? undefined : `text-${active}`}
            onKeyDown={readKey}
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
                peersAt={peersAt}
                narrow={narrow}
                hold={connection.holdDraft}
                commit={commit}
                onKey={writeKey}
                onLeave={leave}
              />
            ))}
            {nothing && <Nothing mayEdit={mayEdit} />}
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
                  page.current?.focus({ preventScroll: true });
                }}
              />
            )}
          </div>
          {!narrow && <Margin page={page} facts={facts} nodes={marked} selected={selected} peersAt={peersAt} />}
        </div>
      </div>
      <div className="text-foot">
        <button type="button" className="button small" onClick={copyAll} disabled={write(plan) === ''}>
          <Copy {...ICON} />
          {t('text.copy')}
        </button>
      </div>
    </div>
  );
}

function Nothing({ mayEdit }: { readonly mayEdit: boolean }) {
  const { t } = useFacts();
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

function isBare({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return !(ctrlKey || metaKey || altKey || shiftKey);
}
