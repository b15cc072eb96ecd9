// What the exports are called and ask, in English; the same keys as the Chinese table.
import type { exportZh } from './export-zh.ts';

export const exportEn: Readonly<Record<keyof typeof exportZh, string>> = {
  'export.docx': 'Official Word document with task list and chart',
  'export.pdf': '{view}, PDF',
  'export.txt': 'The official text',
  'export.xlsx': 'Task list, Excel workbook',
  'export.csv': 'Task list, CSV',
  'export.ics': 'Calendar events',
  'export.svg': '{view}, vector picture',
  'export.png': '{view}, picture',
  'export.mspdi': 'Microsoft Project file',
  'export.xmind': 'XMind mind map',
  'export.mm': 'FreeMind mind map',
  'export.opml': 'OPML outline',
  'export.md': 'Markdown text',
  'export.json': 'Plan file, lossless',
  'export.failed': 'The file could not be made.',

  'export.group.document': 'Documents',
  'export.group.table': 'Tables and dates',
  'export.group.picture': 'Pictures',
  'export.group.exchange': 'For other programs',
};
