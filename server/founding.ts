// A new plan as record 0 of its log: text or seed → document → one update. Nobody is in the document yet.
import { randomFillSync } from 'node:crypto';
import { found, foundWhole } from '../shared/doc/found.ts';
import type { Seed } from '../shared/doc/found.ts';
import { docOf, stateOf } from '../shared/doc/state.ts';
import type { PlanDoc } from '../shared/doc/state.ts';
import { isRefusedFile, planFromJson } from '../shared/export/json.ts';
import { refusalText } from '../shared/export/words.ts';
import type { Dice } from '../shared/model/plan.ts';
import { newId } from '../shared/ops/tree.ts';
import { toOutline } from '../shared/yaodian/draft.ts';
import { parse } from '../shared/yaodian/parse.ts';
import type { Refusal } from './refusals.ts';
import { aboutOf } from './room.ts';
import type { NewPlan } from './store.ts';
import { lengthRefused } from './text.ts';

/** Ids must not be guessable, so the dice are the system's own. */
const strongDice: Dice = () => randomFillSync(new Uint32Array(1))[0]! / 2 ** 32;

/** To be destroyed by whoever asked for it. */
export function documentFrom(seed: Seed, dice: Dice = strongDice): PlanDoc {
  const doc = docOf([]);
  found(doc, seed, dice);
  return doc;
}

export function foundPlan(seed: Seed, dice: Dice = strongDice): NewPlan {
  const doc = documentFrom(seed, dice);
  try {
    return { id: newId(dice), ...aboutOf(doc), first: stateOf(doc) };
  } finally {
    doc.destroy();
  }
}

/** What a plan shall be made of: a text, or a plan file. */
export type Wanted = { readonly title?: string | undefined } & ({ readonly text: string } | { readonly file: string });

export function foundFrom(wanted: Wanted): NewPlan | Refusal {
  return 'file' in wanted ? planOfFile(wanted.file, wanted.title) : parsePlan(wanted.text, wanted.title);
}

/** 要点 text → plan; refused when it holds neither section nor item. The title given wins over the one found. */
export function parsePlan(text: string, title?: string): NewPlan | Refusal {
  const long = lengthRefused(text);
  if (long) return { refused: 'too-large', detail: long };
  const { meta, children } = toOutline(parse(text));
  if (children.length === 0) return { refused: 'not-a-plan' };
  return foundPlan({ meta: { ...meta, title: title || meta.title }, outlines: children });
}

/** A plan file, as the check screen makes one of any document; refused with what is wrong in it. */
export function planOfFile(file: string, title?: string, dice: Dice = strongDice): NewPlan | Refusal {
  const contents = planFromJson(file);
  if (isRefusedFile(contents)) {
    const said = (lang: 'zh' | 'en'): string => refusalText(contents.refused, contents.problems.slice(0, 3), lang);
    return { refused: 'bad-request', detail: { zh: said('zh'), en: said('en') } };
  }
  const { plan, notes } = contents;
  if (plan.nodes.size === 0) return { refused: 'not-a-plan' };
  const doc = docOf([]);
  try {
    foundWhole(doc, { ...plan, meta: { ...plan.meta, title: title || plan.meta.title } }, notes);
    return { id: newId(dice), ...aboutOf(doc), first: stateOf(doc) };
  } finally {
    doc.destroy();
  }
}
