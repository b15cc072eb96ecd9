// The sentences of direct manipulation in Chinese: snapping, days off, marquee, undo of what others changed; zh.ts takes them in.
export const handsZh = {
  'snap.at': '对齐{name}（按住 Alt 不对齐）',
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
} as const;
