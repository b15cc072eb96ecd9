import { describe, expect, test } from 'vitest';
import { canonical, matches, parseKey, printKey } from '../../../client/commands/keys.ts';
import type { Pressed } from '../../../client/commands/keys.ts';

function press(key: string, over: Partial<Pressed> = {}): Pressed {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...over };
}

const hit = (text: string, event: Pressed, mac = false): boolean => matches(parseKey(text), event, mac);

describe('a keystroke', () => {
  test('is Ctrl on a PC and ⌘ on a Mac, never the other', () => {
    expect(hit('Mod+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(hit('Mod+K', press('k', { metaKey: true }))).toBe(false);
    expect(hit('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(hit('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  });

  test('wants exactly its own modifiers', () => {
    expect(hit('ArrowRight', press('ArrowRight', { shiftKey: true }))).toBe(false);
    expect(hit('Shift+ArrowRight', press('ArrowRight', { shiftKey: true }))).toBe(true);
    expect(hit('Mod+Z', press('z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(hit('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  test('made of a sign needs no Shift of its own, wherever the keyboard has the sign', () => {
    expect(hit('?', press('?', { code: 'Slash', shiftKey: true }))).toBe(true);
    expect(hit('+', press('+', { code: 'Equal', shiftKey: true }))).toBe(true);
    expect(hit('Mod+/', press('/', { code: 'Slash', ctrlKey: true }))).toBe(true);
  });

  test('of a letter does not depend on caps lock', () => {
    expect(hit('M', press('M'))).toBe(true);
  });

  test('keeps its digit where ⌥ or Ctrl would type something else', () => {
    expect(hit('Mod+1', press('1', { ctrlKey: true }))).toBe(true);
    expect(hit('Alt+Shift+ArrowLeft', press('ArrowLeft', { altKey: true, shiftKey: true }))).toBe(true);
  });

  test('never fires while a Chinese syllable is being composed', () => {
    expect(hit('Enter', press('Enter', { isComposing: true }))).toBe(false);
    expect(hit('Enter', press('Enter', { keyCode: 229 }))).toBe(false);
    expect(hit('M', press('Process', { code: 'KeyM' }))).toBe(false);
  });

  test('is printed as the keyboard is labelled', () => {
    expect(printKey(parseKey('Mod+Shift+Z'), false)).toBe('Ctrl+Shift+Z');
    expect(printKey(parseKey('Mod+Shift+Z'), true)).toBe('⇧⌘Z');
    expect(printKey(parseKey('Alt+ArrowUp'), false)).toBe('Alt+↑');
  });

  test('has one spelling', () => {
    expect(canonical(parseKey('Shift+Mod+z'))).toBe(canonical(parseKey('Mod+Shift+Z')));
  });

  test.each(['', 'Ctrl+K', 'Mod+', 'Mod+Mod+K'])('%j is refused as a definition', (text) => {
    expect(() => parseKey(text)).toThrow(/keystroke/);
  });
});
