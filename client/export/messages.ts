// What the page and its export thread say to each other.
import type { Choices, ExportId, ExportInput, Made } from '../../shared/export/format.ts';
import type { Raster } from '../../shared/export/png.ts';
import type { Preview } from '../../shared/export/preview.ts';
import type { Lang } from '../../shared/layout/words.ts';

export interface Task {
  readonly id: number;
  readonly what: 'file' | 'preview';
  readonly format: ExportId;
  readonly input: ExportInput;
  readonly choices: Choices & { readonly lang: Lang };
  readonly fonts?: readonly Uint8Array[] | undefined;
}

/** What the page says to the thread. */
export type Asked = Task | { readonly picture: number; readonly raster: Raster };

/** What the thread says to the page. */
export type Answer =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly picture: number; readonly svg: string; readonly width: number }
  | { readonly id: number; readonly made: Made }
  | { readonly id: number; readonly preview: Preview }
  | { readonly id: number; readonly failed: string };
