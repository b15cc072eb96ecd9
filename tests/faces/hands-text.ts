// Hands on the sheet: words typed where they stand, keys at the ends of fields and on the page, offices picked for a bracket.
import { readKey, writeKey } from '../../client/views/text/keys.ts';
import { PREAMBLE, sheetOf } from '../../client/views/text/sheet.ts';
import { oneLine } from '../../client/views/text/splice.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import { pick } from '../kit/random.ts';
import { anyOf, byKey, key, name, poor, spare, VERBS } from './person.ts';
import type { Edit, Hands, Person } from './person.ts';

const any: readonly Edit[] = [
  // Words typed into a field of the sheet, somewhere, perhaps with a break that came with a paste.
  (me, dice) => {
    const fields = fieldsOf(me.plan());
    const field = pick(fields, dice);
    if (field === undefined) return;
    const old =
      field === ROOT ? me.plan().meta.title : field === PREAMBLE ? me.plan().meta.preamble : titleOf(me, field);
    const at = old.length > 0 && dice() < 0.5 ? old.length : 0;
    const typed = oneLine(`${old.slice(0, at)}${pick(VERBS, dice)!}\n${old.slice(at)}`);
    if (old.length > 200) return;
    if (field === ROOT) me.commands.run('content.entitle', { title: typed });
    else if (field === PREAMBLE) me.commands.run('content.set-preamble', { text: typed });
    else me.commands.run('content.retitle', { id: field, title: typed });
  },
  (me, dice) => {
    const plan = me.plan();
    const fields = fieldsOf(plan);
    const field = pick(fields, dice);
    if (field === undefined || field === ROOT || field === PREAMBLE) return;
    const long = titleOf(me, field).length;
    const strokes = ['Enter', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Backspace'];
    me.setView({ selected: [field] });
    writeKey(key(pick(strokes, dice)!), field, { caret: long, length: long }, pageOf(me, fields));
    name(me, dice);
  },
  (me, dice) => {
    const id = anyOf(me.plan(), dice, ({ kind }) => kind === 'clause' || kind === 'item');
    if (id === undefined) return;
    readKey(key(dice() < 0.5 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'), { ...pageOf(me, []), active: id });
  },
  // An office picked for a bracket, or put first.
  (me, dice) => {
    const plan = me.plan();
    const id = anyOf(plan, dice, ({ kind }) => kind === 'clause');
    const office = pick([...plan.offices.keys()], dice);
    if (id === undefined || office === undefined) return;
    if (!plan.nodes.get(id)!.lead.has(office)) me.commands.run('content.add-mark', { id, role: 'lead', office });
    else if (dice() < 0.5) me.commands.run('content.lead-first', { id, office });
    else if (plan.nodes.get(id)!.lead.size > 1) me.commands.run('content.drop-mark', { id, role: 'lead', office });
  },
];

const titleOf = (me: Person, id: Id): string => me.plan().nodes.get(id)?.title ?? '';

function fieldsOf(plan: Plan): readonly Id[] {
  return sheetOf(plan).paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ field }) => field ?? []));
}

function pageOf(me: Person, fields: readonly Id[]): Parameters<typeof readKey>[1] {
  const plan = me.plan();
  return {
    plan,
    commands: me.commands,
    fields,
    order: sheetOf(plan).order,
    fresh: false,
    active: undefined,
    write: () => undefined,
    read: () => undefined,
    select: () => undefined,
    selectAll: () => undefined,
    pickOffices: () => undefined,
  };
}

export const text: Hands = {
  any,
  less(me, dice) {
    // Without a word selected, the key of the command takes the whole paragraph that is read.
    const id = spare(me.plan(), dice);
    if (id === undefined) return;
    me.setView({ selected: [id] });
    byKey(me, 'Delete', 'text');
  },
  more(me, dice) {
    const field = poor(me.plan(), dice);
    if (field === undefined) return;
    const { length } = titleOf(me, field);
    writeKey(key('Enter'), field, { caret: length, length }, pageOf(me, fieldsOf(me.plan())));
    name(me, dice);
  },
};
