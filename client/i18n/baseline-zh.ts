// The sentences of baselines in Chinese; zh.ts takes them in.
export const baselineZh = {
  'cmd.baseline.open': '基线：原定与现定…',
  'cmd.baseline.keep': '存为基线',
  'cmd.baseline.drop': '删去基线',
  'cmd.baseline.restore': '恢复基线',
  'cmd.baseline.show': '显示或隐藏基线',

  'refuse.baseline-taken': '已有叫“{name}”的基线。请换个名字，或先删去它。',
  'refuse.no-dates': '计划还是空的，没有可存的。',

  'baseline.title': '基线',
  'baseline.what':
    '把现在的日期和文字存为原定：以后日期有变，图上和详情里都能看出差了几天；文字有变，可导出新旧对照表和花脸稿。',
  'baseline.chair': '勾选后，图上显示原定日期和相差的天数。基线由主持人保存。',
  'baseline.none': '还没有基线。',
  'baseline.usual': '定稿',
  'baseline.name': '基线名称',
  'baseline.keep': '保存',
  'baseline.moved': '{n}项有变',
  'baseline.remove': '删去',
  'baseline.drop': '删去“{name}”',
  'baseline.gone': '“{name}”已删去。',
  'baseline.two': '图上最多同时显示两条：先选的是实线，后选的是虚线。',
  'baseline.was-now': '原定{was} · 现定{now}{by}',
  'baseline.by': '（{days}）',
} as const;
