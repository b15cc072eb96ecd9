// Where a node is found again: the address of its plan's page and what stands behind it. Files are written with it, the page reads it.
import { isId } from '../guard.ts';
import type { Id } from './plan.ts';

/** `page` is the plan's; `face` is how it was looked at. */
export function nodeAt(page: string, node: Id | undefined, face?: string): string {
  const parts = [node && `node=${node}`, face && `face=${face}`].filter(Boolean);
  return parts.length > 0 ? `${page}?${parts.join('&')}` : page;
}

export interface Addressed {
  readonly node?: Id;
  readonly face?: string;
}

/** What the end of an address says of ours. */
export function nodeIn(search: string): Addressed {
  const said = new URLSearchParams(search);
  const [node, face] = [said.get('node'), said.get('face')];
  return { ...(isId(node) && { node }), ...(face && { face }) };
}

/** The same end without it: once there, one goes on. */
export function withoutNode(search: string): string {
  const rest = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !/^(?:node|face)=/.test(part));
  return rest.length > 0 ? `?${rest.join('&')}` : '';
}
