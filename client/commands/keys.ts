// Keystrokes as text: `Mod+Shift+Z`, `Alt+ArrowUp`, `?`. Reads, matches and prints them; knows no command.

export interface Keystroke {
  /** ⌘ on a Mac, Ctrl elsewhere. */
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** As `KeyboardEvent.key`; letters in lower case. */
  readonly key: string;
}

/** What of a keyboard event decides. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'isComposing' | 'keyCode'>>;

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);
}

/** Throws on a keystroke nobody can press: that is a fault in a command's definition. */
export function parseKey(text: string): Keystroke {
  const parts = text === '+' ? ['+'] : text.endsWith('++') ? [...text.slice(0, -2).split('+'), '+'] : text.split('+');
  const key = parts.pop() ?? '';
  const known = parts.every((part) => part === 'Mod' || part === 'Alt' || part === 'Shift');
  if (!key || !known || new Set(parts).size !== parts.length) throw new Error(`${text} is not a keystroke`);
  const has = (name: 'Mod' | 'Alt' | 'Shift'): boolean => parts.some((part) => part === name);
  return { mod: has('Mod'), alt: has('Alt'), shift: has('Shift'), key: key.length === 1 ? key.toLowerCase() : key };
}

/** One spelling for one keystroke, so that clashes are found. */
export function canonical({ mod, alt, shift, key }: Keystroke): string {
  return `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/** The input method is at work: this key is its own, whatever it says. */
export function isComposing(event: Pressed): boolean {
  return event.isComposing === true || event.keyCode === 229 || event.key === 'Process';
}

export function matches(stroke: Keystroke, event: Pressed, mac = isMac()): boolean {
  if (isComposing(event)) return false;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (mod !== stroke.mod || other || event.altKey !== stroke.alt) return false;
  const key = keyOf(event);
  // `?` and `+` already hold their Shift, and where it sits differs by keyboard.
  const bare = key.length === 1 && !/[a-z0-9 ]/.test(key) && !event.code.startsWith('Digit');
  return key === stroke.key && (bare || event.shiftKey === stroke.shift);
}

/** ⌥ and Shift may change what a letter or digit key types; the key itself is meant. */
function keyOf(event: Pressed): string {
  const printed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.altKey && /^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
  if ((event.altKey || event.ctrlKey || event.metaKey) && /^Digit\d$/.test(event.code)) return event.code.slice(5);
  return printed;
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↩',
  Delete: '⌦',
  Backspace: '⌫',
  Escape: 'Esc',
  Tab: '⇥',
  ' ': '␣',
};

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  ' ': 'Space',
};

/** As a keyboard of this kind is labelled: ⇧⌘Z or Ctrl+Shift+Z. */
export function printKey({ mod, alt, shift, key }: Keystroke, mac = isMac()): string {
  const name = (mac ? MAC_NAMES : NAMES)[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}
