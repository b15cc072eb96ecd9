// Word's automatic numbers, counted as Word counts them: the paragraph only says "list 3, level 0", numbering.xml says what that looks like.
import { child, elements } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { numeral } from './numerals.ts';
import type { Styles } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、`, with the numeral of level n for %n. */
  readonly text: string;
  /** Counts anew after a level this deep or above; 0 never. From 1. */
  readonly restart: number;
  /** Figures for every numeral. */
  readonly legal: boolean;
}

export interface Counter {
  /** The next number of this list, with its punctuation; '' where Word shows none or a bullet. */
  next(numId: string, ilvl: number): string;
  /** The level a style is tied to in its list. */
  levelOf(numId: string, styleId: string): number | undefined;
}

const LEVELS = 9;

export function readNumbering(root: XmlElement | undefined, styles: Styles): Counter {
  const abstracts = new Map(
    elements(root, 'w:abstractNum').map((each) => [each.attrs['w:abstractNumId'] ?? '', each] as const),
  );
  const nums = new Map(elements(root, 'w:num').map((each) => [each.attrs['w:numId'] ?? '', each] as const));
  const lists = new Map<string, List | undefined>();
  const counts = new Map<string, (number | undefined)[]>();
  const listOf = (numId: string): List | undefined => {
    if (!lists.has(numId)) lists.set(numId, readList(numId, nums, abstracts, styles));
    return lists.get(numId);
  };
  return {
    levelOf: (numId, styleId) => {
      const at = listOf(numId)?.styles.indexOf(styleId) ?? -1;
      return at < 0 ? undefined : at;
    },
    next(numId, ilvl) {
      const list = listOf(numId);
      const level = list?.levels[ilvl];
      if (!list || !level) return '';
      const count = counts.get(list.abstract) ?? [];
      counts.set(list.abstract, count);
      for (const at of list.restarts.splice(0)) count[at] = undefined;
      count[ilvl] = count[ilvl] === undefined ? level.start : count[ilvl] + 1;
      for (let above = 0; above < ilvl; above++) count[above] ??= list.levels[above]?.start ?? 1;
      for (let below = ilvl + 1; below < LEVELS; below++) {
        const { restart = below } = list.levels[below] ?? {};
        if (restart > ilvl) count[below] = undefined;
      }
      if (level.format === 'bullet') return '';
      return level.text.replace(/%([1-9])/g, (_all, n: string) => {
        const at = +n - 1;
        return numeral(level.legal ? 'decimal' : (list.levels[at]?.format ?? 'decimal'), count[at] ?? 0);
      });
    },
  };
}

interface List {
  /** Lists of one abstract list count on together. */
  readonly abstract: string;
  readonly levels: readonly (Level | undefined)[];
  readonly styles: readonly (string | undefined)[];
  /** Levels that this list begins anew the first time it is used. */
  readonly restarts: number[];
}

function readList(
  numId: string,
  nums: ReadonlyMap<string, XmlElement>,
  abstracts: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): List | undefined {
  const num = nums.get(numId);
  let abstract = child(num, 'w:abstractNumId')?.attrs['w:val'];
  let written = abstract === undefined ? undefined : abstracts.get(abstract);
  // A list may only name a style whose own list holds the levels.
  for (let hops = 0; written && hops < 4; hops++) {
    const linked = child(written, 'w:numStyleLink')?.attrs['w:val'];
    const through = linked === undefined ? undefined : styles(linked).numId;
    const target = through === undefined ? undefined : child(nums.get(through), 'w:abstractNumId')?.attrs['w:val'];
    if (target === undefined || !abstracts.has(target)) break;
    abstract = target;
    written = abstracts.get(target);
  }
  if (!num || !written || abstract === undefined) return undefined;
  const levels: (Level | undefined)[] = [];
  const tied: (string | undefined)[] = [];
  for (const level of elements(written, 'w:lvl')) {
    const at = Number(level.attrs['w:ilvl']);
    if (!(at >= 0 && at < LEVELS)) continue;
    levels[at] = readLevel(level, at);
    tied[at] = child(level, 'w:pStyle')?.attrs['w:val'];
  }
  const restarts: number[] = [];
  for (const override of elements(num, 'w:lvlOverride')) {
    const at = Number(override.attrs['w:ilvl']);
    if (!(at >= 0 && at < LEVELS)) continue;
    const level = child(override, 'w:lvl');
    if (level) levels[at] = readLevel(level, at);
    const start = child(override, 'w:startOverride')?.attrs['w:val'];
    if (start === undefined) continue;
    const old = levels[at];
    if (old) levels[at] = { ...old, start: Number(start) || 0 };
    restarts.push(at);
  }
  return { abstract, levels, styles: tied, restarts };
}

function readLevel(level: XmlElement, at: number): Level {
  const value = (name: string): string | undefined => child(level, name)?.attrs['w:val'];
  const restart = value('w:lvlRestart');
  return {
    start: Number(value('w:start') ?? 1) || 0,
    format: value('w:numFmt') ?? 'decimal',
    text: (value('w:lvlText') ?? '').slice(0, 100),
    restart: restart === undefined ? at : Number(restart) || 0,
    legal: child(level, 'w:isLgl') !== undefined,
  };
}
