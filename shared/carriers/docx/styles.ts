// What a paragraph's style says of it: its name, list, outline level and hidden text, inherited through basedOn.
import { child, elements } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

export interface Style {
  readonly name: string;
  readonly numId?: string;
  readonly ilvl?: number;
  /** From 1. */
  readonly level?: number;
}

export type Styles = (id: string | undefined) => Style;

export function readStyles(root: XmlElement | undefined): Styles {
  const written = new Map(elements(root, 'w:style').map((style) => [style.attrs['w:styleId'] ?? '', style] as const));
  const usual = [...written.values()].find(
    (style) => style.attrs['w:type'] === 'paragraph' && /^(1|true|on)$/.test(style.attrs['w:default'] ?? ''),
  );
  const known = new Map<string, Style>();
  const read = (id: string, depth: number): Style => {
    const found = known.get(id);
    if (found) return found;
    const style = written.get(id);
    if (!style || depth > 20) return { name: '' };
    const based = child(style, 'w:basedOn')?.attrs['w:val'];
    const { name: _, ...inherited } = based === undefined ? { name: '' } : read(based, depth + 1);
    const made: Style = {
      ...inherited,
      name: (child(style, 'w:name')?.attrs['w:val'] ?? '').toLowerCase(),
      ...paragraphStyle(child(style, 'w:pPr')),
    };
    known.set(id, made);
    return made;
  };
  return (id) => read(id ?? usual?.attrs['w:styleId'] ?? '', 0);
}

/** The same fields as a paragraph's own properties say them; what is not said is absent. */
export function paragraphStyle(properties: XmlElement | undefined): Partial<Style> {
  const numId = child(properties, 'w:numPr', 'w:numId')?.attrs['w:val'];
  const ilvl = child(properties, 'w:numPr', 'w:ilvl')?.attrs['w:val'];
  const outline = Number(child(properties, 'w:outlineLvl')?.attrs['w:val'] ?? NaN);
  return {
    ...(numId !== undefined && { numId }),
    ...(ilvl !== undefined && { ilvl: Number(ilvl) || 0 }),
    ...(outline >= 0 && outline < 9 && { level: outline + 1 }),
  };
}
