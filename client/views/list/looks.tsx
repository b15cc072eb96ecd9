// Kept views of the list: everybody's, my office's, and those only I have. One press brings one back; a dialog keeps and drops them.
import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, Modal, ModalOverlay, Separator } from 'react-aria-components';
import type { Id } from '../../../shared/model/plan.ts';
import { officeNamed } from '../../../shared/ops/content.ts';
import { ICON } from '../../parts/icon.ts';
import { Panel } from '../../parts/panel.tsx';
import {
  useCommands,
  useGrant,
  useMayEdit,
  usePlan,
  useSetView,
  useT,
  useView,
  useWholePlan,
} from '../../state/hooks.ts';
import { readLook, writeLook } from '../../state/view-store.ts';
import { Drop } from './drop-down.tsx';

type Whose = 'mine' | 'office' | 'all';

interface Kept {
  readonly key: string;
  readonly name: string;
  readonly look: string;
  readonly whose: Whose;
  /** The office it is for, when that is not mine. */
  readonly office?: string;
  readonly id?: Id;
}

function useLooks(): { readonly kept: readonly Kept[]; readonly office: Id | undefined } {
  const plan = useWholePlan();
  const { office: mine } = useGrant();
  const own = useView((view) => view.looks);
  const office = usePlan((each) => (mine ? officeNamed(each, mine) : undefined));
  const shared = [...plan.records.view]
    .filter(([, { face, office: whose }]) => face === 'list' && (whose === '' || whose === office || !office))
    .map(([id, { name, look, office: whose }]): Kept => {
      const other = plan.offices.get(whose)?.name;
      return {
        key: id,
        id,
        name,
        look,
        whose: whose === '' ? 'all' : 'office',
        ...(other !== undefined && whose !== office && { office: other }),
      };
    });
  return {
    kept: [...shared, ...own.map((each): Kept => ({ ...each, key: `own ${each.name}`, whose: 'mine' }))],
    office,
  };
}

export function LooksButton() {
  const t = useT();
  const setView = useSetView();
  const { kept, office } = useLooks();
  const now = useView((view) => writeLook(view));
  const [managing, setManaging] = useState(false);
  const current = kept.find(({ look }) => look === now);
  return (
    <>
      <Drop label={t('list.looks')} on={current ? current.name : false}>
        <Menu
          className="menu"
          onAction={(key) => {
            const look = kept.find((each) => each.key === key);
            if (look) setView(readLook(look.look));
            else if (key === '/usual') setView(readLook('{}'));
            else setManaging(true);
          }}
        >
          <MenuItem id="/usual" className="menu-item">
            {t('list.looks.usual')}
          </MenuItem>
          {(['all', 'office', 'mine'] as const).map((whose) => {
            const these = kept.filter((each) => each.whose === whose);
            return (
              these.length > 0 && (
                <MenuSection key={whose}>
                  <Header className="menu-head">{t(`list.looks.${whose}`)}</Header>
                  {these.map(({ key, name, office: other }) => (
                    <MenuItem key={key} id={key} className="menu-item" textValue={name}>
                      {name}
                      {other && <span className="choices-hint">{other}</span>}
                      {current?.key === key && <span className="keys">✓</span>}
                    </MenuItem>
                  ))}
                </MenuSection>
              )
            );
          })}
          <Separator />
          <MenuItem id="/manage" className="menu-item">
            {t('list.looks.manage')}
          </MenuItem>
        </Menu>
      </Drop>
      <ModalOverlay className="overlay" isDismissable isOpen={managing} onOpenChange={setManaging}>
        <Modal className="dialog">
          <Manage kept={kept} office={office} close={() => setManaging(false)} />
        </Modal>
      </ModalOverlay>
    </>
  );
}

interface ManageProps {
  readonly kept: readonly Kept[];
  readonly office: Id | undefined;
  readonly close: () => void;
}

function Manage({ kept, office, close }: ManageProps) {
  const t = useT();
  const { run } = useCommands();
  const mayEdit = useMayEdit();
  const setView = useSetView();
  const view = useView((all) => all);
  const name = useRef<HTMLInputElement>(null);
  const [whose, setWhose] = useState<Whose>('mine');
  const keep = (): void => {
    const called = name.current?.value.trim() ?? '';
    const look = writeLook(view);
    if (called === '') return name.current?.focus();
    if (whose === 'mine')
      setView({ looks: [...view.looks.filter((each) => each.name !== called), { name: called, look }] });
    else if (
      run('view.keep-look', { name: called, face: 'list', office: whose === 'office' ? (office ?? '') : '', look })
    )
      return;
    close();
  };
  const drop = (each: Kept): void => {
    if (each.id !== undefined) run('view.drop-look', { id: each.id });
    else setView({ looks: view.looks.filter((own) => own.name !== each.name) });
  };
  const choices: readonly Whose[] = mayEdit ? (office ? ['mine', 'office', 'all'] : ['mine', 'all']) : ['mine'];
  return (
    <Panel title={t('list.looks.keep')}>
      <form
        className="looks-form"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <p className="hint">{t('list.looks.what')}</p>
        <div className="row">
          <input
            ref={name}
            className="field"
            aria-label={t('list.looks.name')}
            placeholder={t('list.looks.name')}
            maxLength={60}
          />
          <select
            className="field narrow"
            aria-label={t('list.looks.for')}
            value={whose}
            onChange={(event) => setWhose(event.target.value as Whose)}
          >
            {choices.map((each) => (
              <option key={each} value={each}>
                {t(`list.looks.${each}`)}
              </option>
            ))}
          </select>
          <button type="submit" className="button main">
            {t('list.looks.ok')}
          </button>
        </div>
      </form>
      <ul className="bin">
        {kept.map((each) => (
          <li key={each.key}>
            <span className="badge">{each.office ?? t(`list.looks.${each.whose}`)}</span>
            <span className="clip">{each.name}</span>
            {(each.whose === 'mine' || mayEdit) && (
              <button
                type="button"
                className="button small icon"
                aria-label={t('list.looks.drop', { name: each.name })}
                onClick={() => drop(each)}
              >
                <Trash2 {...ICON} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
