// Somebody came by a link to a node or to a kept view: the face it names is opened, and what it means is shown as soon as the plan holds it.
import type { Addressed } from '../../shared/model/address.ts';
import { nodeIn, withoutNode } from '../../shared/model/address.ts';
import type { Id } from '../../shared/model/plan.ts';
import { isBinned } from '../../shared/model/tree.ts';
import { NO_FILTER } from '../../shared/layout/chips.ts';
import { VIEWS } from '../../shared/protocol/presence.ts';
import { viewIn } from './address.ts';
import type { Place } from './address.ts';
import type { Connection } from './connection.ts';
import { lookAt } from './looks.ts';
import type { View, ViewStore } from './view-store.ts';

/** What the view begins with: nothing I kept may hide what the link means, unless the link itself says so. */
export function viewFor(search: string): Partial<View> {
  const { node, face }: Addressed = nodeIn(search);
  const open = VIEWS.find((each) => each === face);
  return {
    ...(node !== undefined && { filter: NO_FILTER, lanes: null, focus: null }),
    ...(open && { open }),
    ...viewIn(search),
  };
}

export interface Arrives {
  show(node: Id): void;
  /** It is in the bin, or was never here. */
  gone(): void;
}

/** Once there, the address says it no longer: a reload later shows what one has gone on to. */
export function arrive({ plan, status }: Connection, place: Place, { show, gone }: Arrives): () => void {
  const { node } = nodeIn(place.search());
  place.write(withoutNode(place.search()), 'replace');
  if (node === undefined) return () => undefined;
  let stops: readonly (() => void)[] = [];
  const leave = (): void => stops.forEach((stop) => stop());
  const look = (): void => {
    const now = plan.get();
    if (!now) return;
    const here = now.nodes.has(node) && !isBinned(now, node);
    // What this disk holds may be older than the link.
    if (!here && status.get().word !== 'saved') return;
    leave();
    if (here) show(node);
    else gone();
  };
  stops = [plan.subscribe(look), status.subscribe(look)];
  look();
  return leave;
}

/** Tells what a kept look is; the one that the address asks for is brought back at once, or let go of when it is no more. */
export function bringLook(
  { plan, status }: Pick<Connection, 'plan' | 'status'>,
  view: ViewStore,
): (id: Id) => Partial<View> | undefined {
  const found = (id: Id): Partial<View> | undefined => {
    const now = plan.get();
    return now && lookAt(now, id, view.get());
  };
  const asked = view.get().look;
  if (asked === null) return found;
  let stops: readonly (() => void)[] = [];
  const look = (): void => {
    const kept = found(asked);
    // What this disk holds may be older than the link.
    if (!kept && !(plan.get() && status.get().word === 'saved')) return;
    stops.forEach((stop) => stop());
    if (view.get().look === asked) view.set(kept ?? { look: null });
  };
  stops = [plan.subscribe(look), status.subscribe(look)];
  look();
  return found;
}
