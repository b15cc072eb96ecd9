// Roles that open a sentence and go on into it: 由甲科牵头，乙科配合，编印手册。 They are words of the text and stay in it. Knows one text.
import { readRoles } from './roles.ts';
import type { Roles } from './roles.ts';
import { areOffices } from './rolesentence.ts';
import { namesBehindAt } from './words.ts';

/** Who the text names before it says what is to be done, or undefined. */
export function rolesAhead(text: string): Roles | undefined {
  if (!text.startsWith('由')) return undefined;
  const first = namesBehindAt(text, 0);
  if (!first || first.role !== 'lead' || !areOffices(first.names)) return undefined;
  let { end } = first;
  if (!goesOn(text, end)) return undefined;
  const second = namesBehindAt(text, end + 1);
  if (second?.role === 'assist' && areOffices(second.names) && goesOn(text, second.end)) end = second.end;
  return { ...readRoles(text.slice(0, end)), inText: true };
}

/** A comma, and more than the beginning of another bracket behind it. */
function goesOn(text: string, at: number): boolean {
  return /^[，,][^，,。；;（(]{2}/.test(text.slice(at, at + 3));
}
