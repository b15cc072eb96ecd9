// The same Gantt inside the whole page, as people have it before them: bar, rail, inspector and all that follows each edit.
import { Frame } from '../../client/views/frame.tsx';
import '../../client/style/rail.css';
import '../../client/style/inspector.css';
import type { Player } from '../face.ts';
import { playerOf } from './ours.tsx';

export function player(): Player {
  return playerOf(<Frame />);
}
