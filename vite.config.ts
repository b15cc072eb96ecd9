// Builds both halves: the page into dist/client and, with --ssr, the server into dist/server. In development one Vite serves
// the page with hot reload and our server answers /api and /collab beside it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import locales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { isCommon, trimmed } from './shared/export/pdf/trim.ts';
import { readFaces } from './shared/export/pdf/truetype.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Two copies of any of these break each other. */
const dedupe = ['yjs', 'y-protocols', 'lib0', 'react', 'react-dom'];

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : client));

const client: UserConfig = {
  root: here('client'),
  cacheDir: here('node_modules/.vite'),
  plugins: [react(), { ...locales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' }, guatu()],
  resolve: { dedupe },
  server: { port: Number(process.env['PORT'] || 8080), host: process.env['HOST'] || '127.0.0.1', strictPort: true },
  // One plain script: Firefox before 114 runs no modules in threads, and offline there is no second file to fetch.
  worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
  build: {
    outDir: here('dist/client'),
    emptyOutDir: true,
    // The browsers we support, said here and nowhere else in code: what offices had by 2022 and 2023, Windows 7's last Chrome
    // (109) and Firefox (115) among them, and the builds of Chromium that 360, QQ and UOS ship. The floor is set by what no
    // build can lower: cascade layers (Chrome 99), findLast in the note editor (Firefox 104), lookbehind (Safari 16.4).
    target: ['chrome99', 'edge99', 'firefox104', 'safari16.4'],
    chunkSizeWarningLimit: 900,
  },
};

const server: UserConfig = {
  root: here('.'),
  plugins: [fonts()],
  publicDir: false,
  resolve: { dedupe },
  build: {
    ssr: true,
    outDir: here('dist/server'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: {
        main: here('server/main.ts'),
        cli: here('server/cli.ts'),
        reader: here('server/reader.ts'),
        exporter: here('server/exporter.ts'),
        founder: here('server/founder.ts'),
      },
    },
  },
};

/**
 * The type that comes with us, beside the server: regular and bold whole, so that every character they have is drawn, in
 * headings too, and the common characters of both for pages that make a PDF without the server. The package they are cut from holds eight weights, 115 MB.
 */
function fonts(): Plugin {
  return {
    name: 'guatu fonts',
    apply: 'build',
    generateBundle() {
      const cut = (weight: string, keep: (code: number) => boolean): Uint8Array => {
        const path = `node_modules/@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`;
        return trimmed(readFaces(new Uint8Array(readFileSync(here(path))))[0]!, keep);
      };
      const emit = (fileName: string, source: Uint8Array | string): void =>
        void this.emitFile({ type: 'asset', fileName: `fonts/${fileName}`, source });
      const all = (): boolean => true;
      emit('NotoSerifSC-Regular.ttf', cut('400Regular', all));
      emit('NotoSerifSC-Bold.ttf', cut('700Bold', all));
      emit('NotoSerifSC-Common.ttf', cut('400Regular', isCommon));
      emit('NotoSerifSC-Common-Bold.ttf', cut('700Bold', isCommon));
      emit('LICENSE.txt', readFileSync(here('node_modules/@expo-google-fonts/noto-serif-sc/LICENSE_FONT'), 'utf8'));
    },
  };
}

/** Our server on Vite's own HTTP server, loaded anew when its sources change. */
function guatu(): Plugin {
  return {
    name: 'guatu',
    apply: 'serve',
    async configureServer(vite) {
      type Parts = typeof import('./server/parts.ts');
      const load = async (): Promise<ReturnType<Parts['build']>> => {
        const { build } = (await vite.ssrLoadModule(here('server/parts.ts'))) as Parts;
        const { readConfig } = (await vite.ssrLoadModule(
          here('server/config.ts'),
        )) as typeof import('./server/config.ts');
        const { makeLog } = (await vite.ssrLoadModule(here('server/log.ts'))) as typeof import('./server/log.ts');
        const { seeds } = (await vite.ssrLoadModule(here('server/seeds.ts'))) as typeof import('./server/seeds.ts');
        return build(readConfig(process.env), { log: makeLog(), seeds });
      };
      let current = load();
      await current;
      vite.httpServer?.once('listening', () => {
        void current.then(async (running) => vite.config.logger.info(`\n  ${await running.chairLink()}\n`));
      });
      vite.watcher.add([here('server'), here('shared')]);
      vite.watcher.on('change', (file) => {
        if (!file.startsWith(here('server')) && !file.startsWith(here('shared'))) return;
        current = current.then((old) => old.stop()).then(() => (vite.moduleGraph.invalidateAll(), load()));
        current.catch((error: unknown) => vite.config.logger.error(String(error)));
      });
      vite.httpServer?.on('upgrade', (request, socket, head: Buffer) => {
        if (request.url?.startsWith('/collab/')) void current.then((running) => running.upgrade(request, socket, head));
      });
      vite.httpServer?.on('close', () => void current.then((running) => running.stop()));
      vite.middlewares.use((request, response, next) => {
        current.then((running) => running.handle(request, response, next), next);
      });
    },
  };
}
