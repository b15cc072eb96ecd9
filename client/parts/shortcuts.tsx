// All keys, made from the one list of commands, grouped by where they count.
import { COMMANDS } from '../commands/all.ts';
import type { CommandId } from '../commands/all.ts';
import { printKey } from '../commands/keys.ts';
import type { Scope } from '../commands/registry.ts';
import { useT } from '../state/hooks.ts';
import { Panel } from './panel.tsx';

const SCOPES: readonly Scope[] = ['any', 'gantt', 'mindmap', 'list', 'text'];

export function ShortcutsPanel() {
  const t = useT();
  const ids = (Object.keys(COMMANDS) as CommandId[]).filter((id) => COMMANDS[id].keys.length > 0);
  return (
    <Panel title={t('cmd.view.shortcuts')}>
      <div className="scroll">
        <div className="shortcuts">
          {SCOPES.map((scope) => {
            const here = ids.filter((id) => COMMANDS[id].scopes.includes(scope));
            if (here.length === 0) return null;
            return (
              <section key={scope}>
                <h3>{scope === 'any' ? t('shortcuts.any') : t(`view.${scope}`)}</h3>
                <dl>
                  {here.map((id) => (
                    <div key={id}>
                      <dt>{t(`cmd.${id}`)}</dt>
                      <dd>
                        {COMMANDS[id].keys.map((stroke) => (
                          <kbd key={printKey(stroke)}>{printKey(stroke)}</kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            );
          })}
        </div>
      </div>
    </Panel>
  );
}
