// Who is here and what they show, as the room keeps it: one state per connection, its user written by the server.
// Speaks y-websocket's awareness frames but keeps no clock of others: the server's own only grows, over restarts too.
import { decoding, encoding } from 'lib0';
import { AWARENESS } from '../shared/protocol/messages.ts';
import { PRESENCE_BYTES } from '../shared/protocol/presence.ts';
import type { Presence } from '../shared/protocol/presence.ts';

/** What the session says of a person; the name is their own choice. */
export type Identity = Omit<Presence['user'], 'name'>;

export interface Shown {
  readonly client: number;
  /** JSON text; null when the person left. */
  readonly state: string | null;
  readonly clock: number;
}

/** What a frame says about its sender: the states of others, which y-websocket repeats, are not its business. */
export function readAwareness(body: Uint8Array): readonly { client: number; state: string | null }[] | undefined {
  try {
    const decoder = decoding.createDecoder(body);
    const count = decoding.readVarUint(decoder);
    const entries: { client: number; state: string | null }[] = [];
    // A few hundred people at most; a greater count is made up.
    if (count > 2_000) return undefined;
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const text = decoding.readVarString(decoder);
      entries.push({ client, state: text === 'null' ? null : text });
    }
    return entries;
  } catch {
    return undefined;
  }
}

/** The state as others may see it, or undefined when it is too large or not an object. */
export function signedState(text: string, identity: Identity): string | undefined {
  if (Buffer.byteLength(text) > PRESENCE_BYTES) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const { user, ['__proto__']: _, ...rest } = value as Record<string, unknown>;
    const name = typeof user === 'object' && user !== null && 'name' in user ? cleanName(user.name) : '';
    return JSON.stringify({ ...rest, user: { ...identity, name } });
  } catch {
    return undefined;
  }
}

/** One line, without control or direction characters that could make a name look like another. */
export function cleanName(value: unknown): string {
  if (typeof value !== 'string') return '';
  const plain = value
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return [...plain].slice(0, 20).join('');
}

export function encodeShown(entries: readonly Shown[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, entries.length);
        for (const { client, clock, state } of entries) {
          encoding.writeVarUint(inner, client);
          encoding.writeVarUint(inner, clock);
          encoding.writeVarString(inner, state ?? 'null');
        }
      }),
    );
  });
}

/** Says nothing; y-websocket gives a silent connection up after 30 seconds. */
export const HEARTBEAT = encodeShown([]);

/** An office's hue as #rrggbb, dark enough to carry white text. */
export function hueColor(hue: number): string {
  const [saturation, lightness] = [0.5, 0.4];
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12;
    const value = lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

export const NEUTRAL = '#5b6470';
