import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import truth from '../../golden/2019-qingpu.json' with { type: 'json' };
import { toDocx } from '../../../shared/export/docx.ts';
import { paragraphsOf, titleLines } from '../../../shared/export/lines.ts';
import type { Contents } from '../../../shared/export/json.ts';
import { write, writeParts } from '../../../shared/yaodian/write.ts';
import { idOf, planOf } from '../../kit/plan.ts';
import { OFFICIAL, SAMPLE, all, contentsOfOutlines, docxOf, one, parseXml, parts, styleOf, textOf } from './kit.ts';
import type { Element } from './kit.ts';

const TODAY = '2019-06-18';
/** Says what it was asked to draw in the one byte order a test can read. */
const draw = async (svg: string, width: number) => ({
  png: new TextEncoder().encode(`${width} ${svg.length}`),
  missing: [],
});

const official = parts(await docxOf(OFFICIAL, TODAY, draw));
const bytes = await docxOf(SAMPLE, TODAY, draw);
const sample = parts(bytes);
const document = parseXml(official['word/document.xml']!);
const body = one(document, 'w:body');
const paragraphs = body.children.filter(({ tag }) => tag === 'w:p');
const sections = all(document, 'w:sectPr');
const styles = new Map(all(parseXml(official['word/styles.xml']!), 'w:style').map((s) => [s.attrs['w:styleId'], s]));

const small = (text: string, meta = {}): Contents => ({ plan: planOf(text, 1, meta), notes: new Map() });
const rowsOf = (file: Readonly<Record<string, string>>): string[][] =>
  all(one(parseXml(file['word/document.xml']!), 'w:tbl'), 'w:tr').map((row) =>
    all(row, 'w:tc').map((cell) => all(cell, 'w:p').map(textOf).join('\n')),
  );

describe('GB/T 9704: the page', () => {
  test('A4 upright with margins of 37, 28, 35 and 26 mm, and a grid of 22 lines by 28 characters', () => {
    const [first] = sections;
    expect(one(first!, 'w:pgSz').attrs).toEqual({ 'w:w': '11906', 'w:h': '16838', 'w:orient': 'portrait' });
    expect(one(first!, 'w:pgMar').attrs).toMatchObject({
      'w:top': '2098',
      'w:left': '1587',
      'w:bottom': '1984',
      'w:right': '1474',
    });
    expect(one(first!, 'w:docGrid').attrs).toEqual({
      'w:type': 'linesAndChars',
      'w:linePitch': '579',
      'w:charSpace': '-847',
    });
    // 22 lines fit what the margins leave, and 28 characters of 3号 do too once drawn together.
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984);
    expect(28 * (16 - 847 / 4096)).toBeLessThanOrEqual((11906 - 1587 - 1474) / 20);
  });

  test('two sections across the sheet, its margins turned with it', () => {
    expect(sections).toHaveLength(3);
    for (const section of sections.slice(1)) {
      expect(one(section, 'w:type').attrs).toEqual({ 'w:val': 'nextPage' });
      expect(one(section, 'w:pgSz').attrs).toEqual({ 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' });
      expect(one(section, 'w:pgMar').attrs).toMatchObject({
        'w:top': '1587',
        'w:right': '2098',
        'w:bottom': '1474',
        'w:left': '1984',
      });
    }
  });

  test('odd and even pages differ: — 1 — in 4号 宋体, right or left, one character in', () => {
    expect(all(parseXml(official['word/settings.xml']!), 'w:evenAndOddHeaders')).toHaveLength(1);
    const footers = all(sections[0]!, 'w:footerReference').map(({ attrs }) => [
      attrs['w:type'],
      fileOf(attrs['r:id']!),
    ]);
    expect(footers.map(([type]) => type)).toEqual(['default', 'even']);
    const [odd, even] = footers.map(([, path]) => one(parseXml(official[path!]!), 'w:p'));
    for (const [line, side] of [
      [odd!, 'right'],
      [even!, 'left'],
    ] as const) {
      expect(textOf(line)).toBe('—  —');
      expect(all(line, 'w:instrText').map(({ text }) => text.trim())).toEqual(['PAGE']);
      expect(one(line, 'w:jc').attrs).toEqual({ 'w:val': side });
      expect(one(line, 'w:ind').attrs).toEqual({ [`w:${side}`]: '280' });
      expect(styleOf(line)).toBe('GwPageNumber');
    }
    expect(faceAndSize('GwPageNumber')).toEqual(['宋体', '28']);
  });

  test('across the sheet the page number stays at the upright sheet’s foot: a turned box at the left edge', () => {
    const headers = all(sections[1]!, 'w:headerReference').map(({ attrs }) => official[fileOf(attrs['r:id']!)]!);
    expect(headers).toHaveLength(2);
    headers.forEach((xml, index) => {
      const header = parseXml(xml);
      const box = one(header, 'wp:anchor');
      const [x, y] = all(box, 'wp:posOffset').map(({ text }) => Number(text) / 635);
      expect(x).toBeGreaterThan(0);
      expect(x! + Number(one(box, 'wp:extent').attrs['cx']) / 635).toBeLessThan(1984);
      expect(y).toBe(1587);
      expect(one(box, 'wps:bodyPr').attrs['vert']).toBe('vert');
      expect(one(box, 'w:jc').attrs['w:val']).toBe(index === 0 ? 'right' : 'left');
      expect(one(header, 'mc:Fallback').children).toHaveLength(1);
    });
  });

  function fileOf(id: string): string {
    const rels = all(parseXml(official['word/_rels/document.xml.rels']!), 'Relationship');
    return `word/${rels.find(({ attrs }) => attrs['Id'] === id)!.attrs['Target']}`;
  }
});

describe('GB/T 9704: the faces', () => {
  test.each([
    ['GwTitle', '方正小标宋简体', '44'],
    ['GwBody', '仿宋_GB2312', '32'],
    ['GwFirst', '黑体', '32'],
    ['GwSecond', '楷体_GB2312', '32'],
    ['GwAnnex', '黑体', '32'],
    ['GwCell', '仿宋_GB2312', '21'],
  ])('%s is %s, %s half-points', (style, face, size) => {
    expect(faceAndSize(style)).toEqual([face, size]);
  });

  test('every run names its face for all scripts, with the hint that makes quotation marks Chinese', () => {
    const runs = all(document, 'w:rFonts');
    expect(runs.length).toBeGreaterThan(300);
    for (const { attrs } of runs) {
      expect(attrs['w:hint']).toBe('eastAsia');
      expect(new Set([attrs['w:ascii'], attrs['w:hAnsi'], attrs['w:eastAsia']]).size).toBe(1);
    }
  });

  test('no theme font and nothing bold or slanted anywhere', () => {
    for (const [path, xml] of Object.entries(sample))
      if (/^word\/(document|styles|header|footer)/.test(path)) expect(xml).not.toMatch(/Theme=|<w:b\/>|<w:i\/>/);
  });

  test('each face has the name other systems know it by', () => {
    const fonts = all(parseXml(official['word/fontTable.xml']!), 'w:font');
    const alt = new Map(fonts.map((font) => [font.attrs['w:name'], one(font, 'w:altName').attrs['w:val']]));
    expect(alt.get('仿宋_GB2312')).toBe('仿宋');
    expect(alt.get('楷体_GB2312')).toBe('楷体');
    const used = new Set(all(document, 'w:rFonts').map(({ attrs }) => attrs['w:eastAsia']));
    for (const face of used) expect(alt.has(face), face).toBe(true);
  });

  test('paragraphs start two characters in; the character grid counts from 3号', () => {
    expect(one(styles.get('GwBody')!, 'w:ind').attrs).toEqual({ 'w:firstLineChars': '200', 'w:firstLine': '640' });
    expect(one(styles.get('Normal')!, 'w:sz').attrs).toEqual({ 'w:val': '32' });
  });
});

describe('the text', () => {
  const upright = paragraphs.slice(0, paragraphs.findIndex((p) => all(p, 'w:sectPr').length > 0) + 1);

  test('is the official text to the letter, blank lines apart, followed by the list of attachments', () => {
    const written = write(OFFICIAL.plan)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const found = upright.map(textOf).filter(Boolean);
    expect(found).toEqual([...written, '附件：1. 2019年青浦教育工作要点任务清单', '2. 2019年青浦教育工作要点进度图']);
  });

  test('has the title in 小标宋, eight headings in 黑体 and all 28 items in 仿宋', () => {
    const by = (style: string): string[] => upright.filter((p) => styleOf(p) === style && textOf(p)).map(textOf);
    expect(by('GwTitle')).toEqual([truth.title]);
    expect(by('GwFirst')).toHaveLength(8);
    const items = by('GwBody').filter((text) => /^\d+\. /.test(text));
    expect(items).toHaveLength(28);
    truth.items.forEach(({ title }, index) => expect(items[index]).toContain(`${index + 1}. ${title}。`));
  });

  test('sets a second level in 楷体', async () => {
    const inner = { kind: 'section', title: '内', children: [{ kind: 'item', title: '甲' }] } as const;
    const nested = contentsOfOutlines([{ kind: 'section', title: '外', children: [inner] }]);
    const found = all(parseXml(parts(await docxOf(nested, TODAY))['word/document.xml']!), 'w:p');
    expect(found.filter((p) => styleOf(p) === 'GwFirst').map(textOf)).toEqual(['一、外']);
    expect(found.filter((p) => styleOf(p) === 'GwSecond').map(textOf)).toEqual(['（一）内']);
  });

  test('keeps the pieces of a paragraph together and drops only white space', () => {
    const joined = paragraphsOf(writeParts(OFFICIAL.plan)).map((line) => line.map(({ text }) => text).join(''));
    expect(joined.join('')).toBe(
      write(OFFICIAL.plan)
        .replace(/\s*\n\s*/g, '')
        .trim(),
    );
  });

  test('puts the attachments before a signature that follows the last item', async () => {
    const signed = small('一\n  甲\n    甲一', { form: { end: '\n\n某某局\n2019年3月1日\n' } });
    const document = parseXml(parts(await docxOf(signed, TODAY))['word/document.xml']!);
    const lines = all(document, 'w:p').map(textOf).filter(Boolean);
    expect(lines.indexOf('附件：1. 试排任务清单')).toBe(lines.indexOf('某某局') - 2);
  });

  test.each([
    ['2019年青浦教育工作要点', ['2019年青浦教育工作要点']],
    ['示例 · 2019年青浦教育工作要点（示例排期）', ['示例 · 2019年青浦教育', '工作要点（示例排期）']],
    ['关于深入贯彻落实全国教育大会精神加快推进青浦教育现代化（2019—2022年）的实施意见', null],
  ])('breaks the title %s into lines of like length', (title, lines) => {
    const found = titleLines(title);
    if (lines) expect(found).toEqual(lines);
    const lengths = found.map((line) => [...line].length);
    expect(found.join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(6);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(22);
  });
});

test('says how far it is while it draws, and stops when it is told to', async () => {
  const seen: number[] = [];
  const input = { ...SAMPLE, today: TODAY };
  await toDocx(input, { lang: 'zh', rasterise: draw, progress: (done) => seen.push(done) });
  expect(seen.length).toBeGreaterThan(3);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  expect([seen[0]! > 0, seen.at(-1)! < 1]).toEqual([true, true]);
  const stop = new AbortController();
  const made = toDocx(input, { lang: 'zh', rasterise: draw, progress: () => stop.abort(), signal: stop.signal });
  await expect(made).rejects.toThrow('abort');
});

describe('附件1', () => {
  const rows = rowsOf(official);
  const dated = rowsOf(sample);

  test('starts on a new page: 附件1 in 黑体 at the left, its title on the third line', () => {
    const at = paragraphs.findIndex((p) => textOf(p) === '附件1');
    expect(all(paragraphs[at - 1]!, 'w:sectPr')).toHaveLength(1);
    expect(styleOf(paragraphs[at]!)).toBe('GwAnnex');
    expect(textOf(paragraphs[at + 1]!)).toBe('');
    expect(textOf(paragraphs[at + 2]!)).toBe('2019年青浦教育工作要点任务清单');
    expect(styleOf(paragraphs[at + 2]!)).toBe('GwTitle');
  });

  test('repeats its head on every page and breaks no row', () => {
    const table = one(document, 'w:tbl');
    const [head, ...others] = all(table, 'w:tr');
    expect(all(head!, 'w:tblHeader')).toHaveLength(1);
    for (const row of others) expect(all(row, 'w:tblHeader')).toHaveLength(0);
    for (const row of [head!, ...others]) expect(all(row, 'w:cantSplit')).toHaveLength(1);
  });

  test('fills the width of the turned sheet exactly', () => {
    const widths = all(one(document, 'w:tblGrid'), 'w:gridCol').map(({ attrs }) => Number(attrs['w:w']));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(12756);
    expect(Math.min(...widths)).toBeGreaterThan(500);
  });

  test('has a row for each of the 39 clauses under 8 headings, with its offices, and invents no date', () => {
    expect(rows[0]).toEqual(['序号', '重点工作', '具体任务', '牵头', '启动', '完成时限', '进展']);
    const tasks = rows.slice(1).filter((row) => row.length > 1);
    expect(rows.length - 1 - tasks.length).toBe(8);
    expect(tasks.map(([number]) => number)).toEqual(truth.clauses.map(({ id }) => id));
    expect(tasks.map(([, , text]) => text)).toEqual(truth.clauses.map(({ text }) => text));
    expect(tasks.map(([, , , lead]) => lead)).toEqual(truth.clauses.map(({ lead }) => lead.join('\n')));
    for (const task of tasks) expect(task.slice(4)).toEqual(['待定', '待定', '未启动']);
    expect(new Set(tasks.map(([, item]) => item).filter(Boolean)).size).toBe(28);
  });

  test('shows the very dates of the plan, and 待定 where it has none', () => {
    for (const node of SAMPLE.plan.nodes.values()) {
      if (node.kind !== 'clause') continue;
      const row = dated.find(([, , text]) => text?.split('\n')[0] === node.title.trim())!;
      const [start, deadline] = row.slice(4, 6);
      if (!node.span) expect([start, deadline]).toEqual(['待定', '待定']);
      else if (!node.span.grain || node.span.grain === 'day') {
        const [, month, day] = node.span.end.split('-').map(Number);
        expect(deadline).toBe(`${month}月${day}日`);
      }
    }
  });

  test('carries every milestone and cuts no note: long ones follow the table in full', () => {
    const words = all(parseXml(sample['word/document.xml']!), 'w:p').map(textOf).join('\n');
    const milestones = [...SAMPLE.plan.nodes.values()].filter(({ kind }) => kind === 'milestone');
    expect(milestones.length).toBeGreaterThan(5);
    for (const { title } of milestones) expect(words).toContain(title);
    expect(SAMPLE.notes.size).toBeGreaterThan(5);
    for (const note of SAMPLE.notes.values()) for (const text of textsOf(note)) expect(words).toContain(text);
    expect(dated.flat().filter((cell) => cell.startsWith('见附注')).length).toBeGreaterThan(3);
  });

  function textsOf(note: { text?: string; content?: readonly unknown[] }): string[] {
    return [...(note.text ? [note.text] : []), ...(note.content ?? []).flatMap((child) => textsOf(child as never))];
  }
});

describe('附件2', () => {
  test('is a vector picture with a PNG beside it on each sheet, wide as the block', () => {
    const pictures = all(parseXml(sample['word/document.xml']!), 'wp:inline');
    expect(pictures.length).toBeGreaterThan(2);
    for (const picture of pictures) {
      const [cx, cy] = [one(picture, 'wp:extent').attrs['cx'], one(picture, 'wp:extent').attrs['cy']].map(Number);
      expect(cx! / 635).toBeGreaterThan(12700);
      expect(cx! / 635).toBeLessThanOrEqual(12756);
      expect(cy! / 635).toBeLessThan(8845);
      expect(all(picture, 'asvg:svgBlip')).toHaveLength(1);
      expect(one(picture, 'a:blip').attrs['r:embed']).toBeTruthy();
    }
    const ids = all(parseXml(sample['word/document.xml']!), 'wp:docPr').map(({ attrs }) => attrs['id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(sample).filter((path) => path.endsWith('.svg'))).toHaveLength(pictures.length);
  });

  test('is plan only, black and white: months, ▲ and dates, no progress, no lights, no today', () => {
    const charts = Object.entries(sample)
      .filter(([path]) => path.endsWith('.svg'))
      .map(([, svg]) => svg);
    const words = charts.join('');
    for (const month of ['1月', '6月', '12月']) expect(words).toContain(`>${month}<`);
    expect(words).not.toMatch(/>今天|>\d+%</);
    for (const svg of charts) {
      const colours = new Set(svg.match(/#[0-9a-f]{6}/gi));
      for (const colour of colours)
        expect(new Set([colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)]).size, colour).toBe(1);
      // 7 pt at the size it is printed: 7.5/9.75 of the scene.
      for (const [, size] of svg.matchAll(/font-size="([\d.]+)"/g))
        expect((Number(size) * 7.5) / 13).toBeGreaterThanOrEqual(7);
    }
  });

  test('names every section and item and says 待定 where nothing is dated', () => {
    const charts = Object.entries(official)
      .filter(([path]) => path.endsWith('.svg'))
      .map(([, svg]) => svg)
      .join('');
    expect(charts.match(/>待定</g)).toHaveLength(39);
    for (const { title } of truth.items) expect(charts).toContain(`>${title}<`);
  });

  test('goes out without the PNG when nobody can draw it', async () => {
    const pngs = Object.entries(unzipSync(await docxOf(OFFICIAL, TODAY))).filter(([path]) => path.endsWith('.png'));
    expect(pngs).toHaveLength(1);
    expect(pngs[0]![1].slice(0, 4)).toEqual(Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
  });
});

describe('a demonstration', () => {
  test('says 示例 in its title and at the head of every page', async () => {
    const headers = Object.entries(sample).filter(([path]) => path.startsWith('word/header'));
    expect(headers.length).toBeGreaterThanOrEqual(4);
    for (const [, xml] of headers) expect(textOf(parseXml(xml))).toContain('示例');
    const plain = await docxOf(small('一\n  甲\n    甲一', { sample: true }), TODAY);
    const title = all(parseXml(parts(plain)['word/document.xml']!), 'w:p').find((p) => styleOf(p) === 'GwTitle')!;
    expect(textOf(title)).toBe('示例 · 试排');
    expect(Object.values(official).join('')).not.toContain('示例');
  });
});

describe('the file', () => {
  test('is the same, byte for byte, for the same plan', async () => {
    expect(await docxOf(SAMPLE, TODAY, draw)).toEqual(bytes);
  });

  test('is well-formed in every part', () => {
    for (const [path, xml] of Object.entries(sample))
      if (/\.(xml|rels|svg)$/.test(path)) expect(parseXml(xml), path).toBeTruthy();
  });

  test('holds no moment and no person', () => {
    expect(sample['docProps/core.xml']).toContain(`${SAMPLE.plan.meta.asOf}T00:00:00Z`);
    expect(sample['docProps/core.xml']).not.toMatch(/lastModifiedBy|Un-named/);
  });

  test('survives characters XML cannot hold, wherever they stand, and keeps rare ones', async () => {
    const evil = 'a\u0001\u000b𠮷\ud842\ufffe\uffff<&">]]>b';
    const base = planOf('一\n  甲\n    甲一 @局办公室\n      ◆ 节点 05-20', 1, { title: evil, preamble: evil });
    const id = idOf(base, '甲一');
    const nodes = new Map([...base.nodes].map(([key, node]) => [key, { ...node, title: evil, deliverable: evil }]));
    const offices = new Map([...base.offices].map(([key, office]) => [key, { ...office, name: evil }]));
    const notes = new Map([
      [id, { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: evil.repeat(9) }] }] }],
    ]);
    const file = parts(await docxOf({ plan: { ...base, nodes, offices }, notes }, TODAY, draw));
    for (const [path, xml] of Object.entries(file)) {
      if (!/\.(xml|rels|svg)$/.test(path)) continue;
      // eslint-disable-next-line no-control-regex -- what must not be there
      expect(xml).not.toMatch(/[\u0001\u000b\ufffe\uffff]|\ufffd/);
      expect(() => parseXml(xml)).not.toThrow();
    }
    expect(
      all(parseXml(file['word/document.xml']!), 'w:t')
        .map(({ text }) => text)
        .join(''),
    ).toContain('a𠮷');
  });

  test('of an empty plan is still a document', async () => {
    const empty = parts(await docxOf(small('', { title: '' }), TODAY, draw));
    expect(textOf(parseXml(empty['word/document.xml']!))).toContain('附件1');
  });
});

function faceAndSize(style: string): readonly (string | undefined)[] {
  const found: Element = styles.get(style)!;
  const { 'w:ascii': ascii, 'w:eastAsia': eastAsia, 'w:hAnsi': hAnsi } = one(found, 'w:rFonts').attrs;
  expect([ascii, hAnsi]).toEqual([eastAsia, eastAsia]);
  return [eastAsia, one(found, 'w:sz').attrs['w:val']];
}
