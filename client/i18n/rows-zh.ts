// The sentences of lanes, filters, columns and search in Chinese; zh.ts takes them in.
export const rowsZh = {
  'cmd.lanes.tree': '甘特图按章节排列',
  'cmd.lanes.lead': '甘特图按牵头部门分泳道',
  'cmd.lanes.quarter': '甘特图按完成季度分泳道',
  'cmd.lanes.light': '甘特图按状态分泳道',

  'cmd.lanes.fold': '收起或展开泳道',

  lanes: '分组',
  'lanes.tree': '按章节',
  'lanes.lead': '按牵头部门',
  'lanes.quarter': '按完成季度',
  'lanes.light': '按状态',
} as const;
