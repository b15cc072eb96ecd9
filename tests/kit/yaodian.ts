// 要点 documents composed at random from the table of forms (docs/import.md), each with the truth it was made from.
import type { Dice } from '../../shared/model/plan.ts';
import { Hand } from './compose/hand.ts';
import { settle } from './compose/manner.ts';
import type { Manner, Placement } from './compose/manner.ts';
import { running } from './compose/running.ts';
import { tabled } from './compose/table.ts';
import type { Composed } from './compose/truth.ts';
import { ASSIST_WORDS, LEAD_WORDS } from './compose/vocabulary.ts';

export function compose(dice: Dice): Composed {
  const hand = new Hand(dice);
  const table = hand.chance(0.16);
  const outer = hand.choose(
    'level 1',
    table ? ['一、', ''] : ['一、', '一、', '一.', '（一）', '第一部分 ', '第一章 ', 'lost', 'none'],
  );
  const three = !table && outer !== '（一）' && outer !== 'lost' && outer !== 'none' && hand.chance(0.25);
  const marks = ['1. ', '1．', '1、', '１．', '1.', '(1)', '（1）', '①', '第一条 '];
  const item = table
    ? '1'
    : hand.choose('level 2', [
        ...marks,
        ...(outer !== '（一）' && !three && outer !== 'lost' && outer !== 'none'
          ? ['（一）', '(一)', '㈠', 'lost', 'dash']
          : []),
        ...(three ? ['1. '] : []),
      ]);
  const lostItems = item === 'lost' || item === 'dash';
  const titles = table
    ? 'none'
    : hand.choose(
        'title',
        lostItems
          ? ['full', item === 'dash' ? 'full' : 'line', 'framed']
          : ['full', 'full', 'line', 'colon', 'framed', 'none'],
      );
  const placements = placementsFor(titles, lostItems, !three && ['1. ', '1．', '1、'].includes(item));
  const roles = table ? 'table' : hand.choose('placement', placements);
  if (table) hand.made['placement'] = 'table';
  const manner: Manner = {
    outer: outer === 'lost' || outer === 'none' ? '' : outer,
    sub: three ? '（一）' : '',
    item: item === 'dash' ? '——' : lostItems ? '' : item,
    unnumbered: lostItems,
    wide: roles === 'item-lines' && hand.chance(0.3),
    restart:
      hand.choose(
        'numbering',
        item === '（一）' || item === '(一)' || item === '㈠' || item === '①' || three
          ? ['restart']
          : ['running', 'restart', 'odd'],
      ) === 'restart',
    titles,
    roles,
    leadWord: hand.choose('lead word', LEAD_WORDS),
    assistWord: hand.choose('assist word', ASSIST_WORDS),
    separator: hand.choose('separator', ['、', '、', '，', ',', '；', '/', ' ', '和']),
    between: hand.choose('between', ['；', '；', '，', ' ', ';']),
    colon: hand.pick(['：', '：', ':']),
    brackets: hand.pick([
      ['（', '）'],
      ['（', '）'],
      ['(', ')'],
      ['【', '】'],
      ['（', ')'],
    ]),
    first: !['behind', 'sentence', 'timed'].includes(roles) && hand.chance(0.12),
  };
  const adjusted = settle(manner);
  hand.made['rule'] = adjusted.first ? 'first leads' : 'none';
  return table ? tabled(hand, adjusted) : running(hand, adjusted, outer, three);
}

function placementsFor(titles: Manner['titles'], lost: boolean, grouping: boolean): readonly Placement[] {
  const anywhere: readonly Placement[] = ['clause-before', 'clause-after', 'behind', 'sentence', 'timed'];
  if (titles === 'none') return anywhere;
  if (lost || titles === 'framed') return [...anywhere, 'item-end', 'item-lines'];
  const grouped: readonly Placement[] = grouping && titles === 'line' ? ['group-lines', 'group-lines'] : [];
  return [...anywhere, 'clause-before', 'item-end', 'item-lines', 'item-head', ...grouped];
}
