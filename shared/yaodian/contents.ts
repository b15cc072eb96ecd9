// What stands before or behind the plan in its file and only looks like it: a table of contents, the tables of annexes. Looks at lines and tables only.
import { columnOf } from './columns.ts';
import { signedAnnex } from './frame.ts';
import type { Grid } from './grid.ts';
import { readMark } from './marks.ts';

const LEADER = /(?:[…·.．—_]{3,}|[ \t\u3000]{4,}|\t)[ \u3000]*[-—（(]?[ \u3000]*[0-9０-９]{1,3}[ \u3000]*[-—）)]?$/;
const LEAST = 3;

/** 一、…………3 below 目录: each heading with its page. */
export function contentsLines(trimmed: readonly string[], skipped: ReadonlySet<number>): ReadonlySet<number> {
  const at = trimmed.findIndex((line) => /^目[\s\u3000]*[录次]$/.test(line));
  const found = trimmed.flatMap((line, i) => (!skipped.has(i) && i > at && LEADER.test(line) ? [i] : []));
  if (found.length < LEAST || (at < 0 && !found.every((i) => readMark(trimmed[i]!)))) return new Set();
  return new Set(at < 0 ? found : [at, ...found]);
}

/** Tables behind the signature that name nobody: lists of meetings, blank forms. */
export function annexed(trimmed: readonly string[], grids: readonly Grid[]): ReadonlySet<Grid> {
  const at = signedAnnex(trimmed);
  if (at === undefined) return new Set();
  const named = ({ rows, head }: Grid): boolean => rows[head]!.cells.some(({ text }) => isOfOffices(text));
  return new Set(grids.filter((grid) => grid.rows[0]!.first > at && !named(grid)));
}

function isOfOffices(head: string): boolean {
  const column = columnOf(head);
  return column.is === 'role' && (column.label.role === 'lead' || column.label.role === 'assist');
}
