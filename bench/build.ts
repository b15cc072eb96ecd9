// Builds the page of the benchmarks exactly as the product is built: same plugins, same targets, same minifier. Knows no contestant.
import { fileURLToPath } from 'node:url';
import { build, loadConfigFromFile, mergeConfig } from 'vite';
import type { InlineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const DIST = here('dist');

/** `legible` keeps names, for profiles. */
export async function buildPage(legible: boolean): Promise<void> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, here('../vite.config.ts'));
  if (!loaded) throw new Error('the product has no vite.config.ts');
  const ours: InlineConfig = {
    configFile: false,
    root: here('page'),
    cacheDir: here('node_modules/.vite'),
    // The peers are installed here, React one folder up: one copy for all.
    resolve: {
      dedupe: ['react', 'react-dom'],
      alias: { react: here('../node_modules/react'), 'react-dom': here('../node_modules/react-dom') },
    },
    build: { outDir: DIST, emptyOutDir: true, chunkSizeWarningLimit: 5_000, ...(legible && { minify: false }) },
    logLevel: 'error',
  };
  await build(mergeConfig(loaded.config, ours));
}
