// One topic of an outline, as mind maps and outliners keep it, with what a file of ours says of it.
import type { Day, Due, Id, Kind, LinkType, People, Span, Status } from '../../model/plan.ts';
import type { ReadDoubt } from '../reading.ts';

export interface Topic {
  readonly title: string;
  readonly note?: string;
  readonly children: readonly Topic[];
  /** The file's own name of this topic; links and baselines go by it. */
  readonly key?: string;
  readonly id?: Id;
  readonly kind?: Kind;
  /** Its words bear no number: what looks like one is a word. */
  readonly literal?: true;
  readonly lead?: readonly string[];
  readonly assist?: readonly string[];
  readonly people?: People;
  readonly due?: Due;
  readonly span?: Span;
  readonly progress?: number;
  readonly status?: Status;
  readonly deliverable?: string;
  readonly issue?: string;
  /** Days in the words of a file of ours, which leave out the plan's own year. */
  readonly said?: { readonly start?: string | undefined; readonly end?: string | undefined };
}

export interface Topics {
  readonly title: string;
  readonly preamble?: string;
  readonly topics: readonly Topic[];
  readonly links?: readonly {
    readonly from: string;
    readonly to: string;
    readonly type: LinkType;
    readonly lag: number;
  }[];
  readonly doubts?: readonly ReadDoubt[];
}

export function spanOf(start: Day | undefined, end: Day | undefined): Span | undefined {
  return start && end && start <= end ? { start, end } : undefined;
}
