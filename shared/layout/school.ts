// The middle band of the time header, where the plan knows its 校历: teaching weeks while a week has room, else the terms and school holidays by name.
import { year } from '../model/day.ts';
import type { Span, Term } from '../model/plan.ts';
import { termWeek, weekOf, weeksOf } from '../model/terms.ts';
import type { Stretch } from '../model/terms.ts';
import { across } from './grid.ts';
import type { Stage } from './grid.ts';
import { dayLabel } from './label.ts';
import type { Group, Shape } from './scene.ts';
import { baseline, measure } from './text.ts';
import type { Measures } from './theme.ts';
import { visiblePart } from './timescale.ts';
import type { Timescale } from './timescale.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

/** Its height. */
export function schoolBand(m: Measures): number {
  return Math.round(m.band * 0.8);
}

/** Of all bands together. */
export function headHeight(m: Measures, school: boolean): number {
  return 2 * m.band + (school ? schoolBand(m) : 0);
}

/** What the band is cut into: weeks where they can be named, else terms. */
export interface Piece {
  readonly span: Pick<Span, 'start' | 'end'>;
  readonly stretch: Stretch;
  readonly week?: number;
}

export function piecesOf(
  school: readonly Stretch[],
  scale: Pick<Timescale, 'zoom'>,
  seen: Pick<Span, 'start' | 'end'>,
): readonly Piece[] {
  const inSight = school.filter(({ span }) => span.start <= seen.end && span.end >= seen.start);
  if (scale.zoom !== 'day' && scale.zoom !== 'week') return inSight.map((stretch) => ({ span: stretch.span, stretch }));
  return inSight.flatMap((stretch): readonly Piece[] => {
    const { term, span } = stretch;
    if (!term) return [{ span, stretch }];
    const from = span.start < seen.start ? (termWeek(seen.start, [term])?.week ?? 1) : 1;
    const pieces: Piece[] = [];
    for (let week = from; ; week++) {
      const days = weekOf(term, week);
      if (!days || days.start > seen.end) return pieces;
      pieces.push({ span: days, stretch, week });
    }
  });
}

/** `from` is the left edge of what is in sight, so that a long term still shows its name. */
export function drawPiece(stage: Stage, { span, stretch, week }: Piece, from: number): Group {
  const { measures: m, lang, scale, left } = stage;
  const y = m.band;
  const h = schoolBand(m);
  const { x, w } = across(stage, visiblePart(scale, span)!);
  const pad = Math.round(m.small * 0.45);
  const name = namesOf(stretch, week, lang).find((each) => measure(each, m.small) + 2 * pad <= w);
  const shapes: Shape[] = [];
  if (stretch.rest) shapes.push({ kind: 'rect', x, y, w, h: h - 1, fill: 'weekend' });
  if (x > left) shapes.push({ kind: 'line', x1: x, y1: y, x2: x, y2: y + h, stroke: 'hairline', width: 1 });
  if (name !== undefined) {
    const long = measure(name, m.small);
    const start = Math.max(x, Math.min(from, x + w - long - 2 * pad)) + pad;
    shapes.push({
      kind: 'text',
      x: start,
      y: baseline(y, h, m.small),
      text: name,
      size: m.small,
      fill: stretch.term || stretch.rest ? 'muted' : 'faint',
    });
  }
  const end = x + w;
  // A gap after it belongs to nobody.
  shapes.push({ kind: 'line', x1: end, y1: y, x2: end, y2: y + h, stroke: 'hairline', width: 1 });
  return {
    key: `school ${span.start}`,
    bounds: { x, y, w, h },
    hint: hintOf(stretch, week, span, lang),
    shapes,
  };
}

export function drawSchoolBack({ left, scale, measures: m }: Stage): Group {
  const y = m.band + schoolBand(m);
  return {
    key: 'school back',
    bounds: { x: left, y: m.band, w: scale.width, h: schoolBand(m) },
    shapes: [{ kind: 'line', x1: left, y1: y, x2: left + scale.width, y2: y, stroke: 'hairline', width: 1 }],
  };
}

const ZH_TERMS = { 1: '第一学期', 2: '第二学期' } as const;
const RESTS = {
  zh: { winter: '寒假', summer: '暑假' },
  en: { winter: 'Winter break', summer: 'Summer break' },
} as const;

/** 2019学年第一学期 */
export function termName({ schoolYear, term }: Pick<Term, 'schoolYear' | 'term'>, lang: Lang): string {
  return lang === 'zh'
    ? `${schoolYear}学年${ZH_TERMS[term]}`
    : `${schoolYear}–${String(schoolYear + 1).slice(2)} Term ${term}`;
}

/** From the fullest form to the shortest. */
function namesOf({ term, rest }: Stretch, week: number | undefined, lang: Lang): readonly string[] {
  if (rest) return lang === 'zh' ? [RESTS.zh[rest]] : [RESTS.en[rest], 'Break'];
  if (!term) return [WORDS[lang].unknownTerms];
  if (week !== undefined)
    return lang === 'zh' ? [`第${week}周`, `${week}周`, String(week)] : [`Week ${week}`, `W${week}`, String(week)];
  const weeks = weeksOf(term)!;
  const full = termName(term, lang);
  return lang === 'zh'
    ? [`${full}（${weeks}周）`, full, ZH_TERMS[term.term]]
    : [`${full} (${weeks} weeks)`, full, `Term ${term.term}`, `T${term.term}`];
}

function hintOf({ term, rest }: Stretch, week: number | undefined, { start, end }: Piece['span'], lang: Lang): string {
  const home = year(start);
  const days = `${dayLabel(start, home)}–${dayLabel(end, home)}`;
  if (!term) return `${rest ? RESTS[lang][rest] : WORDS[lang].unknownTerms} ${days}`;
  const name = termName(term, lang);
  if (week === undefined) return `${name} ${days}`;
  return lang === 'zh' ? `${name}第${week}周 ${days}` : `${name}, week ${week}: ${days}`;
}
