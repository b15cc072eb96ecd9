// The document as text: its lines numbered, each piece leading to its node, doubts and what was left out marked at their place.
import { useVirtualizer } from '@tanstack/react-virtual';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { ICON } from '../../parts/icon.ts';
import { useT } from '../../state/hooks.ts';
import type { Mending } from './mending.ts';
import { sourceLines } from './stretches.ts';

export interface Chosen {
  /** The node. */
  readonly key?: string | undefined;
  /** The line of the source, from 1. */
  readonly line?: number | undefined;
  /** Which side asked; the other one follows. */
  readonly by: 'source' | 'tree' | 'doubt';
}

interface Props {
  readonly mending: Mending;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
}

export function Source({ mending, chosen, choose }: Props) {
  const t = useT();
  const { reading, doubts } = mending;
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => sourceLines(reading), [reading]);
  const rest = useMemo(() => new Set(reading.rest.map(({ line }) => line)), [reading]);
  const open = useMemo(
    () => new Set(doubts.filter(({ settled, line }) => !settled && line > 0).map(({ line }) => line)),
    [doubts],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 26,
    overscan: 12,
  });
  const { scrollToIndex } = virtual;
  useEffect(() => {
    if (chosen.by === 'source' || chosen.line === undefined) return;
    scrollToIndex(Math.max(0, chosen.line - 1), { align: 'center' });
  }, [chosen, scrollToIndex]);
  return (
    <div className="check-scroll source" ref={scroller} tabIndex={0} role="region" aria-label={t('check.source')}>
      <div className="check-virtual" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = index + 1;
          const loose = rest.has(line);
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="source-line"
              data-chosen={chosen.line === line || undefined}
              data-loose={loose || undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className="source-number" aria-hidden="true">
                {line}
              </span>
              <p>
                {lines[index]!.map((piece, i) =>
                  piece.key === undefined ? (
                    <span key={i}>{shownText(piece.text)}</span>
                  ) : (
                    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- keys walk the tree beside it
                    <span
                      key={i}
                      data-key={piece.key}
                      data-on={piece.key === chosen.key || undefined}
                      onClick={() => choose({ key: piece.key, line, by: 'source' })}
                    >
                      {shownText(piece.text)}
                    </span>
                  ),
                )}
              </p>
              <span className="source-acts">
                {open.has(line) && (
                  <button
                    type="button"
                    className="source-mark"
                    tabIndex={-1}
                    title={t('check.mark')}
                    aria-label={t('check.mark')}
                    onClick={() => choose({ key: lines[index]!.find((piece) => piece.key)?.key, line, by: 'source' })}
                  >
                    <TriangleAlert {...ICON} size={14} />
                  </button>
                )}
                {loose && (
                  <button type="button" className="button small line" onClick={() => mending.mend({ do: 'in', line })}>
                    {t('check.doubt.put-in')}
                  </button>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Cells of a table stand apart; a line break inside one is shown as a space. */
function shownText(text: string): string {
  return text.replaceAll('\t', ' │ ').replaceAll('\v', ' ');
}
