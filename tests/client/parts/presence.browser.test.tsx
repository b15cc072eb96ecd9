// The faces in the top bar: who they stand for, and how quietly the page asks what to call me.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { translator } from '../../../client/i18n/t.ts';
import { initials, Peers } from '../../../client/parts/presence.tsx';
import { setSettings, settings } from '../../../client/state/settings.ts';
import type { Peer } from '../../../client/state/presence.ts';
import { docOf } from '../../kit/plan.ts';
import { standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

const t = translator('zh');
const PEER = { client: 7, user: { name: '李老师', office: '局基教科', role: 'editor', color: '#8a1c2b' } } as Peer;

describe('the two characters of a face', () => {
  test.each([
    ['张建国', '局基教科', '建国'],
    ['王主任', '', '王'],
    ['欧阳副科长', '', '欧阳'],
    ['李明', '', '李明'],
    ['Ann Lee', '', 'AL'],
    ['', '局基教科', '基教'],
    ['', '教育督导室', '教育'],
    ['', '', '主持'],
  ])('of %s %s are %s', (name, office, shown) => {
    expect(initials(t, { name, office, role: 'chair' })).toBe(shown);
  });
});

describe('my own face', () => {
  let stand: Stand;
  beforeEach(() => {
    setSettings({ name: '', asked: false });
    stand = standOf(docOf('一部分'));
  });
  afterEach(() => stand.close());

  const asking = (): Element | null => document.querySelector('.face.me[data-asks]');

  test('asks for a name only while a colleague would see it, and once', async () => {
    await stand.draw(<Peers />);
    expect(asking()).toBeNull();
    stand.peers.set([PEER]);
    await vi.waitFor(() => expect(asking()).not.toBeNull());
    await userEvent.click(asking()!);
    expect(stand.desktop.panel.get()).toBe('name');
    await vi.waitFor(() => expect(asking()).toBeNull());
    expect(settings.get().asked).toBe(true);
  });

  test('does not ask who has a name', async () => {
    setSettings({ name: '王主任' });
    stand.peers.set([PEER]);
    await stand.draw(<Peers />);
    await vi.waitFor(() => expect(document.querySelectorAll('.face')).toHaveLength(2));
    expect(asking()).toBeNull();
  });
});
