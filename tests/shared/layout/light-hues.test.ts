import { describe, expect, test } from 'vitest';
import { contrastIn, lightColour, nearHues, themeWith } from '../../../shared/layout/light-hues.ts';
import { DARK, LIGHT, PRINT } from '../../../shared/layout/theme.ts';
import type { Theme } from '../../../shared/layout/theme.ts';

describe('a bureau’s own colours for the lights', () => {
  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('of any hue they meet 3 to 1 on every ground of the %s theme', (_, theme: Theme) => {
    for (let hue = 0; hue < 360; hue++)
      expect(contrastIn(theme, lightColour(theme, hue)), `hue ${hue}`).toBeGreaterThanOrEqual(3);
  });

  test('only what was chosen changes, and black and white stays black and white', () => {
    const rules = { hues: { late: 200 } };
    const made = themeWith(LIGHT, rules);
    expect(made['light-late']).toBe(lightColour(LIGHT, 200));
    expect({ ...made, 'light-late': LIGHT['light-late'] }).toEqual(LIGHT);
    expect(themeWith(PRINT, rules)).toBe(PRINT);
    expect(themeWith(DARK, undefined)).toBe(DARK);
  });

  test('hues that lie near each other are told, across 0 too', () => {
    expect(nearHues({ late: 350, done: 10, todo: 180 })).toEqual([['done', 'late']]);
    expect(nearHues({ late: 18, done: 150 })).toEqual([]);
  });
});
