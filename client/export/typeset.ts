// Where a file is made: here, or by the server, which has the office's fonts. Says in words what must be told about it.
import type { Choices, ExportId, Made } from '../../shared/export/format.ts';
import { noticeText } from '../../shared/export/notices.ts';
import type { Notice } from '../../shared/export/notices.ts';
import { exporterOf } from '../../shared/export/registry.ts';
import type { Lang } from '../../shared/layout/words.ts';
import type { Id } from '../../shared/model/plan.ts';
import { NOTICES, exportPath } from '../../shared/protocol/api.ts';
import type { Refused } from '../../shared/protocol/api.ts';
import { translate } from '../i18n/t.ts';
import { makeFile } from './job.ts';
import type { Hears } from './job.ts';
import { readyType } from './type.ts';

/** A notice in words. */
export interface Told {
  readonly code: string;
  readonly message: Refused['message'];
}

/** It names characters that no font has. */
export const isLack = ({ code }: Told): boolean => code === 'glyphs';

type Task = Parameters<typeof makeFile>[0];
type Loose = Pick<Made, 'file'> & { readonly notices: readonly Told[] };

export async function whereFontsAre(id: Id, task: Task, hears: Hears): Promise<Loose> {
  const { fonts, raster } = exporterOf(task.format)!;
  if (fonts) return typeset(id, task, hears);
  const made = inWords(await makeFile(task, hears));
  // This machine's fonts lack something of the picture: the server's may have it.
  if (raster !== 'must' || !made.notices.some(isLack)) return made;
  return fromServer(id, task.format, task.choices, hears.signal).catch((fault: unknown) => {
    if (hears.signal?.aborted) throw fault;
    return made;
  });
}

/** By the server, which has the office's fonts; where it cannot be reached, here, in ours. */
async function typeset(id: Id, task: Task, hears: Hears): Promise<Loose> {
  try {
    return await fromServer(id, task.format, task.choices, hears.signal);
  } catch (fault) {
    // What the network fails with; a refusal has words of its own.
    if (!(fault instanceof TypeError)) throw fault;
    const fonts = await readyType().catch(() => undefined);
    if (!fonts) throw new Error(translate(task.choices.lang, 'export.no-type'), { cause: fault });
    const { file, notices } = inWords(await makeFile({ ...task, fonts }, hears));
    return { file, notices: [...notices, HERE] };
  }
}

const HERE: Told = {
  code: 'made here',
  message: { zh: translate('zh', 'export.made-here'), en: translate('en', 'export.made-here') },
};

/** Type is set where the fonts are: the office's own and the one that comes with us are too large to send to every page. */
async function fromServer(
  plan: Id,
  format: ExportId,
  choices: Choices & { readonly lang: Lang },
  signal: AbortSignal | null = null,
): Promise<Loose> {
  const { lang, screen, ...others } = choices;
  const body = { ...others, lang, screen: screen && JSON.stringify(screen) };
  const answer = await fetch(exportPath(plan, format), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(Object.entries(body).filter(([, value]) => value))),
    signal,
  });
  if (!answer.ok) throw new Error(((await answer.json()) as Refused).message[lang]);
  const said = JSON.parse(decodeURIComponent(answer.headers.get(NOTICES) ?? '[]')) as readonly Said[];
  const notices = said.map(({ code, ...message }) => ({ code, message }));
  return { file: new Uint8Array(await answer.arrayBuffer()), notices };
}

/** As the header of an exported file holds it. */
type Said = Refused['message'] & Pick<Told, 'code'>;

function inWords({ file, notices }: Made): Loose {
  const said = (notice: Notice): Told => ({
    code: notice.code,
    message: { zh: noticeText(notice, 'zh'), en: noticeText(notice, 'en') },
  });
  return { file, notices: notices.map(said) };
}
