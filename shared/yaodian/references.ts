// References by number in running text, such as 第6项 or 第三部分第2条: what each names, and how it reads once numbers have moved.
// Kept as plain words, because that is what the official text is; nothing is stored beside it.
import { numbering, chineseNumber } from '../model/numbering.ts';
import { ROOT } from '../model/plan.ts';
import type { Id, Node, Plan } from '../model/plan.ts';
import { childrenOf } from '../model/tree.ts';

/** The numbered plan a reference is read against or written for. */
type Numbers = Pick<Plan, 'nodes' | 'tree' | 'meta'>;

const DIGIT = '[0-9０-９]';
const HAN = '[一二三四五六七八九十〇零]';
const NUMBER = `(?:${DIGIT}{1,3}|${HAN}{1,5})`;
/** 第三部分第2项, 第三部分, 第6项, 第6.1项. 方面 and 点 are left alone: running text uses them for anything. */
const REFERENCE = new RegExp(
  `第(?<section>${NUMBER})(?<part>部分|大项|章)(?:第(?<inner>${NUMBER})(?<innerWord>项|条))?` +
    `|第(?<item>${NUMBER})(?:[.．](?<clause>${DIGIT}{1,2}))?(?<word>项|条)(?!例)`,
  'gu',
);

interface Target {
  readonly section?: Id;
  readonly item?: Id;
  readonly clause?: Id;
}

export interface Retitled {
  readonly id: Id;
  readonly title: string;
}

/** The titles whose references must read otherwise in `after`, so that they still name what they named in `before`. */
export function followNumbers(before: Numbers, after: Numbers): readonly Retitled[] {
  const holders = [...after.nodes.values()].filter(refers);
  if (holders.length === 0) return [];
  const old = indexOf(before);
  const now = indexOf(after);
  return holders.flatMap(({ id, title }): Retitled[] => {
    // What was typed in this very step was meant for the plan as it was.
    const next = title.replace(REFERENCE, (words: string, ...rest: unknown[]) =>
      rewritten(words, rest.at(-1) as Readonly<Record<string, string | undefined>>, old, now),
    );
    return next === title ? [] : [{ id, title: next }];
  });
}

const known = new WeakMap<Node, boolean>();

function refers(node: Node): boolean {
  const found = known.get(node) ?? new RegExp(REFERENCE.source, 'u').test(node.title);
  known.set(node, found);
  return found;
}

interface Index {
  /** `三`, `三/2`, `/6`, `/6.1` → who is called so; undefined when several are. */
  readonly named: ReadonlyMap<string, Id | undefined>;
  readonly labels: ReadonlyMap<Id, { readonly index: number; readonly section?: Id }>;
}

function indexOf(plan: Numbers): Index {
  const numbers = numbering(plan);
  const named = new Map<string, Id | undefined>();
  const labels = new Map<Id, { index: number; section?: Id }>();
  const name = (key: string, id: Id): void => void named.set(key, named.has(key) ? undefined : id);
  const visit = (parent: Id, section: Id | undefined, top: number, item: number): void => {
    for (const id of childrenOf(plan, parent)) {
      const { kind } = plan.nodes.get(id)!;
      const { index } = numbers.get(id)!;
      labels.set(id, section === undefined ? { index } : { index, section });
      if (kind === 'section') {
        if (parent === ROOT) name(`§${index}`, id);
        visit(id, section ?? id, parent === ROOT ? index : top, item);
      } else if (kind === 'item') {
        name(`/${index}`, id);
        name(`§${top}/${index}`, id);
        visit(id, section, top, index);
      } else if (kind === 'clause') {
        name(`/${item}.${index}`, id);
      }
    }
  };
  visit(ROOT, undefined, 0, 0);
  return { named, labels };
}

function rewritten(words: string, part: Readonly<Record<string, string | undefined>>, old: Index, now: Index): string {
  const target = targetOf(part, old);
  if (!target) return words;
  const number = (id: Id | undefined, like: string): string | undefined => {
    const at = id === undefined ? undefined : now.labels.get(id)?.index;
    return at === undefined ? undefined : writeNumber(at, like);
  };
  if (part['section'] !== undefined) {
    // The section of an item it names is where the item hangs now.
    const section = target.item === undefined ? target.section : now.labels.get(target.item)?.section;
    const outer = number(section, part['section']);
    const inner = part['inner'] === undefined ? '' : number(target.item, part['inner']);
    if (outer === undefined || inner === undefined) return words;
    return `第${outer}${part['part']}${part['inner'] === undefined ? '' : `第${inner}${part['innerWord']}`}`;
  }
  const item = number(target.item, part['item']!);
  if (item === undefined) return words;
  if (part['clause'] === undefined) return `第${item}${part['word']}`;
  const clause = number(target.clause, part['clause']);
  return clause === undefined ? words : `第${item}${/[.．]/.exec(words)![0]}${clause}${part['word']}`;
}

/** What is named, or undefined when nothing or more than one thing is. */
function targetOf(part: Readonly<Record<string, string | undefined>>, { named }: Index): Target | undefined {
  if (part['section'] !== undefined) {
    const section = readNumber(part['section']);
    if (part['inner'] === undefined) {
      const id = named.get(`§${section}`);
      return id === undefined ? undefined : { section: id };
    }
    const item = named.get(`§${section}/${readNumber(part['inner'])}`);
    return item === undefined ? undefined : { item };
  }
  const at = readNumber(part['item']!);
  const item = named.get(`/${at}`);
  if (item === undefined) return undefined;
  if (part['clause'] === undefined) return { item };
  const clause = named.get(`/${at}.${readNumber(part['clause'])}`);
  return clause === undefined ? undefined : { item, clause };
}

const DIGITS = '〇一二三四五六七八九';

function readNumber(text: string): number {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/零/g, '〇');
  if (/^\d+$/.test(plain)) return +plain;
  if (!plain.includes('十')) return +[...plain].map((digit) => DIGITS.indexOf(digit)).join('');
  const [tens = '', ones = ''] = plain.split('十');
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

function writeNumber(n: number, like: string): string {
  if (/^\d/.test(like)) return String(n);
  if (/^[０-９]/.test(like))
    return [...String(n)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  return chineseNumber(n);
}
