// What files of ours say of a topic beyond its words, as attributes of one family of names: guatu-kind, guatu-id, guatu-lead …
import { readId } from '../../model/readers.ts';
import { isDay } from '../../model/day.ts';
import type { Kind } from '../../model/plan.ts';
import { spanOf } from './topics.ts';
import type { Topic } from './topics.ts';

const KINDS: readonly Kind[] = ['section', 'item', 'clause', 'task', 'milestone'];

/** `get` finds an attribute by its name; the exporters of ours write them with one of three joints. */
export function ourFields(get: (key: string) => string | undefined): Partial<Topic> {
  const said = (name: string): string | undefined =>
    get(`guatu-${name}`) ?? get(`guatu:${name}`) ?? get(`_guatu_${name}`);
  const kind = KINDS.find((each) => each === said('kind'));
  const id = readId(said('id'));
  const lead = said('lead');
  const assist = said('assist');
  const day = (name: string): string | undefined => {
    const words = said(name);
    return isDay(words) ? words : undefined;
  };
  const span = spanOf(day('start'), day('end'));
  const progress = Number(said('progress') ?? NaN);
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
