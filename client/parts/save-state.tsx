// What is saved, in one of four words, with the reason on hover. Never says more than the server has confirmed.
import { Check, CloudOff, Loader, TriangleAlert } from 'lucide-react';
import { may } from '../../shared/protocol/roles.ts';
import { useGrant, useStatus, useT } from '../state/hooks.ts';
import { ICON } from './icon.ts';
import { Tip } from './tip.tsx';

const ICONS = { saved: Check, saving: Loader, offline: CloudOff, unsaved: TriangleAlert } as const;

export function SaveState() {
  const t = useT();
  const grant = useGrant();
  const { word, local, rebuilding } = useStatus();
  // A viewer has nothing to save; only being cut off concerns them.
  if (!may(grant.role, 'edit') && (word === 'saved' || word === 'saving')) return null;
  const Icon = ICONS[word];
  const why = rebuilding ? t('save.rebuilding') : t(`save.${word}.why`);
  return (
    <Tip text={local === 'failed' ? `${why} ${t('save.local-failed')}` : why}>
      <button type="button" className="save-state" data-word={word}>
        <Icon {...ICON} />
        <span role="status">{t(`save.${word}`)}</span>
      </button>
    </Tip>
  );
}
