// Next year's plan out of this year's, and the thread back: what each clause was called in the years before.
import type { Plan } from '../shared/model/plan.ts';
import { carriedNodes, carryOver } from '../shared/yaodian/carry.ts';
import { fateOf } from '../shared/yaodian/fates.ts';
import type { LineageYear } from '../shared/protocol/api.ts';
import { foundPlan } from './founding.ts';
import type { Refusal } from './refusals.ts';
import type { NewPlan } from './store.ts';

export interface NextWish {
  readonly title?: string | undefined;
  readonly unsure?: boolean | undefined;
}

/** Refused while a clause is undecided: nothing is left behind by oversight. */
export function nextPlan(plan: Plan, id: string, { title, unsure = false }: NextWish): NewPlan | Refusal {
  if (plan.meta.year === undefined)
    return { refused: 'bad-request', detail: { zh: '这份计划没有写年度。', en: 'This plan names no year.' } };
  const open = carriedNodes(plan).filter((node) => fateOf(plan, node).fate === undefined).length;
  if (open > 0)
    return {
      refused: 'bad-request',
      detail: { zh: `还有${open}条没有定去向。`, en: `${open} are still undecided.` },
    };
  const { meta, outlines, links } = carryOver(plan, { from: id, unsure, ...(title && { title }) });
  if (outlines.length === 0)
    return { refused: 'bad-request', detail: { zh: '没有一条转到下一年度。', en: 'Nothing is carried over.' } };
  const { notice, term, lights } = plan.records;
  return foundPlan({ meta, outlines, links, offices: [...plan.offices.values()], records: { notice, term, lights } });
}

const YEARS = 20;

/** Newest first. A plan that is gone, or that the asker may not read, is named without its words. */
export function lineageOf(plan: Plan, node: string, look: (plan: string) => Plan | undefined): readonly LineageYear[] {
  const years: LineageYear[] = [];
  let at = plan.nodes.get(node)?.lineage;
  while (at && years.length < YEARS) {
    const { plan: id, node: from, year, fate } = at;
    const before = look(id);
    const was = before?.nodes.get(from);
    const done = was?.progress;
    years.push({
      plan: id,
      node: from,
      year,
      fate,
      title: was ? before!.meta.title : null,
      text: was?.title ?? null,
      ...(done !== undefined && { progress: done }),
    });
    at = was?.lineage;
  }
  return years;
}
