// What holds the rail and the open view together, so that work can be lifted out of the tray onto the chart.
import type { ReactNode } from 'react';

export function DragStage({ children }: { readonly children: ReactNode }) {
  return <div className="stage">{children}</div>;
}
