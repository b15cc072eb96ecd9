// The sentences of time in Chinese: terms and teaching weeks on the chart, days read by them, years without a notice; zh.ts takes them in.
export const timeZh = {
  'cmd.chart.school': '显示或隐藏学期和周次',
  'refuse.no-terms': '本计划的日期内没有录入校历，可在“计划设置”的“学期”里录入。',

  'chart.critical': '关键路径',
  'chart.school': '学期和周次',

  'day.two-terms': '两个学期都有这一周，请写明学期，如“第一学期第3周周五”',
  'day.no-term': '校历没有录入这个学期或没有这一周，请在“计划设置”的“学期”里录入，或直接写日期',
} as const;
