// What files of ours say of a topic beyond its words, as attributes of one family of names: guatu-kind, guatu-id, guatu-lead …
import { readId } from '../../model/readers.ts';
import { isDay } from '../../model/day.ts';
import type { Kind, Light, Status } from '../../model/plan.ts';
import { labelAt, skipBlank } from '../../yaodian/words.ts';
import { spanOf } from './topic.ts';
import type { Topic } from './topic.ts';

const KINDS: readonly Kind[] = ['section', 'item', 'clause', 'task', 'milestone'];

/** How our exporters call them: by plain words in outlines, in the offices' words in mind maps. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  kind: ['kind'],
  id: ['id'],
  lead: ['lead', '牵头部门'],
  assist: ['assist', '配合部门'],
  chief: ['chief', '分管领导'],
  duty: ['duty', '责任人'],
  contact: ['contact', '联系人'],
  start: ['start', '启动时间'],
  end: ['end', 'deadline', '完成时限', 'day', '时间'],
  progress: ['progress', '进展'],
  deliverable: ['deliverable', '目标'],
  issue: ['issue', '问题'],
  status: ['status', '状态'],
};

/** `get` finds an attribute by its name; other programs' files may carry them with one of three joints. */
export function ourFields(get: (key: string) => string | undefined, known = false): Partial<Topic> {
  // A plain word counts only in a file that also says what kind of node it is, as ours do.
  const plain = known || KINDS.some((each) => each === get('kind')) || get('牵头部门') !== undefined;
  const said = (name: string): string | undefined =>
    get(`guatu-${name}`) ??
    get(`guatu:${name}`) ??
    get(`_guatu_${name}`) ??
    (plain ? WORDS[name]?.map((word) => get(word)).find((value) => value !== undefined) : undefined);
  const kind = KINDS.find((each) => each === said('kind'));
  const id = readId(said('id'));
  const lead = said('lead');
  const assist = said('assist');
  const day = (name: string): string | undefined => {
    const words = said(name);
    return isDay(words) ? words : undefined;
  };
  const span = spanOf(day('start'), day('end'));
  // Days in words need the plan's year, which the whole file says.
  const [begins, ends] = span ? [] : [said('start'), said('end')];
  const progress = Number(said('progress')?.replace(/%$/, '') ?? NaN);
  const deliverable = said('deliverable');
  const issue = said('issue');
  const people = Object.fromEntries(
    (['chief', 'duty', 'contact'] as const).flatMap((who) => {
      const name = said(who)?.slice(0, 200);
      return name ? [[who, name]] : [];
    }),
  );
  const status = statusIn(said('status'));
  return {
    ...(kind && { kind }),
    ...(id && { id }),
    ...(lead && { lead: split(lead) }),
    ...(assist && { assist: split(assist) }),
    ...(span && { span }),
    ...(Number.isInteger(progress) && progress >= 0 && progress <= 100 && { progress }),
    ...(deliverable && { deliverable: deliverable.slice(0, 2_000) }),
    ...(issue && { issue: issue.slice(0, 2_000) }),
    ...(Object.keys(people).length > 0 && { people }),
    ...(status && { status }),
    ...(ends && { said: { start: begins, end: ends } }),
  };
}

const LIGHTS: Readonly<Record<string, Light>> = {
  未启动: 'todo',
  推进中: 'doing',
  已完成: 'done',
  滞后: 'late',
  暂缓: 'hold',
};

/** A light with a reason was set by hand; one without follows from dates and progress. */
export function statusIn(words: string | undefined): Status | undefined {
  const [, name = '', reason = ''] = /^([^（]+)（(.+)）$/.exec(words ?? '') ?? [];
  const light = LIGHTS[name];
  return light && { light, reason: reason.slice(0, 2_000) };
}

/** 牵头部门：甲；进展：40%, as our exporters write a line of facts. */
export function factFields(line: string): Partial<Topic> {
  const said = new Map<string, string>();
  for (const piece of line.split('；')) {
    const at = piece.indexOf('：');
    if (at > 0) said.set(piece.slice(0, at).trim(), piece.slice(at + 1).trim());
  }
  return { ...ourFields((key) => said.get(key), true), ...(said.has('时间') && { kind: 'milestone' as const }) };
}

const HAN = new Set(Object.values(WORDS).flatMap((words) => words.filter((word) => /[一-龥]/.test(word))));
/** What a bracket of roles in anybody's text hardly ever says. */
const TOLD = new Set(['启动时间', '完成时限', '时间', '进展', '状态', '目标', '问题']);

/** Whether the inside of a bracket is a line of facts as our exporters write it: what others call 牵头科室 is none, and would be lost. */
export function isOurFacts(bracket: string): boolean {
  const pieces = bracket.split('；');
  const nameOf = (piece: string): string => piece.slice(0, Math.max(0, piece.indexOf('：'))).trim();
  return (
    HAN.has(nameOf(pieces[0]!)) &&
    pieces.some((piece) => TOLD.has(nameOf(piece))) &&
    pieces.every((piece) => HAN.has(nameOf(piece)) || labelAt(piece, skipBlank(piece, 0)) === undefined)
  );
}

/** Where the bracket opens that closes the text. */
export function openOf(words: string): number {
  let depth = 0;
  for (let at = words.length - 1; at >= 0; at--) {
    if (words[at] === '）') depth++;
    else if (words[at] === '（' && --depth === 0) return at;
  }
  return -1;
}

export function closesInOurFacts(words: string): boolean {
  const open = openOf(words);
  return open > 0 && words.endsWith('）') && isOurFacts(words.slice(open + 1, -1));
}

function split(names: string): readonly string[] {
  return names
    .split('、')
    .map((name) => name.trim())
    .filter(Boolean);
}
