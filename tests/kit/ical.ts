// A strict reader of iCalendar, written from RFC 5545 alone and knowing nothing of how ours is written: whatever the grammar does not allow, it throws.

export interface Property {
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly children: readonly Component[];
}

/** 3.1: lines end in CRLF, none is longer than 75 octets, and each is whole characters. */
export function readIcal(bytes: Uint8Array): Component {
  const lines: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a) throw new Error('a CR without LF');
    if (bytes[at] !== 0x0a) continue;
    if (bytes[at - 1] !== 0x0d) throw new Error('an LF without CR');
    const line = bytes.subarray(from, at - 1);
    if (line.length > 75) throw new Error(`a line of ${line.length} octets`);
    // Cut within a character, either half is no UTF-8.
    lines.push(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line));
    from = at + 1;
  }
  if (from !== bytes.length) throw new Error('the last line has no end');
  const whole: string[] = [];
  for (const line of lines)
    if (/^[ \t]/.test(line)) whole[whole.length - 1] += line.slice(1);
    else whole.push(line);
  return component(whole.map(property));
}

const NAME = /^[A-Za-z0-9-]+$/;
// oxlint-disable-next-line eslint/no-control-regex -- the grammar's own CONTROL
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** name *(";" param) ":" value */
function property(line: string): Property {
  if (CONTROL.test(line)) throw new Error(`a control character in ${JSON.stringify(line)}`);
  const head = /^([^:;"]+)((?:;[^=;:"]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s.exec(line);
  if (!head || !NAME.test(head[1]!)) throw new Error(`no content line: ${line}`);
  const params = new Map<string, string>();
  for (const [, key, value] of head[2]!.matchAll(/;([^=]+)=((?:"[^"]*"|[^;"])*)/g))
    params.set(key!.toUpperCase(), value!);
  return { name: head[1]!.toUpperCase(), params, value: head[3]! };
}

function component(lines: readonly Property[]): Component {
  const open: { name: string; properties: Property[]; children: Component[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.name === 'BEGIN') open.push({ name: line.value, properties: [], children: [] });
    else if (line.name !== 'END') {
      if (open.length === 0) throw new Error(`${line.name} stands in nothing`);
      open.at(-1)!.properties.push(line);
    } else {
      const closed = open.pop();
      if (closed?.name !== line.value) throw new Error(`${closed?.name} ends as ${line.value}`);
      if (open.length > 0) open.at(-1)!.children.push(closed);
      else if (index === lines.length - 1) return closed;
      else throw new Error('something follows the calendar');
    }
  }
  throw new Error('the calendar has no end');
}

export function only({ name, properties }: Component, wanted: string): Property {
  const found = properties.filter((each) => each.name === wanted);
  if (found.length !== 1) throw new Error(`${name} has ${found.length} of ${wanted}`);
  return found[0]!;
}

/** 3.3.11: a backslash stands before one of four, a comma and a semicolon never alone. */
export function text(value: string): string {
  return texts(value)[0]!;
}

/** A list of texts, comma between. */
export function texts(value: string): readonly string[] {
  const found = [''];
  for (let at = 0; at < value.length; at++) {
    const char = value[at]!;
    if (char === ';') throw new Error(`a bare semicolon in ${value}`);
    if (char === ',') found.push('');
    else if (char !== '\\') found[found.length - 1] += char;
    else {
      const next = value[++at] ?? '';
      if (!'\\;,nN'.includes(next) || next === '') throw new Error(`\\${next} in ${value}`);
      found[found.length - 1] += next === 'n' || next === 'N' ? '\n' : next;
    }
  }
  return found;
}

/** 2019-03-01, of a property that says it is a date. */
export function dateOf({ params, value }: Property): string {
  const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})$/.exec(value) ?? [];
  if (params.get('VALUE') !== 'DATE' || !y) throw new Error(`no date: ${value}`);
  return `${y}-${m}-${d}`;
}
