// What the check screen showed is what is founded: every format of ours becomes a plan again with what the format says.
import { expect, test } from 'vitest';
import { documentFrom, planOfFile } from '../../../server/founding.ts';
import { readSeedText } from './kit.ts';
import { contentsOf } from '../../../shared/carriers/contents.ts';
import { readNotes, noteText } from '../../../shared/doc/notes.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { docOf } from '../../../shared/doc/state.ts';
import { EXPORTERS, runExport } from '../../../shared/export/registry.ts';
import { toJson } from '../../../shared/export/json.ts';
import type { Contents } from '../../../shared/export/json.ts';
import { inOrder } from '../../../shared/model/tree.ts';
import { toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { write } from '../../../shared/yaodian/write.ts';
import { diceOf, show } from '../../kit/plan.ts';
import { OFFICIAL, SAMPLE } from '../export/kit.ts';
import { read } from './kit.ts';

/** Through the very bytes the page sends and the server keeps. */
function founded(contents: Contents): Contents {
  const made = planOfFile(toJson(contents), undefined, diceOf(3));
  if ('refused' in made) throw new Error(`${made.refused} ${made.detail?.en}`);
  const doc = docOf([made.first]);
  return { plan: readPlan(doc), notes: readNotes(doc) };
}

async function exported(id: (typeof EXPORTERS)[number]['id'], contents: Contents): Promise<Contents> {
  const { file } = await runExport(id, { ...contents, today: '2019-03-01' }, { lang: 'zh' });
  const { ext } = EXPORTERS.find((each) => each.id === id)!;
  return founded(contentsOf(read(`plan.${ext}`, file).reading, diceOf(1)));
}

test('a text becomes the plan that it becomes on the server, byte for byte', () => {
  const text = readSeedText();
  const { plan } = founded(contentsOf(read('a.txt', text).reading, diceOf(1)));
  const { meta, children } = toOutline(parse(text));
  const usual = documentFrom({ meta, outlines: children }, diceOf(2));
  expect(show(plan)).toBe(show(readPlan(usual)));
  expect(write(plan)).toBe(text);
});

test('a plan file becomes the same plan, whole', async () => {
  const again = await exported('json', SAMPLE);
  expect(toJson(again)).toBe(toJson(SAMPLE));
});

test.each(['docx', 'xlsx', 'csv', 'md', 'opml', 'mm', 'xmind', 'mspdi'] as const)('%s becomes a plan', async (id) => {
  for (const contents of [OFFICIAL, SAMPLE]) {
    const { plan } = await exported(id, contents);
    const titles = (each: Contents['plan']): string[] =>
      inOrder(each).flatMap((node) => {
        const { kind, title } = each.nodes.get(node)!;
        return kind === 'section' || kind === 'item' ? [title] : [];
      });
    expect(titles(plan)).toEqual(titles(contents.plan));
  }
});

test('links of a project file, notes of a map and ids of ours arrive', async () => {
  const project = await exported('mspdi', SAMPLE);
  expect(project.plan.links.size).toBe(SAMPLE.plan.links.size);
  const map = await exported('mm', SAMPLE);
  const noted = [...SAMPLE.notes].map(([, note]) => noteText(note).trim());
  const arrived = [...map.notes].map(([, note]) => noteText(note));
  for (const text of noted) expect(arrived.some((each) => each.includes(text.split('\n')[0]!))).toBe(true);
  const document = await exported('docx', OFFICIAL);
  expect([...document.plan.nodes.keys()].toSorted()).toEqual([...OFFICIAL.plan.nodes.keys()].toSorted());
});
