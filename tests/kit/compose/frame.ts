// What stands around the text of a document, and the paper it was broken on.
import type { Hand } from './hand.ts';
import { sentence } from './manner.ts';
import type { Manner, Tree } from './manner.ts';
import type { Composed } from './truth.ts';
import { NAME } from './vocabulary.ts';

export function framed(hand: Hand, manner: Manner, tree: Tree): Composed {
  const place = hand.pick(NAME);
  const title = `${hand.pick(['2019年', '2019年', '二○一九年'])}${place}教育${hand.pick(['工作要点', '重点工作安排', '工作计划'])}`;
  const rule = manner.first ? '各项任务的责任单位中，列第一位的为牵头单位。' : '';
  const frame = hand.choose('frame', ['plain', 'plain', 'notice', 'signed', 'numbered notice']);
  const indent = hand.choose('indent', ['', '　　', '  ', '\u00a0\u00a0']);
  const preamble = hand.chance(0.6) || rule ? [`全年工作的总体要求是：稳字当头，${sentence(hand)}。${rule}`] : [];
  const lines = [...preamble, ...tree.lines].map((line) => indent + line);
  const head =
    frame === 'notice'
      ? [
          `${place}教育局关于印发《${title}》的通知`,
          `云教〔2019〕${hand.upTo(40)}号`,
          '各乡镇完小，局机关各股室：',
          `${indent}现将《${title}》印发给你们，请结合实际抓好落实。`,
          `${indent}附件：${title}`,
          `${place}教育局`,
          '2019年3月1日',
          '',
        ]
      : frame === 'numbered notice'
        ? [
            `关于印发《${title}》的通知`,
            '各学校：',
            '现印发给你们，并提出如下要求。',
            '一、提高站位。各校要认真学习。',
            '二、抓好落实。各校要细化举措。',
            '',
            `${place}教育局`,
            '2019年2月20日',
            '',
          ]
        : [];
  const tail = frame === 'signed' ? ['', `${place}教育局`, '2019年3月1日', '（此件公开发布）'] : [];
  if (frame === 'signed' && hand.chance(0.4)) tail.unshift('', '附件：1. 任务分解表', '　　　2. 联系名单');
  const all = [...head, title, ...(frame === 'plain' && hand.chance(0.2) ? ['（征求意见稿）'] : []), ...lines, ...tail];
  // A line that is broken at the space between two names has lost it.
  const layout = hand.choose('layout', manner.separator === ' ' ? ['free'] : ['free', 'free', 'free', 'pdf']);
  const paper = layout === 'pdf' ? broken(hand, all) : all;
  const eol = hand.choose('line ends', ['\n', '\n', '\r\n']);
  hand.made['line ends'] = eol === '\n' ? 'LF' : 'CRLF';
  hand.made['indent'] = { '': 'none', '　　': 'U+3000', '  ': 'spaces', '\u00a0\u00a0': 'nbsp' }[indent]!;
  const { sections, items } = tree;
  return {
    text: paper.join(eol) + hand.pick(['', eol]),
    truth: { title, year: 2019, sections, items },
    made: hand.made,
  };
}

/** Lines of 28 signs with a page number after every 22. */
export function broken(hand: Hand, lines: readonly string[]): readonly string[] {
  const width = hand.pick([28, 30, 35]);
  const paged = hand.chance(0.5);
  const out: string[] = [];
  let page = 1;
  for (const line of lines) {
    let rest = line;
    do {
      let [at, wide] = [0, 0];
      const signs = [...rest];
      while (at < signs.length && wide < width) wide += signs[at++]!.charCodeAt(0) < 0x2000 ? 0.5 : 1;
      // No line begins with a closing sign.
      while (at < signs.length && /[，。；：、）”》]/.test(signs[at]!)) at++;
      out.push(signs.slice(0, at).join(''));
      rest = signs.slice(at).join('');
      if (paged && out.length % 23 === 22)
        out.push(hand.pick([`— ${page} —`, `- ${page} -`, String(page)].slice(0, 3)).replace(/\d+/, String(page++)));
    } while (rest !== '');
  }
  return out;
}
