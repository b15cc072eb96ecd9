// Hands on the map: XMind's keys, topics dragged, relations and braces drawn, a text pasted as a branch.
import { mapBehaviour } from '../../client/views/mindmap/dragging.ts';
import { mapKey } from '../../client/views/mindmap/keys.ts';
import { outlinesOf } from '../../client/views/mindmap/paste.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id } from '../../shared/model/plan.ts';
import { childrenOf, kindAt, parentOf } from '../../shared/model/tree.ts';
import { pick } from '../kit/random.ts';
import { anyOf, key, name, OFFICES, phrase, poor, spare } from './person.ts';
import type { Edit, Hands, Person } from './person.ts';
import { factsOf } from './readings.ts';
import type { mapReader } from './readings.ts';

const MAP_KEYS = ['Enter', 'Tab', 'Shift+Enter', 'Shift+Tab', 'Mod+ArrowUp', 'Mod+ArrowDown', 'Mod+ArrowLeft', 'Mod+ArrowRight', 'Delete', 'Mod+z', 'Mod+y']; // prettier-ignore

const any = (faces: ReturnType<typeof mapReader>): readonly Edit[] => [
  (me, dice) => {
    const plan = me.plan();
    const active = dice() < 0.1 ? ROOT : anyOf(plan, dice);
    if (active === undefined) return;
    strike(me, faces, [active], pick(MAP_KEYS, dice)!);
    name(me, dice);
  },
  // A topic in the hand, or several, or the knob from which a relation is drawn, let go at another.
  (me, dice) => {
    const plan = me.plan();
    const drawn = faces.map(plan);
    const [first, second, aim] = [anyOf(plan, dice), anyOf(plan, dice), anyOf(plan, dice)];
    const box = drawn.boxes.get(aim ?? ROOT);
    if (first === undefined || second === undefined || !box) return;
    const selected = dice() < 0.3 && first !== second ? [second, first] : [first];
    me.setView({ selected });
    const hands = mapBehaviour({
      facts: factsOf(plan),
      map: drawn,
      camera: STILL,
      selected,
      mayEdit: true,
      origin: () => ({ x: 0, y: 0 }),
    });
    const at = { x: box.x + box.w * dice() * 1.2, y: box.y + box.h * dice(), by: 'mouse' as const, alt: false };
    const grab = hands.grab({ node: first, part: dice() < 0.25 ? 'tie' : 'box' }, at);
    const drop = grab && hands.over(grab, at);
    if (drop) me.commands.run(drop.command, drop.args);
  },
  // A brace over neighbours, a relation between any two, by key; then its words, or it goes again.
  (me, dice) => {
    const plan = me.plan();
    const one = anyOf(plan, dice);
    if (one === undefined) return;
    const beside = childrenOf(plan, parentOf(plan, one));
    const braces = dice() < 0.6;
    const other = braces ? beside[Math.min(beside.indexOf(one) + 1, beside.length - 1)]! : anyOf(plan, dice)!;
    strike(me, faces, one === other ? [one] : [one, other], braces ? 'Mod+]' : 'Mod+Shift+L');
    const sort = braces ? 'brace' : 'relation';
    const tie = pick([...me.plan().records[sort].keys()], dice);
    if (tie === undefined) return;
    if (dice() < 0.3) me.commands.run('map.entitle-tie', { sort, id: tie, title: phrase(dice) });
    else if (me.plan().records[sort].size > 4) me.commands.run('map.drop-tie', { sort, id: tie });
  },
  (me, dice) => {
    const active = anyOf(me.plan(), dice, ({ kind }) => kind === 'item' || kind === 'clause' || kind === 'section');
    if (active === undefined) return;
    const outlines = outlinesOf(`1. ${phrase(dice)}\n2. ${phrase(dice)}`, kindAt(me.plan(), active));
    const led = outlines?.map((each) => (each.kind === 'clause' ? { ...each, lead: [pick(OFFICES, dice)!] } : each));
    if (led && dice() < 0.3) me.commands.run('tree.graft', { parent: active, before: null, outlines: led });
  },
];

function strike(me: Person, faces: ReturnType<typeof mapReader>, selected: readonly Id[], stroke: string): void {
  me.setView({ selected });
  mapKey(key(stroke), {
    map: faces.map(me.plan()),
    selected,
    mayEdit: true,
    empty: false,
    commands: me.commands,
    select: (ids) => me.setView({ selected: ids }),
    edit: () => true,
    related: () => undefined,
  });
}

/** A screen on which the scene lies as it is. */
const STILL = { get: () => ({ x: 0, y: 0, scale: 1 }), subscribe: () => () => undefined };

export const map = (faces: ReturnType<typeof mapReader>): Hands => ({
  any: any(faces),
  less(me, dice) {
    const id = spare(me.plan(), dice);
    if (id !== undefined) strike(me, faces, [id], 'Delete');
  },
  more(me, dice) {
    strike(me, faces, [poor(me.plan(), dice) ?? ROOT], 'Tab');
    name(me, dice);
  },
});
