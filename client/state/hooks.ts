// How React reads the stores: slices of the plan, of my view, of presence. A selector returns what already exists, never a fresh array.
import { createContext, use, useCallback, useEffect, useSyncExternalStore } from 'react';
import { numbersOf, lightsOf, spansOf, findingsOf, openFindings, timesByNode, timesOf } from './derived.ts';
import type { PlanCommands } from '../commands/all.ts';
import type { Panel, StageAct } from '../commands/registry.ts';
import { translator } from '../i18n/t.ts';
import type { Lang, T } from '../i18n/t.ts';
import type { Day, Id, Light, LightRules, Node, Plan, Span } from '../../shared/model/plan.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Numbered } from '../../shared/model/numbering.ts';
import { todayFor } from '../../shared/model/schedule.ts';
import { rulesOf } from '../../shared/model/lights.ts';
import type { Grant } from '../../shared/protocol/api.ts';
import { may } from '../../shared/protocol/roles.ts';
import type { Proposal } from '../../shared/yaodian/proposals.ts';
import { clock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { Following } from './following.ts';
import type { Status } from './ledger.ts';
import type { Question } from './question.ts';
import type { Peer, Showing } from './presence.ts';
import { settings } from './settings.ts';
import type { Settings } from './settings.ts';
import type { Readable, Store } from './store.ts';
import type { View, ViewStore } from './view-store.ts';

/** Everything an open plan's page stands on; one for each plan page. */
export interface Desktop {
  readonly connection: Connection;
  readonly view: ViewStore;
  readonly commands: PlanCommands;
  readonly grant: Grant;
  readonly panel: Store<Panel | null>;
  /** What my last move asks of the work after it. */
  readonly following: Store<Following | null>;
  /** What my last edit asks of me. */
  readonly question: Store<Question | null>;
  /** What the stage on screen can do. */
  readonly stage: { acts: Partial<Record<StageAct, () => void>> };
}

export const DesktopContext = createContext<Desktop | null>(null);

export function useDesktop(): Desktop {
  const desktop = use(DesktopContext);
  if (!desktop) throw new Error('there is no open plan above this component');
  return desktop;
}

export function useReadable<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** A part of the plan; re-renders only when that part is another object. Only below a plan that has loaded. */
export function usePlan<T>(select: (plan: Plan) => T): T {
  const { plan } = useDesktop().connection;
  return useSyncExternalStore(plan.subscribe, () => select(loaded(plan.get())));
}

/** The whole Plan: re-renders with every edit of anybody. For views that lay all of it out. */
export function useWholePlan(): Plan {
  return usePlan(whole);
}

const whole = (plan: Plan): Plan => plan;

function loaded(plan: Plan | undefined): Plan {
  if (!plan) throw new Error('the plan was read before it had loaded');
  return plan;
}

export function useNode(id: Id | undefined): Node | undefined {
  return usePlan(useCallback((plan: Plan) => (id === undefined ? undefined : plan.nodes.get(id)), [id]));
}

export function useView<T>(select: (view: View) => T): T {
  const { view } = useDesktop();
  return useSyncExternalStore(view.subscribe, () => select(view.get()));
}

/** Changes what I see; nothing of it is shared. */
export function useSetView(): ViewStore['set'] {
  return useDesktop().view.set;
}

export function useCommands(): PlanCommands {
  return useDesktop().commands;
}

export function useGrant(): Grant {
  return useDesktop().grant;
}

/** False for viewers, and while my copy is being made anew. */
export function useMayEdit(): boolean {
  const { grant, connection } = useDesktop();
  const { rebuilding, stop } = useReadable(connection.status);
  return may(grant.role, 'edit') && !rebuilding && stop === undefined;
}

export function useStatus(): Status {
  return useReadable(useDesktop().connection.status);
}

export function usePeers(): readonly Peer[] {
  return useReadable(useDesktop().connection.presence.peers);
}

/** Shows the others a selection or a draft; at most twenty times a second leave this tab. */
export function useShow(): (part: { [K in keyof Showing]: Showing[K] | undefined }) => void {
  return useDesktop().connection.presence.show;
}

/** Today as this plan counts it: a sample brings its own. */
export function useToday(): Day {
  const day = useReadable(clock);
  return usePlan(useCallback((plan: Plan) => todayFor(plan, day), [day]));
}

export function useNumbers(): ReadonlyMap<Id, Numbered> {
  return usePlan(numbersOf);
}

/** The span each node shows, roll-ups included. */
export function useSpans(): ReadonlyMap<Id, Span> {
  return usePlan(spansOf);
}

export function useLights(): ReadonlyMap<Id, Light> {
  const today = useToday();
  return usePlan(useCallback((plan: Plan) => lightsOf(plan, today), [today]));
}

/** A light in the bureau's word, or the reader's. */
export function useLightWord(): (light: Light) => string {
  const t = useT();
  const names = useLightRules()?.names;
  return (light) => names?.[light] ?? t(`light.${light}`);
}

export function useLightRules(): LightRules | undefined {
  return usePlan(rulesOf);
}

export function useFindings(): readonly Finding[] {
  return usePlan(findingsOf);
}

/** What is wanting and nobody answers for. */
export function useOpenFindings(): readonly Finding[] {
  return usePlan(openFindings);
}

/** What the text proposes for dates and counts. */
export function useTimes(): readonly Proposal[] {
  return usePlan(timesOf);
}

export function useTimesByNode(): ReadonlyMap<Id, readonly Proposal[]> {
  return usePlan(timesByNode);
}

export function useSettings(): Settings {
  return useReadable(settings);
}

export function useLang(): Lang {
  return useSettings().lang;
}

export function useT(): T {
  return translator(useLang());
}

/** Lends the open view's own acts (fit, today, zoom) to the commands while it is mounted. Pass a stable object. */
export function useStageActs(acts: Partial<Record<StageAct, () => void>>): void {
  const { stage } = useDesktop();
  useEffect(() => {
    stage.acts = acts;
    return () => {
      if (stage.acts === acts) stage.acts = {};
    };
  }, [stage, acts]);
}
