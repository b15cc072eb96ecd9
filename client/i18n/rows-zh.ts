// The sentences of lanes, filters, columns and search in Chinese; zh.ts takes them in.
export const rowsZh = {
  'cmd.lanes.tree': '甘特图按章节排列',
  'cmd.lanes.lead': '甘特图按牵头部门分泳道',
  'cmd.lanes.quarter': '甘特图按完成季度分泳道',
  'cmd.lanes.light': '甘特图按状态分泳道',

  'cmd.lanes.fold': '收起或展开泳道',

  'filter.bar': '正在筛选',
  'filter.text': '“{text}”',
  'filter.count': '{n} / {m} 条',
  'filter.none': '没有符合条件的工作',
  'filter.gone': '已不在计划里',
  'filter.undated': '待定',
  'filter.lacks': '待补',
  'filter.period': '时段',
  'filter.period.now': '本月',
  'filter.period.next': '下月',
  'filter.period.from': '从',
  'filter.period.to': '到',
  'filter.period.what': '这段时间里有一天在做的工作。',

  lanes: '分组',
  'lanes.tree': '按章节',
  'lanes.lead': '按牵头部门',
  'lanes.quarter': '按完成季度',
  'lanes.light': '按状态',
} as const;
