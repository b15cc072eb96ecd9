// The title of a table and its year, from the rows above its heads, its name and, at last, its dates.
import type { Cell, Mapping } from './grid.ts';

/** Of a whole date only: a bare 2024 may be a count. */
function yearIn({ text, day }: Cell): number[] {
  const found = day ?? /(?<!\d)((?:19|20|21)\d\d)(?:年|[-/.]\d{1,2}[-/.]\d)/.exec(text)?.[1];
  return found ? [+found.slice(0, 4)] : [];
}

export interface Head {
  readonly title: string;
  readonly year: number | undefined;
  /** The year stands in no title: all the dates in the cells are of it. */
  readonly guessed: boolean;
}

/** The rows above the header: the first is the title. */
export function headOf(rows: readonly (readonly Cell[])[], { header }: Mapping, name: string): Head {
  const above = rows.slice(0, Math.max(0, header)).map((row) => row.find(({ text }) => text !== '')?.text ?? '');
  const named =
    above.find((text) => /(?:要点|计划|安排|方案|任务|清单|表)(?:（.{1,20}）)?$/.test(text)) ?? above.find(Boolean);
  const title = (named ?? name).replace(/\s*\n\s*/g, '').trim();
  const year = /((?:19|20|21)\d\d)/.exec([title, ...above, name].join(' '))?.[1];
  if (year) return { title, year: +year, guessed: false };
  const years = new Set(rows.slice(header + 1).flatMap((row) => row.flatMap(yearIn)));
  return { title, year: years.size === 1 ? [...years][0] : undefined, guessed: years.size === 1 };
}
