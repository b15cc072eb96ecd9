// Characters that break careless code: beyond the basic plane, in two code units; composed; joined; turned round; drawn by no font.

/** 𠮷 and 𬱖 are in names of people and villages; 㐂 and 䶮 are rare but short; then what is more than one code point, or none. */
export const RARE = '𠮷𬱖㐂䶮👨‍👩‍👧é⿰氵𠔻';

/** Long enough for every face to break or cut it, wherever it likes. */
export const LONG = `推进${'𠮷𬱖'.repeat(40)}镇教育`;

export const PLAN = [
  `部${RARE}`,
  `  项${RARE}`,
  `    ${LONG} 03-01..04-30 @𠮷科室,局人事科`,
  `    措${RARE} 06-01..06-30 @局𬱖科`,
  `      细𠮷事`,
].join('\n');

/** Half a character: what a cut in the middle of one leaves. */
export const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
