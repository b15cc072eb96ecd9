// The short forms in which a drawing names things: titles, leads, dates. Pure text; where it stands is the caller's.
import { dayOfMonth, month, quarter, year } from '../model/day.ts';
import type { Day, Id, Node, Plan, Span } from '../model/plan.ts';
import { branch } from '../model/tree.ts';
import { clip, measure } from './text.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

const LONG = 22;

/** What a node is called in a tight place. A clause's title is its whole official text, so it goes by its first phrase. */
export function shortTitle(node: Pick<Node, 'kind' | 'title'>, lang: Lang = 'zh'): string {
  const title = node.title.trim();
  if (title === '') return WORDS[lang].untitled;
  if (node.kind !== 'clause') return title.replace(/\s*\n\s*/g, ' ');
  const phrase = firstPhrase(title);
  const chars = [...phrase];
  return chars.length <= LONG ? phrase : clip(phrase, 1, LONG - 1);
}

/** To the first ，。；： that stands outside brackets and quotes. */
function firstPhrase(title: string): string {
  let depth = 0;
  let phrase = '';
  for (const char of title) {
    if ('（《“‘(['.includes(char)) depth++;
    if ('）》”’)]'.includes(char)) depth--;
    if (depth <= 0 && '，。；：\n'.includes(char) && phrase !== '') return phrase;
    phrase += char;
  }
  return phrase;
}

/** Names of the offices that lead the node, or, if none is named there, of those that lead what is below it. */
export function leadNames(plan: Plan, id: Id): readonly string[] {
  const own = plan.nodes.get(id)?.lead;
  const offices =
    own && own.size > 0 ? own.keys() : branch(plan, id).flatMap((at) => [...plan.nodes.get(at)!.lead.keys()]);
  return [...new Set(offices)].flatMap((office) => plan.offices.get(office)?.name ?? []);
}

/** The first lead and how many there are, in the fullest form that fits `width`. */
export function leadLabel(names: readonly string[], lang: Lang, size: number, width: number): string {
  const [first] = names;
  if (first === undefined) return '';
  if (names.length === 1) return clip(first, size, width);
  const full = WORDS[lang].others(first, names.length);
  const rest = ` +${names.length - 1}`;
  return measure(full, size) <= width ? full : clip(first, size, width - measure(rest, size)) + rest;
}

/** 9/2–10/31; with years where they are not `home`; 9/2–年底 when the end was stated only so. */
export function spanLabel(span: Span, lang: Lang, home?: number): string {
  const start = dayLabel(span.start, home);
  const end = endLabel(span, lang, home);
  if (span.start === span.end) return end;
  // A stretch known only roughly at its end is written by that end alone when it begins with the year.
  return `${start}–${end}`;
}

function endLabel(span: Span, lang: Lang, home?: number): string {
  const { end, grain } = span;
  if (!grain || grain === 'day' || (home !== undefined && year(end) !== home)) return dayLabel(end, home);
  const m = month(end);
  if (lang === 'en') {
    const names = {
      month: `end of ${m}/${year(end)}`,
      quarter: `end of Q${quarter(end)}`,
      half: m <= 6 ? 'mid-year' : 'year end',
      year: 'year end',
    };
    return names[grain];
  }
  const quarters = ['一季度末', '二季度末', '三季度末', '年底'];
  const names = {
    month: `${m}月底`,
    quarter: quarters[quarter(end) - 1]!,
    half: m <= 6 ? '6月底' : '年底',
    year: '年底',
  };
  return names[grain];
}

export function dayLabel(day: Day, home?: number): string {
  const short = `${month(day)}/${dayOfMonth(day)}`;
  return home === undefined || year(day) === home ? short : `${year(day)}/${short}`;
}
