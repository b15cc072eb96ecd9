// The page's export thread: makes files and previews while the page stays free. Draws no pictures: a thread cannot, so it asks the page.
import { exporterOf, runExport } from '../../shared/export/registry.ts';
import type { Raster } from '../../shared/export/png.ts';
import { previewOf } from '../../shared/export/preview.ts';
import type { Answer, Asked, Task } from './messages.ts';

const drawn = new Map<number, (raster: Raster) => void>();
let pictures = 0;

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('raster' in data) {
    drawn.get(data.picture)?.(data.raster);
    drawn.delete(data.picture);
  } else void work(data);
});

async function work({ id, what, format, input, choices, fonts }: Task): Promise<void> {
  const options = {
    ...choices,
    fonts,
    progress: (done: number) => answer({ id, progress: done }),
    rasterise: (svg: string, width: number) =>
      new Promise<Raster>((done) => {
        const picture = ++pictures;
        drawn.set(picture, done);
        answer({ id, picture, svg, width });
      }),
  };
  try {
    if (what === 'preview') answer({ id, preview: await previewOf(exporterOf(format)!, input, options) });
    else answer({ id, made: await runExport(format, input, options) });
  } catch (fault) {
    answer({ id, failed: fault instanceof Error ? fault.message : String(fault) });
  }
}

function answer(message: Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  postMessage(message);
}
