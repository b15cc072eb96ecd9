// Environment → Config. Every default stands here; a bad value fails with the variable's name.
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Where browsers reach the server when that is not host and port: behind a proxy, under https. No slash at the end. */
  readonly publicUrl?: string;
  /** Chinese fonts for PNG; where the system keeps its own when not said. */
  readonly fontDir?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment): Config {
  const publicUrl = readUrl(env, 'PUBLIC_URL');
  return {
    port: readPort(env, 'PORT', 8080),
    host: env['HOST'] || '127.0.0.1',
    dataDir: resolve(env['DATA_DIR'] || './data'),
    ...(publicUrl && { publicUrl }),
    ...(env['FONT_DIR'] && { fontDir: env['FONT_DIR'] }),
  };
}

/** Where fonts lie: the folder `fonts` of the data directory is the office's own. */
export const fontPlaces = ({ dataDir, fontDir }: Config) => ({ dir: fontDir, shelf: join(dataDir, 'fonts') });

/** The address to print and to put into invitations. */
export function baseUrl(config: Config, port = config.port): string {
  if (config.publicUrl) return config.publicUrl;
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const host = everywhere ? lanAddress() : config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${host}${port === 80 ? '' : `:${port}`}`;
}

/** The address colleagues in the same network can use. */
function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? 'localhost';
}

function readPort(env: Environment, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw wrong(name, text, '0–65535 的整数', 'a whole number from 0 to 65535');
  return port;
}

function readUrl(env: Environment, name: string): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw wrong(name, text, '如 https://guatu.example.cn 的网址', 'an address such as https://guatu.example.cn');
  return url.origin;
}

function wrong(name: string, text: string, zh: string, en: string): Error {
  return new Error(`环境变量 ${name} 的值“${text}”不对，应为${zh}。\n${name}="${text}" is wrong: it must be ${en}.`);
}
