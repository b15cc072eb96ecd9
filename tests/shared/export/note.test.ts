import { describe, expect, test } from 'vitest';
import { typeFonts } from '../../../server/fonts.ts';
import type { Annexes } from '../../../shared/export/format.ts';
import { noteLines } from '../../../shared/export/note.ts';
import { noticeText } from '../../../shared/export/notices.ts';
import { runExport } from '../../../shared/export/registry.ts';
import type { NoteJson } from '../../../shared/model/note.ts';
import { idOf, planOf } from '../../kit/plan.ts';
import { all, parseXml, parts, textOf } from './kit.ts';

const text = (words: string): NoteJson => ({ type: 'text', text: words, marks: [{ type: 'bold' }] });
const p = (...content: NoteJson[]): NoteJson => ({ type: 'paragraph', content });
const li = (...content: NoteJson[]): NoteJson => ({ type: 'listItem', content });
const lines = (...content: NoteJson[]): readonly string[] => noteLines({ type: 'doc', content });

describe('a note as plain lines', () => {
  test('has one for each paragraph, heading and line break, and none for empty ones', () => {
    expect(
      lines(
        { type: 'heading', content: [text('经费')] },
        p(text('一'), text('二')),
        p(),
        p(text('三'), { type: 'hardBreak' }, text('四')),
      ),
    ).toEqual(['经费', '一二', '三', '四']);
  });

  test('keeps the marks of lists, from where they start and at every depth', () => {
    expect(
      lines({
        type: 'bulletList',
        content: [
          li(p(text('甲'))),
          li(p(text('乙')), {
            type: 'orderedList',
            attrs: { start: 3 },
            content: [li(p(text('丙'))), li(p(text('丁')))],
          }),
        ],
      }),
    ).toEqual(['• 甲', '• 乙', '  3. 丙', '  4. 丁']);
  });

  test('loses no word of an element it does not know', () => {
    expect(
      lines({ type: 'table', content: [{ type: 'row', content: [{ type: 'cell', content: [p(text('格'))] }] }] }),
    ).toEqual(['格']);
    expect(lines(p({ type: 'mention', content: [text('局办公室')] }, text('牵头')))).toEqual(['局办公室牵头']);
  });

  test('says what was struck through, as one stretch whatever else it wears', () => {
    const struck = (words: string, ...more: string[]): NoteJson => ({
      type: 'text',
      text: words,
      marks: ['strike', ...more].map((type) => ({ type })),
    });
    expect(lines(p(struck('原定'), struck('四月', 'bold'), text('改五月'), struck(' ')))).toEqual([
      '〔删：原定四月〕改五月 ',
    ]);
  });

  test('says where a link leads, once', () => {
    const link = (words: string, href: string): NoteJson => ({
      type: 'text',
      text: words,
      marks: [{ type: 'link', attrs: { href } }],
    });
    expect(
      lines(
        p(text('见'), link('附', 'https://a.cn/1'), link('表', 'https://a.cn/1')),
        p(link('https://a.cn', 'https://a.cn/'), text('与'), link('a@b.cn', 'mailto:a@b.cn')),
      ),
    ).toEqual(['见附表（https://a.cn/1）', 'https://a.cn与a@b.cn']);
  });

  test('of nothing is nothing', () => {
    expect(noteLines({ type: 'doc' })).toEqual([]);
    expect(lines(p(text('  ')))).toEqual([]);
  });
});

describe('notes and the text that goes out', () => {
  const plan = planOf('一部分\n  甲项\n    改造教室 @局基教科 03-01..03-29');
  const doc = (...content: NoteJson[]): NoteJson => ({ type: 'doc', content });
  const notes = new Map([
    [idOf(plan, '改造教室'), doc(p(text('经费由计财科落实')))],
    // Opened and left empty.
    [idOf(plan, '甲项'), doc(p())],
  ]);
  const made = async (id: 'txt' | 'docx' | 'pdf', annexes?: Annexes) =>
    runExport(
      id,
      { plan, notes, today: '2019-03-01' },
      { lang: 'zh', view: 'text', annexes, fonts: await typeFonts() },
    );

  test.each([
    ['docx', 'none', '1'],
    ['pdf', 'none', '1'],
    ['txt', undefined, '1'],
    ['docx', 'all', undefined],
    ['pdf', 'all', undefined],
  ] as const)('%s, attachments %s: %s are said to stay behind', async (id, annexes, left) => {
    const { notices } = await made(id, annexes);
    const notice = notices.find(({ code }) => code === 'notes');
    expect(notice?.detail).toBe(left);
    if (notice) expect(noticeText(notice, 'zh')).toContain('1条备注不在正文里');
  });

  test('a Word document with its attachments has them beside the task', async () => {
    const { file } = await made('docx', 'all');
    const body = parseXml(parts(file as Uint8Array)['word/document.xml']!);
    const cells = all(body, 'w:tc').map(textOf);
    expect(cells.some((cell) => cell.includes('经费由计财科落实'))).toBe(true);
  });
});
