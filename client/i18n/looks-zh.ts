// The sentences of kept views in Chinese; zh.ts takes them in.
export const looksZh = {
  looks: '视图',
  'looks.usual': '默认视图',
  'looks.all': '全体',
  'looks.office': '我科室',
  'looks.mine': '只有我',
  'looks.manage': '保存与管理视图…',
  'looks.keep': '保存视图',
  'looks.what': '记下现在的列、排序或泳道、分组和筛选，以后一按就回来；不改动计划的内容。',
  'looks.name': '视图名称',
  'looks.for': '给谁用',
  'looks.ok': '保存',
  'looks.drop': '删除视图“{name}”',
  'looks.link': '复制视图“{name}”的链接',
  'looks.link.what': '有权看这份计划的人打开它，就是这个视图。',
} as const;
