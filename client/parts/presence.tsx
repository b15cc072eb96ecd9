// Who is here: faces ringed in their office's colour. A click goes to what they are looking at.
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useCommands, useGrant, usePeers, useSettings, useSetView, useT } from '../state/hooks.ts';
import { useNarrow } from '../state/narrow.ts';
import { setSettings } from '../state/settings.ts';
import type { Peer } from '../state/presence.ts';
import type { T } from '../i18n/t.ts';
import { Tip } from './tip.tsx';

/** On a phone the plan's name needs the room. */
const MOST = { wide: 5, narrow: 1 } as const;

export function Peers() {
  const t = useT();
  const peers = usePeers();
  const { name, asked } = useSettings();
  // Who comes in by an invitation never sees home, where the name is asked. A dot asks here, once there is somebody to see it.
  const asks = !name && !asked && peers.length > 0;
  const grant = useGrant();
  const me = { name, office: grant.office, role: grant.role };
  const { run } = useCommands();
  const goTo = useGoTo();
  const most = MOST[useNarrow() ? 'narrow' : 'wide'];
  const shown = peers.slice(0, most);
  const rest = peers.slice(most);
  return (
    <div className="peers" role="group" aria-label={t('peers.here', { n: peers.length + 1 })}>
      {shown.map((peer) => (
        <Tip key={peer.client} text={t('peers.go', { who: whoIs(t, peer.user) })}>
          <button type="button" className="face" style={ring(peer.user.color)} onClick={() => goTo(peer)}>
            <span aria-hidden="true">{initials(t, peer.user)}</span>
            <span className="sr">{whoIs(t, peer.user)}</span>
          </button>
        </Tip>
      ))}
      {rest.length > 0 && (
        <MenuTrigger>
          <Button className="face more" aria-label={t('peers.more', { n: rest.length })}>
            +{rest.length}
          </Button>
          <Popover className="popover">
            <Menu
              className="menu"
              onAction={(key) => {
                const peer = rest.find((each) => String(each.client) === key);
                if (peer) goTo(peer);
              }}
            >
              {rest.map((peer) => (
                <MenuItem key={peer.client} id={String(peer.client)} className="menu-item">
                  <span className="dot" style={{ background: peer.user.color }} />
                  {whoIs(t, peer.user)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      <Tip text={asks ? t('name.ask') : t('peers.me', { who: whoIs(t, me) })}>
        <button
          type="button"
          className="face me"
          data-asks={asks || undefined}
          onClick={() => {
            setSettings({ asked: true });
            run('file.name');
          }}
        >
          <span aria-hidden="true">{initials(t, me)}</span>
          <span className="sr">{t('cmd.file.name')}</span>
        </button>
      </Tip>
    </div>
  );
}

function useGoTo(): (peer: Peer) => void {
  const { run } = useCommands();
  const setView = useSetView();
  return (peer) => {
    if (peer.view) setView({ open: peer.view });
    const id = peer.selected?.at(-1);
    if (id !== undefined) run('view.reveal', { id });
  };
}

type Who = Omit<Peer['user'], 'color'>;

/** 王老师 · 局基教科 */
export function whoIs(t: T, { name, office, role }: Who): string {
  return [name, office || t(`role.${role}`)].filter(Boolean).join(' · ');
}

const HONORIFIC = /(?:副?(?:主任|科长|局长|书记|校长|园长|处长|组长)|老师|同志)$/;

/** Two characters that tell people apart: of the given name, or the surname before a title; else of the office without its 局. */
export function initials(t: T, { name, office, role }: Who): string {
  if (/^\p{Script=Han}{3,}$/u.test(name)) {
    const untitled = name.replace(HONORIFIC, '');
    return untitled === name ? [...name].slice(-2).join('') : [...untitled].slice(0, 2).join('');
  }
  const text = name || office.replace(/^(区教育局|教育局|局)/, '') || t(`role.${role}`);
  const words = text.split(/\s+/);
  if (/^[\u0020-\u024f]+$/.test(text))
    return words
      .map((word) => word[0] ?? '')
      .join('')
      .slice(0, 2)
      .toUpperCase();
  return [...text].slice(0, 2).join('');
}

function ring(color: string): React.CSSProperties {
  return { '--ring': color } as React.CSSProperties;
}
