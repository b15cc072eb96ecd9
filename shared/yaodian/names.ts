// Names behind a label, taken apart: 甲科、乙科和丙室等 → three offices; 陆 明 → one person. No list says what an office is called.
import { readDeadline } from './deadline.ts';
import { findTimes } from './period.ts';
import { CLOSE, OPEN } from './words.ts';

/** What is longer is prose, not a name: it stays in the bracket as written. */
const LONGEST_NAME = 60;
const NOBODY = /^(?:[（(]?(?:无|空|空缺|暂无|待定|未定|略|不涉及|同上|[—\-－–―─/\\\s]*)[)）]?)$/;
const LEADS_HERE = /[（(](?:牵头|主办|主责|牵头单位|牵头部门)[)）]$/;
const HELPS_HERE = /[（(](?:配合|协办|参与|协助)[)）]$/;

export interface Named {
  readonly name: string;
  /** 甲科（牵头）、乙科: the name itself says its role. */
  readonly role?: 'lead' | 'assist';
}

/** Stands for the sign within a name while names are parted. */
const KEPT = '\ufdef';
const REGION = '(?:省|州|盟|市|县|区|旗)(?:[（(][^（）()]{1,8}[)）])?';
/** 各区、县（市）政府, 各市、州 and 各市、县、区教育局 are one name each; 各县、市财政局 may be two. */
const REGIONS = new RegExp(
  `各${REGION}(?:(?:、${REGION}){2,}|、${REGION}(?=(?:(?:人民)?政府|管委会)?(?:[、，,；;）)。\\s]|$)))`,
  'g',
);

/** Offices in order. A time among them is no office. */
export function officesIn(raw: string): readonly Named[] {
  return outside(
    spaced(raw.replace(REGIONS, (regions) => regions.replaceAll('、', KEPT))),
    /[、，,；;/\n\v\s\u3000|｜]/,
  )
    .flatMap(apart)
    .map(clean)
    .map((name) => name.replaceAll(KEPT, '、'))
    .filter((name) => !NOBODY.test(name) && name.length <= LONGEST_NAME && !isTime(name))
    .map(beforeTime)
    .map((name): Named => {
      if (LEADS_HERE.test(name)) return { name: name.replace(LEADS_HERE, ''), role: 'lead' };
      return HELPS_HERE.test(name) ? { name: name.replace(HELPS_HERE, ''), role: 'assist' } : { name };
    })
    .filter(({ name }) => name !== '');
}

/** Persons in order. A sign that stands alone belongs to its neighbour: 陆 明. */
export function personsIn(raw: string): readonly string[] {
  return outside(besideTime(raw).names, /[、，,；;/\n\v|｜]/)
    .flatMap((part) => together(part.trim().split(/[\s\u3000]+/)))
    .map(clean)
    .filter((name) => !NOBODY.test(name) && name.length <= LONGEST_NAME);
}

/** 何青；3月中旬完成: what persons' names and a time behind them say, parted. */
export function besideTime(raw: string): { readonly names: string; readonly time: string | undefined } {
  const parts = outside(raw, /[，,；;\n]/);
  const at = parts.findIndex((part) => {
    const pieces = part.split('、').map(clean);
    return pieces.every((piece) => piece !== '' && isTime(piece));
  });
  if (at < 1) return { names: raw, time: undefined };
  return { names: parts.filter((_, i) => i !== at).join('；'), time: clean(parts[at]!) };
}

/** The times that stand among the names without a label: （牵头部门：甲科，3月底前）. */
export function timeIn(raw: string): string | undefined {
  const among = (separator: RegExp): string | undefined =>
    outside(raw, separator)
      .map(clean)
      .map((part) => part.slice(beforeTime(part).length === part.length ? 0 : beforeTime(part).length))
      .find(isTime);
  // A time may hold spaces itself, so they part it from names only where nothing else does.
  return among(/[、，,；;\n]/) ?? among(/[、，,；;\n\s\u3000]/);
}

/** The words after a label of time, or undefined when they say that there is none. */
export function statedTime(raw: string): string | undefined {
  const words = raw
    .trim()
    .replace(/[。；;，,]+$/, '')
    .trim();
  return NOBODY.test(words) ? undefined : words;
}

function clean(part: string): string {
  const name = part
    .trim()
    .replace(/[。.：:]+$/, '')
    .replace(/等(?:相关|有关|各)?(?:职能)?(?:部门|单位|科室|处室|股室)?$/, '')
    .replace(/^(?:由|和|及|与|以及)(?=.{3})/, '')
    .trim();
  return name;
}

const WHOLLY =
  /^(?:(?:全年|长期|持续)?(?:持续|长期|常年|长年|常态化?|不断)(?:推进|坚持|实施|开展|进行)?|(?:汛|节|放假|考试|入冬)(?:前|后|期)(?:内|前)?(?:完成)?|(?:[春秋]季)?(?:开学|学期|学年|寒假|暑假|春节|国庆|年)(?:初|末|前|后|期间)?(?:完成|启动)?|(?:中考|高考|会考|学考|期[中末](?:考试)?|清明|端午|中秋|元旦|[五六七八十]一)(?:节)?(?:之?前|之?后|期间)(?:完成)?|年内(?:完成)?)$/;

/** 每季度通报一次, 按月调度, 不定期抽查: no office is called so. */
const AGAIN =
  /^(?:每(?:个|半|双|隔|两个?|三个?)?(?:年|月|旬|周|星期|季度?|学期|学年|日|天)|[按逐](?:年度?|季度?|月度?|周|学期)|不?定期)[^，,；;。：:]{0,12}$/;

/** What may stand around a time that is a deadline: 6月底前完成, 力争9月启动. */
const AROUND =
  /^(?:完成|办结|启动|开工|开展|实施|推进|结束|举办|召开|竣工|投用|力争|确保|争取|全面|全部|基本|持续|并|底|前|后|起|至|之|以|内|左右|各?[一二两三四]次|[，,、（）()\s])*$/;

/** Nothing but a time. */
export function isTime(words: string): boolean {
  if (WHOLLY.test(words) || (AGAIN.test(words) && !endsAsOffice(words))) return true;
  if (!/\d|[０-９月季年]/.test(words)) return false;
  const times = findTimes(words, undefined);
  let rest = '';
  let at = 0;
  for (const { from, to } of times) {
    rest += words.slice(at, from);
    at = to;
  }
  rest += words.slice(at);
  return times.length > 0 && AROUND.test(rest) && /^(?:by|range|recurring)$/.test(readDeadline(words, undefined).kind);
}

/** 宣传部5月15日前: a time right behind a name, its separator lost. */
function beforeTime(name: string): string {
  const [time] = findTimes(name, undefined);
  const before = time && isTime(name.slice(time.from)) ? name.slice(0, time.from).trim() : '';
  return before !== '' && endsAsOffice(before) ? before : name;
}

/** Splits at separators that stand outside brackets: 局计财科（含核算中心、工会） is one name. */
function outside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (OPEN.includes(sign)) depth++;
    else if (CLOSE.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !separator.test(sign)) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/** 办 公 室 is one name set wide, not three; and where a 股 stands alone, as scanned pages have it, 校外 培训 监管 股 is one as well. */
function spaced(raw: string): string {
  return raw
    .replace(/(?<![一-龥])[一-龥](?:[ \u00a0\u3000]+[一-龥])+(?![一-龥])/g, (wide) =>
      wide.replace(/[ \u00a0\u3000]/g, ''),
    )
    .replace(SCANNED, (name) => name.replace(/ /g, ''));
}

const SCANNED = /(?<![一-龥])[一-龥]{1,4}(?: [一-龥]{1,4}){0,4} [股室科处办部局站馆](?![一-龥])/g;

/** 副院长 谢 宁: a rank before the name of one person, where 张局长 is a person already. */
const RANK =
  /^(?:[一-龥]{0,8}(?:副|总|党组|党委|支部|常务|首席)[一-龥]{0,5}|[一-龥]{2,8}[局院校处科股所站队镇乡县区市厅部园馆班组行会室]|[局院校处科股所站队镇乡县区市厅部园馆])?(?:长|主任|书记|主席|经理|会计师|工程师|经济师|调研员|委员|总监|助理|董事)$/;

function together(tokens: readonly string[]): string[] {
  const names: string[] = [];
  let open = false;
  tokens.forEach((token, i) => {
    if (token === '') return;
    const lone = [...token].length === 1;
    const last = names.at(-1);
    if (last !== undefined && RANK.test(last) && !RANK.test(token)) {
      names[names.length - 1] = `${last} ${token}`;
      open = lone;
    } else if (
      last !== undefined &&
      (open || (lone && tokens[i + 1]?.length !== 1 && i > 0 && [...last].length <= 2))
    ) {
      names[names.length - 1] = `${last} ${token}`;
      open = false;
    } else {
      names.push(token);
      open = lone;
    }
  });
  return names;
}

/** What a name of several parts ends with, so that 和 can be seen to stand between two of them. */
const ENDS =
  /(?:科|室|办|处|部|局|委|中心|部门|单位|政府|院|厅|庭|社|村|镇|乡|街道|队|站|会|组|股|校|园|所|馆|团|联|企业|机构|公司)(?:[（(][^（）()]*[)）])?$/;

/** Whether a name may end here: …科, …局, …中心（含…）. */
export function endsAsOffice(name: string): boolean {
  return ENDS.test(name);
}

/** 和 and 及 join two names only when both sides look like names: 教育和体育局 is one office. */
function apart(part: string): string[] {
  if (part.length > 200) return [part];
  for (let at = 1; at < part.length - 1; at++) {
    const joint = /^(?:以及|和|及|与|暨)/.exec(part.slice(at))?.[0];
    if (!joint || depthAt(part, at) > 0) continue;
    const [left, right] = [part.slice(0, at), part.slice(at + joint.length)];
    const alike = left.length >= 3 && left.at(-1) === right.at(-1);
    const named = left.length >= 2 && ENDS.test(left) && !/^(?:社会|集会)$/.test(left);
    if (right.length >= 2 && (alike || named)) return [left, ...apart(right)];
  }
  return [part];
}

function depthAt(text: string, at: number): number {
  let depth = 0;
  for (let i = 0; i < at; i++) {
    if (OPEN.includes(text[i]!)) depth++;
    else if (CLOSE.includes(text[i]!)) depth--;
  }
  return depth;
}

/** 副院长, 马主任: ends as ranks do. */
export function isRank(name: string): boolean {
  return (
    RANK.test(name) ||
    /^[一-龥]{1,2}(?:局长|院长|校长|主任|书记|科长|处长|股长|所长|站长|队长|镇长|主席|经理)$/.test(name)
  );
}
