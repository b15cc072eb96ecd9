// The nodes of a reading as rows, each with the number it will bear.
import type { ReadNode } from '../../../shared/carriers/reading.ts';
import { chineseNumber } from '../../../shared/model/numbering.ts';

export interface Row {
  readonly node: ReadNode;
  readonly depth: number;
  readonly above: ReadNode | undefined;
  readonly mark: string;
}

export function rowsOf(nodes: readonly ReadNode[], depth = 0, above?: ReadNode, item = { n: 0 }): readonly Row[] {
  let n = 0;
  return nodes.flatMap((node) => {
    if (node.kind === 'item') item.n++;
    else n++;
    const mark =
      node.kind === 'item'
        ? `${node.marked ? node.number : item.n}.`
        : node.kind === 'section'
          ? depth === 0
            ? `${chineseNumber(n)}、`
            : `（${chineseNumber(n)}）`
          : '';
    return [{ node, depth, above, mark }, ...rowsOf(node.children, depth + 1, node, item)];
  });
}
