// A Plan of an outline, with ids that are thrown away: to number, preview and print a text before it becomes a plan.
import { ROOT } from '../model/plan.ts';
import type { Id, Meta, Node, Office, Outline, Place, Plan } from '../model/plan.ts';
import { NO_RECORDS } from '../model/records.ts';
import { settle } from '../model/tree.ts';

/** Node ids count from n1 in reading order; an office's id is its name. */
export function sketch(meta: Meta, outlines: readonly Outline[]): Plan {
  const nodes = new Map<Id, Node>();
  const offices = new Map<Id, Office>();
  const marks = (names: readonly string[] = []): ReadonlyMap<Id, string> => {
    for (const name of names)
      if (!offices.has(name))
        offices.set(name, { id: name, name, aliases: [], hue: 0, order: key(offices.size), collective: false });
    return new Map(names.map((name, i) => [name, key(i)]));
  };
  const plant = (list: readonly Outline[], parent: Id): void => {
    list.forEach(({ children = [], lead, assist, note, ...plain }, i) => {
      const id = `n${nodes.size + 1}`;
      const place: Place = { parent, order: key(i), turn: 0, was: parent };
      nodes.set(id, { ...plain, id, place, lead: marks(lead), assist: marks(assist), noted: note !== undefined });
      plant(children, id);
    });
  };
  plant(outlines, ROOT);
  return { meta, nodes, offices, links: new Map(), records: NO_RECORDS, tree: settle(nodes) };
}

function key(i: number): string {
  return `a${String(i).padStart(6, '0')}`;
}
