// The rich-text note of one node, written by several people at once. Binds the editor to the note only when it may be written and is understood.
import Collaboration from '@tiptap/extension-collaboration';
import CollaborationCaret from '@tiptap/extension-collaboration-caret';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import type { Content, Editor } from '@tiptap/react';
import { Bold, Heading3, List, ListOrdered, Quote, Strikethrough } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { noteJson, noteText } from '../../shared/doc/notes.ts';
import type { NoteJson } from '../../shared/model/note.ts';
import type { Id } from '../../shared/model/plan.ts';
import type { Presence } from '../../shared/protocol/presence.ts';
import { ICON } from '../parts/icon.ts';
import { whoIs } from '../parts/presence.tsx';
import { translator } from '../i18n/t.ts';
import { useDesktop, useMayEdit, useReadable, useSettings, useT } from '../state/hooks.ts';
import { settings } from '../state/settings.ts';
import { isReadable, NOTE_EXTENSIONS } from './note-schema.ts';

export function Note({ id }: { readonly id: Id }) {
  const t = useT();
  const { connection, grant } = useDesktop();
  const mayEdit = useMayEdit();
  const { name } = useSettings();
  // A rebuilt copy has new fragments; the editor of the old one must go.
  const copy = useReadable(connection.copy);
  const fragment = useMemo(() => connection.note(id), [connection, id, copy]); // oxlint-disable-line react/exhaustive-deps -- copy says when the document is another
  // Asked once for each fragment: a change of what is understood while typing is the server's to prevent.
  const readable = useMemo(() => fragment !== undefined && isReadable(noteJson(fragment)), [fragment]);
  if (!fragment) return <p className="hint">{t('note.none')}</p>;
  if (!readable) return <PlainNote fragment={fragment} />;
  if (!mayEdit) return <ReadNote fragment={fragment} />;
  return (
    <WriteNote
      key={copy}
      fragment={fragment}
      awareness={connection.awareness}
      user={{ name, office: grant.office, role: grant.role, color: '#5b6470' }}
    />
  );
}

function WriteNote({
  fragment,
  awareness,
  user,
}: {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly user: Presence['user'];
}) {
  const t = useT();
  const editor = useEditor(
    {
      // A style element made by a script is against the content policy; note.css has the same rules.
      injectCSS: false,
      extensions: [
        ...NOTE_EXTENSIONS,
        Collaboration.configure({ fragment }),
        CollaborationCaret.configure({ provider: { awareness }, user, render: caret }),
      ],
      editorProps: {
        attributes: { class: 'note-text', 'aria-label': t('note'), role: 'textbox', 'aria-multiline': 'true' },
      },
    },
    [fragment, awareness],
  );
  return (
    <div className="note">
      <Tools editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}

const TOOLS: readonly (readonly [name: Tool, Icon: LucideIcon])[] = [
  ['bold', Bold],
  ['strike', Strikethrough],
  ['heading', Heading3],
  ['bulletList', List],
  ['orderedList', ListOrdered],
  ['blockquote', Quote],
];

type Tool = 'bold' | 'strike' | 'heading' | 'bulletList' | 'orderedList' | 'blockquote';

function Tools({ editor }: { readonly editor: Editor }) {
  const t = useT();
  const on = useEditorState({
    editor,
    selector: ({ editor: each }) => TOOLS.filter(([name]) => each.isActive(name)).map(([name]) => name),
  });
  return (
    <div className="note-tools" role="toolbar" aria-label={t('note.tools')}>
      {TOOLS.map(([name, Icon]) => (
        <button
          key={name}
          type="button"
          className="button small icon"
          aria-label={t(`note.${name}`)}
          title={t(`note.${name}`)}
          aria-pressed={on.includes(name)}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => toggle(editor, name)}
        >
          <Icon {...ICON} />
        </button>
      ))}
    </div>
  );
}

function toggle(editor: Editor, tool: Tool): void {
  const chain = editor.chain().focus();
  switch (tool) {
    case 'bold':
      return void chain.toggleBold().run();
    case 'strike':
      return void chain.toggleStrike().run();
    case 'heading':
      return void chain.toggleHeading({ level: 3 }).run();
    case 'bulletList':
      return void chain.toggleBulletList().run();
    case 'orderedList':
      return void chain.toggleOrderedList().run();
    case 'blockquote':
      return void chain.toggleBlockquote().run();
  }
}

/** A colleague's caret with their name and office. Text nodes only: a name is never markup. */
function caret(user: Record<string, unknown>): HTMLElement {
  const { name = '', office = '', role = 'viewer', color } = user as Partial<Presence['user']>;
  const paint = /^#[0-9a-f]{6}$/i.test(String(color)) ? String(color) : '#5b6470';
  const mark = document.createElement('span');
  mark.className = 'caret';
  mark.style.setProperty('--who', paint);
  const flag = document.createElement('span');
  flag.className = 'caret-flag';
  flag.textContent = whoIs(translator(settings.get().lang), { name, office, role });
  mark.append(flag);
  return mark;
}

/** For who may not write: drawn from the note's value, never bound to it, because an editor may write by opening. */
function ReadNote({ fragment }: { readonly fragment: Y.XmlFragment }) {
  const t = useT();
  const json = useNoteJson(fragment);
  const readable = isReadable(json);
  const empty = noteText(json).trim() === '';
  const editor = useEditor({ injectCSS: false, editable: false, extensions: NOTE_EXTENSIONS }, []);
  useEffect(() => {
    // One that was made long before it was shown has been given up in between; the next is on its way.
    if (readable && !empty && !editor.isDestroyed) editor.commands.setContent(json as Content, { emitUpdate: false });
  }, [editor, json, readable, empty]);
  if (empty) return <p className="hint">{t('note.empty')}</p>;
  return readable ? <EditorContent editor={editor} className="note-read" /> : <PlainNote fragment={fragment} />;
}

/** A newer page wrote something this one does not know. It is shown as words, and left as it is. */
function PlainNote({ fragment }: { readonly fragment: Y.XmlFragment }) {
  const t = useT();
  const json = useNoteJson(fragment);
  return (
    <div>
      <p className="hint warn">{t('note.unknown')}</p>
      <p className="note-plain">{noteText(json)}</p>
    </div>
  );
}

function useNoteJson(fragment: Y.XmlFragment): NoteJson {
  const [json, setJson] = useState(() => noteJson(fragment));
  useEffect(() => {
    const read = (): void => setJson(noteJson(fragment));
    read();
    fragment.observeDeep(read);
    return () => fragment.unobserveDeep(read);
  }, [fragment]);
  return json;
}
