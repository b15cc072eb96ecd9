// What the drawn groups carry besides their shapes: roles, names and the selection. Remembered by React only where it is compared.
import { useCallback, useMemo, useState } from 'react';
import type { Group } from '../../../shared/layout/scene.ts';
import { leadNames, shortTitle } from '../../../shared/layout/label.ts';
import { readPip } from '../../../shared/layout/pips.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { progressOf } from '../../../shared/model/schedule.ts';
import { childrenOf } from '../../../shared/model/tree.ts';
import type { Lang, T } from '../../i18n/t.ts';
import type { GroupAttributes } from '../../parts/scene.tsx';
import { lightsOf, numbersOf } from '../../state/derived.ts';
import { useLang, useMayEdit, useT, useView } from '../../state/hooks.ts';
import { waitingWords } from '../../state/waiting.ts';
import { hitsOf } from '../../../shared/layout/filter.ts';
import { askedOf } from '../../../shared/layout/chips.ts';
import { createKept } from './kept.ts';
import { linkSentence } from './link-words.ts';
import { barElement, linkElement } from './rows.tsx';
import type { Seen } from './seen.ts';
import { spoken } from './words.ts';
import { isSoon, rulesOf } from '../../../shared/model/lights.ts';

export interface Marks {
  /** Of a bar, bracket or diamond. */
  readonly describe: (group: Group) => GroupAttributes | undefined;
  /** Of a row's strip and cells. */
  readonly mark: (group: Group) => GroupAttributes | undefined;
  /** Of a dependency's line. */
  readonly describeLink: (group: Group) => GroupAttributes | undefined;
  readonly isSelected: (group: Group) => boolean;
}

export function useMarks({ plan, shown, today, spans }: Seen): Marks {
  const t = useT();
  const lang = useLang();
  const mayEdit = useMayEdit();
  const selected = useView((view) => view.selected);
  const lights = lightsOf(shown, today);
  // No drag here changes the tree, so the numbers are the plan's own.
  const numbers = numbersOf(plan);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const isSelected = useCallback((group: Group) => !!group.target && chosen.has(group.target.node), [chosen]);
  const filter = useView((view) => view.filter);
  const found = useMemo(
    () => (filter.text?.trim() ? hitsOf(plan, askedOf(filter, today)).found : undefined),
    [plan, filter, today],
  );
  const mark = useCallback(
    (group: Group) => {
      if (isSelected(group)) return SELECTED;
      return group.target && found?.has(group.target.node) ? HIT : undefined;
    },
    [isSelected, found],
  );
  const [kept] = useState(() => createKept<GroupAttributes>());
  const describe = useCallback(
    ({ target }: Group): GroupAttributes | undefined => {
      if (!target) return undefined;
      const { node: id, part } = target;
      if (part === 'tick') return tickMark(t, lang, shown, id);
      const role = part === 'milestone' || part === 'summary' ? part : 'bar';
      const span = spans.get(id);
      const light = lights.get(id);
      const number = numbers.get(id);
      const { offices, meta, nodes } = shown;
      const soon = isSoon(light, span, today, rulesOf(shown));
      const picked = chosen.has(id);
      const waiting = waitingWords(t, plan, id);
      const inputs = [
        waiting,
        nodes.get(id),
        span,
        light,
        soon,
        number,
        role,
        picked,
        mayEdit,
        t,
        offices,
        rulesOf(shown),
      ];
      // What stands over others also says what they add up to.
      const below = childrenOf(shown, id).length > 0;
      const sum = below ? [progressOf(shown, id), leadNames(shown, id).join()] : [];
      return kept(id, [...inputs, meta.year, ...sum], () => ({
        id: barElement(id),
        className: `gantt-bar ${role}`,
        role: 'button',
        // Tab stops at its row; an arrow leads here.
        tabIndex: -1,
        'aria-roledescription': t(`gantt.role.${role}`),
        'aria-label': spoken(t, lang, shown, id, {
          span,
          light,
          soon,
          mark: number?.label ?? '',
          waiting,
        }),
        'aria-describedby': mayEdit ? 'drag-how' : undefined,
        'data-selected': chosen.has(id) || undefined,
      }));
    },
    [kept, t, lang, plan, shown, spans, lights, numbers, chosen, mayEdit, today],
  );
  const chosenLink = useView((view) => view.link);
  const describeLink = useCallback(
    ({ target }: Group): GroupAttributes | undefined => {
      const link = target?.part === 'link' ? shown.links.get(target.node) : undefined;
      if (!target || !link) return undefined;
      return {
        id: linkElement(target.node),
        className: 'gantt-link',
        role: 'button',
        tabIndex: -1,
        'aria-roledescription': t('link.role'),
        'aria-label': linkSentence(t, lang, shown, link),
        'data-selected': target.node === chosenLink || undefined,
      };
    },
    [t, lang, shown, chosenLink],
  );
  return { describe, describeLink, mark, isSelected };
}

/** One of the times a thing recurs; on the bar X ticks the next, so that it needs no stop of its own. */
function tickMark(t: T, lang: Lang, plan: Plan, target: string): GroupAttributes {
  const { id, n } = readPip(target);
  const node = plan.nodes.get(id)!;
  return {
    className: 'gantt-tick',
    role: 'checkbox',
    'aria-checked': n < (node.ticks?.done.length ?? 0),
    'aria-label': t('ticks.role', { n: n + 1, title: shortTitle(node, lang) }),
  };
}

const SELECTED: GroupAttributes = { 'data-selected': true };
/** The search found it. */
const HIT: GroupAttributes = { 'data-hit': true };
