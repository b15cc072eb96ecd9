// Files made to harm: each is refused in words with its place, and quickly. What is mutated at random is read or refused, never worse.
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENTRIES, FILE_BYTES } from '../../../shared/carriers/limits.ts';
import { isRefusedCarrier, readCarrier } from '../../../shared/carriers/read.ts';
import { saidOf } from '../../../shared/carriers/refusal.ts';
import { docx, list, p, refusalOf, xlsx, zip } from './kit.ts';

describe('archives', () => {
  test('a gigabyte of nothing', () => {
    expect(refusalOf('a.docx', zip({ 'word/document.xml': new Uint8Array(30 << 20) }))).toBe('zip-bomb');
  });

  test('an entry that says it is small', () => {
    const bytes = zip({ 'word/document.xml': new Uint8Array(40 << 20) });
    const view = new DataView(bytes.buffer);
    // The size in the central directory, which is what readers believe.
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1_000, true);
    expect(refusalOf('a.docx', bytes)).toBe('zip-bomb');
  });

  test('many entries, and entries over one another', () => {
    const many = Object.fromEntries(Array.from({ length: ENTRIES + 1 }, (_, at) => [`f${at}`, 'x']));
    expect(refusalOf('a.docx', zip(many))).toBe('zip-bomb');
    const bytes = zip({ 'word/document.xml': 'a'.repeat(500), b: 'b'.repeat(500) });
    const view = new DataView(bytes.buffer);
    for (let at = bytes.length - 4; at > 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 42, 0, true);
        break;
      }
    expect(refusalOf('a.docx', bytes)).toBe('zip-bomb');
  });

  test('an archive in an archive is only bytes', () => {
    expect(refusalOf('a.docx', zip({ 'inner.docx': docx(p('一、甲')) }))).toBe('unknown-kind');
  });
});

describe('XML', () => {
  const in_ = (document: string): string => refusalOf('a.docx', docx('', { document }));

  test('entities of its own, from outside or by the billion, are refused as such', () => {
    expect(in_('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')).toBe('xml-doctype');
    expect(in_('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>')).toBe('xml-doctype');
    expect(in_('<x>&e;</x>')).toBe('xml-damaged');
  });

  test('deep nesting and characters XML does not allow', () => {
    expect(in_('<a>'.repeat(100_000))).toBe('xml-deep');
    expect(refusalOf('a.opml', `<opml>${'<outline>'.repeat(300)}`)).toBe('xml-deep');
    expect(in_('<x>\u0001</x>')).toBe('xml-damaged');
    expect(in_('<x>&#0;</x>')).toBe('xml-damaged');
    expect(in_('<x>&#xD800;</x>')).toBe('xml-damaged');
    expect(in_('<x></y>')).toBe('xml-damaged');
  });
});

describe('what only looks like a document', () => {
  test.each([
    ['plan.docx', strToU8('not a zip'), 'zip-damaged'],
    ['plan.txt', docx(p('一、甲')).slice(0, 60), 'zip-damaged'],
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-office'],
    ['a.pdf', strToU8('%PDF-1.7'), 'pdf'],
    ['a.txt', new Uint8Array([1, 0, 2, 0, 3]), 'not-text'],
    ['empty.txt', new Uint8Array(), 'nothing'],
    ['a.json', strToU8('{"format":"guatu-plan"'), 'plan-file'],
  ] as const)('%s', (name, bytes, code) => {
    expect(refusalOf(name, bytes)).toBe(code);
  });

  test('100 MB of CSV is refused at once; a row, a cell or rows without end too', () => {
    const before = performance.now();
    expect(refusalOf('a.csv', new Uint8Array(100 << 20))).toBe('too-large');
    expect(refusalOf('a.csv', `a,b\n${'x'.repeat(FILE_BYTES - 100)}`)).toBe('too-large');
    expect(refusalOf('a.csv', ','.repeat(100_000))).toBe('too-large');
    expect(refusalOf('a.csv', '\n'.repeat(100_000))).toBe('too-large');
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test('every refusal says in both languages what is wrong and what to do', () => {
    const file = readCarrier({ name: 'a.docx', bytes: docx('', { document: '<x>\n\n<y></x>' }) });
    expect(isRefusedCarrier(file) && saidOf(file)).toEqual({
      zh: '文件里的 XML 有错（word/document.xml line 3）。请用原来的软件打开后另存一份再导入。',
      en: 'The XML in the file is faulty (word/document.xml line 3). Open it in its own program, save a fresh copy and import that.',
    });
  });
});

describe('a thousand mutated files of each kind', () => {
  const table = [
    ['序号', '任务', '责任单位', '完成时限'],
    ['1', '学习', '甲科、乙科', 45352],
  ];
  const HAND = 'w:id="0" w:author="局办公室" w:date="2024-03-04T09:00:00Z"';
  const opml =
    '<opml><head><title>2024年要点</title></head><body><outline text="甲"><outline text="乙" _note="丙"/></outline></body></opml>';
  const FILES: readonly (readonly [string, Uint8Array])[] = [
    ['a.docx', docx(p('甲', [1, 0]) + p('乙。丙。（牵头部门：丁科）', [1, 1]), { numbering: list(1, [['chineseCounting', '%1、'], ['decimal', '%2.']]) })],
    ['marked.docx', docx(`<w:p><w:r><w:t>一、甲</w:t></w:r><w:ins ${HAND}><w:r><w:t>与乙</w:t></w:r></w:ins><w:commentRangeStart w:id="0"/><w:del ${HAND}><w:r><w:delText>丙</w:delText></w:r></w:del><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p><w:p><w:pPr><w:rPr><w:del ${HAND}/></w:rPr></w:pPr><w:moveFrom ${HAND}><w:r><w:t>丁</w:t></w:r></w:moveFrom></w:p>`, { comments: `<w:comment ${HAND}><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment>` })],
    ['a.xlsx', xlsx(table, ['A1:B1'])],
    ['a.csv', strToU8(table.map((row) => row.join(',')).join('\n'))],
    ['a.txt', strToU8('2024年要点\n一、甲\n1. 乙。丙。（牵头部门：丁科）\n')],
    ['a.md', strToU8('# 2024年要点\n## 甲\n- 乙\n  - 丙\n')],
    ['a.opml', strToU8(opml)],
    ['a.mm', strToU8('<map><node TEXT="甲"><node TEXT="乙"/></node></map>')],
    ['a.xmind', zip({ 'content.json': JSON.stringify([{ rootTopic: { title: '甲', children: { attached: [{ title: '乙' }] } } }]) })],
    ['a.xml', strToU8('<Project><Tasks><Task><UID>1</UID><Name>甲</Name><Start>2024-03-01T08:00:00</Start><Finish>2024-03-05T08:00:00</Finish></Task></Tasks></Project>')],
    ['a.json', strToU8('{"format":"guatu-plan","version":1,"meta":{"title":"甲","sample":false,"preamble":""},"offices":[],"nodes":[],"links":[]}')],
  ]; // prettier-ignore

  test.each(FILES)('%s', (name, original) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const mutation = fc.record({
      at: fc.nat(),
      byte: fc.nat(255),
      how: fc.constantFrom('set', 'cut', 'add', 'copy', 'drop'),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        const bytes = mutations.reduce<Uint8Array>((now, { at, byte, how }) => {
          const where = now.length === 0 ? 0 : at % now.length;
          switch (how) {
            case 'set':
              return now.map((old, i) => (i === where ? byte : old));
            case 'cut':
              return now.slice(0, where);
            case 'drop':
              return Uint8Array.from([...now.slice(0, where), ...now.slice(where + (byte % 40))]);
            case 'copy':
              return Uint8Array.from([...now.slice(0, where), ...now.slice(where, where + byte), ...now.slice(where)]);
            case 'add':
              return Uint8Array.from([...now.slice(0, where), byte, ...now.slice(where)]);
          }
        }, original);
        const before = performance.now();
        const file = readCarrier({ name, bytes });
        const took = performance.now() - before;
        if (took > 2_000) throw new Error(`took ${took} ms`);
        // A fault is a reader that did not expect what it met: ours to mend.
        return !isRefusedCarrier(file) || (file.refused !== 'fault' && saidOf(file).zh !== '');
      }),
      { numRuns: 1_000, seed },
    );
  });
});
