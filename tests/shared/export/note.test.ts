import { describe, expect, test } from 'vitest';
import { noteLines } from '../../../shared/export/note.ts';
import type { NoteJson } from '../../../shared/model/note.ts';

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

  test('of nothing is nothing', () => {
    expect(noteLines({ type: 'doc' })).toEqual([]);
    expect(lines(p(text('  ')))).toEqual([]);
  });
});
