// A document in running text: headings, items, clauses, and who does them.
import { framed } from './frame.ts';
import type { Hand } from './hand.ts';
import { bracketed, heading, itemTitle, mark, pieces, sentence, trueClause, who } from './manner.ts';
import type { Manner, Tree } from './manner.ts';
import type { Composed } from './truth.ts';

export function running(hand: Hand, manner: Manner, outer: string, three: boolean): Composed {
  const tree: Tree = { sections: [], items: [], lines: [] };
  let n = hand.made['numbering'] === 'odd' ? hand.pick([0, 79]) : 0;
  let sections = 0;
  const items = (section: number | null): void => {
    const count = 1 + hand.upTo(3);
    for (let i = 0; i < count; i++) {
      n++;
      if (hand.made['numbering'] === 'odd' && hand.chance(0.08)) n += hand.pick([1, -1]);
      if (n < 1) n = 1;
      writeItem(hand, manner, tree, n, section);
    }
  };
  if (outer === 'none') items(null);
  else
    for (let s = 0; s < 1 + hand.upTo(3); s++) {
      const title = heading(hand);
      sections++;
      tree.sections.push({ number: sections, title, level: 1, parent: null });
      tree.lines.push(`${mark(manner.outer, sections)}${title}${hand.chance(0.1) && manner.outer ? '。' : ''}`);
      if (manner.restart) n = 0;
      const own = tree.sections.length - 1;
      if (!three) items(own);
      else
        for (let k = 1; k <= 1 + hand.upTo(2); k++) {
          const sub = itemTitle(hand);
          tree.sections.push({ number: k, title: sub, level: 2, parent: own });
          tree.lines.push(mark(manner.sub, k) + sub);
          if (manner.restart) n = 0;
          items(tree.sections.length - 1);
        }
    }
  return framed(hand, manner, tree);
}

export function writeItem(hand: Hand, manner: Manner, tree: Tree, n: number, section: number | null): void {
  const { titles, roles } = manner;
  const grouped = roles === 'group-lines';
  const once = roles === 'item-end' || roles === 'item-lines' || roles === 'item-head';
  const count = once ? 1 : grouped ? 1 + hand.upTo(2) : hand.upTo(3);
  const title = itemTitle(hand);
  const texts = Array.from({ length: count }, () =>
    Array.from({ length: titles === 'none' ? 1 : hand.upTo(2) }, () => sentence(hand)).join('。'),
  );
  const all = who(hand, manner);
  const whose = texts.map((_, i) => (grouped || i === 0 ? all : who(hand, manner)));
  const clauses = texts.map((text, i) => trueClause(text, whose[i]!));
  const named = titles === 'none' ? [...texts[0]!].slice(0, 20).join('') : title;
  // Without a mark there is nothing to read a number from: it counts on.
  const number = manner.unnumbered ? tree.items.length + 1 : n;
  tree.items.push({ number, title: named, section, clauses });
  const head = mark(manner.item, n) + (titles === 'none' ? '' : titles === 'framed' ? `【${title}】` : title);
  const shared = whose[0]!;
  const stop = titles === 'full' ? '。' : titles === 'colon' ? '：' : '';
  const body =
    roles === 'item-end'
      ? `${texts[0]}${hand.pick([`。${bracketed(hand, manner, shared)}`, `${bracketed(hand, manner, shared)}。`])}`
      : once
        ? `${texts[0]}。`
        : texts
            .map((text, i) =>
              roles === 'clause-after'
                ? `${text}。${bracketed(hand, manner, whose[i]!)}`
                : roles === 'sentence'
                  ? `${text}${hand.pick(['，', '。'])}${bracketed(hand, manner, whose[i]!)}。`
                  : `${text}${bracketed(hand, manner, whose[i]!)}。`,
            )
            .join('');
  if (grouped) {
    const lines = pieces(hand, manner, shared).map((piece) => piece.replace(/[:：]$/, '：无'));
    tree.lines.push(head, ...texts.map((text, i) => `（${i + 1}）${text}。`), ...lines);
    return;
  }
  const own = roles === 'item-head' ? bracketed(hand, manner, shared) : '';
  if (titles === 'line') {
    tree.lines.push(head + own, body);
  } else tree.lines.push(head + own + stop + body);
  if (roles === 'item-lines')
    tree.lines.push(...pieces(hand, manner, shared).map((piece) => piece.replace(/[:：]$/, '：无')));
}
