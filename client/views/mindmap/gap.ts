// How far a first child would stand from its parent: about what the layout leaves at that level.
export function neighbourGap(level: number): number {
  return [76, 52, 40][Math.min(level, 2)]!;
}
