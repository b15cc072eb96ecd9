// The design tokens: names, and their values for light, dark and print. The page writes them to :root as `--<name>`; exports inline them.

export const HUES = [28, 62, 98, 148, 192, 236, 280, 332] as const;

type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A colour by what it is for. Section hues are `hue1-…` to `hue8-…`: `tint` the bar's body, `fill` its progress, `edge` its rim, `ink` text in that hue. */
export type Paint =
  | 'page'
  | 'paper'
  | 'raised'
  | 'ink'
  | 'muted'
  | 'faint'
  | 'hairline'
  | 'rule'
  | 'hover'
  | 'selected'
  | 'weekend'
  | 'holiday'
  | 'workday'
  | 'accent'
  | 'accent-ink'
  | 'accent-tint'
  | 'danger'
  | 'danger-tint'
  | 'light-todo'
  | 'light-doing'
  | 'light-done'
  | 'light-late'
  | 'light-hold'
  | `hue${Hue}-${'tint' | 'fill' | 'edge' | 'ink'}`;

export type Theme = Readonly<Record<Paint, string>>;
