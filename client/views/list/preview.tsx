// The line under a day that is typed: what it is read as, before it is taken; several ways to choose from; or what could be written instead.
import { useMemo, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { calendarOf, termsOf } from '../../../shared/model/almanac.ts';
import { year } from '../../../shared/model/day.ts';
import type { Node } from '../../../shared/model/plan.ts';
import { sayWhen } from '../../i18n/when.ts';
import type { CatcherHandle } from '../text/catcher.tsx';
import type { Facts } from './columns.ts';
import { isDated } from './opened.ts';
import type { Open } from './opened.ts';
import { lengthsFrom } from './length.ts';
import { readWhen, whenText } from './when.ts';
import type { When, Which } from './when.ts';

export interface Dating {
  readonly id: string;
  /** Something is typed that is to be told. */
  readonly told: boolean;
  readonly ways: readonly When[];
  /** A length may be written too. */
  readonly ends: boolean;
  readonly at: number;
  /** Enter was pressed on words nobody understands. */
  readonly pressed: boolean;
  pick(at: number): void;
  point(at: number): void;
  onKey(event: KeyboardEvent): boolean;
  onText(text: string): void;
}

export function useDating(
  { plan, today }: Facts,
  open: Open | null,
  node: Node | undefined,
  field: RefObject<CatcherHandle | null>,
): Dating {
  const [typing, setTyping] = useState<{ open: Open | null; text: string; at: number; pressed: boolean } | null>(null);
  const mine = typing?.open === open && open && isDated(open.column) ? typing : null;
  const text = mine?.text ?? '';
  const usual = plan.meta.year ?? year(today);
  const which: Which = node?.kind === 'milestone' ? 'point' : open?.column === 'start' ? 'start' : 'end';
  const terms = termsOf(plan);
  const ways = useMemo(
    () => readWhen(text, which, usual, terms, node && lengthsFrom(plan, node)),
    [text, which, usual, terms, plan, node],
  );
  const at = Math.min(mine?.at ?? 0, Math.max(0, ways.length - 1));
  const told = mine !== null && text.trim() !== '';
  const set = (next: { at?: number; pressed?: boolean }): void => {
    if (mine) setTyping({ ...mine, ...next });
  };
  const take = (index: number): void => {
    const way = ways[index];
    // The likeliest is what the words themselves mean.
    if (way && index > 0) field.current?.fill(whenText(way));
  };
  return {
    id: 'list-when',
    told,
    ways,
    ends: which === 'end',
    at,
    pressed: mine?.pressed === true,
    pick(index) {
      take(index);
      field.current?.finish();
      field.current?.focus();
    },
    point: (index) => set({ at: index }),
    onKey(event) {
      if (!told || !open || !isDated(open.column)) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && ways.length > 1) set({ at: (at + step + ways.length) % ways.length });
      else if ((event.key === 'Enter' || event.key === 'Tab') && ways.length === 0) set({ pressed: true });
      else {
        if (event.key === 'Enter' || event.key === 'Tab') take(at);
        return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    onText: (now) => setTyping({ open, text: now, at: 0, pressed: false }),
  };
}

export function WhenPreview({ facts: { t, lang, plan }, dating }: { readonly facts: Facts; readonly dating: Dating }) {
  const { id, told, ways, ends, at, pressed } = dating;
  if (!told) return null;
  if (ways.length === 0)
    return (
      <p id={id} className="list-when wrong" role={pressed ? 'alert' : 'status'}>
        {t('when.unread')}
        {ends && t('when.length')}
      </p>
    );
  return (
    <div id={id} className="list-when" role="status">
      {ways.map((way, index) => (
        // The focused field carries the keys of all of them.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
        <p
          key={whenText(way)}
          data-focused={ways.length > 1 && index === at}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => index !== at && dating.point(index)}
          onClick={() => dating.pick(index)}
        >
          <span aria-hidden="true">{index === at ? '→' : ''}</span>
          {sayWhen(t, lang, way, calendarOf(plan))}
        </p>
      ))}
      {ways.length > 1 && <p className="list-when-hint">{t('when.choose')}</p>}
    </div>
  );
}
