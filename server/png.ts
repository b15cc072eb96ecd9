// SVG → PNG without a browser, in a thread of its own, so that drawing never holds up those who are editing.
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Raster } from '../shared/export/png.ts';
import { findFonts } from './fonts.ts';
import type { FontPlaces, Fonts } from './fonts.ts';
import { dressed } from './stand-ins.ts';

export interface Rasteriser {
  /** PNG of this width in pixels. */
  readonly draw: (svg: string, width: number) => Promise<Raster>;
  readonly stop: () => Promise<void>;
}

/** A machine without any Chinese font draws with the one that comes with us: no word is ever left out. */
export async function makeRasteriser(places: FontPlaces): Promise<Rasteriser> {
  return startWorker(await findFonts(places));
}

type Answer = { readonly id: number; readonly png: Uint8Array } | { readonly id: number; readonly error: string };

interface Waiting {
  readonly done: (png: Uint8Array) => void;
  readonly failed: (error: Error) => void;
}

function startWorker(fonts: Fonts): Rasteriser {
  const resvg = createRequire(import.meta.url).resolve('@resvg/resvg-wasm');
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  const { family, files } = fonts;
  const worker = new Worker(DRAW, { eval: true, workerData: { resvg, wasm, family } });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  // A worker with nothing to draw does not keep the process alive.
  worker.unref();
  worker.on('message', (answer: Answer) => {
    const { done, failed } = waiting.get(answer.id)!;
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('png' in answer) done(answer.png);
    else failed(new Error(`png: ${answer.error}`));
  });
  const fail = (error: Error): void => {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('png: the drawing thread ended')));
  return {
    draw: (svg, width) =>
      new Promise((done, failed) => {
        const id = ++last;
        const { svg: ready, files: more, missing } = dressed(svg, fonts);
        waiting.set(id, { done: (png) => done({ png, missing }), failed });
        worker.ref();
        const all = [...new Set([...files, ...more])];
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage({ id, svg: ready, width, files: all });
      }),
    stop: async () => void (await worker.terminate()),
  };
}

/**
 * Plain JavaScript in a string, because the built server is one file and a source tree has no JavaScript a thread could
 * load: either way there is no second file to point to. The default family replaces every family that is not loaded;
 * without one the words would silently be left out.
 */
const DRAW = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const { Resvg, initWasm } = require(workerData.resvg);
const { family } = workerData;
const ready = initWasm(readFileSync(workerData.wasm));
const read = new Map();
const bytesOf = (file) => {
  if (!read.has(file)) read.set(file, readFileSync(file));
  return read.get(file);
};
parentPort.on('message', async ({ id, svg, width, files }) => {
  try {
    await ready;
    const fontBuffers = files.map(bytesOf);
    const font = { fontBuffers, defaultFontFamily: family, sansSerifFamily: family, serifFamily: family };
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font });
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    drawing.free();
    parentPort.postMessage({ id, png }, [png.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});
`;
