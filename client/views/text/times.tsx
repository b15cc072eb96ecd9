// The times the text proposes, marked where they stand without touching the text: drawn as highlights, told by a card under the pointer,
// and reached by the keyboard through the margin. A browser without highlights still has margin and panel.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { CalendarPlus, PenLine } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Id } from '../../../shared/model/plan.ts';
import type { Proposal } from '../../../shared/yaodian/proposals.ts';
import { ICON } from '../../parts/icon.ts';
import { ProposalCard } from '../../parts/proposal.tsx';
import { WaitingList } from '../../parts/waiting.tsx';
import { useNumbers, useT, useTimes, useWholePlan } from '../../state/hooks.ts';
import { waitingOf, waitingWords } from '../../state/waiting.ts';

const OPEN = 'time-open';
const TAKEN = 'time-taken';

interface Spot {
  readonly proposal: Proposal;
  readonly range: Range;
}

/** Hover shows the card; it stays while the pointer is on it. */
export function TimeMarks({ page }: { readonly page: RefObject<HTMLElement | null> }) {
  const t = useT();
  const times = useTimes();
  const plan = useWholePlan();
  const spots = useRef<readonly Spot[]>([]);
  const [shown, setShown] = useState<{ readonly key: string; readonly left: number; readonly top: number }>();
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The words are in the page by then, whoever typed them.
  useLayoutEffect(() => {
    spots.current = times.flatMap((proposal): Spot[] => {
      const range = proposal.in === 'title' ? rangeOf(proposal.node, proposal.from, proposal.to) : undefined;
      return range ? [{ proposal, range }] : [];
    });
    const taken = [...plan.nodes.values()].flatMap(({ id, basis }) =>
      basis?.how === 'text' && basis.from !== undefined && basis.to !== undefined
        ? (rangeOf(id, basis.from, basis.to) ?? [])
        : [],
    );
    mark(
      OPEN,
      spots.current.map(({ range }) => range),
    );
    mark(TAKEN, taken);
  });
  useEffect(
    () => () => {
      mark(OPEN, []);
      mark(TAKEN, []);
    },
    [],
  );
  useEffect(() => {
    const el = page.current;
    if (!el) return undefined;
    const move = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse') return;
      if (event.target instanceof Element && event.target.closest('.time-card')) return clearTimeout(leaving.current);
      const spot = spots.current.find(({ range }) => covers(range, event.clientX, event.clientY));
      clearTimeout(leaving.current);
      if (!spot) {
        leaving.current = setTimeout(() => setShown(undefined), 220);
        return;
      }
      const origin = el.getBoundingClientRect();
      const rect = spot.range.getClientRects()[0]!;
      const left = Math.max(0, Math.min(rect.left - origin.left, origin.width - 340));
      const key = spot.proposal.key;
      setShown((now) => (now?.key === key ? now : { key, left, top: rect.bottom - origin.top + 2 }));
    };
    const out = (): void => {
      clearTimeout(leaving.current);
      leaving.current = setTimeout(() => setShown(undefined), 220);
    };
    el.addEventListener('pointermove', move);
    el.addEventListener('pointerleave', out);
    return () => {
      clearTimeout(leaving.current);
      el.removeEventListener('pointermove', move);
      el.removeEventListener('pointerleave', out);
    };
  }, [page]);
  const proposal = times.find(({ key }) => key === shown?.key);
  if (!proposal || !shown) return null;
  return (
    <div className="time-card" role="group" aria-label={t('times.card')} style={{ left: shown.left, top: shown.top }}>
      <ProposalCard proposal={proposal} done={() => setShown(undefined)} />
    </div>
  );
}

/** Beside a clause: how many answers it waits for; opens them where the keyboard can reach. */
export function WaitingChip({ id }: { readonly id: Id }) {
  const t = useT();
  const plan = useWholePlan();
  const numbers = useNumbers();
  const here = waitingOf(plan).get(id);
  if (!here) return null;
  const number = numbers.get(id)?.label ?? '';
  const Sign = here.suggestions.length > 0 ? PenLine : CalendarPlus;
  return (
    <DialogTrigger>
      <Button
        className="times-chip"
        data-waiting={id}
        aria-label={t('waiting.chip', { number, words: waitingWords(t, plan, id) })}
      >
        <Sign {...ICON} size={13} />
        {here.suggestions.length + here.times.length}
      </Button>
      <Popover className="popover waiting-card" placement="bottom end">
        <Dialog aria-label={t('waiting.card')}>
          <WaitingList id={id} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Undefined while the page shows other words than the plan: somebody is typing there. */
function rangeOf(id: Id, from: number, to: number): Range | undefined {
  const text = document.getElementById(`text-${id}`)?.firstChild;
  if (!(text instanceof Text) || to > text.length) return undefined;
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  return range;
}

function covers(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}

function mark(name: string, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
