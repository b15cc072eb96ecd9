// What a note may hold: the editor's extensions, without those that belong to one editor's life. Both the editor and the reading pane use these.
import { getSchema } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { NoteJson } from '../../shared/model/note.ts';

export const NOTE_EXTENSIONS: Extensions = [
  StarterKit.configure({
    // Collaboration has its own history.
    undoRedo: false,
    // An empty paragraph added at the end would be an edit by merely opening the note.
    trailingNode: false,
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: true,
      defaultProtocol: 'https',
      isAllowedUri: (uri) => isSafeUri(uri),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    },
  }),
];

/** The default list also lets ftp, sms and xmpp through, and trusts that a link is a string. */
export function isSafeUri(uri: unknown): boolean {
  return typeof uri === 'string' && (/^(https?:|mailto:)/i.test(uri) || !/^[a-z0-9+.-]*:/i.test(uri.trim()));
}

const schema = getSchema(NOTE_EXTENSIONS);

/**
 * Whether this editor knows everything in the note. Mounting one that does not would delete, for everybody, what it does
 * not know; such a note is shown as plain text and left alone.
 */
export function isReadable(note: NoteJson): boolean {
  try {
    // An empty fragment is what every note is born as; the editor shows its first paragraph without writing it.
    if ((note.content ?? []).length === 0) return true;
    if (!linksAreText(note)) return false;
    schema.nodeFromJSON(note).check();
    return true;
  } catch {
    return false;
  }
}

function linksAreText(note: NoteJson): boolean {
  const fine = (note.marks ?? []).every((mark) => mark.type !== 'link' || typeof mark.attrs?.['href'] === 'string');
  return fine && (note.content ?? []).every(linksAreText);
}
