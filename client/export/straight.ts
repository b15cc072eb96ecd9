// An export straight from a menu or the palette, without a dialog: says when it takes long, can be stopped, tells what there is to tell.
import type { Id } from '../../shared/model/plan.ts';
import { exporterOf } from '../../shared/export/registry.ts';
import type { Connection } from '../state/connection.ts';
import { makeChosen, save } from '../state/exporting.ts';
import type { File } from '../state/exporting.ts';
import { retract, tell } from '../state/notices.ts';
import { settings } from '../state/settings.ts';
import type { View } from '../state/view-store.ts';
import { startingChoice } from './starting.ts';
import type { Told } from './typeset.ts';

/** Straight from a menu: no questions, the face that is open as the screen shows it. What takes long says so, and can be stopped. */
export async function exportAs(format: string, connection: Connection, id: Id, view: View): Promise<void> {
  if (!exporterOf(format.split(':')[0]!)) throw new Error(`nothing exports ${format}`);
  const stop = new AbortController();
  const slow = setTimeout(() => {
    tell({
      key: 'export.making',
      tone: 'plain',
      say: (t) => t('export.making'),
      stays: true,
      action: { label: (t) => t('cancel'), run: () => stop.abort() },
    });
  }, SLOW);
  try {
    const { office: _, section: __, baseline: ___, beside: ____, ...chosen } = startingChoice(format, view);
    const made = await makeChosen(chosen, connection, id, { signal: stop.signal });
    if (made.lacks) hold(made, made.lacks);
    else save(made);
    for (const notice of made.notices)
      if (notice !== made.lacks)
        tell({ key: `export ${notice.code}`, tone: 'plain', say: () => notice.message[settings.get().lang] });
  } catch (fault) {
    if (stop.signal.aborted) return;
    tell({ key: 'export.failed', tone: 'warn', say: (t) => t('export.failed'), detail: String(fault), stays: true });
  } finally {
    clearTimeout(slow);
    retract('export.making');
  }
}

const SLOW = 700;

/** A file that cannot show every word is handed over only to whoever wants it all the same. */
function hold(file: File, lacks: Told): void {
  tell({
    key: 'export.held',
    tone: 'warn',
    say: () => lacks.message[settings.get().lang],
    stays: true,
    action: { label: (t) => t('export.anyway'), run: () => save(file) },
  });
}
