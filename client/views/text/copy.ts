// What a selection on the page is in the official text, so that a copy holds exactly its characters and nothing of the screen's.

/** The stretch of the text that is selected below `page`, by the pieces' own places. Nothing when no piece is touched. */
export function selectedStretch(page: Element, range: Range, length: number): { from: number; to: number } | undefined {
  let from = Infinity;
  let to = -Infinity;
  const pieces = [...page.querySelectorAll<HTMLElement>('[data-from]')];
  pieces.forEach((piece, index) => {
    if (!range.intersectsNode(piece)) return;
    const begin = Number(piece.dataset['from']);
    const size = piece.textContent.length;
    const start = piece.contains(range.startContainer) ? lengthTo(piece, range.startContainer, range.startOffset) : 0;
    const end = piece.contains(range.endContainer) ? lengthTo(piece, range.endContainer, range.endOffset) : size;
    if (end <= start) return;
    // What precedes the first piece and follows the last, such as the last line's end, is not drawn, but belongs to the whole.
    from = Math.min(from, index === 0 && start === 0 ? 0 : begin + start);
    to = Math.max(to, index === pieces.length - 1 && end === size ? length : begin + end);
  });
  if (from > to) return undefined;
  const last = pieces.at(-1);
  const whole = from === 0 && to === length;
  // Only the whole text carries its last line end; a selection that merely reaches the end does not.
  return whole || !last
    ? { from, to }
    : { from, to: Math.min(to, Number(last.dataset['from']) + last.textContent.length) };
}

function lengthTo(piece: Element, node: globalThis.Node, offset: number): number {
  const range = document.createRange();
  range.setStart(piece, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
