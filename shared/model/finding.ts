// What may be wanting in a plan, as a value. Who finds it is audit.ts; how it is said is the reader's.
import type { Id } from './plan.ts';

export type FindingCode =
  /** Nobody real leads it. */
  | 'no-lead'
  /** Its lead stands for several offices, and none of them is named. */
  | 'collective'
  /** A co-lead has nothing of its own below it. */
  | 'silent'
  | 'no-span'
  | 'no-result'
  /** Nothing to be seen in any quarter. */
  | 'no-quarter'
  /** 20项 in the text, and no target says so. */
  | 'number'
  | 'outside-horizon'
  /** The last day is no working day. */
  | 'day-off'
  | 'link-broken'
  | 'misplaced';

export const FINDING_CODES: readonly FindingCode[] = [
  'no-lead',
  'collective',
  'silent',
  'no-span',
  'no-result',
  'no-quarter',
  'number',
  'outside-horizon',
  'day-off',
  'link-broken',
  'misplaced',
];

export interface Finding {
  readonly code: FindingCode;
  readonly node: Id;
  /** The other end of a broken link; the silent or collective office. */
  readonly other?: Id;
  /** The words that are meant: 20项. */
  readonly words?: string;
}
