// What waits at one node, where it is looked at: a card beside its mark, with the answers. The mark is the faces'; every answer is a command.
import { CalendarPlus, PenLine } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { CSSProperties } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import '../style/waiting.css';
import { useCommands, useDesktop, useMayEdit, useNumbers, useReadable, useT, useWholePlan } from '../state/hooks.ts';
import { waitingOf, waitingWords } from '../state/waiting.ts';
import { ICON } from './icon.ts';
import { ProposalCard } from './proposal.tsx';
import { SuggestionRow } from './suggestion.tsx';

/** What a mark shows: whose answer is asked for, and how many where it is more than one. */
function WaitingSign({ plan, id }: { readonly plan: Plan; readonly id: Id }) {
  const here = waitingOf(plan).get(id);
  if (!here) return null;
  const n = here.suggestions.length + here.times.length;
  const Sign = here.suggestions.length > 0 ? PenLine : CalendarPlus;
  return (
    <>
      <Sign {...ICON} size={11} strokeWidth={2} />
      {n > 1 && <span aria-hidden="true">{n}</span>}
    </>
  );
}

/** Opens the card; of one shape wherever a face has room for a button. */
export function WaitingMark({
  id,
  className = '',
  style,
}: {
  readonly id: Id;
  readonly className?: string;
  readonly style?: CSSProperties;
}) {
  const t = useT();
  const plan = useWholePlan();
  const { run } = useCommands();
  const words = waitingWords(t, plan, id);
  if (words === '') return null;
  return (
    <button
      type="button"
      className={`waiting-mark ${className}`}
      style={style}
      tabIndex={className === '' ? 0 : -1}
      data-waiting={id}
      title={words}
      aria-label={t('waiting.open', { words })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        run('suggestion.here', { id });
      }}
    >
      <WaitingSign plan={plan} id={id} />
    </button>
  );
}

export function WaitingList({ id, done }: { readonly id: Id; readonly done?: () => void }) {
  const plan = useWholePlan();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const here = waitingOf(plan).get(id);
  if (!here) return null;
  const reveal = (node: Id): void => {
    done?.();
    run('view.reveal', { id: node, inspect: true });
  };
  return (
    <>
      {here.suggestions.length > 0 && (
        <ul className="suggestions here">
          {here.suggestions.map(([key, value]) => (
            <SuggestionRow
              key={key}
              plan={plan}
              value={value}
              reveal={reveal}
              at={id}
              take={mayEdit ? () => void run('suggestion.take', { list: [[key, value]] }) : undefined}
              leave={mayEdit ? () => void run('suggestion.leave', { list: [[key, value]] }) : undefined}
            />
          ))}
        </ul>
      )}
      {here.times.map((proposal) => (
        <ProposalCard key={proposal.key} proposal={proposal} />
      ))}
    </>
  );
}

/** Stands beside the node's mark on the open face, or in the middle where the face shows none; goes when all is answered. */
export function WaitingHere() {
  const { panel } = useDesktop();
  const open = useReadable(panel);
  const plan = useWholePlan();
  const id = open?.startsWith('here/') ? open.slice('here/'.length) : undefined;
  const asked = id !== undefined && waitingOf(plan).has(id);
  useLayoutEffect(() => {
    if (id !== undefined && !asked) panel.set(null);
  }, [panel, id, asked]);
  return asked ? <Card key={id} id={id} plan={plan} close={() => panel.set(null)} /> : null;
}

function Card({ id, plan, close }: { readonly id: Id; readonly plan: Plan; readonly close: () => void }) {
  const t = useT();
  const numbers = useNumbers();
  const middle = useRef<HTMLSpanElement>(null);
  const anchor = useRef<Element>(null);
  // Answers redraw the face, and its mark with it.
  useLayoutEffect(() => {
    anchor.current = markOf(id) ?? middle.current;
  });
  const title = id === ROOT ? plan.meta.title : plan.nodes.get(id)?.title;
  return (
    <>
      <span ref={middle} className="waiting-middle" />
      <Popover
        className="popover waiting-card"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={6}
        onOpenChange={(open) => !open && close()}
      >
        <Dialog aria-label={t('waiting.card')}>
          <h2 className="waiting-of">
            <span className="number">{numbers.get(id)?.label}</span>
            <span className="clip">{title || t('untitled')}</span>
          </h2>
          <WaitingList id={id} done={close} />
        </Dialog>
      </Popover>
    </>
  );
}

/** The one in sight, where a list shows several or what is scrolled away is still drawn. */
function markOf(id: Id): Element | undefined {
  return [...document.querySelectorAll(`#view [data-waiting="${CSS.escape(id)}"]`)].find((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return width > 0 && left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight;
  });
}
