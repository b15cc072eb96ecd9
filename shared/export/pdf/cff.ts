// PostScript outlines of an OpenType font (CFF; Adobe's Technical Notes 5176 and 5177): where each glyph's program lies, and the lines and curves it draws. Hints are passed over.

export type Step =
  | { readonly to: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly to: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    };

/** What each glyph draws; undefined for what is no such table. Reading past the end throws a RangeError, as everywhere here. */
export function readCff(table: Uint8Array): ((glyph: number) => readonly Step[]) | undefined {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  if (table.length < 8 || table[0] !== 1) return undefined;
  const names = indexAt(view, view.getUint8(2));
  const tops = indexAt(view, names.end);
  const strings = indexAt(view, tops.end);
  const shared = indexAt(view, strings.end);
  const top = dictAt(view, tops.item(0));
  const programs = indexAt(view, top.get(CHAR_STRINGS)?.[0] ?? 0);
  const kit = top.has(ROS) ? manyKits(view, top) : oneKit(view, top);
  return (glyph) => (glyph < programs.count ? drawn(view, programs.item(glyph), shared, kit(glyph)) : []);
}

const CHAR_STRINGS = 17;
const PRIVATE = 18;
const SUBRS = 19;
const ESCAPE = 1200;
const ROS = ESCAPE + 30;
const FD_ARRAY = ESCAPE + 36;
const FD_SELECT = ESCAPE + 37;

type Range = readonly [start: number, end: number];

interface Index {
  readonly count: number;
  readonly item: (at: number) => Range;
  readonly end: number;
}

const NONE: Index = { count: 0, item: () => [0, 0], end: 0 };

function indexAt(view: DataView, at: number): Index {
  const count = view.getUint16(at);
  if (count === 0) return { ...NONE, end: at + 2 };
  const size = view.getUint8(at + 2);
  const base = at + 2 + size * (count + 1);
  const offset = (n: number): number => {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + view.getUint8(at + 3 + n * size + i);
    return base + value;
  };
  return { count, item: (n) => [offset(n), offset(n + 1)], end: offset(count) };
}

/** Operator → operands; an operator of two bytes counts from 1200. */
function dictAt(view: DataView, [start, end]: Range): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = start; at < end;) {
    const byte = view.getUint8(at++);
    if (byte <= 21) {
      found.set(byte === 12 ? ESCAPE + view.getUint8(at++) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push(view.getInt16(at));
      at += 2;
    } else if (byte === 29) {
      operands.push(view.getInt32(at));
      at += 4;
    } else if (byte === 30) {
      // A real number, of which nothing here asks: it ends with the half byte 15.
      operands.push(0);
      for (let pair = 0; (pair & 15) !== 15 && pair >> 4 !== 15;) pair = view.getUint8(at++);
    } else if (byte <= 246) operands.push(byte - 139);
    else if (byte <= 250) operands.push((byte - 247) * 256 + view.getUint8(at++) + 108);
    else operands.push(-(byte - 251) * 256 - view.getUint8(at++) - 108);
  }
  return found;
}

/** The subroutines of one private dictionary. */
function subrsOf(view: DataView, dict: ReadonlyMap<number, readonly number[]>): Index {
  const [size, at] = dict.get(PRIVATE) ?? [];
  if (!size || at === undefined) return NONE;
  const [offset] = dictAt(view, [at, at + size]).get(SUBRS) ?? [];
  return offset === undefined ? NONE : indexAt(view, at + offset);
}

function oneKit(view: DataView, top: ReadonlyMap<number, readonly number[]>): (glyph: number) => Index {
  const subrs = subrsOf(view, top);
  return () => subrs;
}

/** A font of many scripts has a kit for each kind of glyph, and a list of which glyph takes which. */
function manyKits(view: DataView, top: ReadonlyMap<number, readonly number[]>): (glyph: number) => Index {
  const fonts = indexAt(view, top.get(FD_ARRAY)?.[0] ?? 0);
  const kits = Array.from({ length: fonts.count }, (_, n) => subrsOf(view, dictAt(view, fonts.item(n))));
  const at = top.get(FD_SELECT)?.[0] ?? 0;
  if (view.getUint8(at) === 0) return (glyph) => kits[view.getUint8(at + 1 + glyph)] ?? NONE;
  const ranges = view.getUint16(at + 1);
  return (glyph) => {
    let [low, high] = [0, ranges - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (view.getUint16(at + 3 + 3 * middle) <= glyph) low = middle;
      else high = middle - 1;
    }
    return kits[view.getUint8(at + 5 + 3 * low)] ?? NONE;
  };
}

/** No glyph of any script takes more. */
const MOST_STEPS = 200_000;
const DEEPEST = 10;

function drawn(view: DataView, program: Range, shared: Index, own: Index): readonly Step[] {
  const steps: Step[] = [];
  let stack: number[] = [];
  let [x, y, hints, taken] = [0, 0, 0, 0];
  let widthSeen = false;

  /** The first operator that clears the stack may find the width below its own operands. */
  const width = (has: boolean): void => {
    if (!widthSeen && has) stack.shift();
    widthSeen = true;
  };
  const move = (dx: number, dy: number): void => void steps.push({ to: 'move', x: (x += dx), y: (y += dy) });
  const line = (dx: number, dy: number): void => void steps.push({ to: 'line', x: (x += dx), y: (y += dy) });
  const curve = (dx1: number, dy1: number, dx2: number, dy2: number, dx3: number, dy3: number): void => {
    const [x1, y1] = [x + dx1, y + dy1];
    const [x2, y2] = [x1 + dx2, y1 + dy2];
    [x, y] = [x2 + dx3, y2 + dy3];
    steps.push({ to: 'curve', x1, y1, x2, y2, x, y });
  };
  const lines = (until: number, from = 0): void => {
    for (let i = from; i + 1 < until; i += 2) line(stack[i]!, stack[i + 1]!);
  };
  const curves = (until: number, from = 0): void => {
    for (let i = from; i + 5 < until; i += 6) {
      const [a, b, c, d, e, f] = stack.slice(i, i + 6) as [number, number, number, number, number, number];
      curve(a, b, c, d, e, f);
    }
  };
  /** hvcurveto and vhcurveto: tangents across and up by turns. */
  const turning = (across: boolean): void => {
    let i = 0;
    for (let now = across; i + 3 < stack.length; now = !now, i += 4) {
      const [a, b, c, d] = stack.slice(i, i + 4) as [number, number, number, number];
      const last = stack.length - i === 5 ? stack[i + 4]! : 0;
      if (now) curve(a, 0, b, c, last, d);
      else curve(0, a, b, c, d, last);
    }
  };
  /** hhcurveto and vvcurveto: begin and end along the same axis, the first perhaps aside. */
  const along = (across: boolean): void => {
    let i = stack.length % 4;
    let aside = i === 1 ? stack[0]! : 0;
    for (; i + 3 < stack.length; i += 4, aside = 0) {
      const [a, b, c, d] = stack.slice(i, i + 4) as [number, number, number, number];
      if (across) curve(a, aside, b, c, d, 0);
      else curve(aside, a, b, c, 0, d);
    }
  };
  const stems = (): void => {
    width(stack.length % 2 === 1);
    hints += stack.length >> 1;
  };
  const flex = (kind: number): void => {
    const s = stack as number[] & Record<number, number>;
    if (kind === 35) curves(12);
    else if (kind === 34) {
      curve(s[0]!, 0, s[1]!, s[2]!, s[3]!, 0);
      curve(s[4]!, 0, s[5]!, -s[2]!, s[6]!, 0);
    } else if (kind === 36) {
      curve(s[0]!, s[1]!, s[2]!, s[3]!, s[4]!, 0);
      curve(s[5]!, 0, s[6]!, s[7]!, s[8]!, -(s[1]! + s[3]! + s[7]!));
    } else if (kind === 37) {
      const dx = s[0]! + s[2]! + s[4]! + s[6]! + s[8]!;
      const dy = s[1]! + s[3]! + s[5]! + s[7]! + s[9]!;
      const flat = Math.abs(dx) > Math.abs(dy);
      curve(s[0]!, s[1]!, s[2]!, s[3]!, s[4]!, s[5]!);
      curve(s[6]!, s[7]!, s[8]!, s[9]!, flat ? s[10]! : -dx, flat ? -dy : s[10]!);
    }
  };

  /** True when the glyph has ended. */
  const run = ([start, end]: Range, depth: number): boolean => {
    if (depth > DEEPEST) throw new RangeError('cff: subroutines call each other without end');
    for (let at = start; at < end;) {
      if (++taken > MOST_STEPS) throw new RangeError('cff: a glyph without end');
      const byte = view.getUint8(at++);
      if (byte >= 32 || byte === 28) {
        if (byte === 28) {
          stack.push(view.getInt16(at));
          at += 2;
        } else if (byte <= 246) stack.push(byte - 139);
        else if (byte <= 250) stack.push((byte - 247) * 256 + view.getUint8(at++) + 108);
        else if (byte <= 254) stack.push(-(byte - 251) * 256 - view.getUint8(at++) - 108);
        else {
          stack.push(view.getInt32(at) / 65_536);
          at += 4;
        }
        continue;
      }
      if (byte === 10 || byte === 29) {
        const kit = byte === 10 ? own : shared;
        const n = (stack.pop() ?? 0) + (kit.count < 1_240 ? 107 : kit.count < 33_900 ? 1_131 : 32_768);
        if (n < 0 || n >= kit.count) throw new RangeError('cff: a subroutine that is not there');
        if (run(kit.item(n), depth + 1)) return true;
        continue;
      }
      if (byte === 11) return false;
      if (byte === 14) return true;
      switch (byte) {
        case 1:
        case 3:
        case 18:
        case 23:
          stems();
          break;
        case 19:
        case 20:
          stems();
          at += (hints + 7) >> 3;
          break;
        case 21:
          width(stack.length > 2);
          move(stack[0] ?? 0, stack[1] ?? 0);
          break;
        case 22:
          width(stack.length > 1);
          move(stack[0] ?? 0, 0);
          break;
        case 4:
          width(stack.length > 1);
          move(0, stack[0] ?? 0);
          break;
        case 5:
          lines(stack.length);
          break;
        case 6:
        case 7:
          stack.forEach((by, i) => ((i % 2 === 0) === (byte === 6) ? line(by, 0) : line(0, by)));
          break;
        case 8:
          curves(stack.length);
          break;
        case 24:
          curves(stack.length - 2);
          lines(stack.length, stack.length - 2);
          break;
        case 25:
          lines(stack.length - 6);
          curves(stack.length, stack.length - 6);
          break;
        case 26:
          along(false);
          break;
        case 27:
          along(true);
          break;
        case 30:
          turning(false);
          break;
        case 31:
          turning(true);
          break;
        case 12:
          flex(view.getUint8(at++));
          break;
        default:
          break;
      }
      stack = [];
    }
    return false;
  };
  run(program, 0);
  return steps;
}
