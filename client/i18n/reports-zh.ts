// 征求意见, 进展 and the tables made from them, in Chinese.
export const reportsZh = {
  'refuse.no-words': '请写下内容。',
  'refuse.no-reason': '请写明理由：未采纳或部分采纳的意见都要有理由。',
} as const;
