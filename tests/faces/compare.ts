// Whether the faces show the same: the first difference in words, or nothing.
import type { Kind, Plan } from '../../shared/model/plan.ts';
import type { Seen } from './readings.ts';

export interface Readings {
  readonly gantt: readonly Seen[];
  readonly map: readonly Seen[];
  readonly list: readonly Seen[];
  readonly text: readonly Seen[];
  readonly rewritten: { readonly wanted: readonly string[]; readonly read: readonly string[] } | undefined;
}

const OFFICIAL: ReadonlySet<Kind> = new Set(['section', 'item', 'clause']);

export function difference(plan: Plan, { gantt, map, list, text, rewritten }: Readings): string | undefined {
  const titles = list.filter(({ id }) => OFFICIAL.has(plan.nodes.get(id)!.kind));
  return (
    compared('gantt', gantt, list) ??
    compared('map', map, list) ??
    compared('text', text, titles, rewritten ? () => true : ({ id }) => plan.nodes.get(id)!.kind === 'clause') ??
    (rewritten && rewritten.wanted.join('\n') !== rewritten.read.join('\n')
      ? `the text reads again as\n${rewritten.read.join('\n')}\ninstead of\n${rewritten.wanted.join('\n')}`
      : undefined)
  );
}

/** `hangs`: of which entries the face can say what they hang under; an item behind a finished part reads as inside it. */
function compared(
  face: string,
  seen: readonly Seen[],
  list: readonly Seen[],
  hangs: (one: Seen) => boolean = () => true,
): string | undefined {
  if (seen.length !== list.length) return `${face} shows ${seen.length} entries, the list ${list.length}`;
  for (const [i, one] of seen.entries()) {
    const other = list[i]!;
    const at = `${face}, entry ${i + 1} (${other.title ?? ''})`;
    if (one.id !== other.id) return `${at}: another entry, ${one.title ?? ''}`;
    if (one.parent !== other.parent && hangs(one)) return `${at}: hangs elsewhere`;
    if (one.title !== undefined && !agrees(one, other)) return `${at}: is called ${one.title}`;
    const keys = face === 'gantt' ? (['mark', 'start', 'end'] as const) : (['leads'] as const);
    for (const key of keys)
      if ((face === 'gantt' || one[key] !== undefined) && !same(one[key], other[key]))
        return `${at}: ${key} ${String(one[key])}, not ${String(other[key])}`;
  }
  return undefined;
}

/** A number too long for its column is cut short. */
function same(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one?.endsWith('…') === true && other?.startsWith(one.slice(0, -1)) === true);
}

/** A tight place holds the beginning of a title, perhaps behind its number, and dates and names after it. */
function agrees(one: Seen, other: Seen): boolean {
  const whole = (other.title ?? '').replace(/\s/g, '');
  const said = (one.title ?? '').replace(/\s/g, '');
  if (one.whole) return one.title === other.title;
  if (whole === '') return true;
  const head = [...whole].slice(0, 4).join('');
  return said.includes(head);
}
