// 征求意见, 进展 and the tables made from them, in Chinese.
export const reportsZh = {
  'refuse.no-words': '请写下内容。',
  'refuse.no-reason': '请写明理由：未采纳或部分采纳的意见都要有理由。',

  'cmd.report.add': '记一笔进展',
  'cmd.report.drop': '删去一笔进展',
  'cmd.opinion.give': '提意见',
  'cmd.opinion.bring': '带入意见',
  'cmd.opinion.answer': '答复意见',

  'report.title': '进展记录',
  'report.words': '做了什么，一句话',
  'report.progress': '完成百分比',
  'report.percent': '完成{n}%',
  'report.add': '记一笔',

  'opinion.title': '征求意见',
  'opinion.give': '提意见…',
  'opinion.words': '对这一条的意见',
  'opinion.office': '提意见的部门',
  'opinion.no-office': '不指明部门',
  'opinion.keep': '提交',
  'opinion.answer': '采纳情况',
  'opinion.open': '待答复',
  'opinion.taken': '采纳',
  'opinion.part': '部分采纳',
  'opinion.left': '未采纳',
  'opinion.reason': '理由（可不填）',
  'opinion.reason.needed': '理由（必填）',
} as const;
