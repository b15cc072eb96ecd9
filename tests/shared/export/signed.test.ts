// 落款: the signature and the date of a document that has them stand at the right, as GB/T 9704 wants, in Word and in PDF alike.
import { expect, test } from 'vitest';
import { contentsOfFile } from '../../../server/exporting.ts';
import type { Contents } from '../../../shared/export/json.ts';
import { pagesFor } from '../../../shared/export/pdf.ts';
import { all, docxOf, parseXml, parts, textOf } from './kit.ts';

const TEXT = `2019年某区教育工作要点

一、聚焦作风建设，着力提升效能
1. 推动精神落地。认真学习文件（牵头部门：局办公室）。
2. 推进职能优化。健全决策机制（牵头部门：局人事科）。

某区教育局
2019年3月1日
（此件公开发布）
`;
const contents = contentsOfFile(TEXT, 'text') as Contents;

test('in Word the date ends four characters from the right and the name stands centred above it', async () => {
  const document = parseXml(parts(await docxOf(contents, '2019-03-01'))['word/document.xml']!);
  const found = (text: string) => all(document, 'w:p').find((paragraph) => textOf(paragraph) === text)!;
  const date = found('2019年3月1日');
  expect(all(date, 'w:jc')[0]!.attrs['w:val']).toBe('right');
  expect(all(date, 'w:ind')[0]!.attrs).toMatchObject({ 'w:right': String(4 * 320) });
  const name = found('某区教育局');
  expect(all(name, 'w:jc')[0]!.attrs['w:val']).toBe('right');
  expect(Number(all(name, 'w:ind')[0]!.attrs['w:right'])).toBeGreaterThan(4 * 320);
  expect(all(found('（此件公开发布）'), 'w:jc')).toEqual([]);
});

test('in PDF they stand at the same place', () => {
  const { pages } = pagesFor({ ...contents, today: '2019-03-01' }, { lang: 'zh', view: 'text', annexes: 'none' });
  const shapes = pages.flatMap((page) =>
    page.parts.flatMap(({ layers }) => layers.flatMap(({ groups }) => groups.flatMap((group) => group.shapes))),
  );
  const at = (text: string) => shapes.find((shape) => shape.kind === 'text' && shape.text === text);
  expect(at('2019年3月1日')).toMatchObject({ anchor: 'end' });
  expect(at('某区教育局')).toMatchObject({ anchor: 'end' });
});

test('a plan without a signature ends with its last clause', async () => {
  const bare = contentsOfFile(TEXT.split('\n\n某区')[0]!, 'text') as Contents;
  const document = parseXml(parts(await docxOf(bare, '2019-03-01'))['word/document.xml']!);
  expect(all(document, 'w:jc').filter(({ attrs }) => attrs['w:val'] === 'right')).toEqual([]);
});
