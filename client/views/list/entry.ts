// What people type into a cell, read: days in every common writing, percentages. Pure; knows no cell.
import { isDay, lastOfMonth } from '../../../shared/model/day.ts';
import type { Day, Grain, Light, LightRules, Span } from '../../../shared/model/plan.ts';
import { LIGHTS } from '../../../shared/model/readers.ts';

export interface ReadDay {
  readonly day: Day;
  /** How exactly it was said: 3月底 is a day with grain month. */
  readonly grain?: Grain;
}

/**
 * `2019-03-15`, `2019/3/15`, `2019.3.15`, `20190315`, `2019年3月15日`, `3/15`, `3-15`, `3月15日`; a day without a year is of
 * `year`. `6月底`, `年底`, `上半年`, `一季度` are read only where `rough` is allowed, that is for an end. Undefined for anything else.
 */
export function readDay(text: string, year: number, rough = false): ReadDay | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[。.]$/, '');
  const full =
    /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(plain) ??
    /^()(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(plain);
  if (full) {
    const day = `${full[1] || year}-${two(full[2]!)}-${two(full[3]!)}`;
    return isDay(day) ? { day } : undefined;
  }
  return rough ? readRough(plain, year) : undefined;
}

function readRough(plain: string, usual: number): ReadDay | undefined {
  const [, said, rest] = /^(?:(\d{4})年)?(.*?)前?$/.exec(plain)!;
  const year = Number(said ?? usual);
  const month = /^(\d{1,2})月(?:底|末)$/.exec(rest!);
  if (month) return endOf(year, +month[1]!, 'month');
  const quarter = /^第?([一二三四1-4])季度(?:底|末)?$/.exec(rest!);
  if (quarter)
    return endOf(
      year,
      3 * (' 一二三四'.indexOf(quarter[1]!) > 0 ? ' 一二三四'.indexOf(quarter[1]!) : +quarter[1]!),
      'quarter',
    );
  if (/^上半年(?:底|末)?$|^年中$/.test(rest!)) return endOf(year, 6, 'half');
  if (/^下半年(?:底|末)?$/.test(rest!)) return endOf(year, 12, 'half');
  return /^(?:年底|年末|底|末)$/.test(rest!) ? endOf(year, 12, 'year') : undefined;
}

function endOf(year: number, month: number, grain: Grain): ReadDay | undefined {
  const first = `${year}-${two(String(month))}-01`;
  return isDay(first) ? { day: lastOfMonth(first), grain } : undefined;
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}

/**
 * The span after one of its two ends was typed. An undated node takes the day for both. An end that passes the other is
 * left crossed, for the op to refuse with both days; when the other end is about to be written too, it is `pushed` along.
 */
export function withEnd(
  span: Span | undefined,
  which: 'start' | 'end',
  { day, grain }: ReadDay,
  pushed: 'pushed' | 'kept' = 'kept',
): Span {
  const other = span?.[which === 'start' ? 'end' : 'start'] ?? day;
  const crossed = which === 'start' ? other < day : other > day;
  const far = crossed && pushed === 'pushed' ? day : other;
  if (which === 'start') return { ...(far === other && span), start: day, end: far };
  return grain ? { start: far, end: day, grain } : { start: far, end: day };
}

/** `40`, `40%`, `４０％`; empty takes it away. Undefined for what is no whole percentage. */
export function readPercent(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const [, digits] = /^(\d{1,3})\s*%?$/.exec(plain) ?? [];
  return digits !== undefined && +digits <= 100 ? +digits : undefined;
}

const LIGHT_WORDS: Readonly<Record<string, Light | null>> = {
  未启动: 'todo',
  推进中: 'doing',
  已完成: 'done',
  滞后: 'late',
  暂缓: 'hold',
  'not started': 'todo',
  'in progress': 'doing',
  done: 'done',
  behind: 'late',
  'on hold': 'hold',
  '': null,
};

/** A light by its word, the bureau's own first, signs such as ● left aside; empty lets it follow from dates and progress. Undefined for another word. */
export function readLight(text: string, own: LightRules['names'] = {}): Light | null | undefined {
  const word = (each: string): string =>
    each
      .replace(/[○◐●▲✕]/g, '')
      .trim()
      .toLowerCase();
  const said = word(text);
  return LIGHTS.find((light) => own[light] !== undefined && word(own[light]) === said) ?? LIGHT_WORDS[said];
}

/** A pasted block as rows of cells: Excel's text form, in which a cell with breaks or tabs stands in quotes. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (quoted && char === '"' && source[i + 1] === '"') cell += source[i++];
    else if (quoted && char === '"') quoted = false;
    else if (!quoted && char === '"' && cell === '') quoted = true;
    else if (!quoted && (char === '\t' || char === '\n')) {
      rows.at(-1)!.push(cell);
      cell = '';
      if (char === '\n') rows.push([]);
    } else cell += char;
  }
  rows.at(-1)!.push(cell);
  return rows;
}
