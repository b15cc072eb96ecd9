// Where the running server is reached: it writes its address into the data directory, the command line reads it there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseUrl } from './config.ts';
import type { Config } from './config.ts';

const fileIn = (config: Config): string => join(config.dataDir, 'address');

export function writeAddress(config: Config, url: string): void {
  writeFileSync(fileIn(config), `${url}\n`);
}

/** Of the server last started here, unless the environment says another. */
export function readAddress(config: Config): string {
  if (config.publicUrl) return config.publicUrl;
  try {
    const text = readFileSync(fileIn(config), 'utf8').trim();
    if (URL.canParse(text)) return text;
  } catch {
    // Never started here: the settings are all there is.
  }
  return baseUrl(config);
}
