import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/policy/decide.ts';
import type { Touched } from '../../../shared/policy/decide.ts';

const viewer = { role: 'viewer', office: '' } as const;
const editor = { role: 'editor', office: '局基教科' } as const;
const chair = { role: 'chair', office: '' } as const;

const set: Touched = { root: 'nodes', id: 'a', field: 'span', kind: 'set' };

describe('who may write what', () => {
  test('a viewer writes nothing, and may well write nothing', () => {
    expect(decide(viewer, [set])).toBe('read-only');
    expect(decide(viewer, [])).toBeNull();
  });

  test('an editor and the chair edit everything', () => {
    for (const kind of ['create', 'set', 'unset', 'write'] as const)
      for (const root of ['nodes', 'links', 'offices'] as const)
        for (const person of [editor, chair]) expect(decide(person, [{ root, id: 'a', kind }])).toBeNull();
    expect(decide(editor, [{ root: 'meta', id: 'title', kind: 'set' }])).toBeNull();
  });

  test('nobody removes or replaces what is born once', () => {
    for (const person of [editor, chair]) {
      expect(decide(person, [{ root: 'nodes', id: 'a', kind: 'remove' }])).toBe('removed');
      expect(decide(person, [{ root: 'nodes', id: 'a', field: 'note', kind: 'replace' }])).toBe('replaced');
      expect(decide(person, [{ root: 'offices', id: 'a', kind: 'remove' }])).toBe('removed');
    }
  });

  test('nobody but the server writes the schema version and the mark of a demonstration', () => {
    for (const id of ['schema', 'sample'])
      for (const kind of ['set', 'unset'] as const)
        expect(decide(chair, [{ root: 'meta', id, kind }])).toBe('server-only');
  });

  test('only the chair changes what holds for the whole bureau', () => {
    for (const sort of ['notice', 'term', 'marker', 'lights', 'baseline', 'waiver'])
      for (const kind of ['set', 'unset'] as const) {
        const touch: Touched = { root: 'records', id: `${sort}/a`, kind };
        expect(decide(editor, [touch])).toBe('chair-only');
        expect(decide(chair, [touch])).toBeNull();
        expect(decide(viewer, [touch])).toBe('read-only');
      }
    for (const sort of ['view', 'relation', 'brace', 'suggestion'])
      expect(decide(editor, [{ root: 'records', id: `${sort}/a`, kind: 'set' }])).toBeNull();
  });

  test('one forbidden write forbids the whole frame', () => {
    expect(decide(editor, [set, { root: 'nodes', id: 'b', kind: 'remove' }, set])).toBe('removed');
  });
});
