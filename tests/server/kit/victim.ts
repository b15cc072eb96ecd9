// A server to be killed: the real one, or one broken on purpose, on a port told to the parent. Built and forked by kill.test.ts.
import { makeAccess, readKey } from '../../../server/access.ts';
import { silent } from '../../../server/log.ts';
import { build } from '../../../server/parts.ts';
import { openSqlite } from '../../../server/sqlite.ts';
import type { Entry, Store } from '../../../server/store.ts';
import { SMALL } from '../../kit/random.ts';
import { planFrom } from './plans.ts';

const dir = process.argv[2]!;
const fault = process.argv[3];

function broken(store: Store): Store {
  switch (fault) {
    case 'says saved before writing':
      return {
        ...store,
        append(plan: string, entry: Entry) {
          setTimeout(() => void store.append(plan, entry), 60);
          return Promise.resolve();
        },
      };
    case 'never writes':
      return { ...store, append: () => Promise.resolve() };
    default:
      return store;
  }
}

const guatu = build(
  { port: 0, host: '127.0.0.1', dataDir: dir },
  { log: silent, seeds: () => [planFrom(SMALL)], store: broken(openSqlite(dir)) },
);
const port = await guatu.serve((_request, response) => void response.end());
const token = await makeAccess(readKey(dir)).issue({ plan: '*', role: 'chair', office: '' });
process.send!({ port, token, plan: guatu.example() });
