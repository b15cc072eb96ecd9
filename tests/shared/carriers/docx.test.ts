import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../shared/yaodian/parse.ts';
import { toJson } from '../../../shared/yaodian/draft.ts';
import { docx, list, p, read, shown } from './kit.ts';

const SEED = readFileSync(new URL('../../../server/seed/2019-qingpu.txt', import.meta.url), 'utf8');
const lines = (content: Uint8Array): readonly string[] => read('a.docx', content).reading.source.split('\n');

describe('automatic numbers', () => {
  test('the 2019 text typed with automatic numbers gives the tree of its text', () => {
    const paragraphs = SEED.split('\n').flatMap((line) => {
      const section = /^[一二三四五六七八]、(.*)/.exec(line);
      const item = /^\d+\. (.*)/.exec(line);
      if (!line.trim()) return [];
      return section ? p(section[1]!, [1, 0]) : item ? p(item[1]!, [1, 1]) : p(line);
    });
    const numbering = list(1, [
      ['chineseCounting', '%1、'],
      ['decimal', '%2.', '<w:lvlRestart w:val="0"/>'],
    ]);
    const { json } = read('a.docx', docx(paragraphs.join(''), { numbering }));
    const truth = toJson(parse(SEED));
    expect(json.sections).toEqual(truth.sections);
    expect(json.items).toEqual(truth.items);
  });

  test('inner levels begin anew, a list begun again begins at its own start, formats are those of Word', () => {
    const numbering =
      list(1, [
        ['chineseCountingThousand', '第%1章'],
        ['decimal', '%1.%2'],
        ['decimalEnclosedCircle', '%3'],
      ]) +
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>';
    const body = [
      p('a', [1, 0]),
      p('b', [1, 1]),
      p('c', [1, 1]),
      p('d', [1, 0]),
      p('e', [1, 1]),
      p('f', [1, 2]),
      p('g', [2, 0]),
      p('h', [2, 0]),
      p('i', [2, 1]),
    ];
    expect(lines(docx(body.join(''), { numbering }))).toEqual([
      '第一章a', '一.1b', '一.2c', '第二章d', '二.1e', '①f', '第九章g', '第十章h', '十.1i',
    ]); // prettier-ignore
  });

  test('a style brings its list and its level, and basedOn hands them on', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="own"/><w:basedOn w:val="H"/></w:style>';
    const numbering = list(1, [['chineseLegalSimplified', '%1、']]);
    const body = p('甲', undefined, '<w:pStyle w:val="H"/>') + p('乙', undefined, '<w:pStyle w:val="K"/>');
    expect(lines(docx(body, { numbering, styles }))).toEqual(['壹、甲', '贰、乙']);
  });
});

describe('what a reviser left', () => {
  test('insertions are kept, deletions are left out and said', () => {
    const body = `<w:p><w:r><w:t>一、党</w:t></w:r><w:ins><w:r><w:t>的建设</w:t></w:r></w:ins><w:del><w:r><w:delText>务</w:delText></w:r></w:del></w:p>${p('1. 学习。开展学习。（牵头部门：甲科）')}`;
    const { reading } = read('a.docx', docx(body));
    expect(reading.source.split('\n')[0]).toBe('一、党的建设');
    expect(reading.doubts.map(({ code }) => code)).toContain('docx-deleted');
  });

  test('a deleted paragraph mark joins two paragraphs', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>${p('后')}`;
    expect(lines(docx(body))).toEqual(['前后']);
  });
});

test('merged cells stand in every cell they cover', () => {
  const cell = (text: string, more = ''): string => `<w:tc><w:tcPr>${more}</w:tcPr>${p(text)}</w:tc>`;
  const body = `<w:tbl><w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('宽', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('乙')}${cell('丙')}</w:tr></w:tbl>`;
  expect(lines(docx(body))).toEqual(['甲\t宽\t宽', '甲\t乙\t丙']);
});

test('our content controls name the nodes they hold', () => {
  const control = (tag: string, inner: string): string =>
    `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
  const body = [
    control('guatu:section:S1', p('一、党的建设')),
    `<w:p>${control('guatu:item:I1', run('1. 学习。'))}${control('guatu:clause:C1', run('开展学习。（牵头部门：甲科）'))}${control('guatu:clause:C2', run('组织培训。（牵头部门：乙科）'))}</w:p>`,
  ].join('');
  const { reading } = read('a.docx', docx(body));
  const [section] = reading.nodes;
  const item = section!.children[0]!;
  expect([section!.id, item.id, ...item.children.map(({ id }) => id)]).toEqual(['S1', 'I1', 'C1', 'C2']);
  expect(shown(reading.nodes)).toContain('clause 组织培训 [乙科]');
});
