// Frames as they go over the socket: y-websocket's sync messages and our two answers.
import { encoding } from 'lib0';
import { NOT_SAVED, SAVED, SYNC } from '../shared/protocol/messages.ts';

/** 0 asks with a state vector, 1 answers with what is missing, 2 is an update. */
export function syncFrame(step: 0 | 1 | 2, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export function savedFrame(k: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SAVED);
    encoding.writeVarUint(encoder, k);
  });
}

export function notSavedFrame(k: number, reason: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, NOT_SAVED);
    encoding.writeVarUint(encoder, k);
    encoding.writeVarString(encoder, reason);
  });
}
