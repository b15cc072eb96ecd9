// The PDF file itself: numbered objects, streams, the table that finds them. Equal objects give equal bytes; no clock, no random id.
import { strToU8, zlibSync } from 'fflate';
import { legalXml } from '../clean.ts';
import { crc32 } from '../png.ts';

export interface PdfFile {
  /** The number by which others refer to it. */
  readonly add: (body: string) => number;
  readonly stream: (entries: string, content: Uint8Array | string) => number;
  /** A number for an object that is said later. */
  readonly reserve: () => number;
  readonly put: (number: number, body: string) => void;
  readonly finish: (root: number, info: number) => Uint8Array;
}

export function pdfFile(): PdfFile {
  const bodies: (Uint8Array | undefined)[] = [];
  const reserve = (): number => bodies.push(undefined);
  const put = (number: number, body: string): void => {
    bodies[number - 1] = latin(body);
  };
  return {
    reserve,
    put,
    add(body) {
      const number = reserve();
      put(number, body);
      return number;
    },
    stream(entries, content) {
      const packed = zlibSync(typeof content === 'string' ? latin(content) : content, { level: 6 });
      const head = latin(`<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`);
      return bodies.push(joined([head, packed, latin('\nendstream')]));
    },
    finish(root, info) {
      const pieces: Uint8Array[] = [latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
      const places: number[] = [];
      let at = pieces[0]!.length;
      bodies.forEach((body, index) => {
        if (!body) throw new Error(`pdf: object ${index + 1} was reserved and never said`);
        places.push(at);
        for (const piece of [latin(`${index + 1} 0 obj\n`), body, latin('\nendobj\n')]) {
          pieces.push(piece);
          at += piece.length;
        }
      });
      const id = crc32(joined(pieces.slice(-12)))
        .toString(16)
        .padStart(8, '0')
        .repeat(4);
      const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
      pieces.push(
        latin(
          `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${entries}trailer\n` +
            `<< /Size ${places.length + 1} /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${at}\n%%EOF\n`,
        ),
      );
      return joined(pieces);
    },
  };
}

/** Any words, as UTF-16. */
export function pdfText(text: string): string {
  let hex = 'FEFF';
  for (const unit of legalXml(text).split('')) hex += unit.charCodeAt(0).toString(16).padStart(4, '0');
  return `<${hex}>`;
}

export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function latin(text: string): Uint8Array {
  return strToU8(text, true);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
