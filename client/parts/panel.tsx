// The inside of a dialog: its title, then whatever it is about.
import type { ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components';

export function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Dialog>
      <Heading slot="title" level={2}>
        {title}
      </Heading>
      {children}
    </Dialog>
  );
}
