// The fonts a document used, embedded: subset, widths, and the map by which text is copied and found.
import { hex4 } from './file.ts';
import type { PdfFile } from './file.ts';
import { subset } from './subset.ts';
import type { Used } from './typecase.ts';

/** The number of the font's object. */
export function embed(pdf: PdfFile, { font, glyphs, codes }: Used, index: number): number {
  const part = subset(font, glyphs.slice(1));
  const file = pdf.stream(`/Length1 ${part.file.length}`, part.file);
  const em = (units: number): number => Math.round((1000 * units) / font.unitsPerEm);
  const family = font.families.map((name) => name.replace(/[^A-Za-z0-9-]/g, '')).find((name) => name !== '') ?? 'Font';
  // Six letters before the name say that this is a part of the font.
  const letters = [...Array(6)].map((_, at) => String.fromCharCode(65 + (at === 5 ? index % 26 : 6))).join('');
  const name = `${letters}+${family}${font.weight >= 600 ? '-Bold' : ''}`;
  const descriptor = pdf.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${font.box.map(em).join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${em(font.ascent)} /Descent ${em(font.descent)} /CapHeight ${em(font.ascent)} ` +
      `/StemV ${font.weight >= 600 ? 120 : 80} /FontFile2 ${file} 0 R >>`,
  );
  const places = new Uint8Array(2 * glyphs.length);
  glyphs.forEach((glyph, code) => new DataView(places.buffer).setUint16(2 * code, part.places.get(glyph)!));
  const map = pdf.stream('', places);
  const widths = glyphs.map((glyph) => em(font.advance(glyph))).join(' ');
  const descendant = pdf.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) ` +
      `/Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [0 [${widths}]] /CIDToGIDMap ${map} 0 R >>`,
  );
  const toUnicode = pdf.stream('', unicodeMap(codes));
  return pdf.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] ` +
      `/ToUnicode ${toUnicode} 0 R >>`,
  );
}

/** A hundred at most to a block. */
const BLOCK = 100;

function unicodeMap(codes: ReadonlyMap<number, number>): string {
  const lines = [...codes].map(([char, code]) => {
    const units = String.fromCodePoint(char).split('');
    return `<${hex4(code)}> <${units.map((unit) => hex4(unit.charCodeAt(0))).join('')}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += BLOCK) {
    const block = lines.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n' +
    `/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join('')}` +
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n'
  );
}
