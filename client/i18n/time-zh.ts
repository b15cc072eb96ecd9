// The sentences of time in Chinese: terms and teaching weeks on the chart, days read by them, years without a notice; zh.ts takes them in.
export const timeZh = {
  'cmd.chart.school': '显示或隐藏学期和周次',
  'refuse.no-terms': '本计划的日期内没有录入校历，可在“计划设置”的“学期”里录入。',

  'chart.critical': '关键路径',
  'chart.school': '学期和周次',

  'day.two-terms': '两个学期都有这一周，请写明学期，如“第一学期第3周周五”',
  'day.no-term': '校历没有录入这个学期或没有这一周，请在“计划设置”的“学期”里录入，或直接写日期',

  'unknown.enter': '粘贴通知录入',
  'set.following': '联动',
  'follow.hint': '前后有衔接关系的工作，前置改期以后怎么办。只对自己生效，不影响其他人。',
  'follow.when': '我改动前置工作时',
  'follow.name.never': '不提醒',
  'follow.what.never': '后续工作不动，也不提示；衔接不上的连线仍标红说明。',
  'follow.name.ask': '提议（通常）',
  'follow.what.ask': '列出后续工作可以改到哪天、因为什么，点了采纳才改。',
  'follow.name.auto': '自动带动',
  'follow.what.auto': '后续工作在同一步里跟着调整，列出每一项因为什么，可以一步撤销。',
  'follow.unknown-year': '（节假日安排未录入，没有避开）',

  'cmd.file.print': '打印…',
  'print.title': '打印',
  'print.go': '打印',
  'print.hint': '打印机的纸张请选同样大小，缩放选“实际大小”或“100%”。',
  'print.failed': '没能排好要打印的页。',
} as const;
