// The filter, the lanes and the kept look in the address of the page: a link shows what its sender saw, the back button goes back, a reload changes nothing.
import { isActive } from '../../shared/layout/filter.ts';
import { GROUPS_BY } from '../../shared/layout/lane.ts';
import { readId } from '../../shared/model/readers.ts';
import type { Id } from '../../shared/model/plan.ts';
import type { View, ViewStore } from './view-store.ts';
import { NO_FILTER, readFilter, readPeriod } from '../../shared/layout/chips.ts';
import type { Filter } from '../../shared/layout/chips.ts';

type Addressed = Pick<View, 'filter' | 'lanes'> & Partial<Pick<View, 'look'>>;

/** What stands in an address; nothing when it says nothing of ours. */
export function viewIn(search: string): Addressed | undefined {
  const said = new URLSearchParams(search);
  if (!OURS.some((name) => said.has(name))) return undefined;
  const list = (name: string): readonly string[] => said.get(name)?.split(',') ?? [];
  const text = said.get('q')?.slice(0, 200);
  const [start, end] = said.get('period')?.split('..') ?? [];
  const chips = readFilter({
    offices: list('office'),
    section: said.get('section') ?? undefined,
    lights: list('light'),
    undated: said.get('undated') === '1',
    findings: list('lacks'),
  });
  return {
    filter: { ...(text && { text }), ...chips, ...readPeriod(start, end) },
    lanes: GROUPS_BY.find((by) => by === said.get('lanes')) ?? null,
    look: readId(said.get('look')) ?? null,
  };
}

const OURS = ['q', 'office', 'section', 'light', 'period', 'undated', 'lacks', 'lanes', 'look'] as const;

/** The same, written into an address that may say other things too. */
export function searchFor({ filter, lanes, look }: Addressed, search = ''): string {
  const { text, offices, section, lights, period, undated, findings } = filter;
  const ours: Readonly<Record<(typeof OURS)[number], string | undefined>> = {
    q: text?.trim() || undefined,
    office: offices?.join(','),
    section,
    light: lights?.join(','),
    period: period && `${period.start}..${period.end}`,
    undated: undated ? '1' : undefined,
    lacks: findings?.join(','),
    lanes: lanes ?? undefined,
    look: look ?? undefined,
  };
  const others = new URLSearchParams(search);
  for (const name of OURS) others.delete(name);
  const parts = [
    ...[...others].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
    ...Object.entries(ours).flatMap(([name, value]) => (value ? [`${name}=${plainly(value)}`] : [])),
  ];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** Commas may stand in a query as they are. */
function plainly(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',');
}

/** The part of a window that is the address. */
export interface Place {
  search(): string;
  write(search: string, how: 'push' | 'replace'): void;
  onBack(on: () => void): () => void;
}

/** A word that is being typed changes the address when the hand rests, and is one step back as a whole. */
const REST = 400;

/** From now on the address follows the view, and the view the back button. `lookAt` tells what a kept look is. */
export function keepAddress(
  view: ViewStore,
  place: Place,
  lookAt: (id: Id) => Partial<View> | undefined = () => undefined,
): () => void {
  let { filter, lanes, look } = view.get();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (how: 'push' | 'replace'): void => {
    clearTimeout(timer);
    const search = searchFor(view.get(), place.search());
    if (search !== place.search()) place.write(search, how);
  };
  const follow = (): void => {
    const now = view.get();
    if (now.filter === filter && now.lanes === lanes && now.look === look) return;
    const typing = now.lanes === lanes && isTyping(filter, now.filter);
    ({ filter, lanes, look } = now);
    if (!typing) return write('push');
    clearTimeout(timer);
    timer = setTimeout(write, REST, 'replace');
  };
  write('replace');
  const stop = view.subscribe(follow);
  const silent = place.onBack(() => {
    clearTimeout(timer);
    const said = viewIn(place.search()) ?? { filter: NO_FILTER, lanes: null, look: null };
    if (searchFor(said) === searchFor(view.get())) return;
    const kept = said.look ? lookAt(said.look) : undefined;
    const back = { ...kept, ...said, look: kept ? said.look! : null };
    ({ filter, lanes, look } = back);
    view.set(back);
  });
  return () => {
    clearTimeout(timer);
    stop();
    silent();
  };
}

/** One search becomes another; to begin and to end one are steps of their own. */
function isTyping(before: Filter, now: Filter): boolean {
  const { text: was, ...chips } = before;
  const { text: is, ...others } = now;
  const same = searchFor({ filter: chips, lanes: null }) === searchFor({ filter: others, lanes: null });
  return same && isActive({ text: was }) && isActive({ text: is });
}

/** The address of this page, which must stay the one it was kept for. */
export function thisPlace(): Place {
  const path = location.pathname;
  return {
    search: () => location.search,
    write(search, how) {
      if (location.pathname !== path) return;
      const to = path + search + location.hash;
      if (how === 'push') history.pushState(null, '', to);
      else history.replaceState(null, '', to);
    },
    onBack(on) {
      const back = (): void => {
        if (location.pathname === path) on();
      };
      addEventListener('popstate', back);
      return () => removeEventListener('popstate', back);
    },
  };
}
