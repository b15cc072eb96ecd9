// Opinions, progress and the tables made from them, in English; the same keys as the Chinese table.
export const reportsEn = {
  'refuse.no-words': 'Please write something.',
  'refuse.no-reason': 'Please give the reason: an opinion not taken, or taken in part, needs one.',

  'cmd.report.add': 'Note progress',
  'cmd.report.drop': 'Remove a note of progress',
  'cmd.opinion.give': 'Give an opinion',
  'cmd.opinion.bring': 'Bring opinions in',
  'cmd.opinion.answer': 'Answer an opinion',

  'report.title': 'Progress so far',
  'report.words': 'What was done, in a sentence',
  'report.progress': 'Percent done',
  'report.percent': '{n}% done',
  'report.add': 'Note',

  'opinion.title': 'Opinions',
  'opinion.give': 'Give an opinion…',
  'opinion.words': 'Your opinion on this',
  'opinion.office': 'The office whose opinion it is',
  'opinion.no-office': 'No office named',
  'opinion.keep': 'Send',
  'opinion.answer': 'What became of it',
  'opinion.open': 'Not answered',
  'opinion.taken': 'Taken',
  'opinion.part': 'Taken in part',
  'opinion.left': 'Not taken',
  'opinion.reason': 'Reason, if any',
  'opinion.reason.needed': 'Reason, needed',
};
