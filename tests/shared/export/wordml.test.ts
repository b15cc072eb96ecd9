// The document as Word reads it: every element in the order of ECMA-376, and each node's words in a control that brings them back.
import { describe, expect, test } from 'vitest';
import { BASE_SPACE } from '../../../shared/export/docx/base.ts';
import { inOrder as nodesInOrder } from '../../../shared/model/tree.ts';
import { OFFICIAL, SAMPLE, all, docxOf, one, parseXml, parts, textOf } from './kit.ts';
import { misplacedIn } from './order.ts';

const draw = async () => ({ png: Uint8Array.of(1), missing: [] });
const files = {
  official: parts(await docxOf(OFFICIAL, '2019-06-18', draw, 'plan1')),
  sample: parts(await docxOf(SAMPLE, '2019-06-18', draw)),
};

describe.each(Object.entries(files))('the %s document', (_, file) => {
  test('keeps every element in the order of the schema', () => {
    const { wrong, checked } = misplacedIn(file);
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(1_000);
  });

  test('names in its lists every part it holds, and holds every part it names', () => {
    const types = parseXml(file['[Content_Types].xml']!);
    const overrides = all(types, 'Override').map(({ attrs }) => attrs['PartName']!.slice(1));
    expect(overrides.filter((path) => !(path in file))).toEqual([]);
    const defaults = new Set(all(types, 'Default').map(({ attrs }) => attrs['Extension']));
    const unnamed = Object.keys(file).filter(
      (path) => !overrides.includes(path) && !defaults.has(path.split('.').at(-1)),
    );
    expect(unnamed).toEqual(['[Content_Types].xml'].filter((path) => unnamed.includes(path)));
    const targets = all(parseXml(file['word/_rels/document.xml.rels']!), 'Relationship').map(
      ({ attrs }) => attrs['Target']!,
    );
    const paths = targets.map((target) => (target.startsWith('../') ? target.slice(3) : `word/${target}`));
    expect(paths.filter((path) => !(path in file))).toEqual([]);
  });
});

describe('what lets the document come back', () => {
  const document = parseXml(files.official['word/document.xml']!);
  const controls = all(document, 'w:sdt').map((sdt) => ({
    tag: one(sdt, 'w:tag').attrs['w:val']!,
    id: one(sdt, 'w:id').attrs['w:val']!,
    text: textOf(one(sdt, 'w:sdtContent')),
  }));
  const base = parseXml(files.official['customXml/item1.xml']!);
  const nodes = all(base, 'node');

  test('is a control around each section, item and clause, told apart by kind and id', () => {
    const expected = nodesInOrder(OFFICIAL.plan).map((id) => `guatu:${OFFICIAL.plan.nodes.get(id)!.kind}:${id}`);
    expect(controls.map(({ tag }) => tag)).toEqual(expected);
    expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
    expect(document.tag === 'w:document' && document.attrs['mc:Ignorable']).toContain('w15');
  });

  test('is a part that says what each of them held, with the plan and its revision', () => {
    expect(base.attrs).toMatchObject({
      xmlns: BASE_SPACE,
      id: 'plan1',
      revision: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    for (const { tag, text } of controls) {
      const node = nodes.find(({ attrs }) => attrs['id'] === tag.split(':')[2]);
      expect(one(node!, 'written').text).toBe(text.trim());
    }
    expect(all(base, 'lead').length).toBe(45);
  });

  test('changes its revision with the words, and with nothing else', async () => {
    const revision = (file: Readonly<Record<string, string>>): string | undefined =>
      parseXml(file['customXml/item1.xml']!).attrs['revision'];
    const [id] = nodesInOrder(OFFICIAL.plan);
    const node = { ...OFFICIAL.plan.nodes.get(id!)!, title: '别的' };
    const changed = { ...OFFICIAL, plan: { ...OFFICIAL.plan, nodes: new Map([...OFFICIAL.plan.nodes, [id!, node]]) } };
    expect(revision(parts(await docxOf(changed, '2019-06-18', draw)))).not.toBe(revision(files.official));
    expect(revision(parts(await docxOf(OFFICIAL, '2019-09-01', draw)))).toBe(revision(files.official));
  });
});
