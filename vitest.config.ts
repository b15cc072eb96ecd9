// Three runs of one suite: Node in two time zones far apart, and a real Chromium for what needs layout and selection.
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findChromium, FLAGS } from './tests/chromium.mjs';

const browser = await findChromium();

/** What cannot know a zone: days are text, only shared/model/day.ts makes a Date, and the server's clock counts milliseconds. */
const ZONELESS = [
  'tests/server/**',
  'tests/laws.test.ts',
  'tests/shared/yaodian/laws.test.ts',
  'tests/shared/layout/mindmap.test.ts',
  'tests/faces/**',
  'tests/{architecture,chromium,fingerprint,programs,supply}.test.ts',
];

function node(name: string, zone: string, leftOut: readonly string[] = []): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: ['tests/**/*.test.ts'],
      exclude: ['tests/**/*.browser.test.ts', ...leftOut],
      environment: 'node',
      pool: 'forks',
      env: { TZ: zone },
      testTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      // One zone east and one west of UTC: a day that depends on either is a bug.
      node('node', 'Asia/Shanghai'),
      node('node-west', 'America/Los_Angeles', ZONELESS),
      {
        plugins: [react()],
        // Named here, because a dependency found in the middle of a run reloads the page under the test.
        optimizeDeps: {
          include: [
            '@dnd-kit/core',
            '@tanstack/react-virtual',
            '@tiptap/core',
            '@tiptap/extension-collaboration',
            '@tiptap/extension-collaboration-caret',
            '@tiptap/pm/model',
            '@tiptap/pm/state',
            '@tiptap/react',
            '@tiptap/starter-kit',
            '@tiptap/y-tiptap',
            'docx',
            'fflate',
            'fractional-indexing',
            'lib0/decoding',
            'lib0/encoding',
            'lucide-react',
            'react',
            'react-aria-components',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'react/jsx-runtime',
            'valibot',
            'y-protocols/awareness',
            'y-protocols/sync',
            'y-websocket',
            'yjs',
          ],
        },
        resolve: { dedupe: ['yjs', 'y-protocols', 'lib0', 'react', 'react-dom'] },
        test: {
          name: 'browser',
          include: ['tests/client/**/*.browser.test.{ts,tsx}'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium', viewport: { width: 1440, height: 900 } }],
            provider: playwright({
              launchOptions: { args: FLAGS, ...(browser && { executablePath: browser.path }) },
            }),
          },
        },
      },
    ],
  },
});
