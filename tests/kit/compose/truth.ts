// What a composed document says, in the words of the scorer.
export interface TrueClause {
  readonly text: string;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly leaders: readonly string[];
  readonly deadline: {
    readonly raw: string;
    readonly start: string | null;
    readonly end: string | null;
    readonly kind: string;
  } | null;
}

export interface Truth {
  readonly title: string;
  readonly year: number;
  readonly sections: readonly {
    readonly number: number;
    readonly title: string;
    readonly level: number;
    readonly parent: number | null;
  }[];
  readonly items: readonly {
    readonly number: number;
    readonly title: string;
    readonly section: number | null;
    readonly clauses: readonly TrueClause[];
  }[];
}

export interface Composed {
  readonly text: string;
  readonly truth: Truth;
  /** The dimensions it was made with, for the report. */
  readonly made: Readonly<Record<string, string>>;
}
