// The page every contestant stands on. Knows how to ask and to measure; who runs the rounds and what the numbers mean is outside.
import * as Y from 'yjs';
import type { PlanData } from '../data.ts';
import type { Contestant, Face, Grip, Player } from '../face.ts';
import { bytes } from '../bytes.ts';
import { framesOf, heap, pause, recordFrames, untilSeen, untilStable } from './probe.ts';
import type { Recorder } from './probe.ts';

const FACES = import.meta.glob<{ readonly face: Face }>('../faces/*.ts');

export interface Bench {
  /** Fetches the contestant's code and gives it the data; none of it is timed. */
  prepare(face: string, name: string, data: PlanData): Promise<void>;
  heap(): Promise<number>;
  mount(): Promise<number>;
  nodes(): number;
  /** Readies what a measure needs, clears away what that left, and is not measured itself. */
  before(key: string): Promise<void>;
  /** The heap with the collaborative document in the page too, if the player does not hold it anyway. */
  fed(doc: string): Promise<number>;
  /** Undefined where a contestant has no such thing; `from` says how many were made before. */
  call(key: string, count: number, from?: number): Promise<number[] | undefined>;
  timed(key: string, count: number): Promise<number[] | undefined>;
  frames(key: string, count: number): Promise<number[] | undefined>;
  grip(key: string): Promise<{ x: number; y: number } | undefined>;
  record(): void;
  recorded(): number[];
  moved(): boolean;
}

declare global {
  // oxlint-disable-next-line no-var -- the one name the runner knows
  var bench: Bench;
}

/** Longer than any contestant's bar is on its way. */
const REST_MS = 300;

const host = document.getElementById('host')!;
let player: Player;
let recorder: Recorder | undefined;
let grip: Grip | undefined;

globalThis.bench = {
  async prepare(faceName, name, data) {
    const { face } = await FACES[`../faces/${faceName}.ts`]!();
    const contestant = face.contestants.find((each: Contestant) => each.name === name);
    if (!contestant) throw new Error(`no contestant ${name}`);
    player = await contestant.load();
    await player.prepare(data);
    await pause(100);
  },
  heap,
  mount: () =>
    untilStable(
      () => player.mount(host),
      () => player.ready(),
    ),
  nodes: () => document.querySelectorAll('#host *').length,
  async before(key) {
    const ready = player.before?.[key];
    if (!ready) return;
    ready();
    await heap();
  },
  async fed(doc) {
    if (player.holdsDocument) return heap();
    const held = new Y.Doc();
    Y.applyUpdate(held, bytes(doc), 'network');
    const size = await heap();
    // Named after the collection, so that it was there until then; let go for what is measured next.
    held.destroy();
    return size;
  },
  async call(key, count, from = 0) {
    const act = player.calls?.[key];
    if (!act) return undefined;
    const times: number[] = [];
    for (let time = from; time < from + count; time++) {
      // One change, to a page at rest: what glides to its place has arrived. A message from the network comes at any
      // moment between two frames, not at the start of one.
      await pause(REST_MS + ((time * 7) % 17));
      times.push(await untilSeen(() => act(time)));
    }
    return times;
  },
  async timed(key, count) {
    const act = player.timed?.[key];
    if (!act) return undefined;
    const times: number[] = [];
    for (let time = 0; time < count; time++) {
      await pause(5);
      times.push(act(time));
    }
    return times;
  },
  async frames(key, count) {
    const step = player.frames?.[key];
    if (!step) return undefined;
    await pause(100);
    return framesOf(step, count);
  },
  async grip(key) {
    grip = await player.hands?.[key]?.();
    return grip && { x: grip.x, y: grip.y };
  },
  record: () => void (recorder = recordFrames()),
  recorded: () => recorder?.stop() ?? [],
  moved: () => grip?.moved() ?? false,
};
