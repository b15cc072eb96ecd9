// The commands that fill in one node: title, kind, progress, light, deliverable, offices; and the plan's own title and register.
import type { Due, Id, Kind, Light, People } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import type { Role } from '../../shared/ops/change.ts';
import {
  addMark,
  addOffice,
  dropMark,
  entitle,
  leadFirst,
  retitle,
  setDeliverable,
  setDue,
  setIssue,
  setKind,
  setPerson,
  setPreamble,
  setProgress,
  setStatus,
} from '../../shared/ops/content.ts';
import { defineEdit, oneOf } from './registry.ts';
import type { Desk } from './registry.ts';

/** Nothing can be left out: the caller says everything. */
export function said<F>(_desk: Desk, args: F | undefined): F | ReturnType<typeof refuse> {
  return args ?? refuse('no-such-node');
}

/** A command that sets the selected node's light or progress to one value. */
function progress(value: number | null, keys: readonly string[]) {
  return defineEdit({
    keys,
    full: (desk, args: { readonly id?: Id } | undefined) => {
      const id = oneOf(desk, args);
      return id === undefined ? refuse('no-such-node') : { id, progress: value };
    },
    op: setProgress,
  });
}

export const contentCommands = {
  'content.retitle': defineEdit({ listed: false, full: said<{ id: Id; title: string }>, op: retitle }),
  'content.set-kind': defineEdit({ listed: false, full: said<{ id: Id; kind: Kind }>, op: setKind }),
  'content.set-progress': defineEdit({
    listed: false,
    full: said<{ id: Id; progress: number | null }>,
    op: setProgress,
  }),
  'content.done': progress(100, ['Mod+Enter']),
  'content.half': progress(50, []),
  'content.not-begun': progress(0, []),
  'content.set-status': defineEdit({
    listed: false,
    full: said<{ id: Id; light: Light | null; reason?: string }>,
    op: setStatus,
  }),
  'content.set-deliverable': defineEdit({
    listed: false,
    full: said<{ id: Id; text: string }>,
    op: setDeliverable,
  }),
  'content.set-issue': defineEdit({ listed: false, full: said<{ id: Id; text: string }>, op: setIssue }),
  'content.set-person': defineEdit({
    listed: false,
    full: said<{ id: Id; who: keyof People; text: string }>,
    op: setPerson,
  }),
  'content.set-due': defineEdit({ listed: false, full: said<{ id: Id; due: Due | null }>, op: setDue }),
  'content.add-mark': defineEdit({
    listed: false,
    full: said<{ id: Id; role: Role; office: Id }>,
    op: addMark,
  }),
  'content.drop-mark': defineEdit({
    listed: false,
    full: said<{ id: Id; role: Role; office: Id }>,
    op: dropMark,
  }),
  'content.lead-first': defineEdit({ listed: false, full: said<{ id: Id; office: Id }>, op: leadFirst }),
  'content.add-office': defineEdit({
    listed: false,
    full: said<{ name: string; on?: { id: Id; role: Role } }>,
    op: addOffice,
  }),
  'content.entitle': defineEdit({ listed: false, full: said<{ title: string }>, op: entitle }),
  'content.set-preamble': defineEdit({ listed: false, full: said<{ text: string }>, op: setPreamble }),
};
