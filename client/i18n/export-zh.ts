// What the exports are called and ask, in Chinese. The words inside the files are theirs.
export const exportZh = {
  'export.docx': '公文 Word 文档（含任务清单、进度图）',
  'export.pdf': '{view} PDF',
  'export.txt': '要点正文',
  'export.xlsx': '任务清单 Excel 表格',
  'export.csv': '任务清单 CSV',
  'export.ics': '日历日程',
  'export.svg': '{view}矢量图',
  'export.png': '{view}图片',
  'export.mspdi': 'Microsoft Project 文件',
  'export.xmind': 'XMind 脑图',
  'export.mm': 'FreeMind 脑图',
  'export.opml': 'OPML 大纲',
  'export.md': 'Markdown 文本',
  'export.json': '计划文件（可再导入）',
  'export.failed': '没能生成文件。',

  'export.group.document': '文档',
  'export.group.table': '表格与日程',
  'export.group.picture': '图',
  'export.group.exchange': '交换',
} as const;
