// The suite really runs in the zone its project names; without this, a day that shifts near midnight could pass unseen.
import { expect, test } from 'vitest';

test('the clock is in the zone this run is for', () => {
  const zone = process.env['TZ'];
  expect(zone).toMatch(/^(Asia\/Shanghai|America\/Los_Angeles)$/);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  expect(new Date(2019, 0, 1).getTimezoneOffset()).toBe(zone === 'Asia/Shanghai' ? -480 : 480);
});
