// Deadlines as such texts state them behind 完成时限 and the like: 3月底前, 第一季度, 3-7月, 持续推进. Says a day only when the words do.
import type { Day } from '../model/plan.ts';
import { halfWidth } from './marks.ts';
import { findTimes } from './period.ts';
import type { Time } from './period.ts';

export interface Deadline {
  /** As written. */
  readonly raw: string;
  readonly start: Day | null;
  readonly end: Day | null;
  /** By a day (inclusive), over a range, without end, again and again, measured by something else, or not understood. */
  readonly kind: 'by' | 'range' | 'ongoing' | 'recurring' | 'relative' | 'unclear';
}

const ONGOING =
  /持续|长期|常态|常抓|经常|贯穿|常年|日常|(?:不断|有序|稳步|逐步|深入|扎实)(?:推进|完善|深化|开展)|一直|始终|长年|坚持|全程|推进中|年起|月起|日起(?!至|到)/;
const RECURRING =
  /每(?:个?学?年|个?月|个?周|[日天]|个?季度?|个?学期|半年|[一二三两\d]个?[年月周季日天])|按[年月季周日]|逐[年月季周日]|按(?:季度|学期|月度)|(?<!不)定期|不定期|[一二两三四半\d]年[一二两三四\d]次|(?:月|季|季度|学期|年)(?:度)?[一二两三四\d]次|各[一二两三四\d]次|^(?:月度|季度|学期)$/;
const RELATIVE =
  /开学|学期|学年|暑[假期]|寒假|假期|放假|考试|中考|高考|会考|学考|毕业|节假日|节日|春节|元旦|国庆|中秋|端午|清明|劳动节|五一|六一|七一|八一|十一|教师节|儿童节|建党|节前|节后|汛|春季|夏季|秋季|冬季|两会|适时|届时|另行|及时|即时|随时|尽快|按.*(?:要求|部署|安排|进度|计划|通知)|根据|视.*情况|同步|(?:个?工作日|[\d一二两三四五六七八九十]+天|[\d一二两三四五六七八九十]+日|个月|周|半年|[\d一二两三四五六七八九十]年|小时)(?:以|之)?内|[后之][一二两三\d]|印发后|验收|第[一二三四五六七八九十\d]+[周次]|期内|左右|前后|^[^\d，,；;]{1,14}(?:之前|之后|前|后|期间)(?:完成)?$/;
const SINCE = /(?:年|月|日|季度|旬|底|初)起/;

/** `year` is the plan's own; without one, words that need it keep their kind and get no day. */
export function readDeadline(raw: string, year: number | undefined): Deadline {
  const text = plain(raw);
  const say = (kind: Deadline['kind'], time?: Time): Deadline => ({
    raw,
    start: time?.start ?? null,
    end: time?.end ?? null,
    kind,
  });
  if (RECURRING.test(text)) return say('recurring');
  const times = findTimes(text, year);
  if (times.some((time) => time.wrong)) return say('unclear');
  const time = only(times);
  if (time === undefined || spoilt(text, time)) {
    if (times.length > 1) return say('unclear');
    return say(RELATIVE.test(text) ? 'relative' : ONGOING.test(text) ? 'ongoing' : 'unclear');
  }
  if (/即日起|现在起|目前起/.test(text.slice(0, time.from))) return say('by', { ...time, kind: 'by', start: null });
  return say(time.kind, time);
}

/** The same in a plan for the school year that begins in `year`. What spans a calendar year there is not understood. */
export function readSchoolDeadline(raw: string, year: number): Deadline {
  const read = readDeadline(raw, year);
  if (read.end === null || /\d{4}|[一二][〇○零一二三四五六七八九]{3}年|[明次翌]年/.test(halfWidth(raw))) return read;
  if (read.start?.endsWith('-01-01') && read.end.endsWith('-12-31'))
    return { raw, start: null, end: null, kind: 'unclear' };
  return read.end.slice(5) < '08' ? readDeadline(raw, year + 1) : read;
}

/** One phrase; or the last of several when each is a step on the way: 3月启动，12月底前完成. */
function only(times: readonly Time[]): Time | undefined {
  const last = times.at(-1);
  if (!last || times.length === 1) return last;
  const steps = times.every((time, i) => i === 0 || (time.end ?? '') > (times[i - 1]!.end ?? ''));
  return steps && last.kind === 'by' ? last : undefined;
}

/** What stands around the phrase says that it is no deadline by itself: 开学前（8月）, 全年持续推进, 9月起. */
function spoilt(text: string, time: Time): boolean {
  const [before, phrase, after] = [text.slice(0, time.from), text.slice(time.from, time.to), text.slice(time.to)];
  if (
    /^(?:起|左右|上下|前后)/.test(after) ||
    (phrase.endsWith('前') && after.startsWith('后')) ||
    // 9月开学前: not the month says when, but what happens in it.
    (time.kind === 'range' && /^[^，,；;、]{2,8}?(?:之|以)?[前后](?:完成)?$/.test(after)) ||
    SINCE.test(phrase + after.slice(0, 1))
  )
    return true;
  if (time.grain === 'year' && time.kind === 'range')
    return ONGOING.test(before + after) || RELATIVE.test(before + after);
  return /持续|长期|常态|贯穿/.test(before) || (RELATIVE.test(before) && before.length > 1);
}

/** Digits half as wide, without white space and closing 。; 6.30前 and 20190630 as other texts write them. */
function plain(raw: string): string {
  return halfWidth(raw)
    .replace(/[\s\u00a0\u3000。]/g, '')
    .replace(/^(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)/, '$1年$2月$3日')
    .replace(/^(\d{1,2})[.](\d{1,2})(?=日?前|$)/, '$1月$2日')
    .replace(/^(20\d\d)$/, '$1年')
    .replace(/(?<!\d)([12]\d)年(?=\d{1,2}月)/g, '20$1年');
}
