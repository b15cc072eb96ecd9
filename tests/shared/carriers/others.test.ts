// A workbook's other sheets, hidden ones too: no plan is made of them, and no word of them is lost.
import { expect, test } from 'vitest';
import { read, refusalOf, xlsx, zip } from './kit.ts';

const LIST = [
  ['2024年任务清单'],
  ['序号', '任务', '牵头部门', '进展情况', '备注'],
  ['1', '修订章程', '局办公室', '初稿已成', '已报市局'],
];

test('each row of a sheet that was not read is kept, with its place behind the table', () => {
  const more = [
    { name: '说明', rows: [['填报说明'], ['每月5日前', '报局办公室']] },
    {
      name: '名册',
      rows: [
        ['部门', '电话'],
        ['局办公室', '内线'],
      ],
    },
    { name: '旧稿', rows: [['1', '旧的任务']], hidden: true as const },
  ];
  const { reading, json } = read('a.xlsx', xlsx(LIST, [], more));
  expect(reading.nodes).toHaveLength(1);
  expect(reading.nodes[0]!.note).toBe('进展情况：初稿已成\n已报市局');
  const lines = reading.source.split('\n');
  expect(reading.rest.map(({ line, text }) => [lines[line - 1], text])).toEqual(
    ['填报说明', '每月5日前\t报局办公室', '部门\t电话', '局办公室\t内线', '1\t旧的任务'].map((text) => [text, text]),
  );
  const skipped = reading.doubts.filter(({ code }) => code === 'sheet-skipped');
  expect(skipped.map(({ line, message }) => `${lines[line - 1]} ${message}`)).toEqual([
    '【说明】 没有读取的工作表，内容原样保留：说明',
    '【名册】 没有读取的工作表，内容原样保留：名册',
    '【旧稿】 没有读取的工作表（隐藏），内容原样保留：旧稿',
  ]);
  expect(json.rest).toHaveLength(5);
});

test('a cell farther to the right than a plan’s table goes is not dropped: the file is refused', () => {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const far = (cell: string): Uint8Array =>
    zip({
      'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData><row r="1"><c r="A1" t="str"><v>任务</v></c><c r="B1" t="str"><v>单位</v></c>${cell}</row><row r="2"><c r="A2" t="str"><v>学习</v></c></row></sheetData></worksheet>`,
    });
  expect(refusalOf('a.xlsx', far('<c r="XFD1" s="1"/>'))).toBe('read');
  expect(refusalOf('a.xlsx', far('<c r="XFD1" t="str"><v>远</v></c>'))).toBe('too-large');
});
