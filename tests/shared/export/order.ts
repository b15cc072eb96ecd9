// ECMA-376 part 1 and 4 in small: which children an element of a Word document may have, and in which order.
import { all, parseXml } from './kit.ts';
import type { Element } from './kit.ts';

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

/** Every element of every part that is out of its place, and how many were looked at. */
export function misplacedIn(file: Readonly<Record<string, string>>): {
  readonly wrong: readonly string[];
  readonly checked: number;
} {
  const wrong: string[] = [];
  let checked = 0;
  for (const [path, xml] of Object.entries(file)) {
    if (!/^word\/[^/]*\.xml$/.test(path)) continue;
    const root = parseXml(xml);
    for (const [tag, order] of Object.entries(ORDER))
      for (const element of [...all(root, tag), ...(root.tag === tag ? [root] : [])]) {
        checked++;
        wrong.push(...misplaced(element, order.split(' ')).map((each) => `${path} ${tag} ${each}`));
      }
  }
  return { wrong, checked };
}

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
