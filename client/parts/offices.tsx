// The lead and assisting offices of a node, as chips; picked from the register, or newly registered.
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  SearchField,
} from 'react-aria-components';
import type { Id, Node, Office } from '../../shared/model/plan.ts';
import { initials } from '../../shared/model/pinyin.ts';
import type { Role } from '../../shared/ops/change.ts';
import { pickable } from '../../shared/ops/offices.ts';
import { useCommands, useMayEdit, usePlan, useT } from '../state/hooks.ts';
import { ICON } from './icon.ts';
import { officeColor } from './office-color.ts';

export function OfficesField({ node }: { readonly node: Node }) {
  return (
    <>
      <Marks node={node} role="lead" />
      <Marks node={node} role="assist" />
    </>
  );
}

function Marks({ node, role }: { readonly node: Node; readonly role: Role }) {
  const t = useT();
  const offices = usePlan((plan) => plan.offices);
  const mayEdit = useMayEdit();
  const ids = [...node[role].keys()];
  return (
    <div className="line-field">
      <span className="label">{t(`inspector.${role}`)}</span>
      <div className="row wrap">
        {ids.map((id, i) => (
          <Mark key={id} node={node} role={role} office={offices.get(id)} id={id} first={i === 0} readOnly={!mayEdit} />
        ))}
        {ids.length === 0 && !mayEdit && <span className="quiet">—</span>}
        {mayEdit && <Picker node={node} role={role} />}
      </div>
    </div>
  );
}

function Mark({
  node,
  role,
  office,
  id,
  first,
  readOnly,
}: {
  readonly node: Node;
  readonly role: Role;
  readonly office: Office | undefined;
  readonly id: Id;
  readonly first: boolean;
  readonly readOnly: boolean;
}) {
  const t = useT();
  const { run } = useCommands();
  const name = office?.name ?? t('office.unknown');
  const face = (
    <>
      <span className="dot" style={{ background: officeColor(office) }} />
      <span>{name}</span>
      {role === 'lead' && first && node.lead.size > 1 && <span className="quiet">{t('inspector.first')}</span>}
    </>
  );
  if (readOnly) return <span className="chip">{face}</span>;
  const other: Role = role === 'lead' ? 'assist' : 'lead';
  return (
    <MenuTrigger>
      <Button className="chip" aria-label={t('office.change', { name })}>
        {face}
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={name}>
          {role === 'lead' && !first ? (
            <MenuItem
              className="menu-item"
              onAction={() => void run('content.lead-first', { id: node.id, office: id })}
            >
              {t('cmd.content.lead-first')}
            </MenuItem>
          ) : null}
          <MenuItem
            className="menu-item"
            onAction={() => void run('content.add-mark', { id: node.id, role: other, office: id })}
          >
            {t(`office.make-${other}`)}
          </MenuItem>
          <MenuItem
            className="menu-item"
            onAction={() => void run('content.drop-mark', { id: node.id, role, office: id })}
          >
            <X {...ICON} />
            {t('cmd.content.drop-mark')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Picker({ node, role }: { readonly node: Node; readonly role: Role }) {
  const t = useT();
  return (
    <DialogTrigger>
      <Button className="chip add" aria-label={t(`office.add-${role}`)}>
        <Plus {...ICON} size={14} />
        {node[role].size === 0 && <span>{t(`office.add-${role}`)}</span>}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label={t(`office.add-${role}`)} className="picker">
          {({ close }) => <PickerList node={node} role={role} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const NEW = 'new office';

function PickerList({ node, role, close }: { readonly node: Node; readonly role: Role; readonly close: () => void }) {
  const t = useT();
  const offices = usePlan((plan) => plan.offices);
  const { run } = useCommands();
  const [text, setText] = useState('');
  const word = text.trim();
  const found = pickable({ offices }).filter(
    ({ id, name, aliases }) =>
      !node[role].has(id) &&
      [name, ...aliases].some((each) => each.includes(word) || initials(each).includes(word.toLowerCase())),
  );
  const exact = pickable({ offices }).some(({ name, aliases }) => name === word || aliases.includes(word));
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={t('office.find')} autoFocus>
        <Input className="field" placeholder={t('office.find')} />
      </SearchField>
      <ListBox
        className="picker-list"
        aria-label={t(`office.add-${role}`)}
        selectionMode="none"
        onAction={(key) => {
          if (key === NEW) run('content.add-office', { name: word, on: { id: node.id, role } });
          else run('content.add-mark', { id: node.id, role, office: String(key) });
          close();
        }}
      >
        {found.map((office) => (
          <ListBoxItem key={office.id} id={office.id} textValue={office.name} className="menu-item">
            <span className="dot" style={{ background: officeColor(office) }} />
            {office.name}
          </ListBoxItem>
        ))}
        {word && !exact ? (
          <ListBoxItem id={NEW} textValue={word} className="menu-item">
            <Plus {...ICON} />
            {t('office.new', { name: word })}
          </ListBoxItem>
        ) : null}
      </ListBox>
    </Autocomplete>
  );
}
