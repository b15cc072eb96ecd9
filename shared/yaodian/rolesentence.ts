// Roles told in running text, without a bracket: ，由甲牵头，乙、丙配合。 and what a bracket without any label says. Knows one paragraph.
import { endsAsOffice, isTime, officesIn } from './names.ts';
import { namesBehindAt, skipBlank } from './words.ts';
import type { Behind } from './words.ts';

const PERSON =
  /领导|专家|负责人|责任人|书记|同志|专人|主任$|局长|院长|校长|干部|人员|自己|本人|家长|群众|学生|教师|职工/;

/** Past the roles that begin at `at` and end their sentence, or undefined where it goes on with something else. */
export function roleSentenceEnd(text: string, at: number): number | undefined {
  const start = skipBlank(text, at);
  const first = namesBehindAt(text, start);
  if (!first || first.role !== 'lead' || !isSaid(text, start, first)) return undefined;
  let end = first.end;
  for (;;) {
    if (/^[ \u3000]*(?:[。；;\n]|$)/.test(text.slice(end, end + 3))) break;
    const separator = /^[，,、；;][ \u3000]*/.exec(text.slice(end, end + 4))?.[0];
    if (separator === undefined) return undefined;
    const next = end + separator.length;
    const more = namesBehindAt(text, next);
    const words = /^[^，,。；;\n]*/.exec(text.slice(next, next + 40))![0];
    if (more && areNames(more.names)) end = more.end;
    else if (words !== '' && isTime(words)) end = next + words.length;
    else return undefined;
  }
  return end + timeBehind(text, end);
}

/** 由甲牵头 says it anywhere, 甲牵头 only as a sentence of its own. */
function isSaid(text: string, at: number, { by, names, word }: Behind): boolean {
  if (by !== '' && /牵头|主办|主责/.test(word)) return areNames(names);
  if (!areOffices(names)) return false;
  const before = text.slice(0, at).trimEnd().at(-1) ?? '\n';
  return by !== '' ? /承办|负责/.test(word) : /[。；;\n]/.test(before) && /牵头|主办|负责/.test(word);
}

/** Every name is short, one at least ends as offices do, and none is a person. */
export function areOffices(names: string): boolean {
  return areNames(names) && officesIn(names).some(({ name }) => endsAsOffice(name) || /^(?:各|有关|相关)/.test(name));
}

function areNames(names: string): boolean {
  const all = officesIn(names);
  return all.length > 0 && all.every(({ name }) => name.length <= 20 && (endsAsOffice(name) || !PERSON.test(name)));
}

/** 。3月20日前完成: a sentence that is nothing but a time belongs to the roles before it. */
function timeBehind(text: string, end: number): number {
  const [whole, words = ''] = /^。([^。，；\n]{2,20})(?=。|\n|$)/.exec(text.slice(end, end + 40)) ?? [];
  return whole !== undefined && isTime(words) ? whole.length : 0;
}

/** （宣传部，3月8日前）: names and a time without a word for either. */
export function isNamedTime(inside: string): boolean {
  const parts = inside.split(/[，,；;]/).map((part) => part.trim());
  const time = parts.pop() ?? '';
  return (
    parts.length > 0 &&
    isTime(time) &&
    areOffices(parts.join('、')) &&
    parts.every((part) => !/[\d。：:！？《》“”]/.test(part))
  );
}

/** Most paragraphs close with a bracket of offices, （机关党委、人事科）, and none says anywhere what they do. */
export function namesInBrackets(text: string): boolean {
  if (/(?:牵头|责任|主办|主责|承办|负责|配合|协办)[一-龥]{0,4}[ \u3000]*[：:]|牵头|配合[，。；）)]/.test(text))
    return false;
  const paragraphs = text.split('\n').filter((line) => line.trim().length > 14);
  const closed = paragraphs.filter((line) => {
    const [, inside] = /[（(]([^（()）：:\d《》“”]{2,60})[)）][。；;]?\s*$/.exec(line) ?? [];
    return inside !== undefined && areOffices(inside);
  });
  return closed.length >= 3 && closed.length * 2 >= paragraphs.length;
}
