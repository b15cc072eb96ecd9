// XML → elements, by a small strict reader of our own: no DTD, no entity but the five, nothing fetched, a cap on depth and number.
// A general parser is built to accept more than these files may hold; here whatever is not plainly allowed is refused with its line.
import { decode } from './decode.ts';
import { XML_DEPTH, XML_ELEMENTS } from './limits.ts';
import { Unreadable } from './refusal.ts';

export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the file calls it; none for a namespace that is not known and has none. */
  readonly name: string;
  readonly attrs: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Namespace → the prefix the readers know; strict and transitional Office, old and new, are one. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w:'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r:'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, ''],
  [/\/package\/2006\/relationships$/, ''],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm:'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a:'],
  [/wordprocessingShape$/, 'wps:'],
  [/^urn:schemas-microsoft-com:vml$/, 'v:'],
  [/^http:\/\/schemas\.microsoft\.com\/project/, ''],
  [/^urn:xmind:xmap:xmlns:content/, ''],
];

/** `at` names the part in a refusal. */
export function parseXml(bytes: Uint8Array, at: string): XmlElement {
  return parseXmlText(xmlText(bytes, at), at);
}

/** The declaration may name another encoding than UTF-8; a mark at the beginning wins over it. */
function xmlText(bytes: Uint8Array, at: string): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const said = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding=["']([\w.-]{1,20})["']/.exec(head)?.[1];
  const known = said && /^(gb|big5|iso-8859|windows-|us-ascii|euc)/i.test(said) ? said : 'utf-8';
  const text = decode(mark || known, bytes);
  if (text === undefined) throw new Unreadable('xml-damaged', at);
  return text;
}

type Names = Readonly<Record<string, string>>;

interface Open {
  readonly written: string;
  readonly element: { name: string; attrs: Record<string, string | undefined>; children: (XmlElement | string)[] };
  readonly names: Names;
}

export function parseXmlText(text: string, at: string): XmlElement {
  const bad = (position: number, why: 'xml-damaged' | 'xml-doctype' | 'xml-deep' = 'xml-damaged'): never => {
    throw new Unreadable(why, `${at} ${lineOf(text, position)}`.trim());
  };
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const words = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const parent = stack.at(-1);
    if (!parent) {
      if (raw.trim() !== '') bad(from);
      return;
    }
    if (raw) parent.element.children.push(unescaped(raw, () => bad(from)));
  };

  while (i < text.length) {
    const open = text.indexOf('<', i);
    if (open < 0) {
      words(i, text.length);
      break;
    }
    if (open > i) words(i, open);
    const next = text.charCodeAt(open + 1);
    if (next === 0x21 /* ! */) {
      if (text.startsWith('<!--', open)) {
        const end = text.indexOf('-->', open + 4);
        i = end < 0 ? bad(open) : end + 3;
      } else if (text.startsWith('<![CDATA[', open)) {
        const end = text.indexOf(']]>', open + 9);
        if (end < 0 || stack.length === 0) bad(open);
        const raw = text.slice(open + 9, end);
        if (ILLEGAL.test(raw)) bad(open);
        stack.at(-1)!.element.children.push(raw);
        i = end + 3;
      } else i = bad(open, 'xml-doctype');
    } else if (next === 0x3f /* ? */) {
      const end = text.indexOf('?>', open + 2);
      i = end < 0 ? bad(open) : end + 2;
    } else if (next === 0x2f /* / */) {
      const end = text.indexOf('>', open);
      const closing = end < 0 ? undefined : stack.pop();
      if (!closing || closing.written !== text.slice(open + 2, end).trimEnd()) bad(open);
      i = end + 1;
    } else {
      if (root && stack.length === 0) bad(open);
      if (++count > XML_ELEMENTS) throw new Unreadable('too-large', at);
      const tag = readTag(text, open, bad);
      const names = stack.at(-1)?.names ?? NO_NAMES;
      const own = named(tag.attrs, names);
      const element: Open['element'] = {
        name: resolve(tag.written, own, true),
        attrs: Object.create(null) as Open['element']['attrs'],
        children: [],
      };
      for (const [name, value] of tag.attrs)
        if (!name.startsWith('xmlns')) element.attrs[resolve(name, own, false)] = value;
      if (stack.length > 0) stack.at(-1)!.element.children.push(element);
      else root = element;
      if (!tag.empty) {
        if (stack.length >= XML_DEPTH) bad(open, 'xml-deep');
        stack.push({ written: tag.written, element, names: own });
      }
      i = tag.end;
    }
  }
  if (stack.length > 0 || !root) return bad(text.length);
  return root;
}

const NO_NAMES: Names = {};
const NAME = /[^\s/>=<"'&]+/y;
const BLANK = /\s*/y;

interface Tag {
  readonly written: string;
  readonly attrs: readonly (readonly [string, string])[];
  readonly empty: boolean;
  readonly end: number;
}

function readTag(text: string, open: number, bad: (at: number) => never): Tag {
  let i = open + 1;
  const name = (): string => {
    NAME.lastIndex = i;
    const found = NAME.exec(text)?.[0] ?? bad(i);
    i += found.length;
    return found;
  };
  const blank = (): void => {
    BLANK.lastIndex = i;
    i += BLANK.exec(text)![0].length;
  };
  const written = name();
  const attrs: [string, string][] = [];
  for (;;) {
    blank();
    const sign = text[i];
    if (sign === '>') return { written, attrs, empty: false, end: i + 1 };
    if (sign === '/' && text[i + 1] === '>') return { written, attrs, empty: true, end: i + 2 };
    if (sign === undefined || attrs.length > 200) bad(open);
    const key = name();
    blank();
    if (text[i++] !== '=') bad(open);
    blank();
    const quote = text[i];
    if (quote !== '"' && quote !== "'") bad(open);
    const end = text.indexOf(quote, i + 1);
    if (end < 0) bad(open);
    const value = text.slice(i + 1, end);
    if (value.includes('<') || attrs.some(([other]) => other === key)) bad(open);
    attrs.push([key, unescaped(value, () => bad(open))]);
    i = end + 1;
  }
}

/** The prefixes in force inside an element. */
function named(attrs: Tag['attrs'], outer: Names): Names {
  let own: Record<string, string> | undefined;
  for (const [key, value] of attrs) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    own ??= Object.assign(Object.create(null) as Record<string, string>, outer);
    const prefix = key.slice(6);
    const known = PREFIXES.find(([uri]) => uri.test(value));
    own[prefix] = known ? known[1] : prefix ? `${prefix}:` : '';
  }
  return own ?? outer;
}

function resolve(written: string, names: Names, element: boolean): string {
  const colon = written.indexOf(':');
  if (colon < 0) return element ? (names[''] ?? '') + written : written;
  const prefix = written.slice(0, colon);
  const known = names[prefix];
  return known === undefined ? written : known + written.slice(colon + 1);
}

const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const FIVE: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(raw: string, bad: () => never): string {
  if (ILLEGAL.test(raw)) bad();
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));|&/g,
    (_all, hex?: string, decimal?: string, word?: string) => {
      if (word) return FIVE[word]!;
      const code = hex ? parseInt(hex, 16) : decimal ? +decimal : 0;
      const legal =
        code === 9 ||
        code === 10 ||
        code === 13 ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd) ||
        (code >= 0x10000 && code <= 0x10ffff);
      return legal ? String.fromCodePoint(code) : bad();
    },
  );
}

function lineOf(text: string, position: number): string {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++;
  return `line ${line}`;
}

// How the readers walk what was parsed.

export function elements(parent: XmlElement | undefined, name?: string): readonly XmlElement[] {
  if (!parent) return [];
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** Steps down by the first child of each name. */
export function child(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let at = parent;
  for (const name of names)
    at = at?.children.find((each): each is XmlElement => typeof each !== 'string' && each.name === name);
  return at;
}

/** All text inside, nested or not. */
export function textIn(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.children.map((each) => (typeof each === 'string' ? each : textIn(each))).join('');
}
