// The first key of a command as this keyboard is labelled, or nothing.
import type { CommandId, PlanCommands } from '../commands/all.ts';
import { printKey } from '../commands/keys.ts';

export function keyText(commands: PlanCommands, id: CommandId): string | undefined {
  const [first] = commands.keysOf(id);
  return first && printKey(first);
}
