// What is typed after Ctrl+K belongs to the palette, though its code is still on the way: it changes nothing and no letter is lost.
import { Suspense, use, useRef } from 'react';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Arriving } from '../../../client/parts/arriving.tsx';
import { Palette } from '../../../client/parts/palette.tsx';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
afterEach(() => stand.close());

let arrive = (): void => undefined;
let code: Promise<void>;

function Late({ ahead }: { readonly ahead: { current: string } }) {
  use(code);
  return <Palette ahead={ahead} close={() => undefined} />;
}

function Page({ close }: { readonly close: () => void }) {
  const ahead = useRef('');
  return (
    <Suspense fallback={<Arriving ahead={ahead} close={close} />}>
      <Late ahead={ahead} />
    </Suspense>
  );
}

test('keys typed ahead of the palette change nothing, and are its first letters', async () => {
  code = new Promise((done) => (arrive = done));
  stand = standOf(docOf('一\n  甲\n    先 03-04..03-08'), { open: 'gantt', inspector: false });
  const closed: string[] = [];
  await stand.draw(<Page close={() => closed.push('closed')} />);
  await settled(() => stand.desktop.view.set({ selected: [idOf(stand.plan(), '先')] }));
  await userEvent.keyboard(']xqj{Backspace}jd');
  expect(stand.written).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(closed).toEqual(['closed']);
  arrive();
  const input = (): HTMLInputElement | null => document.querySelector('.palette-input');
  await expect.poll(() => input()?.value).toBe(']xqjd');
  await userEvent.type(input()!, 'k');
  expect(input()!.value).toBe(']xqjdk');
  expect(stand.written).toEqual([]);
});
