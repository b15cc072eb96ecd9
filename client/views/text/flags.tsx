// Who has what selected: a dot in a person's colour whose name shows for three seconds, then on hover. Shared by the map, the list and the text.
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import type { Id } from '../../../shared/model/plan.ts';
import { whoIs } from '../../parts/presence.tsx';
import { usePeers, useT } from '../../state/hooks.ts';
import type { Peer } from '../../state/presence.ts';

/** The others by the node each selected last: one place for one person. */
export function usePeersAt(): ReadonlyMap<Id, readonly Peer[]> {
  const peers = usePeers();
  return useMemo(() => {
    const found = new Map<Id, Peer[]>();
    for (const peer of peers) {
      const id = peer.selected?.at(-1);
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), peer]);
    }
    return found;
  }, [peers]);
}

export function Flags({ peers }: { readonly peers: readonly Peer[] }) {
  const t = useT();
  return (
    <span className="flags">
      {peers.map((peer) => (
        // A peer who comes to another node is another key there, so the name shows anew.
        <span key={peer.client} className="flag" style={{ '--ring': peer.user.color } as CSSProperties}>
          <span className="flag-name">{whoIs(t, peer.user)}</span>
        </span>
      ))}
    </span>
  );
}
