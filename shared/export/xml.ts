// XML written by hand: elements as text, every attribute and every word made legal on its way in.
import { legalXml } from './clean.ts';

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** `content` is XML already; words go through `words` first. Attributes that are undefined are left out. */
export function tag(name: string, attributes: Attributes = {}, content: string | readonly string[] = ''): string {
  const inner = typeof content === 'string' ? content : content.join('');
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value), /[&<>"\t\n\r]/g)}"`)
    .join('');
  return inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>`;
}

/** An element that holds words only; nothing when there are none. */
export function field(name: string, text: string | number | undefined): string {
  return text === undefined || text === '' ? '' : tag(name, {}, words(String(text)));
}

export function words(text: string): string {
  return escaped(text, /[&<>\r]/g);
}

/** Line ends in attributes would be read back as spaces, a carriage return as a line feed: both are written as numbers. */
function escaped(text: string, those: RegExp): string {
  return legalXml(text).replace(those, (char) => NAMED[char] ?? `&#${char.charCodeAt(0)};`);
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
