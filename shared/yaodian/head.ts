// What the words around the plan say about the whole: its year, and how its brackets are to be read.
import { readNumeral } from './marks.ts';
import type { RoleRules } from './roles.ts';
import { namesInBrackets } from './rolesentence.ts';

const FIRST_LEADS =
  /(?:排名|排序|列|排|位)(?:在|列|于|为)?(?:第一(?:位|名)?|首位|最前面?|第一个|最前列)(?:的|者)?[^。；\n]{0,14}(?:为|是|系|即)[^。；\n]{0,6}(?:牵头|主办|主责)[^。；\n]*|第一个?(?:责任)?(?:单位|部门|科室|处室|股室)[^。；\n]{0,4}(?:为|是|系)[^。；\n]{0,6}(?:牵头|主办|主责)[^。；\n]*/;
const BARE = /括号(?:内|里|中)[^。；\n]{0,10}(?:为|是|系)[^。；\n]{0,10}(?:单位|部门|科室|处室|股室)/;

export function rulesOf(text: string): RoleRules {
  const first = FIRST_LEADS.test(text);
  const bare = BARE.test(text);
  // The rule itself says 牵头, and says it of the brackets.
  const habit = !bare && namesInBrackets(first ? text.replace(FIRST_LEADS, '') : text);
  return { ...(first && { first }), ...((bare || habit) && { bare: true }), ...(habit && { habit }) };
}

const SCHOOL_YEAR = /((?:19|20|21)\d\d)年?\s*(?:[—\-–－~～]+|至)\s*(?:19|20|21)\d\d年?\s*学年/;

/** 2021—2022学年, 2021学年第二学期: months before August are those of the next year. */
export function isSchoolYear(title: string): boolean {
  return /(?:19|20|21)\d\d年?(?:\s*(?:[—\-–－~～]+|至)\s*(?:19|20|21)\d\d年?)?\s*学年/.test(halved(title));
}

/** The plan's year as the first of these texts says it. */
export function yearOf(...texts: readonly string[]): number | undefined {
  for (const text of texts) {
    // 2021—2022学年度 begins in 2021.
    const school = SCHOOL_YEAR.exec(halved(text));
    if (school) return +school[1]!;
    const found = /((?:19|20|21)\d\d)(?=\s*(?:学年|年))|([一二][〇○零一二三四五六七八九]{3})年/.exec(halved(text));
    if (found?.[1]) return +found[1];
    if (found?.[2]) return readNumeral(found[2].replaceAll('○', '〇'));
  }
  return undefined;
}

function halved(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
