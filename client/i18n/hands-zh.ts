// The sentences of direct manipulation in Chinese: snapping, days off, marquee, undo of what others changed; zh.ts takes them in.
export const handsZh = {
  'snap.at': '对齐{name}（按住 Alt 不对齐）',
  'snap.touch': '对齐{name}',
  'snap.start.xun': '旬首',
  'snap.end.xun': '旬末',
  'snap.start.month': '月初',
  'snap.end.month': '月末',
  'snap.start.quarter': '季初',
  'snap.end.quarter': '季末',
  'snap.start.year': '年初',
  'snap.end.year': '年末',
  'snap.start.term': '开学',
  'snap.end.term': '学期末',
  'snap.start.break': '假期首日',

  'cmd.time.off-earlier': '落在休息日的，提前到工作日',
  'cmd.time.off-later': '落在休息日的，顺延到工作日',
  'cmd.time.off-keep': '落在休息日的，保留原样',
  'rest.day': '{day}（{name}）',
  'rest.and': '、',
  'rest.said': '{days}落在休息日。',
  'rest.many': '有{n}项的起止落在休息日。',
  'rest.earlier': '提前到工作日',
  'rest.later': '顺延到工作日',
  'rest.keep': '就放这天',
  'rest.how': '按逗号提前到工作日，按句号顺延到工作日，按 Esc 不改。',

  'gantt.hint.own': '现在按下级汇总；在这一行的空白处拖出自己的起止，或按 D',
  'pick.count': '框选{n}项',
  'moved.later': '{who}把{n}项工作一起推后了{days}天。',
  'moved.earlier': '{who}把{n}项工作一起提前了{days}天。',
  'moved.show': '看看是哪些',

  'drag.gone': '刚刚被别人移走了，松手不会改动',
  'cmd.tree.add-row': '在下面加一行',

  'day.ends': '到{day}，按回车采用',
  'day.hint.length': '如 9/2、4个工作日',

  'marker.flag': '标线：{name}，{day}',
  'marker.chair': '标线由主持人改动',
  'marker.how': '拖动或按空格拿起，改标线的日期',
} as const;
