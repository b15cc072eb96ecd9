// Which number style is a heading and which is an item in this document. Weighs all marked lines; knows no line's text beyond that.
import { isHeading, isTitled } from './frame.ts';
import type { Line } from './lines.ts';
import { STYLES } from './marks.ts';
import type { Style } from './marks.ts';

export interface Levels {
  readonly sections: ReadonlySet<Style>;
  /** Undefined when items have no marks: then the paragraphs below a section are items. */
  readonly item: Style | undefined;
}

/** A marked line and what follows it up to the next. */
interface Para {
  readonly line: Line;
  readonly style: Style;
  readonly next: Style | undefined;
  /** Unmarked lines below it. */
  readonly below: readonly Line[];
}

export function rank(style: Style): number {
  return STYLES.indexOf(style);
}

const INNER = rank('article');
const DECIMAL: ReadonlySet<Style> = new Set(['decimal', 'decimals']);

export function levelsOf(lines: readonly Line[]): Levels {
  const paras = parasOf(lines);
  const used = STYLES.filter((style) => paras.some((para) => para.style === style));
  const sections = new Set<Style>();
  for (const [i, style] of used.entries()) {
    const own = paras.filter((para) => para.style === style);
    const deeper = used.slice(i + 1);
    if (deeper.length === 0) {
      if (!standsAbove(own, rank(style) >= INNER)) return { sections, item: style };
      sections.add(style);
      continue;
    }
    // 一、 is a heading whoever leads it.
    if (
      rank(style) > rank('chinese') &&
      carriesRoles(
        own,
        paras.filter((para) => para.style === deeper[0]),
      )
    )
      return { sections, item: style };
    if (deeper.length === 1 && closeWithRoles(paras, style)) return { sections, item: style };
    const heads = own.filter((para) => leads(para)).length;
    // 1.1 says by itself that it stands below 1.
    const told = (sections.size === 0 || DECIMAL.has(style)) && deeper.some((each) => DECIMAL.has(each));
    const inner = rank(style) >= INNER && !told;
    const titled = paras.filter((para) => deeper.includes(para.style)).map(titledPara);
    const share = titled.filter(Boolean).length / titled.length;
    const over = inner
      ? heads >= own.length * 0.8 && share >= 0.6 && own.every((para) => isBare(para.line))
      : heads * 2 >= own.length;
    if (!over) return { sections, item: style };
    sections.add(style);
  }
  return { sections, item: undefined };
}

function parasOf(lines: readonly Line[]): readonly Para[] {
  const paras: (Para & { below: Line[]; next: Style | undefined })[] = [];
  for (const line of lines) {
    const last = paras.at(-1);
    if (line.mark) {
      if (last) last.next = line.mark.style;
      paras.push({ line, style: line.mark.style, next: undefined, below: [] });
    } else if (line.text !== '') last?.below.push(line);
  }
  return paras;
}

/** A deeper number follows, and nobody is named before it. */
function leads(para: Para): boolean {
  if (para.next === undefined || rank(para.next) <= rank(para.style)) return false;
  return !(para.line.led && !isBare(para.line)) && !para.below.some((line) => line.led && !line.roles);
}

/** Most headings name who leads, and what is numbered below them neither has a title nor names anybody: they are items with their clauses. */
function carriesRoles(own: readonly Para[], below: readonly Para[]): boolean {
  const most = (paras: readonly Para[], test: (para: Para) => boolean): boolean =>
    paras.filter(test).length * 2 > paras.length;
  return (
    most(own, ({ line }) => line.led && isBare(line)) && most(below, (para) => !para.line.led && !titledPara(para))
  );
}

/** Below most headings several numbered lines name nobody, and lines of roles close them: they are one item's measures. */
function closeWithRoles(paras: readonly Para[], style: Style): boolean {
  const groups: Para[][] = [];
  for (const para of paras) {
    if (rank(para.style) <= rank(style)) groups.push([]);
    else groups.at(-1)?.push(para);
  }
  const named = (para: Para): boolean => para.line.led || para.below.some((line) => line.led);
  const several = groups.filter((group) => group.length > 1);
  const closed = several.filter(
    (group) => group.at(-1)!.below.some((line) => line.roles) && !group.slice(0, -1).some(named),
  );
  return closed.length > 0 && closed.length >= several.length * 0.8 && several.length * 2 >= groups.length - 1;
}

function isBare(line: Line): boolean {
  const words = line.text.slice(line.mark?.raw.length ?? 0);
  return words.length <= 60 && !/。./.test(words.replace(/[（(【[].*$/, ''));
}

function titledPara({ line }: Para): boolean {
  return isTitled(line.text.slice(line.mark?.raw.length ?? 0));
}

/** Headings whose items have lost their numbers, or never had any. */
function standsAbove(paras: readonly Para[], inner: boolean): boolean {
  const bare = paras.filter(({ line }) => !line.led && isBare(line)).length;
  if (bare < paras.length * 0.7) return false;
  const bodies = paras.flatMap((para) => para.below.filter((line) => !line.roles));
  const many = bodies.length >= paras.length * 1.5;
  const share = (test: (line: Line) => boolean): number => bodies.filter(test).length / Math.max(1, bodies.length);
  const titled = share((line) => isTitled(line.text));
  if (inner) return many && titled >= 0.6 && share((line) => line.led) >= 0.6;
  if (titled >= 0.6 && (many || share((line) => line.led) >= 0.5)) return true;
  const roleLines = paras.flatMap((para) =>
    para.below.filter((line, i) => line.roles && !para.below[i - 1]?.roles),
  ).length;
  if (many && (share((line) => line.led) >= 0.6 || roleLines >= paras.length * 1.5)) return true;
  return many && share((line) => isHeading(line.text)) >= 0.35;
}
