// One DndContext and one draggable for the rail and the open view. It knows hands, never what they hold: that is the open view's behaviour.
//
// A view says what a drag means by lending the stage a DragBehaviour, and draws the preview from what `useDrag` tells:
//
//   press    grab(held, hand)  → what is held, in the view's own words, or undefined: cannot be dragged
//   move     over(grab, hand)  → the command that letting go here would run, with its arguments and the draft others see
//   arrow    step(grab, hand)  → where the hand goes by keyboard; then `over` as if a pointer had gone there
//   release  the stage runs that command, once; Escape, blur or a lost pointer runs nothing
//
// Until release nothing is written; others see the `draft` through awareness. Elements that can be lifted carry data-node
// and data-part (see Held); for the keyboard they are focusable. When the plan changes in the middle of a drag the view
// lends a new behaviour and the same grab goes on: keep in it what stays true (a node's id, a day), not px of a layout.
import { DndContext, useDraggable } from '@dnd-kit/core';
import { createContext, use, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Point } from '../../shared/layout/scene.ts';
import type { Draft } from '../../shared/protocol/presence.ts';
import type { COMMANDS, CommandId, PlanCommands } from '../commands/all.ts';
import type { ArgsOf } from '../commands/registry.ts';
import { useCommands, useShow, useT } from '../state/hooks.ts';
import { createStore } from '../state/store.ts';
import type { Store } from '../state/store.ts';
import { bringIntoPane, intoSight, watchAround } from './around.ts';
import type { Pane } from './around.ts';
import { cancelDrag, sensorsFor } from './sensors.ts';
import type { Hand, Held, Step, Watcher } from './sensors.ts';

/** A command and its arguments, and what the others see meanwhile. */
export type Drop = {
  [K in CommandId]: {
    readonly command: K;
    readonly args: ArgsOf<(typeof COMMANDS)[K]>;
    readonly draft?: Draft | undefined;
  };
}[CommandId];

export interface DragBehaviour<G = unknown> {
  grab(held: Held, hand: Hand): G | undefined;
  over(grab: G, hand: Hand): Drop | undefined;
  step(grab: G, hand: Hand, step: Step): Point;
  /** A sentence for a screen reader; '' says nothing. */
  say(moment: Moment, grab: G, drop: Drop | undefined): string;
  /** The command has run. */
  done?(grab: G, drop: Drop): void;
  /** What scrolls when the hand comes near its edge, and how much of its left and top is frozen. */
  pane?(): Pane | null;
}

export type Moment = 'lifted' | 'moved' | 'dropped' | 'cancelled';

export interface Drag<G = unknown> {
  readonly held: Held;
  readonly grab: G;
  readonly hand: Hand;
  /** The same object as long as letting go would do the same. */
  readonly drop: Drop | undefined;
}

interface Lent {
  behaviour: DragBehaviour | null;
  readonly drag: Store<Drag | null>;
  /** Asks the behaviour anew, because what it knows has changed. */
  again(): void;
}

const StageContext = createContext<Lent | null>(null);

/** Lends the stage this view's meaning of a drag while the view is mounted. Pass a memoised object. */
export function useDragBehaviour<G>(behaviour: DragBehaviour<G>): void {
  const lent = useStage();
  useLayoutEffect(() => {
    lent.behaviour = behaviour;
    lent.again();
    return () => {
      if (lent.behaviour === behaviour) lent.behaviour = null;
    };
  }, [lent, behaviour]);
  useEffect(() => () => cancelDrag(), []);
}

/** What is being dragged, or a part of it: re-renders only when that part changes. */
export function useDrag<G, T>(select: (drag: Drag<G> | null) => T): T {
  const { drag } = useStage();
  return useSyncExternalStore(drag.subscribe, () => select(drag.get() as Drag<G> | null));
}

function useStage(): Lent {
  const lent = use(StageContext);
  if (!lent) throw new Error('there is no stage above this view');
  return lent;
}

export function DragStage({ children }: { readonly children: ReactNode }) {
  const { run } = useCommands();
  const show = useShow();
  const t = useT();
  const [stage] = useState(createStage);
  useLayoutEffect(() => stage.serve({ run, show }), [stage, run, show]);
  useEffect(() => stage.stop, [stage]);
  const accessibility = useMemo(
    () => ({
      announcements: {
        onDragStart: () => stage.words('lifted'),
        onDragMove: () => stage.words('moved'),
        onDragOver: () => undefined,
        onDragEnd: () => stage.words('dropped'),
        onDragCancel: () => stage.words('cancelled'),
      },
      screenReaderInstructions: { draggable: t('drag.how') },
    }),
    [stage, t],
  );
  return (
    <StageContext value={stage.lent}>
      <DndContext
        id="drag-how"
        sensors={stage.sensors}
        autoScroll={false}
        accessibility={accessibility}
        collisionDetection={NOWHERE}
      >
        <Floor>{children}</Floor>
      </DndContext>
    </StageContext>
  );
}

/** Where things are dropped is geometry, not elements. */
const NOWHERE = (): never[] => [];

function Floor({ children }: { readonly children: ReactNode }) {
  const { setNodeRef, listeners } = useDraggable({ id: 'stage' });
  const dragging = useDrag((drag) => drag !== null);
  const drop = useDrag((drag) => drag?.drop?.command);
  return (
    <div className="stage" ref={setNodeRef} {...listeners} data-dragging={dragging || undefined} data-drop={drop}>
      {children}
    </div>
  );
}

interface Servants {
  readonly run: PlanCommands['run'];
  readonly show: (part: { draft: Draft | undefined }) => void;
}

/** The drag itself, outside React: it goes by events, and renders follow when they can. */
function createStage() {
  const drag = createStore<Drag | null>(null);
  let serve: Servants | undefined;
  let spoken = '';
  let undo: (() => void) | undefined;

  const update = (hand: Hand): void => {
    const now = drag.get();
    if (!now || !lent.behaviour) return;
    const next = lent.behaviour.over(now.grab, hand);
    const drop = sameDrop(now.drop, next) ? now.drop : next;
    drag.set({ ...now, hand, drop });
    if (drop !== now.drop) serve?.show({ draft: drop?.draft });
  };
  const lent: Lent = {
    behaviour: null,
    drag,
    again() {
      const now = drag.get();
      if (now) update(now.hand);
    },
  };
  const say = (moment: Moment, { grab, drop }: Drag): void => {
    spoken = lent.behaviour?.say(moment, grab, drop) ?? '';
  };

  const watcher: Watcher = {
    mayLift: (held, at, by, more) => lent.behaviour?.grab(held, { ...at, by, alt: false, more }) !== undefined,
    lift(held, at, by, element, more) {
      const pane = lent.behaviour?.pane?.() ?? null;
      // Keys take hold of what is in sight of a thing, not of a middle that may be far off.
      const point = by === 'keys' && pane?.element.contains(element) ? intoSight(at, pane) : at;
      const hand: Hand = { ...point, by, alt: false, more };
      const grab = lent.behaviour?.grab(held, hand);
      if (grab === undefined) return;
      drag.set({ held, grab, hand, drop: undefined });
      undo = watchAround(drag, update, pane);
      update(hand);
      say('lifted', drag.get()!);
    },
    moved(to) {
      const now = drag.get();
      if (!now) return;
      update({ ...now.hand, x: to.x, y: to.y });
      say('moved', drag.get()!);
    },
    stepped(step) {
      const now = drag.get();
      if (!now || !lent.behaviour) return;
      update({ ...now.hand, ...lent.behaviour.step(now.grab, now.hand, step), alt: step.alt });
      bringIntoPane(drag.get()!.hand, lent.behaviour.pane?.() ?? null);
      say('moved', drag.get()!);
    },
    let(go) {
      const last = drag.get();
      undo?.();
      undo = undefined;
      if (!last) return;
      say(go === 'drop' && last.drop ? 'dropped' : 'cancelled', last);
      // Behaviours speak of the plan before the drop, so the one that was asked is the one that is told.
      const behaviour = lent.behaviour;
      drag.set(null);
      serve?.show({ draft: undefined });
      if (go !== 'drop' || !last.drop) return;
      const refused = serve?.run(last.drop.command, last.drop.args);
      if (!refused) behaviour?.done?.(last.grab, last.drop);
    },
  };
  return {
    lent,
    sensors: sensorsFor(watcher),
    serve(servants: Servants) {
      serve = servants;
    },
    words: (_moment: Moment): string | undefined => spoken || undefined,
    stop: () => cancelDrag(),
  };
}

function sameDrop(a: Drop | undefined, b: Drop | undefined): boolean {
  return a?.command === b?.command && JSON.stringify(a?.args) === JSON.stringify(b?.args);
}
