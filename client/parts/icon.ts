// One size and stroke for every icon.
export const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
