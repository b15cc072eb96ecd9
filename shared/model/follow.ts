// What would follow from moved dates along links: each successor's new dates with its "because". Proposes only; who moves anything is the caller.
import { isWorking, nextWorking } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { gapOf, linkOrder, liveLinks } from './critical.ts';
import { addDays, diffDays } from './day.ts';
import type { Day, Id, Link, Plan, Span } from './plan.ts';
import { spans } from './schedule.ts';
import { branch } from './tree.ts';

export interface Follow {
  readonly node: Id;
  readonly from: Span;
  readonly to: Span;
  /** Later pushes, because the link would break; earlier pulls, because the link was tight before. */
  readonly why: 'push' | 'pull';
  /** The link that asks for it, and the first day it allows. */
  readonly link: Link;
  readonly day: Day;
  /** Its predecessor's dates when this was proposed; while they stand, the proposal does. */
  readonly cause: Span;
}

/**
 * What the successors of everything that moved between two plans would do. A tight successor (it began or ended on the
 * first day its links allowed) comes along both ways, so what a push moved, the opposite pull moves back.
 */
export function follows(before: Plan, after: Plan, calendar: Calendar): readonly Follow[] {
  const was = spans(before);
  const now = spans(after);
  const live = liveLinks(after, now).map(([, link]) => link);
  const arriving = new Map<Id, Link[]>();
  for (const link of live) arriving.set(link.to, [...(arriving.get(link.to) ?? []), link]);
  const next = new Map<Id, Span>();
  const moved = (id: Id): boolean => next.has(id) || !same(was.get(id), now.get(id));
  const found: Follow[] = [];
  for (const id of linkOrder(live)) {
    const links = arriving.get(id) ?? [];
    if (!links.some((link) => moved(link.from))) continue;
    const own = now.get(id)!;
    const made = oneFollow(id, own, links, {
      will: (at) => next.get(at) ?? now.get(at)!,
      was: (at) => was.get(at),
      moved,
      calendar,
    });
    // What only rolls up follows its parts, and what I moved myself stays where I put it unless a link breaks.
    if (!made || !after.nodes.get(id)?.span || rollsUp(after, id)) continue;
    if (made.why === 'pull' && !same(was.get(id), own)) continue;
    next.set(id, made.to);
    found.push({ ...made, cause: now.get(made.link.from)! });
  }
  return found;
}

interface Known {
  readonly will: (id: Id) => Span;
  readonly was: (id: Id) => Span | undefined;
  readonly moved: (id: Id) => boolean;
  readonly calendar: Calendar;
}

function oneFollow(node: Id, own: Span, links: readonly Link[], known: Known): Omit<Follow, 'cause'> | undefined {
  const { will, was, moved, calendar } = known;
  const wants = links.map((link) => {
    const day = fit(allowed(link, will(link.from)), calendar);
    return { link, day, by: diffDays(anchor(link, own), day) };
  });
  const most = wants.reduce((a, b) => (b.by > a.by ? b : a));
  if (most.by > 0 && moved(most.link.from)) return made('push', most);
  const before = was(node);
  const tight = links.some((link) => {
    const from = was(link.from);
    return moved(link.from) && before && from && fit(allowed(link, from), calendar) === anchor(link, before);
  });
  return most.by < 0 && tight ? made('pull', most) : undefined;

  function made(why: Follow['why'], { link, day, by }: typeof most): Omit<Follow, 'cause'> {
    const { grain: _, ...days } = own;
    return {
      node,
      from: own,
      to: { ...days, start: addDays(own.start, by), end: addDays(own.end, by) },
      why,
      link,
      day,
    };
  }
}

/** The first day of the successor that a link allows. */
function allowed(link: Link, from: Span): Day {
  return addDays(link.type === 'FS' || link.type === 'FF' ? from.end : from.start, gapOf(link));
}

function anchor(link: Link, to: Span): Day {
  return link.type === 'FF' || link.type === 'SF' ? to.end : to.start;
}

/** Nothing is proposed onto a day off; where the holidays are unknown, the day itself is taken. */
function fit(day: Day, calendar: Calendar): Day {
  return isWorking(day, calendar) === false ? (nextWorking(day, calendar) ?? day) : day;
}

function rollsUp(plan: Plan, id: Id): boolean {
  const kind = plan.nodes.get(id)?.kind;
  if (kind !== 'section' && kind !== 'item') return false;
  return branch(plan, id).some((at) => at !== id && plan.nodes.get(at)?.span);
}

function same(a: Span | undefined, b: Span | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

/** The proposals that still speak of the plan as it is: neither end has moved since, nor the one they hang on. */
export function stillMeant(
  moves: readonly Follow[],
  shown: ReadonlyMap<Id, Span>,
  links: Plan['links'],
): readonly Follow[] {
  const asked = new Set(moves.map(({ node }) => node));
  const meant = new Set<Id>();
  return moves.filter(({ node, from, link, cause }) => {
    const now = links.get(`${link.from}>${link.to}`);
    const stands = same(shown.get(node), from) && same(shown.get(link.from), cause);
    const hangs = !asked.has(link.from) || meant.has(link.from);
    const yes = stands && hangs && now?.type === link.type && now.lag === link.lag;
    if (yes) meant.add(node);
    return yes;
  });
}
