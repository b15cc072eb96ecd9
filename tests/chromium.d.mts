// The types of chromium.mjs, which stays plain JavaScript so that Node 20 runs it before anything is built.
export interface Browser {
  readonly path: string;
  readonly from: string;
}
export const FLAGS: string[];
export function findChromium(): Promise<Browser | undefined>;
export function ensureChromium(): Promise<Browser>;
