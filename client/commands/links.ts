// The commands about dependencies: choose one, change its type and lag, take it away; and what a moved predecessor proposes.
import type { Id, Link, LinkType } from '../../shared/model/plan.ts';
import type { Follow } from '../../shared/model/follow.ts';
import { stillMeant } from '../../shared/model/follow.ts';
import { spans } from '../../shared/model/schedule.ts';
import { linkKey, refuse } from '../../shared/ops/change.ts';
import type { Refusal } from '../../shared/ops/change.ts';
import { link, takeFollows, unlink } from '../../shared/ops/time.ts';
import { defineAct, defineEdit, oneOf } from './registry.ts';
import type { Desk } from './registry.ts';

export const LINK_TYPES: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF'];

function chosen(desk: Desk): Link | Refusal {
  return desk.plan().links.get(desk.view().link ?? '') ?? refuse('no-link');
}

/** Another lag for the chosen link. */
function lag(by: number, keys: readonly string[]) {
  return defineEdit({
    keys,
    scope: 'gantt',
    full: (desk, _args: undefined) => {
      const found = chosen(desk);
      return 'refused' in found ? found : { ...found, lag: found.lag + by };
    },
    op: link,
  });
}

/** What has been proposed and still makes sense. */
export function openMoves(desk: Pick<Desk, 'plan' | 'following'>): readonly Follow[] {
  const now = desk.following();
  if (!now || now.done) return [];
  const plan = desk.plan();
  const shown = spans(plan);
  return stillMeant(now.moves, shown, plan.links);
}

export const linkCommands = {
  /** Picks the other end by its words. */
  'links.with': defineAct({
    needs: 'edit',
    keys: ['Shift+L'],
    when: (desk) => (oneOf(desk, undefined) === undefined ? refuse('no-such-node') : true),
    run: (desk) => desk.show('link'),
  }),
  'links.choose': defineAct({
    listed: false,
    when: (desk, args: { key: string } | undefined) =>
      args && desk.plan().links.has(args.key) ? true : refuse('no-link'),
    run: (desk, args) => desk.setView({ link: args!.key, selected: [], inspector: true }),
  }),
  /** The next link of what is selected, or after the one that is chosen. */
  'links.next': defineAct({
    keys: ['K'],
    scope: 'gantt',
    when: (desk) => (linksAround(desk).length > 0 ? true : refuse('no-link')),
    run: (desk) => {
      const keys = linksAround(desk);
      const at = keys.indexOf(desk.view().link ?? '');
      desk.setView({ link: keys[(at + 1) % keys.length]!, inspector: true });
    },
  }),
  /** Shows or hides the critical path. */
  'links.critical': defineAct({
    keys: ['C'],
    scope: 'gantt',
    run: (desk) => desk.setView({ critical: !desk.view().critical }),
  }),
  'links.type': defineEdit({
    keys: ['Alt+L'],
    scope: 'gantt',
    full: (desk, _args: undefined) => {
      const found = chosen(desk);
      if ('refused' in found) return found;
      return { ...found, type: LINK_TYPES[(LINK_TYPES.indexOf(found.type) + 1) % LINK_TYPES.length]! };
    },
    op: link,
  }),
  'links.lag-more': lag(1, ['Alt+]']),
  'links.lag-less': lag(-1, ['Alt+[']),
  'links.drop': defineEdit({
    keys: ['Alt+Delete', 'Alt+Backspace'],
    scope: 'gantt',
    full: (desk, _args: undefined) => chosen(desk),
    op: unlink,
    after: (desk) => desk.setView({ link: null }),
  }),
  /** All that is proposed, or only these, in one step. */
  'links.take': defineEdit({
    keys: ['Y'],
    full: (desk, args: { nodes: readonly Id[] } | undefined) => {
      const moves = openMoves(desk).filter(({ node }) => !args || args.nodes.includes(node));
      return moves.length > 0 ? { follows: moves } : refuse('no-moves');
    },
    op: takeFollows,
    after: (desk, { follows }) => {
      const taken = new Set(follows.map(({ node }) => node));
      const now = desk.following();
      const rest = now?.moves.filter(({ node }) => !taken.has(node)) ?? [];
      // The others were proposed after these; they stand on the dates these have now.
      const shown = spans(desk.plan());
      const moves = rest.map((move) => ({ ...move, cause: shown.get(move.link.from) ?? move.cause }));
      desk.follow(moves.length > 0 ? { moves, done: false } : null);
    },
  }),
  'links.leave': defineAct({
    keys: ['N'],
    when: (desk) => (desk.following() ? true : refuse('no-moves')),
    run: (desk) => desk.follow(null),
  }),
  /** Propose, move at once, or say nothing. */
  'links.mode': defineAct({
    run: (desk) => {
      const order = ['ask', 'auto', 'never'] as const;
      desk.setSettings({ follow: order[(order.indexOf(desk.settings().follow) + 1) % order.length]! });
    },
  }),
};

function linksAround(desk: Desk): readonly string[] {
  const { selected, link: at } = desk.view();
  const { links } = desk.plan();
  const [from, to] = at?.split('>') ?? [];
  const nodes = new Set(selected.length > 0 ? selected : [from, to]);
  return [...links.values()]
    .filter((each) => nodes.has(each.from) || nodes.has(each.to))
    .map((each) => linkKey(each.from, each.to));
}
