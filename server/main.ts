// Reads the environment, listens, says where to open it, and stops cleanly. What runs is built in parts.ts.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeAddress } from './address.ts';
import { baseUrl, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { serveFiles } from './files.ts';
import { makeLog } from './log.ts';
import { build } from './parts.ts';
import { seeds } from './seeds.ts';

const log = makeLog();

// A fault nobody caught: the log has it, a supervisor starts us again, and nothing acknowledged is lost.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    log.fault(event, error);
    process.exit(1);
  });

try {
  await main(readConfig(process.env));
} catch (error) {
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') say(portTaken());
  else say(error instanceof Error ? error.message : String(error));
  if (!(error instanceof Error) || !/[一-鿿]/.test(error.message)) log.fault('start', error);
  process.exit(1);
}

async function main(config: Config): Promise<void> {
  const files = serveFiles(join(fileURLToPath(new URL('..', import.meta.url)), 'client'));
  const guatu = build(config, { log, seeds });
  const port = await guatu.serve(files);
  const url = baseUrl(config, port);
  writeAddress(config, url);
  process.stdout.write(welcome(url, await guatu.chairLink(), linkCommand(guatu.example())));
  log.info('listening', { host: config.host, port });

  let stopping = false;
  const stop = (signal: string): void => {
    // The second time in earnest.
    if (stopping) process.exit(1);
    stopping = true;
    log.info('stopping', { signal });
    guatu.stop().then(
      (kept) => process.exit(kept ? 0 : 1),
      (error: unknown) => {
        log.fault('stop', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** The command line finds the data where this server does. */
function linkCommand(plan: string): string {
  const dir = process.env['DATA_DIR'];
  return `${dir ? `DATA_DIR=${dir} ` : ''}npm run -s guatu -- link ${plan} --role editor --office 局基教科`;
}

function welcome(url: string, link: string, command: string): string {
  return `
挂图已经启动：${url}

  主持人请打开这个链接（打开后浏览器即记住身份，请勿外传）：
  ${link}

  邀请其他部门：在计划页的“分享”里生成链接，或另开一个终端运行
  ${command}

Guatu is running at ${url}

  The chair opens the link above; the browser then remembers who it is, so keep the link to yourself.
  To invite others, make links under “Share” on a plan’s page, or run the command above (roles: chair, editor, viewer).

`;
}

function portTaken(): string {
  return (
    '端口已被占用，请用 PORT 另选一个，例如 PORT=8081 npm start。\n' +
    'The port is in use; choose another with PORT, for example PORT=8081 npm start.'
  );
}

function say(text: string): void {
  process.stderr.write(`\n${text}\n\n`);
}
