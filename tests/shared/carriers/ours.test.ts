import { describe, expect, test } from 'vitest';
import { isRefusedCarrier, readCarrier } from '../../../shared/carriers/read.ts';
import { EXPORTERS, runExport } from '../../../shared/export/registry.ts';
import { OFFICIAL } from '../export/kit.ts';

interface Shape {
  readonly kind: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly children: readonly Shape[];
}

function shapeOf({ kind, title, lead, children }: Shape): Shape {
  return { kind, title: title.replace(/。$/, ''), lead: [...lead], children: children.map(shapeOf) };
}

async function readBack(id: (typeof EXPORTERS)[number]['id']): Promise<readonly Shape[]> {
  const { file: made } = await runExport(id, { ...OFFICIAL, today: '2019-03-01' }, { lang: 'zh' });
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  const { ext } = EXPORTERS.find((each) => each.id === id)!;
  const read = readCarrier({ name: `plan.${ext}`, bytes });
  if (isRefusedCarrier(read)) throw new Error(`${id}: ${read.refused} ${read.at}`);
  return read.reading.nodes.map(shapeOf);
}

describe('what we hand out, we read back', () => {
  test.each(['docx', 'xlsx', 'csv', 'md', 'opml', 'mm', 'xmind', 'mspdi', 'json'] as const)(
    '%s holds the 2019 plan: parts, items, clauses and leads',
    async (id) => {
      expect(await readBack(id)).toEqual(await readBack('txt'));
    },
  );
});
