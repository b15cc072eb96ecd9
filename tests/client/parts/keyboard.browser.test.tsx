// Whose key it is: the input method's, a field's, a control's, or a command's.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { docOf, idOf, planOf } from '../../kit/plan.ts';
import { standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

const TEXT = '一部分\n  推进改革\n    制定方案 03-01..03-31\n    组织培训';
const NODE = idOf(planOf(TEXT), '制定方案');

let stand: Stand;
let pressed = 0;

beforeEach(async () => {
  pressed = 0;
  stand = standOf(docOf(TEXT), { open: 'gantt', selected: [NODE] });
  await stand.draw(
    <>
      <div data-scope="mindmap" tabIndex={0} id="map" role="tree" aria-label="map" />
      <main id="view" tabIndex={-1} />
      <button type="button" id="control" onClick={() => pressed++}>
        control
      </button>
      <input id="search" aria-label="search" />
      <input id="field" aria-label="field" data-plan-field="" />
    </>,
  );
});

afterEach(() => stand.close());

const focus = (id: string): void => document.getElementById(id)!.focus();
const end = (): string => stand.plan().nodes.get(NODE)!.span!.end;

describe('with nothing focused', () => {
  test('the open view has its keys', async () => {
    document.body.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(end()).toBe('2019-04-01');
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(end()).toBe('2019-03-25');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(end()).toBe('2019-04-01');
  });

  test('and nothing selected, arrows and Tab are left to the page', () => {
    stand.desktop.view.set({ selected: [] });
    for (const key of ['ArrowRight', 'Tab', 'Delete']) {
      const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
  });
});

test('who skipped to the content has the keys of the open view', async () => {
  focus('view');
  await userEvent.keyboard('{ArrowRight}');
  expect(end()).toBe('2019-04-01');
});

describe('a view that has the focus', () => {
  test('has its own keys, not those of the one that is open', async () => {
    focus('map');
    await userEvent.keyboard('{ArrowRight}');
    expect(stand.written).toEqual([]);
    await userEvent.keyboard('{Tab}');
    expect(stand.written).toEqual(['tree.add-child']);
  });

  test.each([{ isComposing: true }, { keyCode: 229 }, { key: 'Process' }])(
    'is silent while a syllable is composed: %o',
    (composing) => {
      focus('map');
      for (const key of ['Enter', 'Tab', 'Delete', ' ', '1']) {
        const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...composing });
        document.getElementById('map')!.dispatchEvent(event);
        expect(event.defaultPrevented).toBe(false);
      }
      expect(stand.written).toEqual([]);
      expect(stand.view().open).toBe('gantt');
    },
  );
});

describe('a control', () => {
  test('is pressed by Enter and Space, whatever the view would do with them', async () => {
    focus('control');
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard(' ');
    expect(pressed).toBe(2);
    expect(stand.written).toEqual([]);
  });

  test('does not take arrows away from the page for the chart behind it', async () => {
    focus('control');
    await userEvent.keyboard('{ArrowRight}');
    expect(stand.written).toEqual([]);
  });
});

describe('a field', () => {
  test('has all its keys to itself', async () => {
    focus('search');
    await userEvent.keyboard('1m{Backspace}{ArrowLeft}');
    expect(document.querySelector<HTMLInputElement>('#search')!.value).toBe('1');
    expect(stand.written).toEqual([]);
    expect(stand.view().open).toBe('gantt');
  });

  test('of the plan shares undo with it; another field does not', async () => {
    stand.commands.run('time.shift', { ids: [NODE], days: 1 });
    focus('search');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(end()).toBe('2019-04-01');
    focus('field');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(end()).toBe('2019-03-31');
  });

  test('lets the palette open', async () => {
    focus('search');
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(stand.desktop.panel.get()).toBe('palette');
  });
});
