// 要点 documents composed at random from the table of forms (docs/import.md), each with the truth it was made from. The words are our own
// and share no list with the parser.
import type { Dice } from '../../shared/model/plan.ts';
import { chineseNumber } from '../../shared/model/numbering.ts';

export interface TrueClause {
  readonly text: string;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly leaders: readonly string[];
  readonly deadline: {
    readonly raw: string;
    readonly start: string | null;
    readonly end: string | null;
    readonly kind: string;
  } | null;
}

export interface Truth {
  readonly title: string;
  readonly year: number;
  readonly sections: readonly {
    readonly number: number;
    readonly title: string;
    readonly level: number;
    readonly parent: number | null;
  }[];
  readonly items: readonly {
    readonly number: number;
    readonly title: string;
    readonly section: number | null;
    readonly clauses: readonly TrueClause[];
  }[];
}

export interface Composed {
  readonly text: string;
  readonly truth: Truth;
  /** The dimensions it was made with, for the report. */
  readonly made: Readonly<Record<string, string>>;
}

const VERBS = [
  '筹办',
  '盘活',
  '厘清',
  '建强',
  '梳理',
  '擦亮',
  '补齐',
  '做优',
  '夯实',
  '拓宽',
  '规范',
  '提振',
  '推广',
  '办好',
  '落实',
];
const THINGS = [
  '研学基地',
  '后勤台账',
  '场馆开放',
  '师徒结对',
  '寄宿条件',
  '校车线路',
  '午餐供应',
  '教研联盟',
  '乡土课程',
  '阅读空间',
  '实训车间',
  '资助政策',
  '法治副校长',
  '“小主人”议事会',
  '家长驿站',
  '图书漂流',
  '护学岗',
  '心育热线',
  '藏书借阅',
  '体质监测',
];
const ENDS = [
  '，覆盖20所村小',
  '，做到一校一案',
  '，形成可看可学的样板',
  '，让群众看得见、摸得着',
  '，新增学位1200个',
  '，落实《夏令营管理细则（试行）》要求',
  '，用好2.0版平台',
  '，对照三年规划（2018-2020）查漏补缺',
  '，每学期评议两轮',
  '，做到应助尽助',
  '',
];
const OFFICES = [
  '综合组',
  '督学一室',
  '名师坊',
  '少年宫',
  '装备站',
  '财审股',
  '秘书科',
  '电教馆',
  '学前专班',
  '机关纪检',
  '后勤中心（含食堂、车队）',
  '体卫艺股',
  '工青妇',
  '招考办',
  '教育和体育局',
  '成人学校',
  '项目专班',
  '局宣传口',
  '档案室',
  '各乡镇完小',
  '融媒小组',
  '督导团',
  '人才服务站',
  '审计专员处',
];
const PEOPLE = ['陆 明', '周川', '欧阳木', '申 屠', '白小渔', '牛 犇'];

const LEAD_WORDS = [
  '牵头部门',
  '牵头单位',
  '牵头科室',
  '责任部门',
  '责任单位',
  '责任科室',
  '主办单位',
  '主责部门',
  '主要责任单位',
  '牵头股室',
  '责任处室',
  '牵头',
];
const ASSIST_WORDS = ['配合部门', '配合单位', '协办单位', '协同部门', '参与单位', '配合科室', '协办', '配合'];
const PERSON_WORDS = ['分管领导', '责任领导', '牵头领导', '责任人', '联系人'];
const TIME_WORDS = ['完成时限', '完成时间', '时间节点', '进度安排'];

type Time = readonly [raw: string, kind: string, start: string | null, end: string | null];
export const TIMES: readonly Time[] = [
  ['3月底前', 'by', null, '2019-03-31'],
  ['6月30日前', 'by', null, '2019-06-30'],
  ['９月底前', 'by', null, '2019-09-30'],
  ['2020年3月底前', 'by', null, '2020-03-31'],
  ['二○一九年十月底前', 'by', null, '2019-10-31'],
  ['二〇一九年五月底前', 'by', null, '2019-05-31'],
  ['年底前', 'by', null, '2019-12-31'],
  ['年内', 'by', null, '2019-12-31'],
  ['11月15日前完成', 'by', null, '2019-11-15'],
  ['第一季度', 'range', '2019-01-01', '2019-03-31'],
  ['上半年', 'range', '2019-01-01', '2019-06-30'],
  ['下半年', 'range', '2019-07-01', '2019-12-31'],
  ['10月中旬', 'range', '2019-10-11', '2019-10-20'],
  ['8月下旬', 'range', '2019-08-21', '2019-08-31'],
  ['3-7月', 'range', '2019-03-01', '2019-07-31'],
  ['2019年3月-12月', 'range', '2019-03-01', '2019-12-31'],
  ['2018—2020年', 'range', '2018-01-01', '2020-12-31'],
  ['4月至6月', 'range', '2019-04-01', '2019-06-30'],
  ['全年', 'range', '2019-01-01', '2019-12-31'],
  ['持续推进', 'ongoing', null, null],
  ['长期坚持', 'ongoing', null, null],
  ['常态化开展', 'ongoing', null, null],
  ['每月', 'recurring', null, null],
  ['每季度末', 'recurring', null, null],
  ['每学期', 'recurring', null, null],
  ['开学前', 'relative', null, null],
  ['学期末', 'relative', null, null],
  ['春节前', 'relative', null, null],
]; // prettier-ignore

class Hand {
  readonly #dice: Dice;
  readonly made: Record<string, string> = {};
  #used = new Set<string>();
  constructor(dice: Dice) {
    this.#dice = dice;
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#dice() * list.length)]!;
  }
  chance(p: number): boolean {
    return this.#dice() < p;
  }
  upTo(n: number): number {
    return 1 + Math.floor(this.#dice() * n);
  }
  choose<T extends string>(name: string, list: readonly T[]): T {
    const chosen = this.pick(list);
    this.made[name] = chosen;
    return chosen;
  }
  some<T>(list: readonly T[], n: number): T[] {
    const found = new Set<T>();
    while (found.size < n) found.add(this.pick(list));
    return [...found];
  }
  fresh(make: () => string): string {
    for (let i = 0; ; i++) {
      const text = i > 60 ? make() + chineseNumber(i) : make();
      if (this.#used.has(text)) continue;
      this.#used.add(text);
      return text;
    }
  }
}

interface Manner {
  readonly outer: string;
  readonly sub: string;
  readonly item: string;
  readonly restart: boolean;
  readonly titles: 'full' | 'line' | 'colon' | 'none';
  readonly roles: 'clause-before' | 'clause-after' | 'item-end' | 'item-lines' | 'item-head' | 'behind' | 'table';
  readonly leadWord: string;
  readonly assistWord: string;
  readonly separator: string;
  readonly between: string;
  readonly colon: string;
  readonly brackets: readonly [string, string];
  readonly first: boolean;
}

const ROUND = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const RINGS = '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩';

function mark(style: string, n: number): string {
  if (style === '') return '';
  if (style === '①') return ROUND[n - 1] ?? `(${n})`;
  if (style === '㈠') return RINGS[n - 1] ?? `（${chineseNumber(n)}）`;
  const wide = [...String(n)].map((digit) => String.fromCharCode(+digit + 0xff10)).join('');
  return style.replace('一', chineseNumber(n)).replace('１', wide).replace('1', String(n));
}

export function compose(dice: Dice): Composed {
  const hand = new Hand(dice);
  const table = hand.chance(0.16);
  const outer = hand.choose(
    'level 1',
    table ? ['一、', ''] : ['一、', '一、', '一.', '（一）', '第一部分 ', '第一章 ', 'lost', 'none'],
  );
  const three = !table && outer !== '（一）' && outer !== 'lost' && outer !== 'none' && hand.chance(0.25);
  const marks = ['1. ', '1．', '1、', '１．', '1.', '(1)', '（1）', '①', '第一条 '];
  const item = table
    ? '1'
    : hand.choose('level 2', [
        ...marks,
        ...(outer !== '（一）' && !three && outer !== 'lost' && outer !== 'none'
          ? ['（一）', '(一)', '㈠', 'lost']
          : []),
        ...(three ? ['1. '] : []),
      ]);
  const lostItems = item === 'lost';
  const titles = table
    ? 'none'
    : hand.choose('title', lostItems ? ['full', 'line'] : ['full', 'full', 'line', 'colon', 'none']);
  const placements: readonly Manner['roles'][] =
    titles === 'none'
      ? ['clause-before', 'clause-after', 'behind']
      : lostItems
        ? ['clause-before', 'clause-after', 'item-end', 'item-lines', 'behind']
        : ['clause-before', 'clause-before', 'clause-after', 'item-end', 'item-lines', 'item-head', 'behind'];
  const roles = table ? 'table' : hand.choose('placement', placements);
  if (table) hand.made['placement'] = 'table';
  const manner: Manner = {
    outer: outer === 'lost' || outer === 'none' ? '' : outer,
    sub: three ? '（一）' : '',
    item: lostItems ? '' : item,
    restart:
      hand.choose(
        'numbering',
        item === '（一）' || item === '(一)' || item === '㈠' || item === '①' || three
          ? ['restart']
          : ['running', 'restart', 'odd'],
      ) === 'restart',
    titles,
    roles,
    leadWord: hand.choose('lead word', LEAD_WORDS),
    assistWord: hand.choose('assist word', ASSIST_WORDS),
    separator: hand.choose('separator', ['、', '、', '，', ',', '；', '/', ' ', '和']),
    between: hand.choose('between', ['；', '；', '，', ' ', ';']),
    colon: hand.pick(['：', '：', ':']),
    brackets: hand.pick([
      ['（', '）'],
      ['（', '）'],
      ['(', ')'],
      ['【', '】'],
      ['（', ')'],
    ]),
    first: roles !== 'behind' && hand.chance(0.12),
  };
  const adjusted = settle(manner);
  hand.made['rule'] = adjusted.first ? 'first leads' : 'none';
  return table ? tabled(hand, adjusted) : running(hand, adjusted, outer, three);
}

/** Signs that would mean two things at once are not combined. */
function settle(manner: Manner): Manner {
  let { separator, between, leadWord } = manner;
  if (separator === ' ' && between === ' ') between = '；';
  if (separator === '；' && between === '，') between = '；';
  if (manner.first && !leadWord.startsWith('责任')) leadWord = '责任单位';
  if (manner.roles === 'behind') {
    separator = '、';
    between = '，';
  }
  return { ...manner, separator, between, leadWord };
}

function heading(hand: Hand): string {
  return hand.fresh(
    () => `${hand.pick(['聚力', '围绕', '突出'])}${hand.pick(THINGS)}，${hand.pick(VERBS)}${hand.pick(THINGS)}`,
  );
}

function itemTitle(hand: Hand): string {
  return hand.fresh(() => `${hand.pick(VERBS)}${hand.pick(THINGS)}${hand.pick(['', '', '工作', '与管理'])}`);
}

function sentence(hand: Hand): string {
  return hand.fresh(
    () =>
      `${hand.pick(['抓紧', '分批', '联合', '统筹'])}${hand.pick(VERBS)}${hand.pick(THINGS)}和${hand.pick(THINGS)}${hand.pick(ENDS)}`,
  );
}

interface Who {
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly leaders: readonly string[];
  readonly time: Time | undefined;
}

function who(hand: Hand, manner: Manner): Who {
  const names = hand.some(OFFICES, 5);
  const n = hand.pick([1, 1, 1, 2, 3]);
  const assists = hand.chance(0.45) ? hand.upTo(2) : 0;
  const behind = manner.roles === 'behind';
  const time = behind || hand.chance(0.5) ? undefined : hand.pick(TIMES);
  return {
    lead: manner.first ? names.slice(0, 1) : names.slice(0, n),
    assist: manner.first ? names.slice(1, n) : names.slice(3, 3 + assists),
    leaders: behind || hand.chance(0.8) ? [] : [hand.pick(PEOPLE)],
    time,
  };
}

function joinNames(manner: Manner, names: readonly string[]): string {
  const { separator } = manner;
  if (separator !== '和' || names.length < 2) return names.join(separator === '和' ? '、' : separator);
  const tame = names.every((name) => /[科室股站馆办]$/.test(name));
  return tame ? `${names.slice(0, -1).join('、')}和${names.at(-1)!}` : names.join('、');
}

/** The roles of one clause as labelled pieces, in the order they are written. */
function pieces(hand: Hand, manner: Manner, them: Who): readonly string[] {
  const label = (word: string): string => word + manner.colon;
  const { leadWord, assistWord } = manner;
  const leads = manner.first ? [...them.lead, ...them.assist] : them.lead;
  const assists = manner.first ? [] : them.assist;
  const parts = [label(leadWord) + joinNames(manner, leads)];
  if (assists.length > 0) parts.push(label(assistWord) + joinNames(manner, assists));
  else if (hand.chance(0.08) && !manner.first) parts.push(label(assistWord) + hand.pick(['无', '—', '']));
  if (them.leaders.length > 0) {
    const person = label(hand.pick(PERSON_WORDS)) + them.leaders.join('、');
    if (hand.chance(0.5)) parts.unshift(person);
    else parts.push(person);
  }
  if (them.time) parts.push(label(hand.pick(TIME_WORDS)) + them.time[0]);
  return parts;
}

function bracketed(hand: Hand, manner: Manner, them: Who): string {
  const [open, close] = manner.brackets;
  if (manner.roles === 'behind') {
    const lead = `${hand.pick(['', '由'])}${them.lead.join('、')}${hand.pick(['牵头', '负责'])}`;
    return (
      open +
      lead +
      (them.assist.length > 0 ? `，${them.assist.join('、')}${hand.pick(['配合', '协办', '参与'])}` : '') +
      close
    );
  }
  return open + pieces(hand, manner, them).join(manner.between) + close;
}

function trueClause(text: string, them: Who): TrueClause {
  const { lead, assist, leaders, time } = them;
  const deadline = time ? { raw: time[0], kind: time[1], start: time[2], end: time[3] } : null;
  return { text, lead, assist, leaders, deadline };
}

interface Tree {
  readonly sections: Truth['sections'][number][];
  readonly items: Truth['items'][number][];
  readonly lines: string[];
}

function running(hand: Hand, manner: Manner, outer: string, three: boolean): Composed {
  const tree: Tree = { sections: [], items: [], lines: [] };
  let n = hand.made['numbering'] === 'odd' ? hand.pick([0, 79]) : 0;
  let sections = 0;
  const items = (section: number | null): void => {
    const count = 1 + hand.upTo(3);
    for (let i = 0; i < count; i++) {
      n++;
      if (hand.made['numbering'] === 'odd' && hand.chance(0.08)) n += hand.pick([1, -1]);
      if (n < 1) n = 1;
      writeItem(hand, manner, tree, n, section);
    }
  };
  if (outer === 'none') items(null);
  else
    for (let s = 0; s < 1 + hand.upTo(3); s++) {
      const title = heading(hand);
      sections++;
      tree.sections.push({ number: sections, title, level: 1, parent: null });
      tree.lines.push(`${mark(manner.outer, sections)}${title}${hand.chance(0.1) && manner.outer ? '。' : ''}`);
      if (manner.restart) n = 0;
      const own = tree.sections.length - 1;
      if (!three) items(own);
      else
        for (let k = 1; k <= 1 + hand.upTo(2); k++) {
          const sub = itemTitle(hand);
          tree.sections.push({ number: k, title: sub, level: 2, parent: own });
          tree.lines.push(mark(manner.sub, k) + sub);
          if (manner.restart) n = 0;
          items(tree.sections.length - 1);
        }
    }
  return framed(hand, manner, tree);
}

function writeItem(hand: Hand, manner: Manner, tree: Tree, n: number, section: number | null): void {
  const { titles, roles } = manner;
  const once = roles === 'item-end' || roles === 'item-lines' || roles === 'item-head';
  const count = once ? 1 : hand.upTo(3);
  const title = itemTitle(hand);
  const texts = Array.from({ length: count }, () =>
    Array.from({ length: titles === 'none' ? 1 : hand.upTo(2) }, () => sentence(hand)).join('。'),
  );
  const whose = texts.map(() => who(hand, manner));
  const clauses = texts.map((text, i) => trueClause(text, whose[i]!));
  const named = titles === 'none' ? [...texts[0]!].slice(0, 20).join('') : title;
  // Without a mark there is nothing to read a number from: it counts on.
  const number = manner.item === '' ? tree.items.length + 1 : n;
  tree.items.push({ number, title: named, section, clauses });
  const head = mark(manner.item, n) + (titles === 'none' ? '' : title);
  const shared = whose[0]!;
  const stop = titles === 'full' ? '。' : titles === 'colon' ? '：' : '';
  const body =
    roles === 'item-end'
      ? `${texts[0]}${hand.pick([`。${bracketed(hand, manner, shared)}`, `${bracketed(hand, manner, shared)}。`])}`
      : once
        ? `${texts[0]}。`
        : texts
            .map((text, i) =>
              roles === 'clause-after'
                ? `${text}。${bracketed(hand, manner, whose[i]!)}`
                : `${text}${bracketed(hand, manner, whose[i]!)}。`,
            )
            .join('');
  const own = roles === 'item-head' ? bracketed(hand, manner, shared) : '';
  if (titles === 'line') {
    tree.lines.push(head + own, body);
  } else tree.lines.push(head + own + stop + body);
  if (roles === 'item-lines')
    tree.lines.push(...pieces(hand, manner, shared).map((piece) => piece.replace(/[:：]$/, '：无')));
}

const NAME = ['云溪县', '桐江区', '白石市'];

function framed(hand: Hand, manner: Manner, tree: Tree): Composed {
  const place = hand.pick(NAME);
  const title = `${hand.pick(['2019年', '2019年', '二○一九年'])}${place}教育${hand.pick(['工作要点', '重点工作安排', '工作计划'])}`;
  const rule = manner.first ? '各项任务的责任单位中，列第一位的为牵头单位。' : '';
  const frame = hand.choose('frame', ['plain', 'plain', 'notice', 'signed', 'numbered notice']);
  const indent = hand.choose('indent', ['', '　　', '  ', '\u00a0\u00a0']);
  const preamble = hand.chance(0.6) || rule ? [`全年工作的总体要求是：稳字当头，${sentence(hand)}。${rule}`] : [];
  const lines = [...preamble, ...tree.lines].map((line) => indent + line);
  const head =
    frame === 'notice'
      ? [
          `${place}教育局关于印发《${title}》的通知`,
          `云教〔2019〕${hand.upTo(40)}号`,
          '各乡镇完小，局机关各股室：',
          `${indent}现将《${title}》印发给你们，请结合实际抓好落实。`,
          `${indent}附件：${title}`,
          `${place}教育局`,
          '2019年3月1日',
          '',
        ]
      : frame === 'numbered notice'
        ? [
            `关于印发《${title}》的通知`,
            '各学校：',
            '现印发给你们，并提出如下要求。',
            '一、提高站位。各校要认真学习。',
            '二、抓好落实。各校要细化举措。',
            '',
            `${place}教育局`,
            '2019年2月20日',
            '',
          ]
        : [];
  const tail = frame === 'signed' ? ['', `${place}教育局`, '2019年3月1日', '（此件公开发布）'] : [];
  if (frame === 'signed' && hand.chance(0.4)) tail.unshift('', '附件：1. 任务分解表', '　　　2. 联系名单');
  const all = [...head, title, ...(frame === 'plain' && hand.chance(0.2) ? ['（征求意见稿）'] : []), ...lines, ...tail];
  // A line that is broken at the space between two names has lost it.
  const layout = hand.choose('layout', manner.separator === ' ' ? ['free'] : ['free', 'free', 'free', 'pdf']);
  const paper = layout === 'pdf' ? broken(hand, all) : all;
  const eol = hand.choose('line ends', ['\n', '\n', '\r\n']);
  hand.made['line ends'] = eol === '\n' ? 'LF' : 'CRLF';
  hand.made['indent'] = { '': 'none', '　　': 'U+3000', '  ': 'spaces', '\u00a0\u00a0': 'nbsp' }[indent]!;
  const { sections, items } = tree;
  return {
    text: paper.join(eol) + hand.pick(['', eol]),
    truth: { title, year: 2019, sections, items },
    made: hand.made,
  };
}

/** Lines of 28 signs with a page number after every 22. */
function broken(hand: Hand, lines: readonly string[]): readonly string[] {
  const width = hand.pick([28, 30, 35]);
  const paged = hand.chance(0.5);
  const out: string[] = [];
  let page = 1;
  for (const line of lines) {
    let rest = line;
    do {
      let [at, wide] = [0, 0];
      const signs = [...rest];
      while (at < signs.length && wide < width) wide += signs[at++]!.charCodeAt(0) < 0x2000 ? 0.5 : 1;
      // No line begins with a closing sign.
      while (at < signs.length && /[，。；：、）”》]/.test(signs[at]!)) at++;
      out.push(signs.slice(0, at).join(''));
      rest = signs.slice(at).join('');
      if (paged && out.length % 23 === 22)
        out.push(hand.pick([`— ${page} —`, `- ${page} -`, String(page)].slice(0, 3)).replace(/\d+/, String(page++)));
    } while (rest !== '');
  }
  return out;
}

function tabled(hand: Hand, manner: Manner): Composed {
  const tree: Tree = { sections: [], items: [], lines: [] };
  const groups = hand.choose('groups', ['merged', 'repeated', 'heading rows', 'none']);
  const titled = hand.chance(0.5);
  const assist = !manner.first;
  const person = hand.chance(0.4);
  const time = hand.chance(0.7);
  const lead = manner.leadWord === '牵头' ? '牵头单位' : manner.leadWord;
  const help = manner.assistWord.length === 2 ? '配合单位' : manner.assistWord;
  const grouped = groups === 'merged' || groups === 'repeated';
  const columns = [
    '序号',
    ...(grouped ? [hand.pick(['工作类别', '重点工作', '项目'])] : []),
    ...(titled ? [hand.pick(['重点任务', '任务名称'])] : []),
    hand.pick(['具体任务', '工作内容', '主要措施']),
    ...(person ? [hand.pick(PERSON_WORDS)] : []),
    lead,
    ...(assist ? [help] : []),
    ...(time ? [hand.pick(TIME_WORDS)] : []),
    ...(hand.chance(0.3) ? ['备注'] : []),
  ];
  const rows: string[][] = [columns];
  let n = 0;
  for (let s = 0; s < (groups === 'none' ? 1 : 2 + hand.upTo(2)); s++) {
    const title = groups === 'none' ? '' : itemTitle(hand);
    const section = groups === 'none' ? null : tree.sections.length;
    if (section !== null) tree.sections.push({ number: section + 1, title, level: 1, parent: null });
    if (groups === 'heading rows')
      rows.push([`${mark('一、', section! + 1)}${title}`, ...columns.slice(1).map(() => '')]);
    const count = 1 + hand.upTo(3);
    for (let i = 0; i < count; i++) {
      n++;
      const them = { ...who(hand, manner) };
      const shown: Who = {
        lead: them.lead,
        assist: assist || manner.first ? them.assist : [],
        leaders: person ? them.leaders : [],
        time: time ? them.time : undefined,
      };
      const text = sentence(hand);
      const name = titled ? itemTitle(hand) : [...text].slice(0, 20).join('');
      tree.items.push({ number: n, title: name, section, clauses: [trueClause(text, shown)] });
      const leads = manner.first ? [...shown.lead, ...shown.assist] : shown.lead;
      const cells: Record<string, string> = {};
      rows.push(
        columns.map((column, c) => {
          if (c === 0) return String(n);
          if (grouped && c === 1) return groups === 'repeated' || i === 0 ? title : '';
          if (titled && c === (grouped ? 2 : 1)) return name;
          if (c === (grouped ? 1 : 0) + (titled ? 1 : 0) + 1) return text + hand.pick(['', '。']);
          if (column === lead) return joinNames(manner, leads);
          if (column === help)
            return shown.assist.length > 0 && assist ? joinNames(manner, shown.assist) : hand.pick(['', '无', '—']);
          if (TIME_WORDS.includes(column)) return shown.time?.[0] ?? hand.pick(['', '—']);
          if (PERSON_WORDS.includes(column)) return shown.leaders.join('、');
          return cells[column] ?? '';
        }),
      );
    }
  }
  const place = hand.pick(NAME);
  const title = `2019年${place}教育重点工作任务清单`;
  const rule = manner.first ? ['注：责任单位列第一位的为牵头单位。'] : [];
  hand.made['frame'] = 'table';
  const trim = hand.chance(0.5);
  const lines = rows.map((row) => (trim ? row.join('\t').replace(/\t+$/, '') : row.join('\t')));
  return {
    text: [title, ...lines, ...rule].join('\n'),
    truth: { title, year: 2019, sections: tree.sections, items: tree.items },
    made: hand.made,
  };
}

/** The dice of a seed: the same documents again. */
export function diceOf(seed: number): Dice {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
