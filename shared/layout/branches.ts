// Plan + fold → the branches of a mind map, measured. Of a plan it has seen before it makes anew only what changed.
import { ROOT } from '../model/plan.ts';
import type { Brace, Day, Id, Light, Node, Plan, Span, Tree } from '../model/plan.ts';
import type { Numbered } from '../model/numbering.ts';
import { touchedSince, upwards } from '../model/remember.ts';
import { branch as below, childrenOf, depthOf, isBinned } from '../model/tree.ts';
import { leadLabel, leadNames, shortTitle, spanLabel } from './label.ts';
import { hueOf } from './theme.ts';
import { braceLabel } from './ties.ts';
import { blockOf } from './tidy.ts';
import type { Arrangement, Branch, Braced } from './tidy.ts';
import { lightTone, officeTone, toneOf } from './tone.ts';
import type { Colouring, Tone } from './tone.ts';
import { measureTopic } from './topic.ts';
import type { Topic, Words } from './topic.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

/** What was asked for, with everything filled in. */
export interface Asked {
  readonly plan: Plan;
  readonly folded: ReadonlySet<Id>;
  readonly arrangement: Arrangement;
  readonly colouring: Colouring;
  readonly details: boolean;
  readonly lang: Lang;
  /** ROOT, or the branch that is looked at alone. */
  readonly focus: Id;
  readonly today: Day;
  readonly spans: ReadonlyMap<Id, Span>;
  readonly lights: ReadonlyMap<Id, Light>;
  readonly numbers: ReadonlyMap<Id, Numbered>;
}

interface Entry {
  readonly node: Node | undefined;
  readonly level: number;
  readonly section: Tone;
  readonly light: Light;
  readonly span: Span | undefined;
  readonly mark: string;
  readonly folded: boolean;
  readonly tree: Tree;
  readonly lead: string;
  readonly braces: readonly Brace[] | undefined;
  readonly words: Words;
  readonly branch: Branch;
  round: number;
}

/** Builds branches and remembers them. */
export function createBuilder(): (asked: Asked) => Branch {
  const known = new Map<Id, Entry>();
  let settings: readonly unknown[] = [];
  let last: { readonly plan: Plan; readonly folded: ReadonlySet<Id> } | undefined;
  let round = 0;
  let braced: { of: Plan['records']['brace']; byParent: ReadonlyMap<Id, readonly (Brace & { id: Id })[]> } | undefined;
  return (asked) => {
    const { plan, folded, arrangement, colouring, details, lang, focus, today } = asked;
    // What changes every topic at once is not worth following.
    const now = [
      plan.offices,
      plan.meta.year,
      plan.meta.form,
      arrangement,
      colouring,
      details,
      lang,
      focus,
      today,
      plan.records.lights,
    ];
    const fresh = now.some((each, index) => each !== settings[index]);
    if (fresh) known.clear();
    settings = now;
    round++;
    // Where an edit left the tree alone, only what it touched and what stands above that is looked at again.
    const touched =
      !fresh && last?.folded === folded && braced?.of === plan.records.brace
        ? touchedSince(last.plan, plan)
        : undefined;
    const stale = touched && new Set(upwards(plan, touched));
    last = { plan, folded };
    if (braced?.of !== plan.records.brace) braced = { of: plan.records.brace, byParent: byParent(plan) };
    const root = center({ asked, known, braces: braced.byParent, round, stale });
    if (!stale && known.size > 2 * plan.nodes.size + 100)
      for (const [id, entry] of known) if (entry.round !== round) known.delete(id);
    return root;
  };
}

type Braces = ReadonlyMap<Id, readonly (Brace & { id: Id })[]>;

interface Making {
  readonly asked: Asked;
  readonly known: Map<Id, Entry>;
  readonly braces: Braces;
  readonly round: number;
  /** Everything else is as it was. */
  readonly stale: ReadonlySet<Id> | undefined;
}

function byParent(plan: Plan): Braces {
  const found = new Map<Id, (Brace & { id: Id })[]>();
  for (const [id, brace] of plan.records.brace)
    found.set(brace.parent, [...(found.get(brace.parent) ?? []), { id, ...brace }]);
  return found;
}

/** The branch to begin with: one that has gone leaves the whole plan. */
export function focusOf(plan: Plan, focus: Id | null | undefined): Id {
  return focus && plan.nodes.has(focus) && !isBinned(plan, focus) ? focus : ROOT;
}

function center(making: Making): Branch {
  const { asked, known, braces, round } = making;
  const { plan, focus, folded, lang } = asked;
  const node = plan.nodes.get(focus);
  const deep = node ? depthOf(plan, focus) + 1 : 0;
  const shut = folded.has(focus) && !node;
  const tone = node ? sectionTone(plan, focus) : toneOf(1);
  const children = shut
    ? []
    : childrenOf(plan, focus).map((id, index) => build(making, id, deep + 1, node ? tone : toneOf(hueOf(index))));
  const words: Words = {
    id: focus,
    level: 0,
    kind: node?.kind ?? 'root',
    mark: node ? markOf(asked, focus, node) : '',
    title: node ? shortTitle(node, lang) : plan.meta.title.trim() || WORDS[lang].untitled,
    tone,
    light: 'todo',
    span: '',
    lead: '',
    sample: !node && plan.meta.sample,
    lang,
  };
  const old = known.get(focus);
  const topic = old && sameWords(old.words, words) ? old.branch.topic : measureTopic(words);
  const hidden = shut ? below(plan, ROOT).length : 0;
  const branch = made(asked, old?.branch, braces.get(focus), { id: focus, level: 0, tone, topic, children, hidden });
  known.set(focus, {
    node,
    level: 0,
    section: tone,
    light: 'todo',
    span: undefined,
    mark: '',
    folded: shut,
    tree: plan.tree,
    lead: '',
    braces: braces.get(focus),
    words,
    branch,
    round,
  });
  return branch;
}

/** An inner section is numbered （一）, a clause 6.1. */
function markOf({ numbers }: Asked, id: Id, { kind }: Node): string {
  const number = numbers.get(id);
  if (!number) return '';
  return kind === 'section' || kind === 'item' ? number.mark : `${number.label} `;
}

function sectionTone(plan: Plan, id: Id): Tone {
  let at = id;
  for (let up = plan.tree.parent.get(at); up !== undefined && up !== ROOT; up = plan.tree.parent.get(at)) at = up;
  return toneOf(hueOf(childrenOf(plan, ROOT).indexOf(at)));
}

function build(making: Making, id: Id, level: number, section: Tone): Branch {
  const { asked, known, braces, round, stale } = making;
  const { plan } = asked;
  if (stale && !stale.has(id)) {
    const as = known.get(id);
    if (as) return as.branch;
  }
  const node = plan.nodes.get(id)!;
  const folded = asked.folded.has(id);
  const children = folded ? NONE : childrenOf(plan, id).map((child) => build(making, child, level + 1, section));
  const old = known.get(id);
  const number = asked.numbers.get(id);
  const mark = (level === 1 ? number?.mark : number?.label) ?? '';
  const light = asked.lights.get(id) ?? 'todo';
  const span = asked.spans.get(id);
  const alike = old !== undefined && old.node === node && sameList(old.branch.children, children);
  // Nothing below has changed either: a branch is made anew when its node is.
  const lead = alike && !folded ? old.lead : leadOf(asked, id, node, level);
  const mine = braces.get(id);
  if (
    alike &&
    old.level === level &&
    old.section === section &&
    old.light === light &&
    old.mark === mark &&
    old.folded === folded &&
    old.lead === lead &&
    old.braces === mine &&
    (!folded || old.tree === plan.tree) &&
    sameSpan(old.span, span)
  ) {
    old.round = round;
    return old.branch;
  }
  const words = wordsOf(asked, { id, node, level, section, light, mark, span, lead });
  const topic: Topic = old && sameWords(old.words, words) ? old.branch.topic : measureTopic(words);
  const hidden = folded ? below(plan, id).length - 1 : 0;
  const branch = made(asked, old?.branch, mine, { id, level, tone: words.tone, topic, children, hidden });
  known.set(id, {
    node,
    level,
    section,
    light,
    span,
    mark,
    folded,
    tree: plan.tree,
    lead,
    braces: mine,
    words,
    branch,
    round,
  });
  return branch;
}

const NONE: readonly Branch[] = [];

function leadOf({ plan, lang, details, colouring }: Asked, id: Id, node: Node, level: number): string {
  if (level === 1) return '';
  // Under an item stand the names of whoever leads below it; deeper down, each says its own.
  if (level > 2 && (node.lead.size === 0 || (!details && colouring !== 'office'))) return '';
  return leadLabel(leadNames(plan, id), lang, 13, 168);
}

interface About {
  readonly id: Id;
  readonly node: Node;
  readonly level: number;
  readonly section: Tone;
  readonly light: Light;
  readonly mark: string;
  readonly span: Span | undefined;
  readonly lead: string;
}

function wordsOf(asked: Asked, { id, node, level, section, light, mark, span, lead }: About): Words {
  const { plan, lang, details } = asked;
  const dates = span ? spanLabel(span, lang, plan.meta.year) : '';
  const deep = level > 2 && node.kind !== 'milestone';
  const undated = level === 2 || (deep && lead !== '') ? WORDS[lang].undated : '';
  return {
    id,
    level,
    kind: node.kind,
    mark,
    title: shortTitle(node, lang),
    tone: coloured(asked, node, section, light),
    light,
    span: level === 1 || (deep && !details) ? '' : dates || undated,
    lead: deep && !details ? '' : lead,
    sample: false,
    lang,
  };
}

function coloured({ plan, colouring }: Asked, node: Node, section: Tone, light: Light): Tone {
  if (colouring === 'section') return section;
  if (colouring === 'light') return lightTone(light);
  const [first] = node.lead.size > 0 ? node.lead.keys() : [];
  const only = first === undefined ? onlyLead(plan, node.id) : first;
  return officeTone(only === undefined ? undefined : plan.offices.get(only));
}

/** The office that leads everything below, if it is one. */
function onlyLead(plan: Plan, id: Id): Id | undefined {
  let found: Id | undefined;
  for (const each of below(plan, id))
    for (const office of plan.nodes.get(each)!.lead.keys()) {
      if (found !== undefined && found !== office) return undefined;
      found = office;
    }
  return found;
}

type Bare = Omit<Branch, 'block'>;

function made(
  asked: Asked,
  old: Branch | undefined,
  braces: readonly (Brace & { id: Id })[] | undefined,
  bare: Bare,
): Branch {
  const block = blockOf(
    { ...bare, braces: bracesOver(bare.children, braces) },
    asked.arrangement,
    bare.level === 0 && old && sameIds(old.children, bare.children) ? old.block.turn : undefined,
  );
  return { ...bare, block };
}

/** A brace whose ends were moved embraces what is still there between them; with both gone it is not drawn. */
function bracesOver(
  children: readonly Branch[],
  braces: readonly (Brace & { id: Id })[] | undefined,
): readonly Braced[] {
  return (braces ?? []).flatMap(({ id, first, last, title }) => {
    const ends = [first, last].map((end) => children.findIndex((child) => child.id === end)).filter((at) => at >= 0);
    if (ends.length === 0) return [];
    const { w, h } = braceLabel(title);
    return [{ id, from: Math.min(...ends), to: Math.max(...ends), w, h }];
  });
}

function sameIds(a: readonly Branch[], b: readonly Branch[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]!.id);
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

function sameSpan(a: Span | undefined, b: Span | undefined): boolean {
  return a === b || (!!a && !!b && a.start === b.start && a.end === b.end && a.grain === b.grain);
}

function sameWords(a: Words, b: Words): boolean {
  return (
    a.title === b.title &&
    a.mark === b.mark &&
    a.tone === b.tone &&
    a.light === b.light &&
    a.span === b.span &&
    a.lead === b.lead &&
    a.level === b.level &&
    a.kind === b.kind &&
    a.sample === b.sample &&
    a.lang === b.lang
  );
}
