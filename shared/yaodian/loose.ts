// Paragraphs without numbers, as they are left when Word's automatic numbers are lost on pasting → headings and items.
import { isHeading, isTitled } from './frame.ts';
import type { Block, Lines } from './lines.ts';

type Open = { -readonly [K in keyof Block]: Block[K] };

/** Lines `from` to `end`, below `depth` sections. */
export function looseBlocks({ all, hints }: Lines, from: number, end: number, depth: number): readonly Block[] {
  const lines: number[] = [];
  for (let i = from; i < end; i++) if (all[i]!.text !== '') lines.push(i);
  const heading = (k: number): boolean => {
    const at = lines[k];
    return at !== undefined && !all[at]!.led && (hints.get(at)?.level !== undefined || isHeading(all[at]!.text));
  };
  const heads = lines.flatMap((_, k) => (heading(k) ? [k] : []));
  const doubled = heads.some((k) => heading(k + 1));
  const bodies = lines.filter((i, k) => !heading(k) && !all[i]!.roles);
  const groups = lines.filter((i, k) => all[i]!.roles && !(k > 0 && all[lines[k - 1]!]!.roles)).length;
  const inLines = groups > bodies.filter((i) => all[i]!.led).length;
  const titled = bodies.filter((i) => isTitled(all[i]!.text)).length;
  const led = bodies.filter((i) => all[i]!.led).length;
  const counted = inLines ? groups : led;
  // Headings over several items, or the titles of single ones.
  const over =
    doubled ||
    (heads.length > 0 && bodies.length > 0 && (titled >= bodies.length * 0.7 || counted >= heads.length * 1.6));
  const blocks: Open[] = [];
  let inside = depth;
  let named = false;
  for (let k = 0; k < lines.length; k++) {
    const i = lines[k]!;
    const current = blocks.at(-1);
    const fresh = (kind: Block['kind'], at: number): void => {
      blocks.push({ kind, first: i, last: i, mark: undefined, depth: at, marked: [] });
    };
    if (all[i]!.roles) {
      if (current) current.last = i;
    } else if (heading(k) && (doubled ? heading(k + 1) : over)) {
      if (lines[k + 1] === undefined) continue;
      fresh('section', depth);
      inside = depth + 1;
      named = false;
    } else if (heading(k)) {
      fresh('item', inside);
      named = true;
    } else if (current?.kind === 'item' && (named || (inLines && !ended(all, current)))) current.last = i;
    else if (all[i]!.led || inLines || titled > 0 || current?.kind === 'section') fresh('item', inside);
    else if (current?.kind === 'item') current.last = i;
  }
  return blocks;
}

/** Its roles have been named: what follows is another item. */
function ended(all: Lines['all'], block: Open): boolean {
  return all[block.last]!.roles;
}
