// What two people disagree about, in words: what it is of, what it is called, and each of its values. Knows no buttons.
import { numbersOf } from '../state/derived.ts';
import type { Contested, Where } from '../state/contested.ts';
import { shortTitle } from '../../shared/layout/label.ts';
import { BIN, ROOT } from '../../shared/model/plan.ts';
import type { Due, Id, Kind, Link, People, Place, Plan, Span, Status, Ticks } from '../../shared/model/plan.ts';
import { spliceBetween } from '../../shared/model/text.ts';
import { childrenOf } from '../../shared/model/tree.ts';
import { callNode, linkKind } from '../views/gantt/link-words.ts';
import { proseSpan } from '../views/gantt/words.ts';
import { lightWord } from './light-word.ts';
import { keyIf } from './t.ts';
import type { Lang, T, TextKey } from './t.ts';

interface Said {
  /** Empty for what is the whole plan's. */
  readonly title: string;
  readonly what: string;
  readonly was: string;
  readonly mine: string;
  readonly now: string;
}

export function sayContested(t: T, lang: Lang, plan: Plan, { where, was, mine, now }: Contested): Said {
  const one = (value: unknown): string => valueWords(t, lang, plan, where, value);
  const words = { was: one(was), mine: one(mine), now: one(now) };
  if (where.at === 'meta' || ('key' in where && TEXTS.has(where.key))) {
    const [before, ours, theirs] = [was, mine, now].map((each) => (each as string | undefined) ?? '') as [
      string,
      string,
      string,
    ];
    words.was = quoteAround(t, before, theirs);
    words.mine = quoteAround(t, ours, theirs);
    words.now = quoteAround(t, theirs, ours);
  }
  if (words.was === words.now) words.was = t('undo.other');
  return { title: titleOf(lang, plan, where), what: t(nameOf(where)), ...words };
}

/** Long enough that only the part that differs is worth saying. */
const TEXTS: ReadonlySet<string> = new Set(['title', 'deliverable', 'issue', 'name']);

function titleOf(lang: Lang, plan: Plan, where: Where): string {
  switch (where.at) {
    case 'node':
      return callNode(plan, where.id, lang);
    case 'link':
      return `${callNode(plan, where.from, lang)}” → “${callNode(plan, where.to, lang)}`;
    case 'office':
      return plan.offices.get(where.id)?.name ?? '';
    case 'record':
    case 'meta':
      return '';
  }
}

function nameOf(where: Where): TextKey {
  switch (where.at) {
    case 'node':
      return keyIf(`undo.of.${where.key}`) ?? 'undo.of.title';
    case 'link':
      return 'undo.of.link';
    case 'office':
      return keyIf(`undo.of.office.${where.key}`) ?? 'undo.of.office.other';
    case 'record':
      return `undo.of.record.${where.sort}`;
    case 'meta':
      return `undo.of.plan.${where.key}`;
  }
}

function valueWords(t: T, lang: Lang, plan: Plan, where: Where, value: unknown): string {
  if (where.at === 'link') return value ? linkKind(t, value as Link) : t('undo.none');
  if (where.at !== 'node') return anyWords(t, value);
  switch (where.key) {
    case 'span':
      return value ? proseSpan(t, lang, value as Span, plan.meta.year) : t('gantt.undated');
    case 'progress':
      return value === undefined ? t('undo.none') : `${value as number}%`;
    case 'status':
      return statusWords(t, plan, value as Status | undefined);
    case 'due':
      return value ? t('undo.quote', { text: (value as Due).words }) : t('undo.none');
    case 'ticks':
      return value
        ? t('undo.ticks', { times: (value as Ticks).times, done: (value as Ticks).done.length })
        : t('undo.none');
    case 'people':
      return Object.values((value as People | undefined) ?? {}).join(t('rest.and')) || t('undo.none');
    case 'fate':
      return t(keyIf(`carry.fate.${String(value)}`) ?? 'carry.fate.none');
    case 'kind':
      return t(`kind.${value as Kind}`);
    case 'place':
      return placeWords(t, lang, plan, where.id, value as Place | undefined);
    case 'lead':
    case 'assist':
      return officeWords(t, plan, value as ReadonlyMap<Id, string>);
    default:
      return anyWords(t, value);
  }
}

function statusWords(t: T, plan: Plan, status: Status | undefined): string {
  if (!status) return t('undo.auto');
  const light = lightWord(t, plan, status.light);
  return status.reason ? t('undo.status.why', { light, reason: clip(status.reason) }) : t('undo.status', { light });
}

/** Its number among those it would stand with now. */
function placeWords(t: T, lang: Lang, plan: Plan, id: Id, place: Place | undefined): string {
  if (!place) return t('undo.place.lost');
  if (place.parent === BIN) return t('undo.place.bin');
  const before = childrenOf(plan, place.parent).filter(
    (each) => each !== id && plan.nodes.get(each)!.place.order < place.order,
  );
  const n = before.length + 1;
  if (place.parent === ROOT) return t('undo.place.plan', { n });
  const parent = plan.nodes.get(place.parent);
  if (!parent) return t('undo.place.lost');
  const label = numbersOf(plan).get(place.parent)?.label ?? '';
  return t('undo.place', { parent: [label, shortTitle(parent, lang)].filter(Boolean).join(' '), n });
}

function officeWords(t: T, plan: Plan, marks: ReadonlyMap<Id, string>): string {
  const names = [...marks.keys()].map((office) => plan.offices.get(office)?.name ?? '').filter(Boolean);
  return names.join(t('rest.and')) || t('undo.none');
}

/** What a record says first of itself. */
const SAYING = ['name', 'title', 'words', 'reason', 'state', 'first', 'source'] as const;

function anyWords(t: T, value: unknown): string {
  if (value === undefined) return t('undo.none');
  if (typeof value === 'string') return value ? t('undo.quote', { text: clip(value) }) : t('undo.none');
  if (Array.isArray(value)) return (value as readonly string[]).join(t('rest.and')) || t('undo.none');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return t('undo.other');
  const held = value as Readonly<Record<string, unknown>>;
  const said = SAYING.map((key) => held[key]).find((each) => typeof each === 'string' && each !== '');
  const day = typeof held['day'] === 'string' ? ` ${held['day']}` : '';
  return typeof said === 'string' ? t('undo.quote', { text: clip(said) + day }) : t('undo.other');
}

const SHORT = 24;

function clip(text: string): string {
  const chars = [...text.replace(/\s+/g, ' ')];
  return chars.length <= SHORT ? chars.join('') : `${chars.slice(0, SHORT - 1).join('')}…`;
}

/** The words from just before where it differs from the other. */
function quoteAround(t: T, text: string, other: string): string {
  if (!text) return t('undo.none');
  const { at } = spliceBetween(text, other);
  const from = text.length <= SHORT ? 0 : Math.max(0, Math.min(at, text.length - 1) - 6);
  return t('undo.quote', { text: (from > 0 ? '…' : '') + clip(text.slice(from)) });
}
