// A WebSocket that counts its sync frames, so that the server's cumulative acknowledgement can be understood.
import { SYNC } from '../../shared/protocol/messages.ts';

/** Inside a sync message: y-protocols' numbers. */
const STEP_2 = 1;
const UPDATE = 2;

/** The socket class for one provider. `sent` hears of every sync frame, in order; numbers begin anew with each socket. */
export function countingSocket(sent: (frame: 'step' | 'update') => void): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    #stepped = false;

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const frame = kindOf(data);
      // An update that overtakes step 2 would leave a gap at the server when offline edits wait; step 2 will contain it.
      if (frame === 'update' && !this.#stepped) return;
      if (frame === 'step') this.#stepped = true;
      super.send(data);
      if (frame) sent(frame);
    }
  };
}

function kindOf(data: unknown): 'step' | 'update' | undefined {
  if (!(data instanceof Uint8Array) || data[0] !== SYNC) return undefined;
  if (data[1] === STEP_2) return 'step';
  return data[1] === UPDATE ? 'update' : undefined;
}
