// The plan as an official document (GB/T 9704-2012): the text, 附件1 任务清单 across the sheet, 附件2 进度图. Pure: the same input gives the same bytes.
import { Document } from 'docx';
import { todayFor } from '../model/schedule.ts';
import { legalXml } from './clean.ts';
import { chart } from './docx/chart.ts';
import { baseParts, withBase } from './docx/base.ts';
import { body } from './docx/body.ts';
import { pack } from './docx/pack.ts';
import { turned, upright } from './docx/page.ts';
import { coreXml, fontTableXml, stylesXml } from './docx/styles.ts';
import { noteParagraphs, taskTable } from './docx/table.ts';
import { paragraph } from './docx/text.ts';
import { TURNED } from './gongwen.ts';
import { titleLines } from './lines.ts';
import type { ExportInput, ExportOptions } from './format.ts';
import { counter, table } from './reports/docx.ts';
import { findingTable } from './reports/findings.ts';
import type { ReportTable } from './reports/report.ts';
import { taskList } from './tasks.ts';
import { longRemarks, shownColumns } from './tasktable.ts';
import { besideOf } from './beside.ts';
import { baselinesIn } from './chart.ts';
import { entriesIn, partOf } from './filter.ts';
import { SAMPLE_NOTICE, titleOf } from './words.ts';

export async function toDocx(contents: ExportInput, options: ExportOptions): Promise<Uint8Array> {
  const { today, id } = contents;
  const bare = options.annexes === 'none';
  const { meta } = contents.plan;
  const title = legalXml(titleOf(meta));
  const part = partOf(contents.plan, options);
  const checked = options.annexes === 'checked' ? findingTable(contents.plan) : undefined;
  const names = bare
    ? []
    : [`${title}任务清单${part}`, `${title}进度图${part}`, ...(checked ? [legalXml(checked.title)] : [])];
  const notice = meta.sample ? SAMPLE_NOTICE : '';
  const clock = todayFor(contents.plan, today);
  const { plan } = contents;
  const entries = entriesIn(taskList(contents, clock), plan, clock, options);
  const columns = shownColumns(entries, besideOf(plan, baselinesIn(plan, options)), meta.year);
  const notes = longRemarks(entries);
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    sections: [upright([...body(contents.plan, names)], notice), ...(bare ? [] : await annexes())],
  });
  async function annexes() {
    const list = [...annexHead(1, names[0]!), taskTable(entries, notes, columns), ...noteParagraphs(notes)];
    const picture = await chart(contents.plan, clock, names[1]!, options);
    return [
      turned(list, notice),
      turned([...annexHead(2, names[1]!), ...picture], notice),
      ...(checked ? [turned([...annexHead(3, names[2]!), ...findings(checked, contents.address)], notice)] : []),
    ];
  }
  const parts = {
    'word/styles.xml': stylesXml(),
    'word/fontTable.xml': fontTableXml(),
    'docProps/core.xml': coreXml(title, clock),
  };
  return pack(document, parts, (lists) => ({ ...withBase(lists), ...baseParts(contents.plan, id) }));
}

function findings(report: ReportTable, address: string | undefined) {
  const lines = report.lines.map((line) => paragraph('GwCell', line, { spacing: { after: 80 } }));
  return [...lines, table(report, { count: counter(FIRST_REF), address }), paragraph('GwCell', '')];
}

/** Above the ids of the text's own controls. */
const FIRST_REF = 1_000_000;

/** 7.3.7: 附件 and its number on the first line at the left, its title centred on the third. */
function annexHead(number: number, title: string) {
  return [
    paragraph('GwAnnex', `附件${number}`),
    paragraph('GwAnnex', ''),
    paragraph('GwTitle', titleLines(title, TURNED.block.width).join('\n'), { spacing: { after: 160 } }),
  ];
}
