import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../shared/carriers/reading.ts';
import { isRefusedCarrier, readCarrier } from '../../../shared/carriers/read.ts';
import { EXPORTERS, fileName, runExport } from '../../../shared/export/registry.ts';
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

async function readBack(id: (typeof EXPORTERS)[number]['id']): Promise<Reading> {
  const { file: made } = await runExport(id, { ...OFFICIAL, today: '2019-03-01' }, { lang: 'zh' });
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  const exporter = EXPORTERS.find((each) => each.id === id)!;
  const read = readCarrier({ name: fileName(OFFICIAL.plan, exporter, { lang: 'zh' }), bytes });
  if (isRefusedCarrier(read)) throw new Error(`${id}: ${read.refused} ${read.at}`);
  return read.reading;
}

describe('what we hand out, we read back', () => {
  test.each(['docx', 'xlsx', 'csv', 'md', 'opml', 'mm', 'xmind', 'mspdi', 'json'] as const)(
    '%s holds the 2019 plan: title, year, parts, items, clauses and leads',
    async (id) => {
      const [ours, text] = [await readBack(id), await readBack('txt')];
      expect(ours.nodes.map(shapeOf)).toEqual(text.nodes.map(shapeOf));
      expect([ours.title, ours.year]).toEqual([OFFICIAL.plan.meta.title, 2019]);
    },
  );
});
