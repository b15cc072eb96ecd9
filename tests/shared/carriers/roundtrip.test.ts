// Out and in again: what each format can say comes back as it was, node by node: order, dates, notes, links. What it cannot say is written here.
import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../../shared/carriers/contents.ts';
import { noteText } from '../../../shared/doc/notes.ts';
import type { Contents } from '../../../shared/export/json.ts';
import { EXPORTERS, runExport } from '../../../shared/export/registry.ts';
import { ancestors, inOrder } from '../../../shared/model/tree.ts';
import { diceOf } from '../../kit/plan.ts';
import type { Id, Outline } from '../../../shared/model/plan.ts';
import { SAMPLE, contentsOfOutlines } from '../export/kit.ts';
import { read } from './kit.ts';

type Fact = 'span' | 'progress' | 'note' | 'lead' | 'assist' | 'deliverable' | 'status';

/** What each format says of a node, beside its kind, its words and its place. */
const SAYS = {
  json: ['span', 'progress', 'note', 'lead', 'assist', 'deliverable', 'status'],
  mspdi: ['span', 'progress', 'note', 'lead', 'assist', 'deliverable', 'status'],
  opml: ['span', 'progress', 'note', 'lead', 'assist', 'deliverable', 'status'],
  mm: ['span', 'progress', 'note', 'lead', 'assist', 'deliverable', 'status'],
  xmind: ['span', 'progress', 'note', 'lead', 'assist', 'deliverable', 'status'],
  xlsx: ['span', 'progress', 'note', 'lead', 'assist', 'deliverable', 'status'],
  csv: ['span', 'progress', 'note', 'lead', 'assist', 'deliverable', 'status'],
  md: ['span', 'progress', 'note', 'lead', 'assist', 'deliverable', 'status'],
} as const satisfies Record<string, readonly Fact[]>;

async function again(id: keyof typeof SAYS): Promise<Contents> {
  const { file } = await runExport(id, { ...SAMPLE, today: '2019-03-01' }, { lang: 'zh' });
  const { ext } = EXPORTERS.find((each) => each.id === id)!;
  // A list leaves the year to its name.
  return contentsOf(read(`2019年青浦教育工作要点.${ext}`, file).reading, diceOf(1));
}

function factsOf({ plan, notes }: Contents, id: Id, says: readonly Fact[]): string {
  const { kind, title, span, progress, deliverable, status, lead, assist } = plan.nodes.get(id)!;
  const names = (marks: typeof lead): string =>
    [...marks.keys()].map((office) => plan.offices.get(office)!.name).join('、');
  const note = notes.get(id);
  const facts: Record<Fact, string> = {
    span: span ? `${span.start}..${span.end}` : '',
    progress: progress === undefined ? '' : `${progress}%`,
    note: note ? noteText(note).trim() : '',
    lead: names(lead),
    assist: names(assist),
    deliverable: deliverable ?? '',
    status: status ? `${status.light} ${status.reason}` : '',
  };
  return [kind, title.replace(/。$/, ''), ...says.map((fact) => `${fact}=${facts[fact]}`)].join(' | ');
}

describe('out and in again', () => {
  test.each(Object.keys(SAYS) as (keyof typeof SAYS)[])('%s', async (id) => {
    const back = await again(id);
    const lines = (contents: Contents): readonly string[] =>
      inOrder(contents.plan).map((node) => factsOf(contents, node, SAYS[id]));
    // A list gives milestones a column of their own, so they stand before the tasks of their measure.
    const listed = id === 'xlsx' || id === 'csv';
    const put = (all: readonly string[]): readonly string[] => (listed ? all.toSorted() : all);
    expect(put(lines(back))).toEqual(put(lines(SAMPLE)));
  });

  test('links between work come back from a project file and a plan file', async () => {
    const titled = ({ plan }: Contents): readonly string[] =>
      [...plan.links.values()]
        .map(({ from, to, type, lag }) => `${plan.nodes.get(from)!.title} ${type}+${lag} ${plan.nodes.get(to)!.title}`)
        .toSorted();
    for (const id of ['mspdi', 'json'] as const) expect(titled(await again(id))).toEqual(titled(SAMPLE));
  });

  test('a project file of ours leaves nothing to be doubted, though each start is held', async () => {
    const { file } = await runExport('mspdi', { ...SAMPLE, today: '2019-03-01' }, { lang: 'zh' });
    expect(read('2019年要点.xml', file).reading.doubts).toEqual([]);
  });
});

/** Two hundred nodes with words that mean something to one format or another, in an order that is not the alphabet's. */
function forest(): Contents {
  const odd = [
    '“四个一批”<重点>&《方案》',
    '条款1. 不是编号 # 也不是标题',
    '- 短横、*星号*、_下划线_、`反引号`',
    '[链接](不是链接) ![图](无)',
    'emoji🎉与\\反斜杠\\',
    '“引号”与"直引号"、\'撇号\'',
    '　全角空格与 半角',
    '| 竖线 | 表格 |',
  ];
  let count = 0;
  const title = (): string => `${odd[count % odd.length]!.trim()}${200 - count++}`;
  const note = (): Pick<Outline, 'note'> =>
    count % 3 === 0 ? { note: `备注第${count}条\n第二行 <b>&amp;\n- 不是列表` } : {};
  const work = (): Outline => ({ kind: 'clause', title: title(), ...note() });
  const item = (): Outline => ({ kind: 'item', title: title(), ...note(), children: [work(), work(), work()] });
  const outlines = Array.from({ length: 8 }, (): Outline => ({
    kind: 'section',
    title: title(),
    ...note(),
    children: [item(), item(), item(), item(), item(), item()],
  }));
  return contentsOfOutlines(outlines, { title: '2019年往返' });
}

test.each(['md', 'opml', 'mm', 'xmind'] as const)(
  'two hundred nodes with odd words go out and in by %s',
  async (id) => {
    const made = forest();
    expect(made.plan.nodes.size).toBe(200);
    const { file } = await runExport(id, { ...made, today: '2019-03-01' }, { lang: 'zh' });
    const { ext } = EXPORTERS.find((each) => each.id === id)!;
    const back = contentsOf(read(`2019年往返.${ext}`, file).reading, diceOf(1));
    const lines = (contents: Contents): readonly string[] =>
      inOrder(contents.plan).map(
        (node) => `${ancestors(contents.plan, node).length} ${factsOf(contents, node, ['note'])}`,
      );
    expect(lines(back)).toEqual(lines(made));
  },
);
