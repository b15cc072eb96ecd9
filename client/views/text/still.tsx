// Keeps what is written, pointed at, chosen or read where it is on the screen while the page around it changes.
// A browser's own anchoring holds only what is uppermost, and not every browser has it.
import { Component } from 'react';
import type { ReactNode, RefObject } from 'react';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  /** What to hold, the dearest first. */
  readonly held: (scroller: HTMLElement) => Iterable<Element | null>;
  readonly children: ReactNode;
}

interface Stood {
  readonly el: Element;
  readonly top: number;
}

/** A class, for only a class is told before the page is changed. */
export class Still extends Component<Props> {
  override getSnapshotBeforeUpdate(): readonly Stood[] {
    const { scroller, held } = this.props;
    const box = scroller.current?.getBoundingClientRect();
    if (!box) return [];
    const stood: Stood[] = [];
    for (const el of held(scroller.current!)) {
      const at = el?.getBoundingClientRect();
      if (el && at && at.bottom > box.top && at.top < box.bottom) stood.push({ el, top: at.top });
    }
    return stood;
  }

  override componentDidUpdate(_props: Props, _state: unknown, stood: readonly Stood[]): void {
    const scroller = this.props.scroller.current;
    const anchor = stood.find(({ el }) => el.isConnected);
    if (!scroller || !anchor) return;
    const moved = anchor.el.getBoundingClientRect().top - anchor.top;
    if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
