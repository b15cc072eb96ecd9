// SVG → PNG on a canvas, with the fonts of this machine. What the exporters ask for and cannot do themselves.
import type { Rasterise } from '../../shared/export/png.ts';
import { lackingHere } from './glyphs.ts';

export const rasterise: Rasterise = async (svg, width) => {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.max(1, Math.round((width * image.naturalHeight) / image.naturalWidth));
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    // A canvas beyond what the browser can hold gives nothing, and says nothing.
    if (!blob) throw new Error(`raster: no PNG of ${canvas.width} × ${canvas.height} pixels`);
    return { png: new Uint8Array(await blob.arrayBuffer()), missing: lackingHere(svg) };
  } finally {
    URL.revokeObjectURL(url);
  }
};
