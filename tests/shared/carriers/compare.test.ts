// The file comes back: what was changed in Word is found clause by clause, and nothing else; what moved online meanwhile stays.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../../shared/carriers/contents.ts';
import { compare } from '../../../shared/carriers/compare/compare.ts';
import type { Difference } from '../../../shared/carriers/compare/differ.ts';
import type { Contents } from '../../../shared/export/json.ts';
import { toDocx } from '../../../shared/export/docx.ts';
import { EXPORTERS, runExport } from '../../../shared/export/registry.ts';
import type { Id, Plan, Suggestion } from '../../../shared/model/plan.ts';
import { numbering } from '../../../shared/model/numbering.ts';
import { childrenOf, inOrder, isBinned, parentOf } from '../../../shared/model/tree.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { retitle } from '../../../shared/ops/content.ts';
import { clash, takeSuggestions } from '../../../shared/ops/suggestions.ts';
import { setSpan } from '../../../shared/ops/time.ts';
import { write } from '../../../shared/yaodian/write.ts';
import { diceOf } from '../../kit/plan.ts';
import { allPresent } from '../../programs.mjs';
import { OFFICIAL, SAMPLE, all, parseXml, parts, styleOf, textOf } from '../export/kit.ts';
import { read } from './kit.ts';
import { openWord } from './word.ts';

const TODAY = '2019-03-01';
const labelled = (plan: Plan, label: string): Id =>
  [...numbering(plan)].find(([, numbered]) => numbered.label === label)![0];
const titleOf = (plan: Plan, id: Id): string => plan.nodes.get(id)!.title;
const leadOf = (plan: Plan, id: Id): readonly string[] =>
  [...plan.nodes.get(id)!.lead.keys()].map((office) => plan.offices.get(office)!.name);

function after(contents: Contents, ...ops: readonly ((plan: Plan) => Outcome)[]): Contents {
  const plan = ops.reduce((now, op) => {
    const outcome = op(now);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return applyChanges(now, outcome);
  }, contents.plan);
  return { ...contents, plan };
}

function differences(name: string, bytes: Uint8Array | string, contents: Contents): readonly Difference[] {
  return compare(read(name, bytes).reading, contents, TODAY, diceOf(5)).differences;
}

const shown = (plan: Plan, found: readonly Difference[]): readonly string[] =>
  found.map(({ node, field }) => `${field} ${numbering(plan).get(node)?.label ?? 'new'}`).toSorted();

const open = (each: Difference): Suggestion => ({
  ...each,
  by: '',
  at: TODAY,
  source: 'a.docx',
  state: 'open',
  reason: '',
});

const exported = await toDocx({ ...OFFICIAL, today: TODAY }, { lang: 'zh' });
const at = (label: string): Id => labelled(OFFICIAL.plan, label);

/** Three clauses reworded, one moved to another item, one deleted, one given another lead. */
function edited(): Uint8Array {
  const word = openWord(exported);
  word.litter();
  word.reword(at('1.2'), '筹备工作', '前期筹备与保障工作');
  word.reword(at('9.1'), titleOf(OFFICIAL.plan, at('9.1')).slice(0, 4), '进一步');
  word.reword(at('20.1'), titleOf(OFFICIAL.plan, at('20.1')).slice(-5), '，确保取得实效');
  word.reword(at('2.2'), '局法制科', '局人事科');
  const moved = word.remove(at('3.2'));
  word.insertAfter(at('4.1'), moved);
  word.remove(at('10.1'));
  return word.bytes();
}

describe('a Word copy that was edited while the plan went on', () => {
  const online = after(
    OFFICIAL,
    (plan) => retitle(plan, { id: at('5.1'), title: `${titleOf(plan, at('5.1'))}，并于年底前报送` }),
    (plan) => retitle(plan, { id: at('7.1'), title: `重点${titleOf(plan, at('7.1'))}` }),
    (plan) => setSpan(plan, { id: at('9.1'), span: { start: '2019-03-01', end: '2019-06-30' } }),
  );
  const found = differences('plan.docx', edited(), online);

  test('gives exactly the six changes that were made in it', () => {
    expect(shown(online.plan, found)).toEqual(
      ['title 1.2', 'title 9.1', 'title 20.1', 'lead 2.2', 'place 3.2', 'bin 10.1'].toSorted(),
    );
  });

  test('taken as one, they do what the copy says and keep what happened meanwhile', () => {
    const outcome = takeSuggestions(online.plan, { list: found.map((each, i) => [`s${i}`, open(each)]) }, diceOf(6));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const plan = applyChanges(online.plan, outcome);
    expect(titleOf(plan, at('1.2'))).toContain('前期筹备与保障工作');
    expect(titleOf(plan, at('9.1'))).toMatch(/^进一步/);
    expect(plan.nodes.get(at('9.1'))!.span).toEqual({ start: '2019-03-01', end: '2019-06-30' });
    expect(leadOf(plan, at('2.2'))).toEqual(['局人事科']);
    expect(parentOf(plan, at('3.2'))).toBe(parentOf(plan, at('4.1')));
    expect(isBinned(plan, at('10.1'))).toBe(true);
    expect(titleOf(plan, at('5.1'))).toMatch(/，并于年底前报送$/);
    expect(titleOf(plan, at('7.1'))).toMatch(/^重点/);
    expect([...plan.records.suggestion.values()].map(({ state }) => state)).toEqual(found.map(() => 'taken'));
    expect(differences('plan.docx', edited(), { ...online, plan })).toEqual([]);
  });

  test('a rewording of the same words online is a clash, of other words is merged', () => {
    const both = after(
      OFFICIAL,
      (plan) => retitle(plan, { id: at('1.2'), title: titleOf(plan, at('1.2')).replace('筹备工作', '会务工作') }),
      (plan) => retitle(plan, { id: at('9.1'), title: `${titleOf(plan, at('9.1'))}（试行）` }),
    );
    const list = differences('plan.docx', edited(), both);
    const clashing = list.filter((each) => clash(both.plan, open(each)) !== undefined);
    expect(shown(both.plan, clashing)).toEqual(['title 1.2']);
    const outcome = takeSuggestions(both.plan, { list: list.map((each, i) => [`s${i}`, open(each)]) }, diceOf(6));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    expect(titleOf(applyChanges(both.plan, outcome), at('9.1'))).toMatch(/^进一步.*（试行）$/);
  });

  test('the same copy without its ids is told by its words', () => {
    const word = openWord(edited());
    word.stripControls();
    expect(shown(OFFICIAL.plan, differences('plan.docx', word.bytes(), OFFICIAL))).toEqual(
      ['title 1.2', 'title 9.1', 'title 20.1', 'lead 2.2', 'place 3.2', 'bin 10.1'].toSorted(),
    );
  });

  test('a paragraph typed in is an addition where it stands', () => {
    const word = openWord(exported);
    word.paragraphAfter(at('2.2'), '3. 新增一项重点工作。建立月报制度（牵头部门：局办公室）。');
    const [added, ...more] = differences('plan.docx', word.bytes(), OFFICIAL);
    expect([added?.field, more]).toEqual(['add', []]);
    const outcome = takeSuggestions(OFFICIAL.plan, { list: [['s', open(added!)]] }, diceOf(6));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const plan = applyChanges(OFFICIAL.plan, outcome);
    const section = parentOf(plan, parentOf(plan, at('2.2')));
    expect(childrenOf(plan, section).map((id) => titleOf(plan, id))[2]).toBe('新增一项重点工作');
  });
});

describe('a copy nobody edited', () => {
  test('comes back without a difference, littered or not, whatever moved online', () => {
    const online = after(OFFICIAL, (plan) => retitle(plan, { id: at('5.1'), title: '另行安排' }));
    const word = openWord(exported);
    word.litter();
    expect(differences('plan.docx', exported, online)).toEqual([]);
    expect(differences('plan.docx', word.bytes(), online)).toEqual([]);
  });

  test.each(['txt', 'docx', 'xlsx', 'csv', 'md', 'opml', 'mm', 'xmind', 'mspdi', 'json'] as const)(
    'as %s changes nothing',
    async (id) => {
      for (const contents of [OFFICIAL, SAMPLE]) {
        const { file } = await runExport(id, { ...contents, today: TODAY }, { lang: 'zh' });
        const { ext } = EXPORTERS.find((each) => each.id === id)!;
        expect(differences(`plan.${ext}`, file, contents)).toEqual([]);
      }
    },
  );

  test('exported, read and exported five times is the same document', async () => {
    let contents = OFFICIAL;
    const first = parts(exported)['word/document.xml'];
    for (let round = 0; round < 5; round++) {
      const docx = await toDocx({ ...contents, today: TODAY }, { lang: 'zh' });
      expect(parts(docx)['word/document.xml']).toBe(first);
      const found = differences('plan.docx', docx, contents);
      expect(found).toEqual([]);
      contents = after(contents);
    }
  });
});

describe('saved by another office suite', () => {
  const saved = (docx: Uint8Array): Uint8Array | undefined => {
    if (!allPresent(['soffice'], 'no copy was saved by another office suite')) return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'guatu-lo-'));
    writeFileSync(join(folder, 'plan.docx'), docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'plan.docx')], { timeout: 120_000 }); // prettier-ignore
    const bytes = new Uint8Array(readFileSync(join(folder, 'out/plan.docx')));
    rmSync(folder, { recursive: true, force: true });
    return bytes;
  };

  test('a copy nobody edited changes nothing', () => {
    const docx = saved(exported);
    if (docx) expect(differences('plan.docx', docx, OFFICIAL)).toEqual([]);
  });

  test('an edited copy gives its six changes, against what it was exported with', () => {
    const docx = saved(edited());
    const online = after(OFFICIAL, (plan) => retitle(plan, { id: at('5.1'), title: '另行安排' }));
    if (docx)
      expect(shown(online.plan, differences('plan.docx', docx, online))).toEqual(
        ['title 1.2', 'title 9.1', 'title 20.1', 'lead 2.2', 'place 3.2', 'bin 10.1'].toSorted(),
      );
  });
});

describe('what an office sends back', () => {
  test('its own rows with their progress take nothing of the others away', async () => {
    const office = [...SAMPLE.plan.offices.values()].find(({ name }) => name === '局德育科')!.id;
    const { file } = await runExport('csv', { ...SAMPLE, today: TODAY }, { lang: 'zh', office });
    const sheet = String(file).replace(/,35%,/, ',60%,');
    const { part, differences: found } = compare(read('a.csv', sheet).reading, SAMPLE, TODAY, diceOf(5));
    expect(part).toBe(true);
    expect(found.map(({ field, was, now }) => [field, was, now])).toEqual([['progress', '35', '60']]);
  });
});

describe('a section so long that no suggestion can hold it', () => {
  test('comes in piece by piece, each below the one it belongs to', () => {
    const long = '字'.repeat(7_000);
    const text = `${write(OFFICIAL.plan)}\n九、新的部分\n29. 新的工作。${long}甲（牵头部门：局办公室）。${long}乙（牵头部门：局办公室）。${long}丙（牵头部门：局办公室）。\n`;
    const found = differences('a.txt', text, OFFICIAL);
    expect(found.length).toBeGreaterThan(1);
    for (const each of found) expect(each.now.length).toBeLessThan(20_000);
    const outcome = takeSuggestions(OFFICIAL.plan, { list: found.map((each, i) => [`s${i}`, open(each)]) }, diceOf(6));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const plan = applyChanges(OFFICIAL.plan, outcome);
    const item = [...plan.nodes.values()].find(({ title }) => title === '新的工作')!;
    expect(childrenOf(plan, item.id).map((id) => titleOf(plan, id).at(-1))).toEqual(['甲', '乙', '丙']);
    expect(differences('a.txt', text, { ...OFFICIAL, plan })).toEqual([]);
  });
});

describe('a revised text', () => {
  test('is told clause by clause with nothing but its words', () => {
    const text = write(OFFICIAL.plan)
      .replace('筹备工作', '前期筹备与保障工作')
      .replace('（牵头部门：局法制科）', '（牵头部门：局人事科）');
    expect(shown(OFFICIAL.plan, differences('a.txt', text, OFFICIAL))).toEqual(['lead 2.2', 'title 1.2']);
  });

  test('with its items in another order, at least 95 % of all nodes are found again', () => {
    const { plan } = OFFICIAL;
    const lines = write(plan).split('\n');
    const items = lines.flatMap((line, i) => (/^\d+\. /.test(line) ? [i] : []));
    // Two sections' items change places, every third item loses a tenth of its words.
    const swapped = [...lines];
    [swapped[items[3]!], swapped[items[10]!]] = [lines[items[10]!]!, lines[items[3]!]!];
    const reworded = swapped.map((line, i) =>
      items.indexOf(i) % 3 === 0 ? line.replace(/(?<=。.{4}).{2,4}(?=.{10})/, '') : line,
    );
    const found = differences('a.txt', reworded.join('\n'), OFFICIAL);
    const wrong = found.filter(({ field }) => field === 'add' || field === 'bin');
    expect(wrong.length / inOrder(plan).length).toBeLessThan(0.05);
  });
});

describe('made anew from its own copy', () => {
  /** What stands in the body, paragraph by paragraph, its invisible ids apart: those belong to each plan alone. */
  const written = (docx: Uint8Array): readonly string[] =>
    all(parseXml(parts(docx)['word/document.xml']!), 'w:p').map((each) => `${styleOf(each)} ${textOf(each)}`);

  test.each([
    ['the official text', OFFICIAL],
    ['the sample', SAMPLE],
  ] as const)('%s is the same document five plans later', async (_, first) => {
    let contents: Contents = first;
    const before = written(await toDocx({ ...contents, today: TODAY }, { lang: 'zh', annexes: 'none' }));
    expect(before.length).toBeGreaterThan(36);
    for (let round = 0; round < 5; round++) {
      const docx = await toDocx({ ...contents, today: TODAY }, { lang: 'zh', annexes: 'none' });
      contents = contentsOf(read('plan.docx', docx).reading, diceOf(round));
      const after = await toDocx({ ...contents, today: TODAY }, { lang: 'zh', annexes: 'none' });
      expect(written(after), `round ${round}`).toEqual(before);
    }
  });
});

test('edited in Word five times over, each round holds its own changes and those before', async () => {
  let contents = OFFICIAL;
  for (let round = 1; round <= 5; round++) {
    const word = openWord(await toDocx({ ...contents, today: TODAY }, { lang: 'zh' }));
    const clause = at(`${round + 10}.1`);
    word.reword(clause, titleOf(contents.plan, clause).slice(0, 4), `第${round}轮`);
    const found = differences('plan.docx', word.bytes(), contents);
    expect(shown(contents.plan, found)).toEqual([`title ${round + 10}.1`]);
    const taken = takeSuggestions(
      contents.plan,
      { list: found.map((each, index) => [`s${index}`, open(each)]) },
      diceOf(round),
    );
    contents = after(contents, () => taken);
    expect(titleOf(contents.plan, clause)).toMatch(new RegExp(`^第${round}轮`));
  }
  const text = write(contents.plan);
  for (let round = 1; round <= 5; round++) expect(text.split(`第${round}轮`)).toHaveLength(2);
});
