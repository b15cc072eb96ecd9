// Kept views of a face: everybody's, my office's, and those only I have. One press brings one back; a dialog keeps and drops them.
import { Link2, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, Modal, ModalOverlay, Separator } from 'react-aria-components';
import type { Id } from '../../shared/model/plan.ts';
import { officeNamed } from '../../shared/ops/content.ts';
import { CopyField } from './copy-field.tsx';
import { ICON } from './icon.ts';
import { Panel } from './panel.tsx';
import { useCommands, useGrant, useMayEdit, usePlan, useSetView, useT, useView, useWholePlan } from '../state/hooks.ts';
import { looksSo, readLook, writeLook } from '../state/looks.ts';
import type { LookFace } from '../state/looks.ts';
import type { Look } from '../state/view-store.ts';
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

function useLooks(face: LookFace): { readonly kept: readonly Kept[]; readonly office: Id | undefined } {
  const plan = useWholePlan();
  const { office: mine } = useGrant();
  const own = useView((view) => view.looks);
  const office = usePlan((each) => (mine ? officeNamed(each, mine) : undefined));
  const shared = [...plan.records.view]
    .filter(([, { face: of, office: whose }]) => of === face && (whose === '' || whose === office || !office))
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
    kept: [
      ...shared,
      ...own
        .filter((each) => each.face === face)
        .map(({ name, look }): Kept => ({ name, look, key: `own ${name}`, whose: 'mine' })),
    ],
    office,
  };
}

export function LooksButton({ face }: { readonly face: LookFace }) {
  const t = useT();
  const setView = useSetView();
  const { kept, office } = useLooks(face);
  const view = useView((all) => all);
  const [managing, setManaging] = useState(false);
  const current =
    kept.find(({ id }) => id !== undefined && id === view.look) ?? kept.find(({ look }) => looksSo(face, look, view));
  return (
    <>
      <Drop label={t('looks')} on={current ? current.name : false}>
        <Menu
          className="menu"
          onAction={(key) => {
            const look = kept.find((each) => each.key === key);
            if (look) setView({ ...readLook(face, look.look, view), look: look.id ?? null });
            else if (key === '/usual') setView(readLook(face, '{}', view));
            else setManaging(true);
          }}
        >
          <MenuItem id="/usual" className="menu-item">
            {t('looks.usual')}
          </MenuItem>
          {(['all', 'office', 'mine'] as const).map((whose) => {
            const these = kept.filter((each) => each.whose === whose);
            return (
              these.length > 0 && (
                <MenuSection key={whose}>
                  <Header className="menu-head">{t(`looks.${whose}`)}</Header>
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
            {t('looks.manage')}
          </MenuItem>
        </Menu>
      </Drop>
      <ModalOverlay className="overlay" isDismissable isOpen={managing} onOpenChange={setManaging}>
        <Modal className="dialog">
          <Manage face={face} kept={kept} office={office} close={() => setManaging(false)} />
        </Modal>
      </ModalOverlay>
    </>
  );
}

interface ManageProps {
  readonly face: LookFace;
  readonly kept: readonly Kept[];
  readonly office: Id | undefined;
  readonly close: () => void;
}

function Manage({ face, kept, office, close }: ManageProps) {
  const t = useT();
  const { run } = useCommands();
  const mayEdit = useMayEdit();
  const setView = useSetView();
  const view = useView((all) => all);
  const name = useRef<HTMLInputElement>(null);
  const [whose, setWhose] = useState<Whose>('mine');
  const [linked, setLinked] = useState<Id>();
  const isOwn = (own: Look, called: string): boolean => own.face === face && own.name === called;
  const keep = (): void => {
    const called = name.current?.value.trim() ?? '';
    const look = writeLook(face, view);
    if (called === '') return name.current?.focus();
    if (whose === 'mine')
      setView({ looks: [...view.looks.filter((each) => !isOwn(each, called)), { name: called, face, look }] });
    else if (run('view.keep-look', { name: called, face, office: whose === 'office' ? (office ?? '') : '', look }))
      return;
    close();
  };
  const drop = (each: Kept): void => {
    if (each.id !== undefined) run('view.drop-look', { id: each.id });
    else setView({ looks: view.looks.filter((own) => !isOwn(own, each.name)) });
  };
  const choices: readonly Whose[] = mayEdit ? (office ? ['mine', 'office', 'all'] : ['mine', 'all']) : ['mine'];
  return (
    <Panel title={t('looks.keep')}>
      <form
        className="looks-form"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <p className="hint">{t('looks.what')}</p>
        <div className="row">
          <input
            ref={name}
            className="field"
            aria-label={t('looks.name')}
            placeholder={t('looks.name')}
            maxLength={60}
          />
          <select
            className="field narrow"
            aria-label={t('looks.for')}
            value={whose}
            onChange={(event) => setWhose(event.target.value as Whose)}
          >
            {choices.map((each) => (
              <option key={each} value={each}>
                {t(`looks.${each}`)}
              </option>
            ))}
          </select>
          <button type="submit" className="button main">
            {t('looks.ok')}
          </button>
        </div>
      </form>
      <ul className="looks-list">
        {kept.map((each) => (
          <li key={each.key}>
            <span className="badge">{each.office ?? t(`looks.${each.whose}`)}</span>
            <span className="clip">{each.name}</span>
            {each.id !== undefined && (
              <button
                type="button"
                className="button small icon"
                aria-label={t('looks.link', { name: each.name })}
                aria-expanded={linked === each.id}
                onClick={() => setLinked(linked === each.id ? undefined : each.id)}
              >
                <Link2 {...ICON} />
              </button>
            )}
            {(each.whose === 'mine' || mayEdit) && (
              <button
                type="button"
                className="button small icon"
                aria-label={t('looks.drop', { name: each.name })}
                onClick={() => drop(each)}
              >
                <Trash2 {...ICON} />
              </button>
            )}
            {each.id !== undefined && linked === each.id && (
              <CopyField
                text={linkOf(each.id)}
                label={t('looks.link', { name: each.name })}
                hint={t('looks.link.what')}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Opens this plan with that view, and says nothing else of what I see. */
function linkOf(id: Id): string {
  return `${location.origin}${location.pathname}?look=${id}`;
}
