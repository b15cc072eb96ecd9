// Documents damaged as people and programs damage them: lines, brackets and digits lost, doubled, swapped or put where they do not belong.
import type { Dice } from '../../shared/model/plan.ts';

const SIGNS = '（）()【】〔〕、，；：。.1２三①—- \u3000\u00a0\t|"';

export function mutate(text: string, dice: Dice, times: number): string {
  const upTo = (n: number): number => Math.floor(dice() * n);
  let damaged = text;
  for (let i = 0; i < times; i++) {
    const lines = damaged.split('\n');
    const at = upTo(lines.length);
    const place = upTo(damaged.length);
    switch (upTo(8)) {
      case 0:
        lines.splice(at, 1);
        damaged = lines.join('\n');
        break;
      case 1:
        lines.splice(at, 0, lines[upTo(lines.length)]!);
        damaged = lines.join('\n');
        break;
      case 2: {
        const other = upTo(lines.length);
        [lines[at], lines[other]] = [lines[other]!, lines[at]!];
        damaged = lines.join('\n');
        break;
      }
      case 3:
        lines[at] = lines[at]!.replace(/[（）()【】]/, '');
        damaged = lines.join('\n');
        break;
      case 4:
        lines[at] = lines[at]!.replace(/[0-9０-９一二三四五六七八九十]+/, () => String(upTo(120)));
        damaged = lines.join('\n');
        break;
      case 5:
        damaged = damaged.slice(0, place) + damaged.slice(place + 1 + upTo(3));
        break;
      case 6:
        damaged = damaged.slice(0, place) + '\n' + damaged.slice(place);
        break;
      default:
        damaged = damaged.slice(0, place) + SIGNS[upTo(SIGNS.length)]! + damaged.slice(place);
    }
  }
  return damaged;
}
