// A field of the plan's text: colleagues' words come in while I type, a syllable being composed is left alone, and nothing typed is lost.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CoText } from '../../../client/parts/co-text.tsx';
import { useNode } from '../../../client/state/hooks.ts';
import { docOf, idOf, planOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

const TEXT = '一部分\n  推进改革\n    制定方案';
const NODE = idOf(planOf(TEXT), '制定方案');

let stand: Stand;

function Field() {
  const node = useNode(NODE);
  return (
    <CoText
      value={node?.title ?? ''}
      commit={(title) => void stand.commands.run('content.retitle', { id: NODE, title })}
      label="title"
    />
  );
}

beforeEach(async () => {
  stand = standOf(docOf(TEXT));
  await stand.draw(<Field />);
});

afterEach(() => stand.close());

const field = (): HTMLTextAreaElement => document.querySelector('textarea')!;
const title = (): string => stand.plan().nodes.get(NODE)!.title;
const theyWrite = (text: string): Promise<void> =>
  settled(() => stand.remote([{ do: 'retitle', id: NODE, title: text }]));

async function typeAt(place: number, keys: string): Promise<void> {
  await userEvent.click(field());
  field().setSelectionRange(place, place);
  await userEvent.keyboard(keys);
}

describe('typing', () => {
  test('is one edit when it pauses, and is not counted as saved before', async () => {
    await typeAt(4, 'abc');
    expect(title()).toBe('制定方案');
    expect(stand.drafts()).toBe(1);
    await vi.waitFor(() => expect(title()).toBe('制定方案abc'));
    expect(stand.drafts()).toBe(0);
    expect(stand.written).toEqual(['content.retitle']);
  });

  test('goes out at once when the field is left', async () => {
    await typeAt(4, 'abc');
    field().blur();
    expect(title()).toBe('制定方案abc');
    expect(stand.drafts()).toBe(0);
  });

  test('goes out when the field vanishes', async () => {
    await typeAt(4, 'abc');
    await stand.draw(null);
    expect(title()).toBe('制定方案abc');
    expect(stand.drafts()).toBe(0);
  });

  test('is undone whole, from inside the field', async () => {
    await typeAt(4, 'abc');
    await userEvent.keyboard('{Control>}z{/Control}');
    await vi.waitFor(() => expect(field().value).toBe('制定方案'));
    expect(title()).toBe('制定方案');
  });
});

describe('a colleague in the same field', () => {
  test('keeps their words and I keep mine, with the caret beside the same letters', async () => {
    await typeAt(4, 'abc');
    await theyWrite('尽快制定方案');
    expect(field().value).toBe('尽快制定方案abc');
    expect(field().selectionStart).toBe(9);
    await vi.waitFor(() => expect(title()).toBe('尽快制定方案abc'));
  });

  test('moves my caret only by what they put before it', async () => {
    await userEvent.click(field());
    field().setSelectionRange(2, 2);
    await theyWrite('制定方案并印发');
    expect(field().selectionStart).toBe(2);
    await theyWrite('尽快制定方案并印发');
    expect(field().selectionStart).toBe(4);
  });
});

describe('an input method', () => {
  const compose = (type: string): boolean => field().dispatchEvent(new CompositionEvent(type, { bubbles: true }));

  test('is not disturbed while it composes, and the result is merged', async () => {
    await userEvent.click(field());
    field().setSelectionRange(4, 4);
    compose('compositionstart');
    document.execCommand('insertText', false, 'shi shi');
    await theyWrite('尽快制定方案');
    expect(field().value).toBe('制定方案shi shi');
    expect(title()).toBe('尽快制定方案');
    field().setSelectionRange(4, 11);
    document.execCommand('insertText', false, '实施');
    compose('compositionend');
    await vi.waitFor(() => expect(title()).toBe('尽快制定方案实施'));
    expect(field().value).toBe('尽快制定方案实施');
  });
});

describe('Enter', () => {
  test('ends the typing: a title is one line', async () => {
    await typeAt(4, 'x{Enter}');
    expect(document.activeElement).not.toBe(field());
    expect(title()).toBe('制定方案x');
  });

  test('chooses a candidate while composing, and does nothing else', async () => {
    await userEvent.click(field());
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    expect(document.activeElement).toBe(field());
  });
});
