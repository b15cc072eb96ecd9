// The words that say who is responsible and by when: labels before names (牵头部门：), and words behind them (甲牵头，乙配合). Knows no document.

export type RoleKind = 'lead' | 'assist' | 'leader' | 'time';

export const OPEN = '（(【[〔［';
export const CLOSE = '）)】]〕］';
export const BLANKS = '[ \\t\\u00a0\\u3000\\v]*';

const UNIT =
  '(?:部门|单位|科室|处室|股室|部室|机构|主体|中队|大队|站所|院系|系部|学校|年级|镇街|街镇|乡镇|街道|社区|中心|科|处|室|股|局|办|组|所|站|方)?';
const PERSON =
  '(?:分管|责任|牵头|主管|包保|包联|包抓|挂钩|挂联|联系|协管|主要|负责|督办|督导|督查|推进)(?:局|区|县|市|校|院|厅|委)?领导|(?:主要|直接|第一|具体|工作)?(?:责任|牵头|联系|联络|负责|经办|分管负责|主要负责|主管负责)人员?';
const TIME =
  '(?:完成|启动|开工|完工|竣工|交付|达标|到位|验收|整改|报送|办结|推进|实施|落实|工作|截止|结束|办理|预计完成|计划完成|要求完成|最终|起止|时间)?(?:时限|时间|期限|日期|节点)(?:要求|节点|安排)?|(?:进度|时间|工作进度|序时)(?:安排|要求|进度|计划)|进度';
const ASSIST = `(?:主要)?(?:协同配合|配合|协办|协同|协作|协助|参与|参加|联办|支持)(?:责任)?${UNIT}`;
const PRIME = `(?:主要|第一|首要)责任${UNIT}`;
const RESPONSIBLE = `责任${UNIT}`;
const LEAD = `(?:主要|总)?(?:牵头|主办|主责|承办|负责|落实|实施|主管)(?:责任|负责|主办|(?:组织)?(?:实施|落实|推进))?${UNIT}`;
/** 责任单位及时限: the time stands behind the names. */
const TIMED = '(?:(?:及|和|与|、|/)(?:完成|办结)?(?:时限|时间|期限|日期))?';
const EXTRA = `${TIMED}(?:[（(][^（）()\\n]{1,8}[)）])?`;
/** A word and its colon. `unit` is a word that can stand before names without a colon. */
const LABEL = new RegExp(
  `(?:(?<person>${PERSON})|(?<time>${TIME})|(?<assist>${ASSIST})|(?<prime>${PRIME})|(?<responsible>${RESPONSIBLE})|(?<lead>${LEAD}))${EXTRA}${BLANKS}[：:︰∶﹕]`,
  'y',
);
const SPACED = new RegExp(
  `(?:(?<person>${PERSON})|(?<time>${TIME})|(?<assist>${ASSIST})|(?<prime>${PRIME})|(?<responsible>${RESPONSIBLE})|(?<lead>${LEAD}))[ \\t\\u00a0\\u3000\\v]+(?=[^ \\t\\u00a0\\u3000\\v\\n])`,
  'y',
);
const ALONE = new RegExp(
  `^(?:(?<person>${PERSON})|(?<time>${TIME})|(?<assist>${ASSIST})|(?<prime>${PRIME})|(?<responsible>${RESPONSIBLE})|(?<lead>${LEAD}))$`,
);

const FRAMED = new RegExp(`[【[〔]([^】\\]〕\\n：:]{2,12})[】\\]〕]${BLANKS}[：:]?(?=[^\\n])`, 'y');

export interface Label {
  /** The word with its colon. */
  readonly raw: string;
  readonly role: RoleKind;
  /** 责任单位: leads when it stands alone, but not beside a 牵头单位. */
  readonly merely: boolean;
}

function labelOf(found: RegExpExecArray | null): Label | undefined {
  const named = found?.groups;
  if (!found || !named) return undefined;
  const role = named['person'] ? 'leader' : named['time'] ? 'time' : named['assist'] ? 'assist' : 'lead';
  return { raw: found[0], role, merely: named['responsible'] !== undefined };
}

/** The label that begins at `at`. */
export function labelAt(text: string, at: number): Label | undefined {
  LABEL.lastIndex = at;
  return labelOf(LABEL.exec(text)) ?? framedLabelAt(text, at) ?? wideLabelAt(text, at);
}

const WIDE = /([一-龥](?:[ \u00a0\u3000]{0,4}[一-龥]){1,7})[ \u00a0\u3000]*[：:︰∶﹕]/y;

/** 责 任 人：a label set wide, so that the colons of several lines stand below each other. */
function wideLabelAt(text: string, at: number): Label | undefined {
  WIDE.lastIndex = at;
  const [raw, words = ''] = WIDE.exec(text) ?? [];
  if (raw === undefined || !/[ \u00a0\u3000]/.test(words)) return undefined;
  const label = labelAlone(words.replace(/[ \u00a0\u3000]/g, ''));
  return label && { ...label, raw };
}

/** 【责任科室】甲科: a label in a bracket of its own, its names behind the bracket. */
export function framedLabelAt(text: string, at: number): Label | undefined {
  if (!/[【[〔]/.test(text[at] ?? '')) return undefined;
  FRAMED.lastIndex = at;
  const [raw, words = ''] = FRAMED.exec(text) ?? [];
  const label = raw === undefined ? undefined : labelAlone(words.trim());
  return raw !== undefined && label ? { ...label, raw } : undefined;
}

/** A label with white space instead of its colon; only words that name a unit, a person or a time. */
export function spacedLabelAt(text: string, at: number): Label | undefined {
  SPACED.lastIndex = at;
  const found = SPACED.exec(text);
  return found && /(?:部门|单位|科室|处室|股室|机构|领导|人员?|时限|期限|节点)[^一-龥]*$/.test(found[0])
    ? labelOf(found)
    : undefined;
}

/** The words of a column's head, which need no colon. */
export function labelAlone(words: string): Label | undefined {
  return labelOf(ALONE.exec(words));
}

const LEADS =
  '(?:具体|共同|分别|各自|(?:按|按照|根据|依据)(?:各自)?职责(?:分工)?|按?分工|统一|总)*(?:牵头(?:负责|落实|实施|办理|组织)?|负责(?:落实|实施|牵头)?|主办|承办|主责)';
const HELPS =
  '(?:(?:按|按照|根据|依据)(?:各自)?职责(?:分工)?|按?分工|分别|共同)*(?:协同|协助)?(?:配合(?:实施|落实|做好)?|协办|协同|协助|参与(?:配合)?|参加|协作)';
const STOP = `(?=${BLANKS}(?:[，,；;。、）)】\\]〕\\n]|$))`;
/** 由甲、乙牵头 — names between an optional 由 and the word behind them. */
const BEHIND = new RegExp(
  `(由?)((?:[^，,。；;：:（）()\\n]|[（(][^（）()\\n]{0,20}[)）]){2,80}?)(?:(${LEADS})|(${HELPS}))${STOP}`,
  'y',
);
/** What reads like such names and is none. */
const NO_NAMES =
  /^(?:谁|专人|专门|坚持|实行|实施|层层|分级|全面|严格|认真|切实|积极|属地|统筹|积极主动|共同|主动|密切|全力|各司其职)|[，。是为将把对]|工作$/;

export interface Behind {
  readonly by: string;
  readonly names: string;
  readonly word: string;
  readonly role: 'lead' | 'assist';
  readonly end: number;
}

/** Names with the role behind them, beginning at `at`. */
export function namesBehindAt(text: string, at: number): Behind | undefined {
  BEHIND.lastIndex = at;
  const found = BEHIND.exec(text);
  if (!found || NO_NAMES.test(found[2]!)) return undefined;
  const [whole, by = '', names = '', lead, help] = found;
  return { by, names, word: lead ?? help ?? '', role: lead ? 'lead' : 'assist', end: at + whole.length };
}

export function skipBlank(text: string, at: number): number {
  while (at < text.length && /[ \t\u00a0\u3000\v]/.test(text[at]!)) at++;
  return at;
}
