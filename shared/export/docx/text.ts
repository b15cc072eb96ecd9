// Text into paragraphs: the one place where words of a plan enter the document, so the one place that makes them legal.
import { Paragraph, TextRun } from 'docx';
import type { IParagraphOptions, ParagraphChild } from 'docx';
import { legalXml } from '../clean.ts';
import { faceOf } from './styles.ts';
import type { StyleId } from './styles.ts';

type More = Omit<IParagraphOptions, 'children' | 'style' | 'text'>;

/** A paragraph in a style; a line end within the text becomes a line break. */
export function paragraph(style: StyleId, text: string | readonly ParagraphChild[], more: More = {}): Paragraph {
  return new Paragraph({ style, children: typeof text === 'string' ? words(style, text) : text, ...more });
}

/**
 * The faces are named on the run too, all three, because Word takes a theme's face over a style's. The hint makes
 * quotation marks and dashes Chinese ones, a full square wide.
 */
export function words(style: StyleId, text: string): readonly TextRun[] {
  const { name } = faceOf(style);
  return legalXml(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          font: { ascii: name, hAnsi: name, eastAsia: name, hint: 'eastAsia' },
          ...(index > 0 && { break: 1 }),
        }),
    );
}
