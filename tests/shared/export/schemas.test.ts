// XML files against schemas, by a validator that is not ours: names, order, types, allowed values, and that every reference has its end.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { runExport } from '../../../shared/export/registry.ts';
import type { ExportId, ExportInput } from '../../../shared/export/format.ts';
import { applyChanges } from '../../../shared/ops/change.ts';
import type { Change } from '../../../shared/ops/change.ts';
import { allPresent } from '../../programs.mjs';
import { OFFICIAL, SAMPLE, contentsOfOutlines } from './kit.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'guatu-schemas-'));
const installed = allPresent(['xmllint'], 'no file was held to its schema');

/** Everything that is awkward: long words, marks, every link type, baselines, a year no notice knows, nothing at all. */
function awkward(): ExportInput {
  const long = '长'.repeat(700);
  const leaf = (title: string, from: string, to: string) =>
    ({
      kind: 'clause',
      title,
      lead: ['甲科<&>', '乙科'],
      assist: ['丙科'],
      span: { start: from, end: to },
      deliverable: long,
    }) as const;
  const contents = contentsOfOutlines([
    {
      kind: 'section',
      title: long,
      children: [
        {
          kind: 'item',
          title: '项 "引号" <尖> & ]]>',
          children: [
            leaf('甲一', '2019-03-01', '2019-04-30'),
            leaf('甲二', '2019-05-01', '2019-05-31'),
            leaf('甲三', '2019-06-03', '2019-06-28'),
            leaf('甲四', '2030-07-01', '2030-07-31'),
            {
              kind: 'clause',
              title: '甲五\n两行',
              children: [{ kind: 'milestone', title: '节点', span: { start: '2019-09-02', end: '2019-09-02' } }],
            },
          ],
        },
      ],
    },
  ]);
  const ids = [...contents.plan.nodes.values()].filter(({ kind }) => kind === 'clause').map(({ id }) => id);
  const types = ['FS', 'SS', 'FF', 'SF'] as const;
  const changes = types.map((type, at): Change => ({
    do: 'link',
    from: ids[at]!,
    to: ids[at + 1]!,
    type,
    lag: at - 1,
  }));
  return { ...contents, plan: applyChanges(contents.plan, changes), today: '2019-06-18' };
}

const plans: readonly (readonly [string, ExportInput])[] = [
  ['the sample', { ...SAMPLE, today: '2019-06-18' }],
  ['the official text', { ...OFFICIAL, today: '2019-06-18' }],
  ['an awkward plan', awkward()],
];

const FILES: [id: ExportId, schema: string, part: string][] = [
  ['mspdi', 'mspdi', ''],
  ['opml', 'opml', ''],
  ['mm', 'freemind', ''],
  ['xmind', 'xmind', 'content.xml'],
];

describe.each(plans)('%s', (name, input) => {
  test.runIf(installed).each(FILES)('as %s keeps to its schema', async (id, schema, part) => {
    const { file } = await runExport(id, input, { lang: 'zh' });
    const xml = typeof file === 'string' ? file : strFromU8(part ? unzipSync(file)[part]! : file);
    expect(complaints(schema, xml), name).toBe('');
  });
});

test.runIf(installed)('the schemas refuse what is out of order, of a wrong kind, or leads nowhere', async () => {
  const { file } = await runExport('mspdi', awkward(), { lang: 'zh' });
  const xml = String(file);
  for (const [from, to] of [
    [/<Milestone>(\d)<\/Milestone><Summary>(\d)<\/Summary>/, '<Summary>$2</Summary><Milestone>$1</Milestone>'],
    [/<Start>[^<]*/, '<Start>2019-03-01'],
    [/<PredecessorUID>\d+/, '<PredecessorUID>999'],
    [/<ResourceUID>\d+/, '<ResourceUID>999'],
    [/<Priority>\d+/, '<Priority>1001'],
  ] as const) {
    expect(from.test(xml), String(from)).toBe(true);
    expect(complaints('mspdi', xml.replace(from, to)), String(from)).not.toBe('');
  }
});

const judge = allPresent(['jsonschema'], 'no plan file was held to its published schema');

test.runIf(judge).each(plans)('%s as a plan file keeps to the published schema', async (_, input) => {
  const { file } = await runExport('json', input, { lang: 'zh' });
  expect(jsonComplaints(JSON.parse(String(file)))).toBe('[]');
});

test.runIf(judge)('the published schema refuses a span that is no day, and a kind nobody knows', async () => {
  const { file } = await runExport('json', awkward(), { lang: 'zh' });
  for (const [from, to] of [
    ['"2019-03-01"', '"2019-3-1"'],
    ['"clause"', '"sentence"'],
  ] as const) {
    expect(String(file)).toContain(from);
    expect(jsonComplaints(JSON.parse(String(file).replace(from, to))), from).not.toBe('[]');
  }
});

/** By the reference implementation in Python. */
function jsonComplaints(value: unknown): string {
  const path = join(FOLDER, 'plan.json');
  writeFileSync(path, JSON.stringify(value));
  const script = [
    'import json, sys',
    'from jsonschema.validators import validator_for',
    'schema, plan = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])',
    'judge = validator_for(schema)',
    'judge.check_schema(schema)',
    'print([error.message[:200] for error in judge(schema).iter_errors(plan)])',
  ];
  const asked = ['-W', 'ignore', '-c', script.join('\n'), 'docs/plan-file.schema.json', path];
  return execFileSync('python3', asked, { encoding: 'utf8' }).trim();
}

function complaints(schema: string, xml: string): string {
  const path = join(FOLDER, `${schema}.xml`);
  writeFileSync(path, xml);
  try {
    const asked = ['--noout', '--huge', '--nonet', '--schema', `tests/golden/schemas/${schema}.xsd`, path];
    execFileSync('xmllint', asked, { stdio: 'pipe' });
    return '';
  } catch (fault) {
    return String((fault as { stderr: Buffer }).stderr);
  }
}
