// The table test of all commands, and what the registry itself promises.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { COMMANDS, commandsFor } from '../../../client/commands/all.ts';
import type { CommandId } from '../../../client/commands/all.ts';
import { createCommands, defineAct, defineEdit, join } from '../../../client/commands/registry.ts';
import type { Pressed } from '../../../client/commands/keys.ts';
import type { Desk, Panel } from '../../../client/commands/registry.ts';
import { en } from '../../../client/i18n/en.ts';
import { keyIf } from '../../../client/i18n/t.ts';
import { zh } from '../../../client/i18n/zh.ts';
import { FIRST_VIEW } from '../../../client/state/view-store.ts';
import type { Following } from '../../../client/state/following.ts';
import type { View } from '../../../client/state/view-store.ts';
import { commit } from '../../../shared/doc/commit.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { openUndo } from '../../../shared/doc/undo.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Suggestion } from '../../../shared/model/plan.ts';
import { inOrder } from '../../../shared/model/tree.ts';
import { refuse } from '../../../shared/ops/change.ts';
import type { Refusal } from '../../../shared/ops/change.ts';
import type { RoleName } from '../../../shared/protocol/roles.ts';
import { proposalsOf } from '../../../shared/yaodian/proposals.ts';
import { diceOf, docOf, idOf, show } from '../../kit/plan.ts';

const TEXT = `
  一部分
    推进改革
      制定方案 03-01..03-31 @局基教科,局人事科
      组织培训 04-01..04-30 40%
      待定的事
    加强督查
      建立清单
  二部分
    改善条件
      ◆ 开工 05-20
`;

interface Table {
  readonly desk: Desk;
  readonly doc: Y.Doc;
  readonly view: () => View;
  readonly refusals: Refusal[];
  readonly panels: (Panel | null)[];
  /** The ways back that were offered. */
  readonly backs: (() => void)[];
}

function tableOf(role: RoleName = 'chair', first: Partial<View> = {}): Table {
  const doc = docOf(TEXT);
  const mine = {};
  const undo = openUndo(doc, mine);
  let view: View = { ...FIRST_VIEW, ...first };
  let following: Following | null = null;
  const refusals: Refusal[] = [];
  const panels: (Panel | null)[] = [];
  const backs: (() => void)[] = [];
  const desk: Desk = {
    plan: () => readPlan(doc),
    role: () => role,
    busy: () => false,
    view: () => view,
    setView: (change) => (view = { ...view, ...change }),
    settings: () => ({ lang: 'zh', shade: 'system', name: '', asked: true, follow: 'ask' }),
    setSettings: () => undefined,
    today: () => '2019-03-15',
    dice: diceOf(7),
    commit: (changes) => commit(doc, changes, mine),
    following: () => following,
    question: () => null,
    ask: () => undefined,
    follow: (next) => (following = next),
    undo: undo.undo,
    redo: undo.redo,
    contested: () => [],
    canUndo: undo.canUndo,
    canRedo: undo.canRedo,
    stage: () => true,
    show: (panel) => panels.push(panel),
    find: () => undefined,
    copyLink: () => undefined,
    goHome: () => undefined,
    runExport: () => undefined,
    refused: (refusal) => refusals.push(refusal),
    binned: (_title, _many, back) => backs.push(back),
    renumbered: () => undefined,
  };
  return { desk, doc, view: () => view, refusals, panels, backs };
}

/** Arguments with which each command that needs some can run on the plan above; the others find theirs in the selection. */
function argsOf(id: CommandId, { desk }: Table): unknown {
  const plan = desk.plan();
  const at = (title: string): string => idOf(plan, title);
  const office = [...plan.offices.values()][0]!.id;
  const second = [...plan.offices.values()][1]!.id;
  const args: Partial<Record<CommandId, unknown>> = {
    'tree.add': { parent: at('加强督查') },
    'tree.move': { ids: [at('组织培训')], parent: at('加强督查'), before: at('建立清单') },
    'tree.graft': { parent: at('加强督查'), outlines: [{ kind: 'clause', title: '粘贴的', lead: ['局新科'] }] },
    'time.set-span': { id: at('待定的事'), span: { start: '2019-06-01', end: '2019-06-30' } },
    'time.shift': { ids: [at('制定方案')], days: 7 },
    'time.shift-branch': { id: at('推进改革'), days: 7 },
    'time.resize-start': { id: at('制定方案'), day: '2019-03-10' },
    'time.resize-end': { id: at('制定方案'), day: '2019-04-10' },
    'time.link': { from: at('制定方案'), to: at('组织培训') },
    'content.retitle': { id: at('制定方案'), title: '制定实施方案' },
    'content.set-kind': { id: at('开工'), kind: 'clause' },
    'content.set-progress': { id: at('制定方案'), progress: 30 },
    'content.set-status': { id: at('制定方案'), light: 'hold', reason: '等批复' },
    'content.set-deliverable': { id: at('制定方案'), text: '方案一份' },
    'content.set-issue': { id: at('制定方案'), text: '校舍未交付' },
    'content.set-person': { id: at('制定方案'), who: 'duty', text: '王小康' },
    'content.set-due': { id: at('制定方案'), due: { kind: 'ongoing', words: '持续推进' } },
    'content.add-mark': { id: at('组织培训'), role: 'lead', office },
    'content.drop-mark': { id: at('制定方案'), role: 'lead', office },
    'content.lead-first': { id: at('制定方案'), office: second },
    'content.add-office': { name: '局新科', on: { id: at('组织培训'), role: 'assist' } },
    'office.rename': { id: office, name: '局基础教育科', keep: true },
    'office.set': { id: office, hue: 200, collective: true },
    'office.add-alias': { id: office, alias: '基教科' },
    'office.drop-alias': { id: office, alias: '基础科' },
    'office.place': { id: office, before: null },
    'office.merge': { from: second, into: office },
    'office.expand': { ids: [at('制定方案')], office, offices: [second], how: 'replace' },
    'content.entitle': { title: '另一份计划' },
    'content.set-preamble': { text: '前言。' },
    'lights.set': { names: { late: '红灯' }, latePoints: 30, graceDays: 3 },
    'time.set-spans': { spans: [{ id: at('制定方案'), span: { start: '2019-03-04', end: '2019-03-29' } }] },
    'carry.fate': { ids: [at('制定方案')], fate: 'carry' },
    'lanes.set-lead': { ids: [at('制定方案')], office: second, keep: true },
    'batch.edit': { ids: [at('制定方案'), at('组织培训')], progress: 60, workdays: 5 },
    'ticks.set': { id: at('制定方案'), times: 6 },
    'record.keep': { sort: 'marker', id: 'm2', value: { day: '2019-09-02', name: '开学' } },
    'report.add': { node: at('制定方案'), words: '印发方案', progress: 45 },
    'opinion.give': { node: at('制定方案'), office, words: '写明时限' },
    ...Object.fromEntries(
      ['suggestion.keep', 'suggestion.take', 'suggestion.leave'].map((each) => [
        each,
        { list: [['s1', suggested(at('制定方案'))]] },
      ]),
    ),
    'list.fill': { cells: [{ id: at('制定方案'), column: 'title', text: '改了名的' }] },
  };
  return args[id];
}

const suggested = (node: string): Suggestion => ({
  node,
  field: 'title',
  was: '制定方案',
  now: '制定实施方案',
  by: '局办公室',
  at: '2019-03-01',
  source: '修改稿.docx',
  state: 'open',
  reason: '',
});

const ties = (desk: Desk): unknown => {
  const { relation, brace, baseline, lights, suggestion, opinion, report, waiver } = desk.plan().records;
  const bases = inOrder(desk.plan()).map((id) => [desk.plan().nodes.get(id)!.basis, desk.plan().nodes.get(id)!.fate]);
  return [...relation, ...brace, ...baseline, ...lights, ...suggestion, ...opinion, ...report, ...waiver, ...bases];
};

/** What must have happened before, for commands that take something back. */
function prepare(id: CommandId, table: Table): unknown {
  const commands = commandsFor(table.desk);
  const plan = table.desk.plan();
  const at = (title: string): string => idOf(plan, title);
  if (id === 'tree.restore') {
    commands.run('tree.bin', { ids: [at('组织培训')] });
    return { id: at('组织培训') };
  }
  if (id.startsWith('links.') && id !== 'links.with') {
    const [from, to] = [at('制定方案'), at('组织培训')];
    commands.run('time.link', { from, to });
    if (id !== 'links.take') table.desk.setView({ link: `${from}>${to}` });
    const [first, second] = [
      plan.nodes.get(from)!.span!,
      plan.nodes.get(to)?.span ?? { start: '2019-05-01', end: '2019-05-02' },
    ];
    const link = { from, to, type: 'FS', lag: 0 } as const;
    const later = { start: '2019-08-01', end: '2019-08-30' };
    if (id === 'links.take') {
      commands.run('time.set-span', { id: to, span: second });
      table.desk.follow({ moves: [{ node: to, from: second, to: later, why: 'push', link, day: later.start, cause: first }], done: false }); // prettier-ignore
    }
  }
  if (id === 'time.unlink') {
    commands.run('time.link', { from: at('制定方案'), to: at('组织培训') });
    return { from: at('制定方案'), to: at('组织培训') };
  }
  if (id.startsWith('findings.')) {
    const finding = { code: 'no-span', node: at('待定的事') };
    const args = { finding, by: '张三', reason: '由市里定' };
    if (id === 'findings.unwaive') commands.run('findings.waive', args as never);
    return args;
  }
  if (id.startsWith('times.')) {
    const node = at('待定的事');
    const title = id === 'times.answer' ? '适时组织' : '6月底前完成';
    commands.run('content.retitle', { id: node, title });
    const { key } = proposalsOf(table.desk.plan()).find((each) => each.node === node)!;
    if (id === 'times.recall') commands.run('times.leave', { keys: [key] });
    if (id === 'times.answer') return { key, span: { start: '2019-05-06', end: '2019-05-06' } };
    return id === 'times.basis' ? { id: node, how: 'meeting' } : { keys: [key], key };
  }
  if (id === 'baseline.keep') return { name: '定稿' };
  if (id === 'baseline.drop') {
    commands.run('baseline.keep', { name: '定稿' });
    return { id: [...table.desk.plan().records.baseline.keys()][0]! };
  }
  if (id === 'baseline.restore') {
    const value = { name: '定稿', at: '2019-03-01', by: '', spans: { [at('组织培训')]: '2019-04-01/2019-04-30' } };
    return { id: 'kept', value };
  }
  if (id === 'report.drop') {
    commands.run('report.add', { node: at('制定方案'), words: '印发方案' });
    return { id: [...table.desk.plan().records.report.keys()][0]! };
  }
  if (id === 'opinion.bring') {
    const said = { id: 'said', node: at('制定方案'), office: '', by: '李四', at: '2019-03-01', words: '写明时限' };
    return { list: [said] };
  }
  if (id === 'opinion.answer') {
    commands.run('opinion.give', { node: at('制定方案'), office: '', words: '写明时限' });
    return { id: [...table.desk.plan().records.opinion.keys()][0]!, answer: 'left', reason: '已写明' };
  }
  if (id === 'map.relate') return { from: at('制定方案'), to: at('组织培训') };
  if (id === 'map.entitle-tie' || id === 'map.drop-tie') {
    commands.run('map.brace', { ids: [at('组织培训')] });
    const [tie] = table.desk.plan().records.brace.keys();
    return { sort: 'brace', id: tie, ...(id === 'map.entitle-tie' && { title: '两件事' }) };
  }
  if (id === 'office.drop-alias')
    commands.run('office.add-alias', { id: [...plan.offices.keys()][0]!, alias: '基础科' });
  if (id.startsWith('ticks.') && id !== 'ticks.set') {
    commands.run('ticks.set', { id: at('制定方案'), times: 3 });
    if (id !== 'ticks.tick') commands.run('ticks.tick', { id: at('制定方案'), day: '2019-03-05' });
    return { id: at('制定方案'), index: 0, day: '2019-03-06' };
  }
  if (id === 'record.drop' || id === 'marker.drop' || id === 'marker.move') {
    commands.run('record.keep', { sort: 'marker', id: 'm1', value: { day: '2019-09-02', name: '开学' } });
    return { sort: 'marker', id: 'm1', days: 3 };
  }
  return argsOf(id, table);
}

/** The node a command is run on when it takes the selection. */
const ON: Partial<Record<CommandId, string>> = {
  'tree.down': '制定方案',
  'time.schedule': '待定的事',
  'time.milestone': '待定的事',
  // 2019-03-31 is a Sunday.
  'time.off-earlier': '制定方案',
  'time.off-later': '制定方案',
};

const EDITS = (Object.keys(COMMANDS) as CommandId[]).filter((id) => !id.startsWith('view.') && !id.startsWith('file.'));
/** They open a field or a panel; what is written is another's. */
const ASKING: ReadonlySet<string> = new Set(['tree.rename', 'links.with', 'lanes.propose', 'batch.open', 'carry.open']);
const EDITING = EDITS.filter((id) => COMMANDS[id].needs !== 'read' && !ASKING.has(id));

describe('every command', () => {
  test.each(Object.keys(COMMANDS) as CommandId[])('%s has a title in Chinese and in English', (id) => {
    const key = keyIf(`cmd.${id}`);
    expect(key).toBeDefined();
    expect(zh[key!]).toMatch(/\p{Script=Han}/u);
    expect(en[key!].trim()).not.toBe('');
  });

  test.each(Object.keys(COMMANDS) as CommandId[])('%s never throws, whatever is selected', (id) => {
    for (const title of ['一部分', '推进改革', '制定方案', '开工']) {
      const table = tableOf('chair');
      table.desk.setView({ selected: [idOf(table.desk.plan(), title)] });
      commandsFor(table.desk).run(id);
    }
    commandsFor(tableOf().desk).run(id);
  });
});

describe('every editing command', () => {
  test.each(EDITING)('%s is refused to a viewer and writes nothing', (id) => {
    const chair = tableOf();
    const args = prepare(id, chair);
    const table = tableOf('viewer');
    table.desk.setView({ selected: [idOf(table.desk.plan(), ON[id] ?? '组织培训')] });
    const before = show(table.desk.plan());
    expect(commandsFor(table.desk).run(id, args as never)).toEqual(refuse('read-only'));
    expect(show(table.desk.plan())).toBe(before);
    expect(table.refusals).toEqual([refuse('read-only')]);
  });

  test.each(EDITING)('%s edits, leaves a whole plan, and is undone and redone as one step', (id) => {
    const table = tableOf();
    table.desk.setView({ selected: [idOf(table.desk.plan(), ON[id] ?? '组织培训')] });
    const args = prepare(id, table);
    const commands = commandsFor(table.desk);
    const registered = new Set(table.desk.plan().offices.keys());
    // A new office stays in the register when its addition is undone; what was there already is part of the plan.
    const register = (): unknown => [...table.desk.plan().offices].filter(([office]) => registered.has(office));
    const whole = (): string =>
      JSON.stringify([show(table.desk.plan(), { bin: false }), facts(table.desk), register(), ties(table.desk)]);
    const offices = (): string[] => [...table.desk.plan().offices.values()].map(({ name }) => name);
    const [before, known] = [whole(), offices()];
    expect(commands.whyNot(id, args as never)).toBeUndefined();
    expect(commands.run(id, args as never)).toBeUndefined();
    const after = whole();
    expect(after).not.toBe(before);
    const named = offices();

    const plan = table.desk.plan();
    const reached = new Set(inOrder(plan));
    for (const node of reached) expect(plan.nodes.has(node)).toBe(true);
    expect(plan.tree.overridden.size).toBe(0);
    for (const node of plan.nodes.values()) if (node.span) expect(node.span.start <= node.span.end).toBe(true);

    expect(commands.run('view.undo')).toBeUndefined();
    expect(whole()).toBe(before);
    // A colleague may have named a new office elsewhere by now, so undoing leaves it in the register.
    expect(offices()).toEqual(named.length > known.length ? named : known);
    expect(commands.run('view.redo')).toBeUndefined();
    expect(whole()).toBe(after);
  });

  test.each(EDITING)('%s waits while my copy is being made anew', (id) => {
    const table = tableOf();
    const args = prepare(id, table);
    const desk: Desk = { ...table.desk, busy: () => true };
    expect(commandsFor(desk).run(id, args as never)).toEqual(refuse('read-only'));
  });
});

/** What `show` does not print, the register of offices left aside. */
function facts(desk: Desk): unknown {
  const plan = desk.plan();
  return [
    plan.meta,
    [...plan.links],
    [...plan.records.marker],
    inOrder(plan).map((id) => {
      const { kind, status, deliverable, issue, people, due, progress, ticks, lead, assist } = plan.nodes.get(id)!;
      return [kind, status, deliverable, issue, people, due, progress, ticks, [...lead.keys()], [...assist.keys()]];
    }),
  ];
}

test('the rules of the lights are the chair’s to set: an editor is told so', () => {
  const table = tableOf('editor');
  expect(commandsFor(table.desk).run('lights.set', { latePoints: 30 })).toEqual(refuse('chair-only'));
  expect(table.desk.plan().records.lights.size).toBe(0);
});

test('rules set back to the usual leave nothing behind, and two lights cannot share a name', () => {
  const { desk } = tableOf();
  const { run } = commandsFor(desk);
  run('lights.set', { names: { late: ' 红灯 ' }, latePoints: 30 });
  expect(desk.plan().records.lights.get('rules')).toEqual({ names: { late: '红灯' }, latePoints: 30 });
  expect(run('lights.set', { names: { late: '灯', hold: '灯' } })).toEqual(refuse('same-light-name'));
  expect(run('lights.set', { graceDays: 1.5 })).toEqual(refuse('bad-days'));
  run('lights.set', { names: {}, latePoints: 20, graceDays: 0 });
  expect(desk.plan().records.lights.size).toBe(0);
});

describe('a fresh node', () => {
  test('is selected and wants its title, with its parent unfolded', () => {
    const table = tableOf();
    const parent = idOf(table.desk.plan(), '推进改革');
    table.desk.setView({ selected: [parent], folded: new Set([parent]) });
    commandsFor(table.desk).run('tree.add-child');
    const [fresh] = table.view().selected;
    expect(table.view().editing).toEqual({ node: fresh, field: 'title', all: true });
    expect(table.view().folded.has(parent)).toBe(false);
    expect(table.desk.plan().nodes.get(fresh!)?.kind).toBe('clause');
  });
});

describe('binning', () => {
  test('leaves the eye on the next sibling, else the one before, else the parent', () => {
    const table = tableOf();
    const plan = table.desk.plan();
    const at = (title: string): string => idOf(plan, title);
    const commands = commandsFor(table.desk);
    const binned = (title: string): string | undefined => {
      table.desk.setView({ selected: [at(title)] });
      commands.run('tree.bin');
      return table.view().selected[0];
    };
    expect(binned('组织培训')).toBe(at('待定的事'));
    expect(binned('待定的事')).toBe(at('制定方案'));
    expect(binned('建立清单')).toBe(at('加强督查'));
  });

  test('offers the way back to the very spot, also for several, and leaves alone what is back already', () => {
    const table = tableOf();
    const commands = commandsFor(table.desk);
    const [plan, first] = [table.desk.plan(), show(table.desk.plan())];
    const at = (title: string): string => idOf(plan, title);
    commands.run('tree.bin', { ids: [at('组织培训'), at('制定方案'), at('加强督查'), at('建立清单')] });
    expect(show(table.desk.plan())).not.toEqual(first);
    table.backs[0]!();
    expect(show(table.desk.plan())).toEqual(first);
    table.backs[0]!();
    expect(show(table.desk.plan())).toEqual(first);
    expect(table.refusals).toEqual([]);
  });
});

describe('folding to a level', () => {
  test('1 shows sections, 2 their items, 4 everything here', () => {
    const table = tableOf();
    const commands = commandsFor(table.desk);
    const titles = (): string[] => [...table.view().folded].map((id) => table.desk.plan().nodes.get(id)!.title);
    commands.run('view.fold-to-1');
    expect(titles()).toEqual(['一部分', '推进改革', '加强督查', '二部分', '改善条件']);
    commands.run('view.fold-to-2');
    expect(titles()).toEqual(['推进改革', '加强督查', '改善条件']);
    commands.run('view.fold-to-4');
    expect(titles()).toEqual([]);
  });
});

describe('selecting all', () => {
  test('means what is shown: not what the filter or a fold hides', () => {
    const table = tableOf();
    const plan = table.desk.plan();
    const commands = commandsFor(table.desk);
    table.desk.setView({ filter: { text: '培训' } });
    commands.run('view.select-all');
    expect(table.view().selected.map((id) => plan.nodes.get(id)!.title)).toEqual(['组织培训']);
    table.desk.setView({ filter: {}, folded: new Set([idOf(plan, '一部分')]) });
    commands.run('view.select-all');
    expect(table.view().selected).toHaveLength(4);
  });
});

describe('the registry', () => {
  const act = (keys: readonly string[], scope: 'any' | 'gantt' | 'list' = 'any') =>
    defineAct({ keys, scope, run: () => undefined });

  test('refuses one key for two commands that can meet', () => {
    const { desk } = tableOf();
    expect(() => createCommands({ a: act(['Enter']), b: act(['Enter'], 'gantt') }, desk)).toThrow(/both a and b/);
    expect(() => createCommands({ a: act(['Enter'], 'list'), b: act(['Enter'], 'gantt') }, desk)).not.toThrow();
  });

  test('refuses two commands of one name', () => {
    expect(() => join({ a: act([]) }, { a: act([]) })).toThrow(/a/);
  });

  test('finds a command by its key in its scope only, and in fields only where it may', () => {
    const { desk } = tableOf();
    const commands = createCommands(
      {
        here: act(['Tab'], 'gantt'),
        field: defineAct({ keys: ['Mod+Z'], inFields: 'plan', run: () => undefined }),
        all: defineAct({ keys: ['Mod+K'], inFields: 'all', run: () => undefined }),
      },
      desk,
    );
    const press = (key: string, ctrlKey = false): Pressed => ({
      key,
      code: key,
      ctrlKey,
      metaKey: false,
      altKey: false,
      shiftKey: false,
    });
    expect(commands.byKey(press('Tab'), 'gantt')).toBe('here');
    expect(commands.byKey(press('Tab'), 'list')).toBeUndefined();
    expect(commands.byKey(press('z', true), 'any', 'plan')).toBe('field');
    expect(commands.byKey(press('z', true), 'any', 'other')).toBeUndefined();
    expect(commands.byKey(press('k', true), 'any', 'other')).toBe('all');
  });

  test('asking whether a command can run writes nothing', () => {
    const table = tableOf();
    const before = Y.encodeStateAsUpdate(table.doc);
    const commands = createCommands(
      {
        add: defineEdit({
          full: () => ({ id: 'fresh0000000', parent: ROOT }),
          op: (_plan, { id, parent }) => [
            {
              do: 'create',
              id,
              title: '',
              fields: { kind: 'section', place: { parent, order: 'a0', turn: 0, was: parent } },
            },
          ],
        }),
      },
      table.desk,
    );
    expect(commands.enabled('add')).toBe(true);
    expect(Y.encodeStateAsUpdate(table.doc)).toEqual(before);
  });

  test('tells why not, once', () => {
    const table = tableOf();
    expect(commandsFor(table.desk).run('tree.indent')).toEqual(refuse('no-such-node'));
    expect(table.refusals).toEqual([refuse('no-such-node')]);
  });

  test('what refers to a moved item by number follows in the same step, and goes back with it', () => {
    const table = tableOf();
    const commands = commandsFor(table.desk);
    const at = (title: string): string => idOf(table.desk.plan(), title);
    const titles = (): string[] => [...table.desk.plan().nodes.values()].map(({ title }) => title);
    commands.run('content.retitle', { id: at('建立清单'), title: '按第1项建立清单' });
    commands.run('tree.move', { ids: [at('推进改革')], parent: at('二部分'), before: null });
    expect(titles()).toContain('按第3项建立清单');
    commands.run('view.undo');
    expect(titles()).toContain('按第1项建立清单');
    expect(show(table.desk.plan())).toMatch(/^一部分\n  推进改革/);
  });
});
