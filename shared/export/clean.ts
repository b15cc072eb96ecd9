// Text on its way into XML and file names. XML 1.0 forbids some characters outright: no escape can carry them, so they go.

/** Control characters but tab and line ends, U+FFFE and U+FFFF, and halves of a surrogate pair without the other. */
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\p{Surrogate}]/gu;

/** What XML can hold of a text. Nothing is escaped here: that is the writer's work. */
export function legalXml(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** For an attribute or text written by hand. */
export function escapeXml(text: string): string {
  return legalXml(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** One line, legal on Windows, macOS and Linux, and short enough for all three in UTF-8. */
export function legalFileName(text: string): string {
  const plain = legalXml(text)
    .replace(/[\\/:*?"<>|\u0000-\u001F\u007F]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  const short = [...plain].slice(0, 60).join('').trim();
  // CON, AUX, COM1 … are devices on Windows, whatever the extension.
  return /^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(short) ? `要点${short && `-${short}`}` : short;
}
