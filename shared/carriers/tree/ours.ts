// What files of ours say of a topic beyond its words, as attributes of one family of names: guatu-kind, guatu-id, guatu-lead …
import { readId } from '../../model/readers.ts';
import { isDay } from '../../model/day.ts';
import type { Kind } from '../../model/plan.ts';
import { spanOf } from './topics.ts';
import type { Topic } from './topics.ts';

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
};

/** `get` finds an attribute by its name; other programs' files may carry them with one of three joints. */
export function ourFields(get: (key: string) => string | undefined): Partial<Topic> {
  // A plain word counts only in a file that also says what kind of node it is, as ours do.
  const plain = KINDS.some((each) => each === get('kind')) || get('牵头部门') !== undefined;
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
  const progress = Number(said('progress')?.replace(/%$/, '') ?? NaN);
  const deliverable = said('deliverable');
  return {
    ...(kind && { kind }),
    ...(id && { id }),
    ...(lead && { lead: split(lead) }),
    ...(assist && { assist: split(assist) }),
    ...(span && { span }),
    ...(Number.isInteger(progress) && progress >= 0 && progress <= 100 && { progress }),
    ...(deliverable && { deliverable }),
  };
}

function split(names: string): readonly string[] {
  return names
    .split('、')
    .map((name) => name.trim())
    .filter(Boolean);
}
