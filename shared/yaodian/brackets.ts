// Lets the brackets that were read from a source follow a change of the register. An office whose name changes is renamed in them;
// how the source calls the others, short names included, stays.
import type { Form, Id, Node, Plan } from '../model/plan.ts';
import { formGet, formOf } from './grammar.ts';
import { readRoles } from './roles.ts';
import { writeRoles } from './rolewrite.ts';

/** `after` is the plan with the changed register; what is returned are the new forms of the nodes whose bracket names one of `offices`. */
export function followNames(before: Plan, after: Plan, offices: readonly Id[]): ReadonlyMap<Id, Form> {
  const wanted = new Set(offices);
  const forms = new Map<Id, Form>();
  for (const node of after.nodes.values()) {
    const written = formGet(node.form, 'bracket');
    if (written === undefined || !touches(node, wanted)) continue;
    const { lead, assist } = readRoles(written);
    const names = (role: 'lead' | 'assist', old: readonly string[]): string[] =>
      [...node[role].keys()].flatMap((id) => {
        const office = after.offices.get(id);
        if (!office) return [];
        return (!wanted.has(id) && old.find((name) => isNameOf(before, id, name))) || office.name;
      });
    const bracket = writeRoles(written, names('lead', lead), names('assist', assist));
    if (bracket !== written) forms.set(node.id, withBracket(node.form!, bracket));
  }
  return forms;
}

function withBracket(form: Form, bracket: string): Form {
  const rest = Object.entries(form).filter(([key]) => key !== 'bracket' && !key.startsWith('bracket~'));
  return { ...Object.fromEntries(rest), ...formOf({ bracket }) };
}

function touches(node: Node, offices: ReadonlySet<Id>): boolean {
  return [...node.lead.keys(), ...node.assist.keys()].some((id) => offices.has(id));
}

function isNameOf(plan: Plan, id: Id, name: string): boolean {
  const office = plan.offices.get(id);
  return office !== undefined && (office.name === name || office.aliases.includes(name));
}
