// The note's editor against a real document: opening writes nothing, what it does not know it leaves whole, two people write in one.
import { lazy, Suspense } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { Note } from '../../../client/views/note.tsx';
import '../../../client/style/note.css';
import { isReadable, isSafeUri } from '../../../client/views/note-schema.ts';
import { noteJson, noteOf, noteText, plantNote } from '../../../shared/doc/notes.ts';
import type { NoteJson } from '../../../shared/model/note.ts';
import type { RoleName } from '../../../shared/protocol/roles.ts';
import { docOf, idOf, planOf } from '../../kit/plan.ts';
import { standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

const TEXT = '一部分\n  推进改革\n    制定方案\n    组织培训';
const NODE = idOf(planOf(TEXT), '制定方案');

const open: Stand[] = [];

afterEach(async () => {
  while (open.length > 0) await open.pop()!.close();
});

function paragraph(...content: NoteJson[]): NoteJson {
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}

async function noted(note: NoteJson | null, role: RoleName = 'editor'): Promise<{ stand: Stand; doc: Y.Doc }> {
  const doc = docOf(TEXT);
  if (note) plantNote(noteOf(doc, NODE)!, note);
  const stand = standOf(doc, {}, role);
  open.push(stand);
  await stand.draw(<Note id={NODE} />);
  return { stand, doc };
}

const editor = (): HTMLElement => document.querySelector<HTMLElement>('.note-text')!;
const words = (doc: Y.Doc): string => noteText(noteJson(noteOf(doc, NODE)!));

describe('opening a note', () => {
  test.each([
    ['empty', null],
    ['of one paragraph', paragraph({ type: 'text', text: '九月前选定学校。' })],
    [
      'ending in a list',
      {
        type: 'doc',
        content: [
          {
            type: 'bulletList',
            content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '一' }] }] }],
          },
        ],
      },
    ],
  ] satisfies [string, NoteJson | null][])('that is %s writes nothing', async (_, note) => {
    const { doc } = await noted(note);
    const before = Y.encodeStateVector(doc);
    await vi.waitFor(() => expect(editor()).not.toBeNull());
    await userEvent.click(editor());
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test('with an element this page does not know leaves it whole, and shows its words', async () => {
    const unknown: NoteJson = {
      type: 'doc',
      content: [{ type: 'mindMapEmbed', content: [{ type: 'text', text: '未来的内容' }] }],
    };
    const { doc } = await noted(unknown);
    const before = JSON.stringify(noteJson(noteOf(doc, NODE)!));
    expect(document.body.textContent).toContain('未来的内容');
    expect(document.querySelector('.ProseMirror')).toBeNull();
    expect(JSON.stringify(noteJson(noteOf(doc, NODE)!))).toBe(before);
  });

  test('as a viewer shows it also when the page waited before showing', async () => {
    const doc = docOf(TEXT);
    plantNote(noteOf(doc, NODE)!, paragraph({ type: 'text', text: '九月' }));
    const stand = standOf(doc, {}, 'viewer');
    open.push(stand);
    // What follows a skeleton closely is drawn at once and shown a third of a second later.
    const Fetched = lazy(() => Promise.resolve({ default: Note }));
    await stand.draw(
      <Suspense fallback={<p>…</p>}>
        <Fetched id={NODE} />
      </Suspense>,
    );
    await vi.waitFor(() => expect(document.querySelector('.note-read')?.textContent).toContain('九月'));
  });

  test('as a viewer binds nothing, and follows what others write', async () => {
    const { doc } = await noted(paragraph({ type: 'text', text: '九月' }), 'viewer');
    const before = Y.encodeStateVector(doc);
    await vi.waitFor(() => expect(document.querySelector('.note-read')?.textContent).toContain('九月'));
    expect(document.querySelector('[contenteditable="true"]')).toBeNull();
    expect(Y.encodeStateVector(doc)).toEqual(before);
    const text = noteOf(doc, NODE)!.get(0) as Y.XmlElement;
    (text.get(0) as Y.XmlText).insert(2, '前');
    await vi.waitFor(() => expect(document.querySelector('.note-read')?.textContent).toContain('九月前'));
  });
});

describe('writing a note', () => {
  test('reaches the document, and what a colleague writes reaches the page', async () => {
    const { doc } = await noted(null);
    await vi.waitFor(() => expect(editor()).not.toBeNull());
    await userEvent.click(editor());
    await userEvent.keyboard('abc');
    await vi.waitFor(() => expect(words(doc)).toBe('abc'));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const theirs = noteOf(other, NODE)!.get(0) as Y.XmlElement;
    (theirs.get(0) as Y.XmlText).insert(0, '他人：');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    await vi.waitFor(() => expect(editor().textContent).toContain('他人：abc'));
  });

  test('has an undo of its own, which does not touch the plan', async () => {
    const { doc, stand } = await noted(null);
    await vi.waitFor(() => expect(editor()).not.toBeNull());
    stand.commands.run('content.retitle', { id: NODE, title: '制定实施方案' });
    await userEvent.click(editor());
    await userEvent.keyboard('abc');
    await vi.waitFor(() => expect(words(doc)).toBe('abc'));
    await userEvent.keyboard('{Control>}z{/Control}');
    await vi.waitFor(() => expect(words(doc)).toBe(''));
    expect(stand.plan().nodes.get(NODE)!.title).toBe('制定实施方案');
  });

  test('leaves the plan undoable after it is closed', async () => {
    const { stand } = await noted(null);
    await vi.waitFor(() => expect(editor()).not.toBeNull());
    stand.commands.run('content.retitle', { id: NODE, title: '制定实施方案' });
    await stand.draw(null);
    stand.commands.run('view.undo');
    expect(stand.plan().nodes.get(NODE)!.title).toBe('制定方案');
  });
});

describe('a hostile note', () => {
  const linked = (href: unknown): NoteJson =>
    paragraph({ type: 'text', text: '点我', marks: [{ type: 'link', attrs: { href } }] });

  test('whose link is no text is not handed to the editor, which would break on it', () => {
    expect(isReadable(linked(['x']))).toBe(false);
    expect(isReadable(linked('https://example.org'))).toBe(true);
  });

  test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'with a link to %j draws no such link',
    async (href) => {
      await noted(linked(href));
      await vi.waitFor(() => expect(editor()?.textContent).toContain('点我'));
      for (const link of document.querySelectorAll<HTMLAnchorElement>('.note a'))
        expect(link.getAttribute('href') ?? '').not.toMatch(/script|data:/i);
    },
  );

  test('may link to the web and to mail, and nowhere else', () => {
    for (const good of ['https://a.cn', 'http://a.cn', 'mailto:a@b.cn', '/plan/x', 'a.cn'])
      expect(isSafeUri(good)).toBe(true);
    for (const bad of ['ftp://a', 'sms:1', 'javascript:x', 'file:///c', ['x'], null])
      expect(isSafeUri(bad)).toBe(false);
  });
});
