// A title set in two lines, the office above what it plans: 石峡县应急管理局 / 2024年工作要点. Looks at the lines above the text only.
import { isDate, isShort, isTitle } from './frame.ts';
import { readMark } from './marks.ts';
import { endsAsOffice } from './names.ts';

const LOOKED = 40;
const HAN = /^[一-龥（）()·]{4,}$/;
const YEAR_FIRST = /^(?:\d{4}|[０-９]{4}|[一二][〇○零一二三四五六七八九]{3})\s*年|^(?:年度)?(?:工作|重点)/;
/** 栗原镇2017年度安全生产专项整治 / 工作计划 */
const YEAR_WITHIN = /(?:\d{4}|[０-９]{4}|[一二][〇○零一二三四五六七八九]{3})\s*年(?:度)?[一-龥]{4,}$/;
const YEAR_LAST = /(?:\d{4}|[０-９]{4}|[一二][〇○零一二三四五六七八九]{3})\s*年(?:度)?$/;

/** The upper of the two lines. */
export function brokenTitle(trimmed: readonly string[]): number | undefined {
  for (let i = 0; i + 1 < Math.min(LOOKED, trimmed.length); i++) {
    const [above, line, below] = [trimmed[i - 1] ?? '', trimmed[i]!, trimmed[i + 1]!];
    if (readMark(line)) return undefined;
    if (!isShort(line, 30) || isTitle(line) || !isTitle(below)) continue;
    if ((above === '' || isDate(above)) && YEAR_WITHIN.test(line) && isBare(below) && !endsAsOffice(line)) return i;
    if (above !== '') continue;
    const top = trimmed.slice(0, i).every((each) => each === '');
    if ((endsAsOffice(line) || (top && HAN.test(line))) && YEAR_FIRST.test(below)) return i;
    if (YEAR_LAST.test(line) && !YEAR_LAST.test(below) && below.length <= 16) return i;
  }
  return undefined;
}

/** The kind of document and nothing else. */
function isBare(line: string): boolean {
  return line.length <= 8 && /^[一-龥]+$/.test(line);
}
