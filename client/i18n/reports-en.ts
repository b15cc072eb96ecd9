// Opinions, progress and the tables made from them, in English; the same keys as the Chinese table.
export const reportsEn = {
  'refuse.no-words': 'Please write something.',
  'refuse.no-reason': 'Please give the reason: an opinion not taken, or taken in part, needs one.',
};
