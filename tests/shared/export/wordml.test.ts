// The document as Word reads it: every element in the order of ECMA-376, and each node's words in a control that brings them back.
import { describe, expect, test } from 'vitest';
import { BASE_SPACE } from '../../../shared/export/docx/base.ts';
import { inOrder as nodesInOrder } from '../../../shared/model/tree.ts';
import { OFFICIAL, SAMPLE, all, docxOf, one, parseXml, parts, textOf } from './kit.ts';
import type { Element } from './kit.ts';

const draw = async (): Promise<Uint8Array> => Uint8Array.of(1);
const files = {
  official: parts(await docxOf(OFFICIAL, '2019-06-18', draw, 'plan1')),
  sample: parts(await docxOf(SAMPLE, '2019-06-18', draw)),
};

/** Children in the order of the transitional schema (ECMA-376 part 1 and 4); `*` are any of them, in any order. */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tblCellMar': 'top left start bottom right end',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:tc': 'tcPr p',
  'w:sdt': 'sdtPr sdtEndPr sdtContent',
  'w:sdtPr': 'rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding appearance',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:font': 'altName panose1 charset family notTrueType pitch sig embedRegular',
  'w:styles': 'docDefaults latentStyles style',
};

describe.each(Object.entries(files))('the %s document', (_, file) => {
  test('keeps every element in the order of the schema', () => {
    let checked = 0;
    for (const [path, xml] of Object.entries(file)) {
      if (!/^word\/[^/]*\.xml$/.test(path)) continue;
      const root = parseXml(xml);
      for (const [tag, order] of Object.entries(ORDER))
        for (const element of [...all(root, tag), ...(root.tag === tag ? [root] : [])]) {
          checked++;
          expect(misplaced(element, order.split(' ')), `${path} ${tag}`).toEqual([]);
        }
    }
    expect(checked).toBeGreaterThan(1_000);
  });

  test('names in its lists every part it holds, and holds every part it names', () => {
    const types = parseXml(file['[Content_Types].xml']!);
    const overrides = all(types, 'Override').map(({ attrs }) => attrs['PartName']!.slice(1));
    expect(overrides.filter((path) => !(path in file))).toEqual([]);
    const defaults = new Set(all(types, 'Default').map(({ attrs }) => attrs['Extension']));
    const unnamed = Object.keys(file).filter(
      (path) => !overrides.includes(path) && !defaults.has(path.split('.').at(-1)),
    );
    expect(unnamed).toEqual(['[Content_Types].xml'].filter((path) => unnamed.includes(path)));
    const targets = all(parseXml(file['word/_rels/document.xml.rels']!), 'Relationship').map(
      ({ attrs }) => attrs['Target']!,
    );
    const paths = targets.map((target) => (target.startsWith('../') ? target.slice(3) : `word/${target}`));
    expect(paths.filter((path) => !(path in file))).toEqual([]);
  });
});

describe('what lets the document come back', () => {
  const document = parseXml(files.official['word/document.xml']!);
  const controls = all(document, 'w:sdt').map((sdt) => ({
    tag: one(sdt, 'w:tag').attrs['w:val']!,
    id: one(sdt, 'w:id').attrs['w:val']!,
    text: textOf(one(sdt, 'w:sdtContent')),
  }));
  const base = parseXml(files.official['customXml/item1.xml']!);
  const nodes = all(base, 'node');

  test('is a control around each section, item and clause, told apart by kind and id', () => {
    const expected = nodesInOrder(OFFICIAL.plan).map((id) => `guatu:${OFFICIAL.plan.nodes.get(id)!.kind}:${id}`);
    expect(controls.map(({ tag }) => tag)).toEqual(expected);
    expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
    expect(document.tag === 'w:document' && document.attrs['mc:Ignorable']).toContain('w15');
  });

  test('is a part that says what each of them held, with the plan and its revision', () => {
    expect(base.attrs).toMatchObject({
      xmlns: BASE_SPACE,
      id: 'plan1',
      revision: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    for (const { tag, text } of controls) {
      const node = nodes.find(({ attrs }) => attrs['id'] === tag.split(':')[2]);
      expect(one(node!, 'written').text).toBe(text.trim());
    }
    expect(all(base, 'lead').length).toBe(45);
  });

  test('changes its revision with the words, and with nothing else', async () => {
    const revision = (file: Readonly<Record<string, string>>): string | undefined =>
      parseXml(file['customXml/item1.xml']!).attrs['revision'];
    const [id] = nodesInOrder(OFFICIAL.plan);
    const node = { ...OFFICIAL.plan.nodes.get(id!)!, title: '别的' };
    const changed = { ...OFFICIAL, plan: { ...OFFICIAL.plan, nodes: new Map([...OFFICIAL.plan.nodes, [id!, node]]) } };
    expect(revision(parts(await docxOf(changed, '2019-06-18', draw)))).not.toBe(revision(files.official));
    expect(revision(parts(await docxOf(OFFICIAL, '2019-09-01', draw)))).toBe(revision(files.official));
  });
});

/** Those that stand before one that should precede them, or should not be there at all. */
function misplaced({ children }: Element, order: readonly string[]): readonly string[] {
  const found: string[] = [];
  let reached = 0;
  for (const { tag } of children) {
    if (tag === '#text') continue;
    const at = order.indexOf(tag.replace(/^w(15)?:/, ''));
    // Header and footer references mix freely (EG_HdrFtrReferences).
    const place = order[at] === 'footerReference' ? at - 1 : at;
    if (at < 0 || place < reached) found.push(tag);
    else reached = place;
  }
  return found;
}
