// The documents of tests/corpus and what they say, in the words the scorer knows. Where careful people would differ, the reading found counts if it is one of theirs.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ImportJson, JsonClause } from '../../shared/yaodian/draft.ts';
import type { TrueClause, Truth } from './compose/truth.ts';

type Either<T> = T | { readonly or: readonly T[] };
type Deadline = readonly [kind: string, raw: string, start: string | null, end: string | null] | null;

interface Roles {
  readonly lead?: Either<readonly string[]>;
  readonly assist?: Either<readonly string[]>;
  readonly persons?: Either<readonly string[]>;
  readonly deadline?: Either<Deadline>;
}
type Line =
  | readonly [kind: 'S', number: number | null, title: string]
  | readonly [kind: 'SS', number: number | null, title: string]
  | readonly [kind: 'I', number: number | null, title: string]
  | readonly [kind: 'C', text: string, roles?: Roles];

export interface Said {
  readonly title: Either<string>;
  readonly year: number | null;
  readonly doubts: readonly string[];
  readonly nodes: readonly Line[];
}

export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly said: Said;
}

const FOLDER = fileURLToPath(new URL('../corpus/', import.meta.url));

export function corpus(): readonly CorpusFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((json) => {
      const name = json.slice(0, -'.json'.length);
      const said = JSON.parse(readFileSync(FOLDER + json, 'utf8')) as Said;
      return { name, bytes: new Uint8Array(readFileSync(FOLDER + name)), said };
    });
}

export function truthOf({ title, year, nodes }: Said, read: ImportJson): Truth {
  const sections: Truth['sections'][number][] = [];
  const items: { -readonly [K in keyof Truth['items'][number]]: Truth['items'][number][K] }[] = [];
  const found = read.items.flatMap((item) => item.clauses);
  let top: number | null = null;
  let section: number | null = null;
  for (const line of nodes) {
    if (line[0] === 'S' || line[0] === 'SS') {
      const sub = line[0] === 'SS';
      section = sections.length;
      if (!sub) top = section;
      const number = line[1] ?? numberOf(read.sections, line[2]);
      sections.push({ number, title: line[2], level: sub ? 2 : 1, parent: sub ? top : null });
    } else if (line[0] === 'I') {
      items.push({ number: line[1] ?? numberOf(read.items, line[2]), title: line[2], section, clauses: [] });
    } else {
      const item = items.at(-1)!;
      item.clauses = [...item.clauses, clauseOf(line[1], line[2] ?? {}, found)];
    }
  }
  return { title: chosen<string>(title, (each) => each === read.title), year: year ?? read.year ?? 0, sections, items };
}

function clauseOf(text: string, roles: Roles, found: JsonClause[]): TrueClause {
  const at = found.findIndex((each) => bare(each.text) === bare(text));
  const got = at < 0 ? undefined : found.splice(at, 1)[0];
  const names = (said: Either<readonly string[]> | undefined, read: readonly string[] = []): readonly string[] =>
    chosen(said ?? [], (each) => each.join('|') === read.join('|'));
  const deadline = chosen(roles.deadline ?? null, (each) => sameDay(each, got?.deadline ?? null));
  return {
    text,
    lead: names(roles.lead, got?.lead),
    assist: names(roles.assist, got?.assist),
    leaders: names(roles.persons, got?.leaders),
    deadline: deadline && {
      kind: deadline[0],
      raw: got?.deadline && plain(got.deadline.raw) === plain(deadline[1]) ? got.deadline.raw : deadline[1],
      start: deadline[2],
      end: deadline[3],
    },
  };
}

function sameDay(said: Deadline, read: JsonClause['deadline']): boolean {
  if (!said || !read) return said === null && read === null;
  return said[0] === read.kind && said[2] === read.start && said[3] === read.end;
}

function chosen<T>(said: Either<T>, fits: (each: T) => boolean): T {
  if (typeof said !== 'object' || said === null || !('or' in said)) return said;
  return said.or.find(fits) ?? said.or[0]!;
}

function numberOf(read: readonly { readonly number: number | null; readonly title: string }[], title: string): number {
  return read.find((each) => bare(each.title) === bare(title))?.number ?? 0;
}

/** 6月底前 and 6月底前完成 say the same. */
const plain = (raw: string): string => raw.replace(/\s|完成$/g, '');
const bare = (text: string): string => text.replace(/[\s\u00a0\u3000]/g, '').replace(/[。；]$/, '');
