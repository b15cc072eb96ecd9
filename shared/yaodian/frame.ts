// What surrounds the plan in its document: covering notice, title, addressees, signature, date, attachments. Looks at lines only.
import { readMark } from './marks.ts';
import type { Mark } from './marks.ts';
import { isRoleSentence } from './rolefind.ts';
import { labelAt, skipBlank } from './words.ts';

const TITLE =
  /(?:要点|计划|安排|方案|任务|清单|打算|思路|分解表|任务书|台账|一览表|汇总表|规划|部署|分工|分解|责任书|目标责任)(?:[（(【].{1,20}[）)】])?$/;
const YEAR = /(?:19|20|21)\d\d|[一二][〇○零一二三四五六七八九]{3}年|20\d\d/;
const DATE = /^[（(]?(?:[0-9０-９〇○零一二三四五六七八九]{4})\s*年.{1,4}月.{1,4}日[）)]?(?:印发|印)?$/;
const CLOSING =
  /^(?:[（(]?此件.{2,12}[）)]?|附件\s*[0-9０-９一二三四五六七八九十]*\s*(?:[：:].*)?|附[：:].*|(?:抄送|抄报|主送|主题词|报送|发送)[：:].*|(?:说明|备注|注)[：:].*|.{2,30}(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发|[（(]?(?:联系人|联系电话|联系方式|电话|邮箱)[：:].*)$/;
/** Buttons and feet of a web page, and the call on all departments at the end: no work of anybody's. */
const TRAILING =
  /^(?:[【[]?(?:打印|关闭|返回|分享|收藏|字体|网站地图|版权所有|上一篇|下一篇)[^。，]{0,60}|(?:信息)?来源[：:].{2,30}|(?:责任编辑|编辑|审核|发布时间|发布日期)[：:].{0,40}|各[^，。：（(]{1,20}要(?!做好)[^。]{2,80}。)$/;
const ADDRESSEES =
  /^(?:各|机关各|局属|局机关|县属|区属|市属|委属|本局|全[县区市]|直属).{0,60}[：:]$|^[^。；：]{2,80}[、，].{0,40}[：:]$/;
const NUMBER_OF_DOCUMENT = /[〔[（(【]\s*(?:19|20)\d\d\s*[〕\])）】]\s*(?:第\s*)?\d{1,4}\s*号/;

/** 县府办〔2019〕1号 on a line of its own; a sentence may cite one. */
function isDocumentNumber(line: string): boolean {
  return NUMBER_OF_DOCUMENT.test(line) && !/[。；]/.test(line);
}

export function isDate(line: string): boolean {
  return line.length <= 24 && DATE.test(line.replace(/\s/g, ''));
}

/** No sentence and no name of a role: an office, a subtitle, a heading. */
export function isShort(line: string, most: number): boolean {
  return (
    line !== '' &&
    line.length <= most &&
    !/[。；，！？：:;]/.test(line) &&
    labelAt(line, skipBlank(line, 0)) === undefined
  );
}

/** A line that reads like a heading without a number. */
export function isHeading(line: string): boolean {
  return (
    line.length >= 2 &&
    line.length <= 40 &&
    !/[。；：、！？:;]$|。/.test(line) &&
    !isDate(line) &&
    !/^[（([〔].*[）)\]〕]$/.test(line) &&
    !line.startsWith('附件') &&
    !isDocumentNumber(line) &&
    labelAt(line, skipBlank(line, 0)) === undefined
  );
}

export function isTitle(written: string): boolean {
  // 工 作 要 点, set wide.
  const line = written.replace(/(?<=[一-龥])[ \u00a0\u3000]+(?=[一-龥](?:[ \u00a0\u3000]|$))/g, '');
  return line !== '' && line.length <= 60 && !/[。；]/.test(line) && TITLE.test(line) && !line.startsWith('附件');
}

/** The last line that reads like the title of such a document, else a short first one. */
export function titleLine(head: readonly string[]): number | undefined {
  const short = (line: string): boolean => line !== '' && line.length <= 60 && !/[。；]/.test(line);
  const named = head.findLastIndex((line) => isTitle(line) && YEAR.test(line));
  const any = named >= 0 ? named : head.findLastIndex(isTitle);
  if (any >= 0) return any;
  const first = head.findIndex(
    (line) =>
      line.replace('\ufeff', '') !== '' &&
      !isDocumentNumber(line) &&
      !isDate(line) &&
      !/^附件\s*[\d０-９]*$/.test(line),
  );
  return first >= 0 && short(head[first]!) && !/[：:]$/.test(head[first]!) ? first : undefined;
}

/** The line that a notice above it names: 关于印发《…》的通知. */
export function announced(head: readonly string[]): number | undefined {
  const names = head.flatMap((line) =>
    /印发|下发|通知|附件/.test(line) ? [...line.matchAll(/《([^《》]{6,60})》/g)] : [],
  );
  const at = head.findLastIndex((line) => names.some(([, name]) => line === name));
  return at >= 0 ? at : undefined;
}

/** A covering notice may number its own paragraphs: the plan's title then comes after a date, with most numbers behind it. */
export function lateTitle(trimmed: readonly string[], marks: readonly (Mark | undefined)[]): number | undefined {
  const total = marks.filter(Boolean).length;
  let behind = 0;
  for (let i = trimmed.length - 1; i > 0; i--) {
    if (marks[i]) behind++;
    if (marks[i] || behind < 2 || behind === total || behind * 2 < total) continue;
    if (isTitle(trimmed[i]!) && YEAR.test(trimmed[i]!) && datedBefore(trimmed, i)) return i;
  }
  return undefined;
}

function datedBefore(trimmed: readonly string[], at: number): boolean {
  let seen = 0;
  for (let i = at - 1; i >= 0 && seen < 5; i--) {
    if (trimmed[i] === '') continue;
    if (isDate(trimmed[i]!)) return true;
    seen++;
  }
  return false;
}

/** Lines that a list of attachments, or of notes, numbers: they are no items. */
export function attachments(trimmed: readonly string[], marks: readonly (Mark | undefined)[]): ReadonlySet<number> {
  const found = new Set<number>();
  trimmed.forEach((line, i) => {
    const notes = /^(?:注|备注|说明)\s*[：:]\s*[1１一]\s*[.．、]/.test(line);
    if (!notes && !/^附件\s*[：:]?\s*(?:1|１)\s*[.．、：:]/.test(line)) return;
    let number = 1;
    for (let next = i + 1; next < trimmed.length; next++) {
      if (trimmed[next] === '') continue;
      if (marks[next]?.number !== number + 1 || trimmed[next]!.length > (notes ? 80 : 50)) break;
      if (!notes && /[。（(]/.test(trimmed[next]!)) break;
      found.add(next);
      number++;
    }
  });
  return found;
}

/** A paragraph of its own about the whole: 以上工作由各处室对照落实。 */
const REMARK = /^(?:以上|上述|请各|望各|希各|本(?:要点|清单|计划|方案))[^（(【：]*。$/;

const ANNEX = /^附[件表]\s*[0-9０-９一二三四五]{0,2}\s*[：:]?$/;

/** Where the annexes of a document begin that is signed and dated above them, and whose numbered text stands there. */
export function signedAnnex(trimmed: readonly string[]): number | undefined {
  const at = trimmed.findIndex((line, i) => ANNEX.test(line) && datedBefore(trimmed, i));
  return at >= 0 && trimmed.slice(0, at).filter((line) => readMark(line)).length >= 3 ? at : undefined;
}

/** Nothing behind the signature says who does it. */
function isIdle(lines: readonly string[]): boolean {
  return !lines.some((line) => /牵头|负责|主办|责任(?:单位|部门|科室|处室|股室)/.test(line));
}

/** The first line of what closes the document: signature, date, 此件公开发布, attachments. */
export function endMatter(
  trimmed: readonly string[],
  marks: readonly (Mark | undefined)[],
  masked: ReadonlySet<number>,
): number {
  const annex = signedAnnex(trimmed);
  const signed = annex !== undefined && isIdle(trimmed.slice(annex)) ? annex : trimmed.length;
  const floor = marks.findLastIndex((mark, i) => mark !== undefined && i < signed);
  const form = trimmed.findIndex((line, i) => i > floor && i < signed && ANNEX.test(line));
  const whole = form >= 0 && isIdle(trimmed.slice(form)) ? form : signed;
  let end = whole;
  for (let i = whole - 1; i > floor; i--) {
    const line = trimmed[i]!;
    if (line === '') continue;
    const remark = REMARK.test(line) && trimmed[i - 1] === '';
    const closing =
      remark || masked.has(i) || CLOSING.test(line) || TRAILING.test(line) || isDate(line) || isDocumentNumber(line);
    // Below roles a person is the last of them.
    if (line.startsWith('联系') && labelAt(trimmed[i - 1] ?? '', 0)) break;
    if (isRoleSentence(line)) break;
    const signature = isShort(line, 28) && (end < trimmed.length || signs(trimmed, i)) && !/[（(].*[）)]$/.test(line);
    if (!closing && !signature) break;
    if (!closing && end < trimmed.length && i > 0 && floor === i - 1 && !/[。）)]$/.test(trimmed[i - 1]!)) break;
    end = i;
  }
  return end;
}

/** The last line, short, behind a closed sentence. */
function signs(trimmed: readonly string[], at: number): boolean {
  if (trimmed[at]!.length > 20 || trimmed.slice(at + 1).some((line) => line !== '')) return false;
  let before = at - 1;
  while (before >= 0 && trimmed[before] === '') before--;
  return before >= 0 && before < at - 1 && /[。）)]$/.test(trimmed[before]!);
}

/** Between the title and the running text: number of the document, date, addressees, version, office. */
export function isFrame(line: string): boolean {
  return (
    isDate(line) ||
    isDocumentNumber(line) ||
    ADDRESSEES.test(line) ||
    /^[（(【].*[）)】]$/.test(line) ||
    line.startsWith('附件') ||
    CLOSING.test(line) ||
    isShort(line, 40)
  );
}

/** 目标任务：, 推进措施： say what follows is, and are no titles. */
const FIELD =
  /^(?:工作|总体|年度|具体|主要|推进|保障|重点|预期|阶段)?(?:目标|任务|措施|举措|内容|要求|成效|思路|步骤|标准|成果|现状)(?:任务|措施|内容|要求)?：/;

/** A short sentence with more behind it than roles, or a title in 【】. */
export function isTitled(words: string): boolean {
  if (FIELD.test(words)) return false;
  return (
    /^[^。；，：]{2,26}。[^（(【[〔［—–─]|^[^。；，：（(]{2,26}：./.test(words) || framedTitle(words) !== undefined
  );
}

/** 【春耕备耕】正文: the title in a bracket of its own before the text. */
export function framedTitle(words: string): string | undefined {
  const [, title] = /^【([^【】：:。\n]{2,24})】(?=.)/.exec(words) ?? [];
  return title !== undefined && labelAt(words, 0) === undefined ? title : undefined;
}
