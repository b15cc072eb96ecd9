// What one person shows the others while here: passing, never kept. The server overwrites `user` from the session.
import { isRecord } from '../guard.ts';
import type { Id, Span } from '../model/plan.ts';
import type { RoleName } from './roles.ts';

export const VIEWS = ['gantt', 'mindmap', 'list', 'text'] as const;
export type ViewName = (typeof VIEWS)[number];

/** A drag in progress, drawn by others as a ghost. */
export type Draft =
  { readonly node: Id; readonly span: Span } | { readonly node: Id; readonly parent: Id; readonly before: Id | null };

export interface Presence {
  readonly user: {
    /** What the person calls themselves; may be empty. */
    readonly name: string;
    /** The office's name as the invitation has it; empty for the chair. */
    readonly office: string;
    readonly role: RoleName;
    /** #rrggbb, from the office's hue. */
    readonly color: string;
  };
  readonly view?: ViewName;
  readonly selected?: readonly Id[];
  readonly draft?: Draft;
}

/** A state larger than this many bytes of JSON is refused. */
export const PRESENCE_BYTES = 4096;

/** Whatever arrives becomes a Presence or nothing; never throws. */
export function readPresence(value: unknown): Presence | undefined {
  if (!isRecord(value) || !isRecord(value['user'])) return undefined;
  const user = value['user'];
  const role = user['role'];
  const color = text(user['color'], 7);
  const view = VIEWS.find((name) => name === value['view']);
  const selected = Array.isArray(value['selected'])
    ? value['selected'].filter((id): id is string => typeof id === 'string').slice(0, 50)
    : undefined;
  const draft = readDraft(value['draft']);
  return {
    user: {
      name: text(user['name'], 40),
      office: text(user['office'], 60),
      role: role === 'chair' || role === 'editor' ? role : 'viewer',
      color: /^#[0-9a-f]{6}$/i.test(color) ? color : '#777777',
    },
    ...(view && { view }),
    ...(selected && { selected }),
    ...(draft && { draft }),
  };
}

function readDraft(value: unknown): Draft | undefined {
  if (!isRecord(value) || typeof value['node'] !== 'string') return undefined;
  const { node, span, parent, before } = value;
  if (isRecord(span) && typeof span['start'] === 'string' && typeof span['end'] === 'string')
    return { node, span: { start: span['start'], end: span['end'] } };
  if (typeof parent === 'string') return { node, parent, before: typeof before === 'string' ? before : null };
  return undefined;
}

function text(value: unknown, max: number): string {
  return typeof value === 'string' ? value.slice(0, max) : '';
}
