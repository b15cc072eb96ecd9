import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusedFile, planFromJson, toJson, wireJson } from '../../../shared/export/json.ts';
import type { Contents } from '../../../shared/export/json.ts';
import { PlanFile } from '../../../shared/export/planfile.ts';
import type { NoteJson } from '../../../shared/model/note.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { diceOf, idOf, planOf, show } from '../../kit/plan.ts';
import { SMALL, anyIntent } from '../../kit/random.ts';

const note: NoteJson = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '经费测算 𠮷' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '见' },
        { type: 'text', text: '附表', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.b/' } }] },
      ],
    },
  ],
};

function read(text: string): Contents {
  const result = planFromJson(text);
  if (isRefusedFile(result)) throw new Error(JSON.stringify(result));
  return result;
}

function plain(
  text: string,
): { nodes: Record<string, unknown>[]; meta: Record<string, unknown> } & Record<string, unknown> {
  return JSON.parse(text) as never;
}

/** A small plan after random edits, with a note here and there. */
function wildPlan(seed: number, edits: number): Contents {
  const dice = diceOf(seed);
  let plan = planOf(SMALL, seed, { form: { items: 'restart' }, asOf: '2019-06-03', sample: true });
  for (let i = 0; i < edits; i++) {
    const outcome = anyIntent(plan, dice);
    if (!isRefusal(outcome)) plan = applyChanges(plan, outcome);
  }
  const nodes = [...plan.nodes.values()].map((node) => ({ ...node, noted: dice() < 0.2 }));
  return {
    plan: { ...plan, nodes: new Map(nodes.map((node) => [node.id, node])) },
    notes: new Map(nodes.filter(({ noted }) => noted).map(({ id }) => [id, note])),
  };
}

describe('the plan file is lossless', () => {
  test('after any history, reading it gives the same plan and notes, and writing them the same bytes', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(60), (seed, edits) => {
        const contents = wildPlan(seed, edits);
        const text = toJson(contents);
        const back = read(text);
        expect(back.plan).toEqual(contents.plan);
        expect([...back.plan.nodes].map(([, n]) => [...n.lead])).toEqual(
          [...back.plan.nodes.keys()].map((id) => [...contents.plan.nodes.get(id)!.lead]),
        );
        expect(back.notes).toEqual(contents.notes);
        expect(toJson(back)).toBe(text);
        expect(read(wireJson(contents))).toEqual(back);
      }),
      { numRuns: 100 },
    );
  });

  test('text survives as it is: rare characters, halves of them, control characters, line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }), (title, preamble) => {
        const base = planOf('一\n  𠮷\n    甲');
        const id = idOf(base, '甲');
        const nodes = new Map(base.nodes).set(id, { ...base.nodes.get(id)!, title: `${title}\ud842𠮷\ufffe` });
        const plan: Plan = { ...base, nodes, meta: { ...base.meta, preamble } };
        const text = new TextDecoder().decode(new TextEncoder().encode(toJson({ plan, notes: new Map() })));
        expect(read(text).plan).toEqual(plan);
      }),
    );
  });

  test('what lies in the bin, whom it belongs to and how it was punctuated is kept', () => {
    const { plan } = wildPlan(7, 200);
    expect(show(read(toJson({ plan, notes: new Map() })).plan, { bin: true })).toBe(show(plan, { bin: true }));
  });

  test('a byte order mark, as an editor may put it, does no harm', () => {
    const text = toJson({ plan: planOf(SMALL), notes: new Map() });
    expect(toJson(read(`\uFEFF${text}`))).toBe(text);
  });
});

describe('a bad file is refused with a reason, and nothing of it is taken', () => {
  const good = toJson({ plan: planOf(SMALL), notes: new Map() });
  const broken = (change: (file: ReturnType<typeof plain>) => void): string => {
    const file = plain(good);
    change(file);
    return JSON.stringify(file);
  };

  test.each([
    ['not JSON', '{', 'not-json', []],
    ['something else', '{"nodes":[]}', 'not-a-plan-file', []],
    ['a list', '[]', 'not-a-plan-file', []],
    ['a later version', broken((file) => (file['version'] = 2)), 'newer-version', []],
    [
      'a day that is none',
      broken((f) => (f.nodes[3]!['span'] = { start: '2019-02-29', end: '2019-03-01' })),
      'damaged',
      [{ at: 'nodes.3.span.start', code: 'day' }],
    ],
    [
      'an end before its start',
      broken((f) => (f.nodes[3]!['span'] = { start: '2019-03-02', end: '2019-03-01' })),
      'damaged',
      [{ at: 'nodes.3.span', code: 'ends-before-start' }],
    ],
    [
      'a field of a stranger',
      broken((f) => (f.nodes[0]!['owner'] = 'x')),
      'damaged',
      [{ at: 'nodes.0.owner', code: 'unknown-field' }],
    ],
    ['a missing title', broken((f) => delete f.meta['title']), 'damaged', [{ at: 'meta.title', code: 'missing' }]],
    [
      'a kind that is none',
      broken((f) => (f.nodes[0]!['kind'] = 'epic')),
      'damaged',
      [{ at: 'nodes.0.kind', code: 'choice' }],
    ],
    ['a dangerous id', broken((f) => (f.nodes[0]!['id'] = '__proto__')), 'damaged', [{ at: 'nodes.0.id', code: 'id' }]],
    [
      'progress beyond the end',
      broken((f) => (f.nodes[0]!['progress'] = 101)),
      'damaged',
      [{ at: 'nodes.0.progress', code: 'number' }],
    ],
    [
      'a note that is none',
      broken((f) => (f.nodes[0]!['note'] = { type: 'doc', content: [{ text: 'x' }] })),
      'damaged',
      [{ at: 'nodes.0.note', code: 'note' }],
    ],
    ['a text for a list', broken((f) => (f['links'] = 'none')), 'damaged', [{ at: 'links', code: 'list' }]],
    [
      'one node twice',
      broken((f) => f.nodes.push(f.nodes[0]!)),
      'damaged',
      [{ at: plain(good).nodes[0]!['id'], code: 'repeated' }],
    ],
  ])('%s', (_, text, refused, problems) => {
    expect(planFromJson(text)).toEqual({ refused, problems });
  });

  test('a file with a thousand faults names the first twenty', () => {
    const result = planFromJson(broken((f) => (f.nodes = Array.from({ length: 1000 }, () => ({})))));
    expect(isRefusedFile(result) && result.problems).toHaveLength(20);
  });

  test('any text whatever gets an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(planFromJson(text)).toHaveProperty('refused');
      }),
    );
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), (at, value) => {
        const file = plain(good);
        const node = file.nodes[at % file.nodes.length]!;
        node[Object.keys(node)[at % Object.keys(node).length]!] = value;
        const result = planFromJson(JSON.stringify(file));
        if (!isRefusedFile(result)) expect(read(toJson(result))).toEqual(result);
      }),
    );
  });
});

test('the published schema names the very fields the reader knows', () => {
  type Described = { properties?: Record<string, Described>; required?: string[]; items?: Described; $ref?: string };
  const schema = JSON.parse(readFileSync('docs/plan-file.schema.json', 'utf8')) as Described & {
    $defs: Record<string, Described>;
  };
  type Known = { type: string; entries?: Record<string, Known>; wrapped?: Known; pipe?: Known[]; item?: Known };
  const follow = (at: Described): Described => (at.$ref ? schema.$defs[at.$ref.split('/')[2]!]! : at);
  const walk = (described: Described, known: Known, path: string): void => {
    const [base = known] = known.pipe ?? [];
    if (base.wrapped) return walk(described, base.wrapped, path);
    const here = follow(described);
    if (base.item) return walk(here.items!, base.item, `${path}[]`);
    if (!base.entries) return;
    expect(Object.keys(here.properties ?? {}).sort(), path).toEqual(Object.keys(base.entries).sort());
    const required = Object.entries(base.entries).flatMap(([key, each]) => (each.wrapped ? [] : [key]));
    expect([...(here.required ?? [])].sort(), path).toEqual(required.sort());
    for (const [key, each] of Object.entries(base.entries)) walk(here.properties![key]!, each, `${path}.${key}`);
  };
  walk(schema, PlanFile as unknown as Known, 'file');
});
