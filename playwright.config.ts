// The whole product from outside: the built server, real browsers, one story per file. Also takes the pictures for the docs.
import { defineConfig } from '@playwright/test';
import { findChromium, FLAGS } from './tests/chromium.mjs';

const browser = await findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each story starts its own server on its own port and data directory.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { args: FLAGS, ...(browser && { executablePath: browser.path }) },
  },
  projects: [
    { name: 'e2e', testMatch: '*.e2e.ts' },
    { name: 'shots', testMatch: '*.shots.ts' },
  ],
});
