// A TrueType font with one black square for 中 (or for any other character): enough to prove that fonts are found, named and drawn with.

interface FontOptions {
  readonly family: string;
  readonly weight?: number;
  /** The one character it has. */
  readonly char?: number;
  /** Which kind of character map it carries. */
  readonly format?: 4 | 12;
}

export function squareFont({ family, weight = 400, char = 0x4e2d, format = 4 }: FontOptions): Uint8Array {
  return sfnt({
    'OS/2': bytes((w) => w.u16(3).u16(1000).u16(weight).u16(5).zeros(24).zeros(10).zeros(16).text('TEST').u16(64).u16(char).u16(char).u16(800).u16(-200).u16(0).u16(900).u16(300).zeros(8).zeros(10)),
    cmap: bytes((w) => w.u16(0).u16(1).u16(3).u16(format === 4 ? 1 : 10).u32(12).append(format === 4 ? segments(char) : groups(char))),
    glyf: bytes((w) => w.u16(1).u16(0).u16(0).u16(1000).u16(800).u16(3).u16(0).text('\x01\x01\x01\x01').u16(0).u16(1000).u16(0).u16(-1000).u16(0).u16(0).u16(800).u16(0)),
    head: bytes((w) => w.u16(1).u16(0).u32(0x10000).u32(0).u32(0x5f0f3cf5).u16(0).u16(1000).zeros(16).u16(0).u16(0).u16(1000).u16(800).u16(0).u16(8).u16(2).u16(0).u16(0)),
    hhea: bytes((w) => w.u16(1).u16(0).u16(800).u16(-200).u16(0).u16(1000).zeros(22).u16(2)),
    hmtx: bytes((w) => w.u16(1000).u16(0).u16(1000).u16(0)),
    loca: bytes((w) => w.u16(0).u16(0).u16(17)),
    maxp: bytes((w) => w.u32(0x10000).u16(2).u16(4).u16(1).zeros(22)),
    name: names(family),
    post: bytes((w) => w.u32(0x30000).zeros(28)),
  });
} // prettier-ignore

/** The same square with PostScript's outlines: up by lines, back down by curves that bend nowhere. */
export function cubicFont({ family, weight = 400, char = 0x4e2d }: Omit<FontOptions, 'format'>): Uint8Array {
  const square = squareFont({ family, weight, char });
  const tables = Object.fromEntries(
    tablesOf(square).filter(([name]) => name !== 'glyf' && name !== 'loca' && name !== 'maxp'),
  );
  const whole = sfnt({ 'CFF ': cff(), ...tables, maxp: bytes((w) => w.u32(0x5000).u16(2)) });
  whole.set([...'OTTO'].map((letter) => letter.charCodeAt(0)));
  return whole;
}

function tablesOf(font: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const view = new DataView(font.buffer);
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const start = view.getUint32(at + 8);
    return [String.fromCharCode(...font.subarray(at, at + 4)), font.subarray(start, start + view.getUint32(at + 12))];
  });
}

/** One glyph beside .notdef, drawn partly by a subroutine; 1000 wide and 800 high. */
function cff(): Uint8Array {
  const number = (value: number): number[] => [28, (value >> 8) & 255, value & 255];
  const long = (value: number): number[] => [29, ...[24, 16, 8, 0].map((bits) => (value >> bits) & 255)];
  const index = (items: readonly number[][]): number[] => {
    if (items.length === 0) return [0, 0];
    let at = 1;
    const offsets = [at, ...items.map((item) => (at += item.length))];
    return [0, items.length, 2, ...offsets.flatMap((each) => [each >> 8, each & 255]), ...items.flat()];
  };
  // Down: a curve that bends nowhere; the subroutine is number 0, which is called by -107.
  const down = [...number(0), ...number(-267), ...number(0), ...number(-266), ...number(0), ...number(-267), 8, 11];
  const square = [
    ...[...number(0), ...number(0), 21],
    ...[...number(800), 7],
    ...[...number(1000), 6],
    ...[...number(-107), 10],
    ...[...number(-1000), 6],
    14,
  ];
  const head = [1, 0, 4, 2];
  const names = index([[65]]);
  const build = (programs: number, kit: number): number[] => [
    ...long(programs), 17, ...long(6), ...long(kit), 18,
  ]; // prettier-ignore
  const before = head.length + names.length + index([build(0, 0)]).length + 2 + 2;
  const programs = index([[14], square]);
  // A private dictionary that says only where its subroutines begin: right behind it.
  const own = [...long(6), 19];
  const top = index([build(before, before + programs.length)]);
  return Uint8Array.from([...head, ...names, ...top, 0, 0, 0, 0, ...programs, ...own, ...index([down])]);
}

/** Several fonts in one file, as systems ship them. */
export function collection(fonts: readonly Uint8Array[]): Uint8Array {
  const head = 12 + 4 * fonts.length;
  const starts: number[] = [];
  let at = head;
  for (const font of fonts) {
    starts.push(at);
    at += font.length;
  }
  const moved = fonts.map((font, index) => shifted(font, starts[index]!));
  return bytes((w) => {
    w.text('ttcf').u32(0x10000).u32(fonts.length);
    for (const start of starts) w.u32(start);
    for (const font of moved) w.append(font);
  });
}

/** Table offsets count from the start of the file. */
function shifted(font: Uint8Array, by: number): Uint8Array {
  const copy = font.slice();
  const view = new DataView(copy.buffer);
  for (let i = 0; i < view.getUint16(4); i++) view.setUint32(12 + 16 * i + 8, view.getUint32(12 + 16 * i + 8) + by);
  return copy;
}

function segments(char: number): Uint8Array {
  return bytes((w) => w.u16(4).u16(32).u16(0).u16(4).u16(4).u16(1).u16(0).u16(char).u16(0xffff).u16(0).u16(char).u16(0xffff).u16(1 - char).u16(1).u16(0).u16(0)); // prettier-ignore
}

function groups(char: number): Uint8Array {
  return bytes((w) => w.u16(12).u16(0).u32(28).u32(0).u32(1).u32(char).u32(char).u32(1));
}

function names(family: string): Uint8Array {
  const records: readonly [number, string][] = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, 'Square'],
  ];
  const text = bytes((w) => records.forEach(([, words]) => w.utf16(words)));
  let at = 0;
  return bytes((w) => {
    w.u16(0)
      .u16(records.length)
      .u16(6 + 12 * records.length);
    for (const [kind, words] of records) {
      w.u16(3).u16(1).u16(0x409).u16(kind).u16(2 * words.length).u16(at); // prettier-ignore
      at += 2 * words.length;
    }
    w.append(text);
  });
}

function sfnt(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables);
  let at = 12 + 16 * entries.length;
  const padded = (length: number): number => (length + 3) & ~3;
  return bytes((w) => {
    w.u32(0x10000).u16(entries.length).u16(128).u16(3).u16(32);
    for (const [tag, table] of entries) {
      w.text(tag).u32(0).u32(at).u32(table.length);
      at += padded(table.length);
    }
    for (const [, table] of entries) w.append(table).zeros(padded(table.length) - table.length);
  });
}

interface Writer {
  u16(value: number): Writer;
  u32(value: number): Writer;
  text(words: string): Writer;
  utf16(words: string): Writer;
  zeros(count: number): Writer;
  append(more: Uint8Array): Writer;
}

function bytes(write: (writer: Writer) => unknown): Uint8Array {
  const out: number[] = [];
  const writer: Writer = {
    u16: (value) => (out.push((value >> 8) & 255, value & 255), writer),
    u32: (value) => writer.u16(value >>> 16).u16(value & 0xffff),
    text: (words) => (out.push(...[...words].map((char) => char.charCodeAt(0))), writer),
    utf16: (words) => {
      for (let i = 0; i < words.length; i++) writer.u16(words.charCodeAt(i));
      return writer;
    },
    zeros: (count) => (out.push(...Array.from({ length: count }, () => 0)), writer),
    append: (more) => (out.push(...more), writer),
  };
  write(writer);
  return Uint8Array.from(out);
}
