// Pages → one PDF file, with only the type it uses. Told what no font could set, and which fonts did.
import type { Page } from '../../layout/paper.ts';
import type { Theme } from '../../layout/theme.ts';
import type { ExportOptions, Made } from '../format.ts';
import { lacking } from '../notices.ts';
import type { Notice } from '../notices.ts';
import { pageContent } from './draw.ts';
import { embed } from './embed.ts';
import { pdfFile, pdfText } from './file.ts';
import { readFaces } from './truetype.ts';
import type { TrueType } from './truetype.ts';
import { typeCase } from './typecase.ts';

/** A page, and the colours it is printed in. */
export interface Printed {
  readonly page: Page;
  readonly theme: Theme;
}

export async function printPdf(
  title: string,
  pages: readonly Printed[],
  { fonts = [], spares = [], progress, signal }: ExportOptions,
): Promise<Made> {
  const faces = fonts.flatMap(facesOf);
  if (faces.length === 0) throw new Error('pdf: the caller passed no font that can be embedded');
  const type = typeCase(faces, spares.flatMap(facesOf));
  const pdf = pdfFile();
  const tree = pdf.reserve();
  const resources = pdf.reserve();
  const kids: number[] = [];
  for (const [index, { page, theme }] of pages.entries()) {
    signal?.throwIfAborted();
    progress?.(index / pages.length);
    // Lets whoever waits say that they no longer do.
    await Promise.resolve();
    const content = pdf.stream('', pageContent(page, theme, type));
    const box = [page.width, page.height].map((px) => Math.round(px * 75) / 100).join(' ');
    kids.push(
      pdf.add(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${box}] /Resources ${resources} 0 R /Contents ${content} 0 R >>`,
      ),
    );
  }
  const used = type.used();
  const objects = used.map((each, index) => `/${each.name} ${embed(pdf, each, index)} 0 R`);
  pdf.put(resources, `<< /Font << ${objects.join(' ')} >> >>`);
  pdf.put(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  const root = pdf.add(
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const info = pdf.add(`<< /Title ${pdfText(title)} /Creator ${pdfText('挂图')} >>`);
  const names = [...new Set(used.map(({ font }) => font.families[0] ?? '?'))];
  const notices: Notice[] = [...lacking(type.missing()), { code: 'font', detail: names.join('、') }];
  return { file: pdf.finish(root, info), notices };
}

const read = new WeakMap<Uint8Array, readonly TrueType[]>();

/** A font is taken apart once, however many files are printed with it. */
function facesOf(bytes: Uint8Array): readonly TrueType[] {
  const known = read.get(bytes) ?? readFaces(bytes);
  read.set(bytes, known);
  return known;
}
