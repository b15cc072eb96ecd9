// The attacks of docs/architecture.md by hand, honest traffic that must never be stopped, and frames by the thousand.
import { encoding } from 'lib0';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { gate } from '../../server/gate.ts';
import { LIMITS } from '../../server/limits.ts';
import { noteJson, noteOf } from '../../shared/doc/notes.ts';
import { readPlan } from '../../shared/doc/read.ts';
import { ROOTS, rootOf } from '../../shared/doc/schema.ts';
import { openUndo } from '../../shared/doc/undo.ts';
import { canonical } from '../kit/peers.ts';
import { diceOf } from '../kit/plan.ts';
import { act, CHAIR, copyOf, forge, frameOf, judge, mutate, receive, target } from './kit/hostile.ts';

const ME = 9;
const FRAMES = Number(process.env['GUATU_FUZZ'] ?? 20_000);
/** Nightly runs roll anew; a failure names the seed. */
const SEED = Number(process.env['GUATU_SEED'] ?? 0);
const mine = (client: number): boolean => client === ME;

/** Numbers as varints, strings, and single bytes in a list. */
function raw(...parts: readonly (number | string | readonly number[])[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else if (typeof part === 'string') encoding.writeVarString(encoder, part);
      else for (const byte of part) encoding.writeUint8(encoder, byte);
    }
  });
}

const firstItem = (doc: Y.Doc): string => [...readPlan(doc).nodes.values()].find(({ kind }) => kind === 'item')!.id;
const nodeOf = (doc: Y.Doc, id: string): Y.Map<unknown> => rootOf(doc, 'nodes').get(id) as Y.Map<unknown>;
const titleIn = (doc: Y.Doc): string => readPlan(doc).nodes.get(firstItem(doc))!.title;
const foreignField = (doc: Y.Doc, key: string): Y.Item => nodeOf(doc, firstItem(doc))._map.get(key)!;

type Attack = (doc: Y.Doc) => Uint8Array;

const edit =
  (work: (copy: Y.Doc, id: string) => void): Attack =>
  (doc) =>
    frameOf(doc, (copy) => work(copy, firstItem(copy)), ME);

const ATTACKS: Readonly<Record<string, Attack>> = {
  'a count of 33 million structs in 7 bytes': () => raw(1, 32 * 2 ** 20, ME, 0),
  'a count of 2^40 structs': () => raw(1, 2 ** 40, ME, 0),
  'a value nested 200,000 deep': () =>
    encoding.encode((encoder) => {
      for (const n of [1, 1, ME, 0]) encoding.writeVarUint(encoder, n);
      encoding.writeUint8(encoder, 8 | 32);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, 'meta');
      encoding.writeVarString(encoder, 'title');
      encoding.writeVarUint(encoder, 1);
      for (let i = 0; i < 200_000; i++) {
        encoding.writeUint8(encoder, 117);
        encoding.writeVarUint(encoder, 1);
      }
      encoding.writeUint8(encoder, 126);
      encoding.writeVarUint(encoder, 0);
    }),
  'a colleague’s next words': (doc) => frameOf(doc, (copy) => nodeOf(copy, firstItem(copy)).set('progress', 5), 42),
  'a colleague’s clock moved far ahead': () => raw(1, 1, 42, 0, [0], 2 ** 50, 0),
  'one’s own clock moved far ahead': () => raw(1, 1, ME, 0, [0], 2 ** 50, 0),
  'an update cut short': (doc) => {
    const frame = frameOf(doc, (copy) => nodeOf(copy, firstItem(copy)).set('progress', 5), ME);
    return frame.slice(0, -1);
  },
  'an update without the one before it': (doc) => {
    const copy = copyOf(doc, ME);
    nodeOf(copy, firstItem(copy)).set('progress', 1);
    const between = Y.encodeStateVector(copy);
    nodeOf(copy, firstItem(copy)).set('progress', 2);
    return Y.encodeStateAsUpdate(copy, between);
  },
  'two sections of one author, of which Yjs would keep the second': (doc) => {
    const copy = copyOf(doc, ME);
    const updates: Uint8Array[] = [];
    copy.on('update', (update: Uint8Array) => updates.push(update));
    nodeOf(copy, firstItem(copy)).set('progress', 1);
    nodeOf(copy, firstItem(copy)).set('deliverable', '2');
    const [a, b] = updates as [Uint8Array, Uint8Array];
    // Without the leading 1 and the trailing empty delete set, then both under a count of two.
    return raw(2, [...a.slice(1, a.lastIndexOf(0)), ...b.slice(1)]);
  },
  'two structs that wait for each other': () => raw(2, 1, 10, 0, [132], 9, 0, 'b', 1, 9, 0, [132], 10, 0, 'a', 0),
  'a root of its own': () => raw(1, 1, ME, 0, [8 | 32], 1, 'evil', 'a', 1, [125], 1, 0),
  '__proto__ as a key': edit((copy) => rootOf(copy, 'nodes').set('__proto__', new Y.Map())),
  '__proto__ inside a value': edit((copy, id) =>
    nodeOf(copy, id).set('status', JSON.parse('{"light":"late","reason":"","__proto__":{"chair":true}}')),
  ),
  'a bigint': edit((copy, id) => nodeOf(copy, id).set('progress', 5n)),
  'not a number': edit((copy, id) => nodeOf(copy, id).set('progress', Number.NaN)),
  'bytes as a value': edit((copy, id) => nodeOf(copy, id).set('deliverable', new Uint8Array(3))),
  'a document inside the document': edit((copy, id) => nodeOf(copy, id).set('deliverable', new Y.Doc())),
  'maps nested 5,000 deep': () =>
    encoding.encode((encoder) => {
      for (const n of [1, 5_000, ME, 0]) encoding.writeVarUint(encoder, n);
      for (let i = 0; i < 5_000; i++) {
        encoding.writeUint8(encoder, 7 | 32);
        encoding.writeVarUint(encoder, i === 0 ? 1 : 0);
        if (i === 0) encoding.writeVarString(encoder, 'nodes');
        else for (const n of [ME, i - 1]) encoding.writeVarUint(encoder, n);
        encoding.writeVarString(encoder, 'c');
        encoding.writeVarUint(encoder, 1);
      }
      encoding.writeVarUint(encoder, 0);
    }),
  'elements nested 5,000 deep in a note': edit((copy, id) => {
    let at: Y.XmlFragment = noteOf(copy, id)!;
    for (let i = 0; i < 5_000; i++) {
      const next = new Y.XmlElement('blockquote');
      at.insert(0, [next]);
      at = next;
    }
  }),
  '32,000 authors at once': () =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 32_000);
      for (let i = 0; i < 32_000; i++) {
        for (const n of [1, 1_000 + i, 5]) encoding.writeVarUint(encoder, n);
        encoding.writeUint8(encoder, 4);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, 't');
        encoding.writeVarString(encoder, 'x');
      }
      encoding.writeVarUint(encoder, 0);
    }),
  'deleting what nobody has written': () => raw(0, 1, 99, 1, 0, 2 ** 50),
  'an empty range to delete': () => raw(0, 1, 500, 1, 0, 0),
  nothing: () => new Uint8Array(0),
  '2 MB of zeros': () => new Uint8Array(2 << 20),
  'the whole plan deleted in 11 bytes': (doc) => raw(0, 1, 500, 1, 0, Y.getState(doc.store, 500)),
  'a node deleted': edit((copy, id) => rootOf(copy, 'nodes').delete(id)),
  'a node replaced by an empty one': edit((copy, id) => rootOf(copy, 'nodes').set(id, new Y.Map())),
  'a node that is a string': edit((copy) => rootOf(copy, 'nodes').set('aaaaaaaaaaaa', 'evil')),
  'a node without a title': edit((copy) => {
    const node = new Y.Map<unknown>([
      ['kind', 'task'],
      ['place', { parent: 'root', order: 'a', turn: 0, was: 'root' }],
      ['note', new Y.XmlFragment()],
    ]);
    rootOf(copy, 'nodes').set('aaaaaaaaaaaa', node);
  }),
  'an office removed': edit((copy) => rootOf(copy, 'offices').delete([...rootOf(copy, 'offices').keys()][0]!)),
  'a title replaced': edit((copy, id) => nodeOf(copy, id).set('title', new Y.Text('x'))),
  'a title that is a string': edit((copy, id) => nodeOf(copy, id).set('title', 'x')),
  'a title removed': edit((copy, id) => nodeOf(copy, id).delete('title')),
  'a note replaced': edit((copy, id) => nodeOf(copy, id).set('note', new Y.XmlFragment())),
  'a note removed': edit((copy, id) => nodeOf(copy, id).delete('note')),
  'an unknown field': edit((copy, id) => nodeOf(copy, id).set('evil', 1)),
  'an end before the start': edit((copy, id) =>
    nodeOf(copy, id).set('span', { start: '2019-02-02', end: '2019-02-01' }),
  ),
  'a progress of 101': edit((copy, id) => nodeOf(copy, id).set('progress', 101)),
  'the schema version': edit((copy) => rootOf(copy, 'meta').set('schema', 2)),
  'the mark of a demonstration': edit((copy) => rootOf(copy, 'meta').set('sample', false)),
  'a field of meta nobody knows': edit((copy) => rootOf(copy, 'meta').set('evil', 1)),
  'the preamble replaced': edit((copy) => rootOf(copy, 'meta').set('preamble', new Y.Text('x'))),
  'a link whose key is not one': edit((copy) => rootOf(copy, 'links').set('a', { type: 'FS', lag: 0 })),
  'a list item in a map': () => raw(1, 1, ME, 0, [8], 1, 'nodes', 1, [125], 1, 0),
  'an element no note may hold': edit((copy, id) => noteOf(copy, id)!.insert(0, [new Y.XmlElement('script')])),
  'a list in a note': edit((copy, id) => noteOf(copy, id)!.insert(0, [new Y.Array() as unknown as Y.XmlElement])),
  'bare text in a note': edit((copy, id) => noteOf(copy, id)!.insert(0, [new Y.XmlText('x')])),
  'a mark no note may hold': edit((copy, id) => {
    const text = (noteOf(copy, id)!.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.format(0, 1, { onclick: { code: 'x' } });
  }),
  'a link in a note whose address is a list': edit((copy, id) => {
    const text = (noteOf(copy, id)!.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.format(0, 1, { link: { href: ['x'] } });
  }),
  'an attribute that is an object': edit((copy, id) =>
    (noteOf(copy, id)!.get(0) as Y.XmlElement).setAttribute('level', { a: 1 } as unknown as string),
  ),
  'formatting in a title': edit((copy, id) => (nodeOf(copy, id).get('title') as Y.Text).format(0, 1, { bold: {} })),
  'a picture in a title': edit((copy, id) => (nodeOf(copy, id).get('title') as Y.Text).insertEmbed(0, { a: 1 })),
  'a child of a plain value': (doc) => {
    const { client, clock } = foreignField(doc, 'kind').id;
    return raw(1, 1, ME, 0, [8 | 32], 0, client, clock, 'x', 1, [125], 1, 0);
  },
  'neighbours in two different places': (doc) => {
    const left = (nodeOf(doc, firstItem(doc)).get('title') as Y.Text)._start!.id;
    const right = (noteOf(doc, firstItem(doc)) as Y.XmlFragment)._start!.id;
    return raw(1, 1, ME, 0, [192 | 4], left.client, left.clock, right.client, right.clock, 'x', 0);
  },
  'one neighbour on both sides': (doc) => {
    const { client, clock } = (nodeOf(doc, firstItem(doc)).get('title') as Y.Text)._start!.id;
    return raw(1, 1, ME, 0, [192 | 4], client, clock, client, clock, 'x', 0);
  },
  'neighbours the wrong way round': (doc) => {
    const [a, b] = (noteOf(doc, firstItem(doc))!.toArray() as Y.XmlElement[]).map((each) => each._item!.id);
    return raw(1, 1, ME, 0, [192 | 7], b!.client, b!.clock, a!.client, a!.clock, 3, 'paragraph', 0);
  },
  'a deleted struct in the place of a node, with no deletion at all': (doc) => {
    const { client, clock } = rootOf(doc, 'nodes')._map.get(firstItem(doc))!.id;
    return raw(1, 1, ME, 0, [1 | 128], client, clock, 1, 0);
  },
  'a deleted struct in the place of a title': (doc) => {
    const { client, clock } = foreignField(doc, 'title').id;
    return raw(1, 1, ME, 0, [1 | 128], client, clock, 1, 0);
  },
  'a node born deleted': (doc) => {
    const frame = frameOf(
      doc,
      (copy) => {
        const node = new Y.Map<unknown>();
        rootOf(copy, 'nodes').set('aaaaaaaaaaaa', node);
        node.set('kind', 'task');
        node.set('place', { parent: 'root', order: 'a', turn: 0, was: 'root' });
        node.set('title', new Y.Text());
        node.set('note', new Y.XmlFragment());
      },
      ME,
    );
    return Uint8Array.from([...frame.slice(0, -1), ...raw(1, ME, 1, 0, 1)]);
  },
};

describe('the gate', () => {
  for (const [name, attack] of Object.entries(ATTACKS))
    test(`stops ${name}`, () => {
      const doc = target();
      const before = JSON.stringify(canonical(readPlan(doc)));
      expect(receive(doc, attack(doc), mine)).not.toBeNull();
      expect(JSON.stringify(canonical(readPlan(doc)))).toBe(before);
      expect([...doc.share.keys()].every((name) => (ROOTS as readonly string[]).includes(name))).toBe(true);
    });

  test('hands on only what the document does not have, so nothing known is resolved twice', () => {
    const doc = target();
    const copy = copyOf(doc, ME);
    nodeOf(copy, firstItem(copy)).set('progress', 5);
    const passed = gate(Y.encodeStateAsUpdate(copy), doc, mine, LIMITS);
    expect(passed.ok && passed.clients).toEqual([ME]);
    expect(passed.ok && passed.structs).toHaveLength(1);
  });

  test('cannot be used to make a root by repeating a known struct', () => {
    const doc = target();
    receive(doc, raw(1, 1, 500, 0, [8 | 32], 1, 'evil', 'a', 1, [125], 1, 0), mine);
    expect([...doc.share.keys()].sort()).toEqual([...ROOTS].sort());
  });

  test('cannot be used to tear a character of somebody else by repeating a known struct', () => {
    const doc = target();
    const title = nodeOf(doc, firstItem(doc)).get('title') as Y.Text;
    title.insert(0, '𠮷');
    const { client, clock } = title._start!.id;
    const first = raw(1, 1, ME, 0, [8 | 32], 1, 'meta', 'title', 1, [119], 'x', 0);
    expect(receive(doc, first, mine)).toBeNull();
    // The same id again, now to the right of half a character.
    expect(receive(doc, raw(1, 1, ME, 0, [4 | 128], client, clock, 'x', 0), mine)).toBeNull();
    expect(titleIn(doc).startsWith('𠮷')).toBe(true);
  });

  test('takes an update whose first half is known already', () => {
    const doc = target();
    const copy = copyOf(doc, ME);
    const title = nodeOf(copy, firstItem(copy)).get('title') as Y.Text;
    title.insert(0, 'a');
    expect(receive(doc, Y.encodeStateAsUpdate(copy), mine)).toBeNull();
    title.insert(1, 'b');
    expect(receive(doc, Y.encodeStateAsUpdate(copy), mine)).toBeNull();
    expect(titleIn(doc).startsWith('ab')).toBe(true);
  });
});

describe('honest pages', () => {
  test('are never stopped: histories of people online and off, with undo, notes and the bin', () => {
    const histories = Math.max(60, FRAMES / 200);
    for (let seed = SEED + 1; seed <= SEED + histories; seed++) {
      const dice = diceOf(seed);
      const server = target();
      const pages = Array.from({ length: 3 }, () => {
        const doc = copyOf(server);
        const origin = {};
        return { doc, origin, undo: openUndo(doc, origin), online: true };
      });
      const owns = (page: { doc: Y.Doc }) => (client: number) => client === page.doc.clientID;
      const offer = (page: (typeof pages)[number], frame: Uint8Array): void =>
        expect(receive(server, frame, owns(page), CHAIR), `seed ${seed}`).toBeNull();
      server.on('update', (update: Uint8Array) => {
        for (const page of pages) if (page.online) Y.applyUpdate(page.doc, update, 'wire');
      });
      for (const page of pages)
        page.doc.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin !== 'wire' && page.online) offer(page, update);
        });
      const reconnect = (page: (typeof pages)[number]): void => {
        page.online = true;
        offer(page, Y.encodeStateAsUpdate(page.doc, Y.encodeStateVector(server)));
        Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(page.doc)), 'wire');
      };
      for (let step = 0; step < 40; step++) {
        const page = pages[Math.floor(dice() * pages.length)]!;
        const x = dice();
        if (x < 0.1) page.undo.undo();
        else if (x < 0.14) page.undo.redo();
        else if (x < 0.24 && page.online) page.online = false;
        else if (x < 0.3 && !page.online) reconnect(page);
        else act(page.doc, dice, page.origin);
      }
      pages.forEach(reconnect);
      for (const page of pages)
        Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(page.doc)), 'wire');
      const want = canonical(readPlan(server));
      for (const page of pages) expect(canonical(readPlan(page.doc)), `seed ${seed}`).toEqual(want);
      for (const page of pages) page.doc.destroy();
      server.destroy();
    }
  });
});

describe('frames by the thousand', () => {
  const WINDOW = 100;

  /** Sends frames until the window is full, then checks that the document is still a sound plan. */
  function bombard(seed: number, next: (doc: Y.Doc, dice: () => number) => Uint8Array): { passed: number } {
    const dice = diceOf(seed);
    let doc = target();
    const nodes = rootOf(doc, 'nodes').size;
    let passed = 0;
    for (let i = 1; i <= FRAMES; i++) {
      const frame = next(doc, dice);
      let changed = false;
      const notice = (): void => void (changed = true);
      doc.on('update', notice);
      const why = receive(doc, frame, mine);
      doc.off('update', notice);
      if (why === null) passed++;
      else if (changed) throw new Error(`seed ${seed}, frame ${i}: refused (${why}) and yet applied`);
      if (doc.store.pendingStructs || doc.store.pendingDs)
        throw new Error(`seed ${seed}, frame ${i}: something is pending`);
      if (i % WINDOW > 0) continue;
      sound(doc, nodes, `seed ${seed}, frames to ${i}`);
      doc.destroy();
      doc = target();
    }
    return { passed };
  }

  function sound(doc: Y.Doc, nodes: number, when: string): void {
    expect(
      [...doc.share.keys()].filter((name) => !(ROOTS as readonly string[]).includes(name)),
      when,
    ).toEqual([]);
    const live = JSON.stringify([canonical(readPlan(doc)), notesOf(doc)]);
    const reload = new Y.Doc();
    Y.applyUpdate(reload, Y.encodeStateAsUpdate(doc));
    expect(JSON.stringify([canonical(readPlan(reload)), notesOf(reload)]), when).toBe(live);
    expect(rootOf(doc, 'nodes').size, when).toBeGreaterThanOrEqual(nodes);
    for (const node of rootOf(doc, 'nodes').values()) {
      expect(node, when).toBeInstanceOf(Y.Map);
      expect((node as Y.Map<unknown>).get('title'), when).toBeInstanceOf(Y.Text);
      expect((node as Y.Map<unknown>).get('note'), when).toBeInstanceOf(Y.XmlFragment);
    }
    reload.destroy();
  }

  const notesOf = (doc: Y.Doc): unknown =>
    [...rootOf(doc, 'nodes').keys()].sort().map((id) => noteJson(noteOf(doc, id)!));

  test('mutations of honest frames neither throw, nor half apply, nor damage', () => {
    const doc = target();
    const dice = diceOf(7);
    const honest = Array.from({ length: 300 }, () => frameOf(doc, (copy) => act(copy, dice), ME));
    honest.push(Y.encodeStateAsUpdate(doc));
    const { passed } = bombard(101 + SEED, (_doc, roll) =>
      mutate(honest[Math.floor(roll() * honest.length)]!, honest, roll),
    );
    expect(passed).toBeGreaterThan(0);
  });

  test('forged structs with any neighbour, parent and key neither throw, nor half apply, nor damage', () => {
    const { passed } = bombard(202 + SEED, (doc, roll) => forge(doc, ME, roll));
    expect(passed).toBeGreaterThan(FRAMES / 1_000);
  });

  test('a viewer changes nothing, whatever is sent', () => {
    const dice = diceOf(303 + SEED);
    const doc = target();
    const viewer = { role: 'viewer', office: '' } as const;
    for (let i = 0; i < FRAMES / 10; i++) {
      const frame = i % 2 ? forge(doc, ME, dice) : frameOf(doc, (copy) => act(copy, dice), ME);
      const why = judge(doc, frame, mine, viewer);
      if (why !== null) continue;
      const copy = copyOf(doc);
      const before = JSON.stringify(canonical(readPlan(copy)));
      Y.applyUpdate(copy, frame);
      expect(JSON.stringify(canonical(readPlan(copy))), `frame ${i}`).toBe(before);
      copy.destroy();
    }
  });
});
