// Which links reach into the rows in sight, without asking all of them: an index over rows, made once for each set of rows and links.
import type { Day, Id, Link, Plan, Span } from '../model/plan.ts';
import { earliest, isBroken } from '../model/links.ts';
import { indexOf } from './rows.ts';
import type { AnyRow } from './lanes.ts';

export interface Reaching {
  readonly key: string;
  readonly link: Link;
  /** The rows it begins and ends in. */
  readonly from: number;
  readonly to: number;
}

/** So many rows share a drawer; what reaches over more than a few drawers lies in one of its own. */
const DRAWER = 32;
const FEW = 8;

interface Index {
  readonly links: Plan['links'];
  readonly drawers: ReadonlyMap<number, readonly Reaching[]>;
  readonly far: readonly Reaching[];
}

const known = new WeakMap<readonly AnyRow[], Index>();

/** The links between two shown rows that pass any row from `first` to `last`, in the order of the plan. */
export function linksWithin(
  links: Plan['links'],
  rows: readonly AnyRow[],
  first: number,
  last: number,
): readonly Reaching[] {
  if (links.size === 0) return [];
  let index = known.get(rows);
  if (index?.links !== links) known.set(rows, (index = indexLinks(links, rows)));
  const found = new Set<Reaching>();
  const look = (each: Reaching): void => {
    if (Math.min(each.from, each.to) <= last && Math.max(each.from, each.to) >= first) found.add(each);
  };
  for (let drawer = Math.floor(first / DRAWER); drawer <= Math.floor(last / DRAWER); drawer++)
    index.drawers.get(drawer)?.forEach(look);
  index.far.forEach(look);
  return [...found].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function indexLinks(links: Plan['links'], rows: readonly AnyRow[]): Index {
  const at = indexOf(rows);
  const drawers = new Map<number, Reaching[]>();
  const far: Reaching[] = [];
  for (const [key, link] of links) {
    const from = at.get(link.from);
    const to = at.get(link.to);
    if (from === undefined || to === undefined) continue;
    const each = { key, link, from, to };
    const low = Math.floor(Math.min(from, to) / DRAWER);
    const high = Math.floor(Math.max(from, to) / DRAWER);
    if (high - low > FEW) far.push(each);
    else
      for (let drawer = low; drawer <= high; drawer++) {
        const list = drawers.get(drawer);
        if (list) list.push(each);
        else drawers.set(drawer, [each]);
      }
  }
  return { links, drawers, far };
}

/** The nodes at whose left and right end a link leaves or an arrow arrives. */
interface Tied {
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

const ties = new WeakMap<Plan['links'], Tied>();

export function tiedAt(links: Plan['links']): Tied {
  let found = ties.get(links);
  if (!found) {
    const left = new Set<string>();
    const right = new Set<string>();
    for (const { from, to, type } of links.values()) {
      (type === 'FS' || type === 'FF' ? right : left).add(from);
      (type === 'FS' || type === 'SS' ? left : right).add(to);
    }
    ties.set(links, (found = { left, right }));
  }
  return found;
}

let broken:
  | { readonly links: Plan['links']; readonly shown: ReadonlyMap<Id, Span>; readonly days: ReadonlyMap<Id, Day> }
  | undefined;

/** Work that stands before its links allow, and the first day they do. */
export function brokenInto(links: Plan['links'], shown: ReadonlyMap<Id, Span>): ReadonlyMap<Id, Day> {
  if (broken?.links === links && broken.shown === shown) return broken.days;
  const days = new Map<Id, Day>();
  for (const link of links.values()) {
    if (!isBroken(link, shown)) continue;
    const day = earliest(link, shown)!;
    if (day > (days.get(link.to) ?? '')) days.set(link.to, day);
  }
  broken = { links, shown, days };
  return days;
}
