// The 2019 text reads exactly as people checked it by hand; other usual wordings read as their authors meant them.
import { describe, expect, test } from 'vitest';
import truth from '../../golden/2019-qingpu.json' with { type: 'json' };
import { QINGPU_2019 } from '../../../server/seed/text.ts';
import type { ImportJson } from '../../../shared/yaodian/draft.ts';
import { toJson, toOutline, WARNINGS } from '../../../shared/yaodian/draft.ts';
import { flat } from '../../../shared/yaodian/manner.ts';
import { parse } from '../../../shared/yaodian/parse.ts';

describe('the 2019 text', () => {
  const draft = parse(QINGPU_2019);
  const json = toJson(draft);
  const nodes = flat(draft.children);
  const ofKind = (kind: string) => nodes.filter((node) => node.kind === kind);

  test('has its title, year and preamble', () => {
    expect([json.title, json.year]).toEqual([truth.title, truth.year]);
    expect(json.preamble).toBe(QINGPU_2019.slice(truth.preamble.start, truth.preamble.end));
  });

  test('has 8 sections, each with number, title and place', () => {
    expect(json.sections).toEqual(
      truth.sections.map(({ id, number, title }) => ({ id, number, title, level: 1, parent: null })),
    );
    const places = ofKind('section').map(({ line, start, end }) => ({ line, start, end }));
    expect(places).toEqual(truth.sections.map(({ line, start, end }) => ({ line, start, end })));
  });

  test('has 28 items, each in its section', () => {
    expect(json.items.map(({ number, title, section }) => ({ number, title, section }))).toEqual(
      truth.items.map(({ number, title, sectionId }) => ({ number, title, section: sectionId })),
    );
    const places = ofKind('item').map(({ line, start, end }) => [line, start, QINGPU_2019.slice(start, end)]);
    expect(places).toEqual(
      truth.items.map(({ line, start, end }) => [line, start, QINGPU_2019.slice(start, end).trimEnd()]),
    );
  });

  test('has 39 clauses with text and leads in order, and no other role or deadline', () => {
    const clauses = json.items.flatMap((item) => item.clauses);
    expect(clauses).toEqual(
      truth.clauses.map(({ text, lead }) => ({ text, lead, assist: [], leaders: [], deadline: null })),
    );
    expect(ofKind('clause').map(({ start, end }) => [start, end])).toEqual(
      truth.clauses.map(({ start, end }) => [start, end]),
    );
    expect(json.items.map((item) => item.clauses.length)).toEqual(truth.items.map((item) => item.clauses.length));
  });

  test('names 23 leads 45 times', () => {
    const mentions = json.items.flatMap((item) => item.clauses).flatMap((clause) => clause.lead);
    expect(mentions).toHaveLength(45);
    expect([...new Set(mentions)].sort()).toEqual(truth.departments.map(({ name }) => name).sort());
  });

  test('leaves no doubt, no rest and no date', () => {
    expect([json.warnings, json.rest]).toEqual([[], []]);
    expect(JSON.stringify(toOutline(draft))).not.toMatch(/"span"|"progress"|"status"/);
  });

  test('keeps only its real irregularities', () => {
    const odd = nodes.filter((node) => node.form).map((node) => [node.kind, node.title.slice(0, 6), node.form]);
    expect(odd).toEqual([
      ['clause', '深化“德智体', { inner: '。' }],
      ['clause', '推进“小学兴', { inner: '。' }],
      ['clause', '加强课程实施', { inner: '。' }],
      ['clause', '完善教育培训', { inner: '。' }],
      ['item', '加快教育资源', { tail: ' \n\n' }],
    ]);
    expect(draft.form).toEqual({ end: '\n ' });
  });

  test('reads the same with CRLF, with a byte order mark and with indents', () => {
    const variants = [
      QINGPU_2019.replaceAll('\n', '\r\n'),
      `\ufeff${QINGPU_2019}`,
      QINGPU_2019.replaceAll(/^(?=.)/gm, '\u3000\u3000'),
      QINGPU_2019.replaceAll(/^(\d+)\. /gm, '$1．'),
      QINGPU_2019.replaceAll(/（(牵头部门)：(.*?)）/g, '($1:$2)'),
    ];
    for (const text of variants) {
      const { rest, warnings, ...read } = toJson(parse(text));
      expect({ ...read, rest, warnings }).toEqual(json);
    }
  });
});

const short = (json: ImportJson) => ({
  sections: json.sections.map(({ number, title, level, parent }) => [number, title, level, parent]),
  items: json.items.map(({ number, title, section, clauses }) => [
    number,
    section,
    title,
    ...clauses.map(({ text, lead, assist }) => [text, lead.join('、'), assist.join('、')]),
  ]),
  codes: json.warnings.map(({ line, code }) => `${line} ${code}`),
});

const read = (...lines: readonly string[]) => short(toJson(parse(lines.join('\n'))));

describe('other wordings', () => {
  test('items （一） below 一、, counted anew in each section, with several roles in one bracket', () => {
    const json = toJson(
      parse(
        [
          '2020年全县教育工作要点',
          '',
          '　　一、加强党的建设',
          '　　（一）加强政治建设。落实责任制。（责任单位：机关党委，配合单位：办公室、人事科；完成时限：6月底前）',
          '　　（二）落实主体责任。层层压实责任。（责任单位：机关纪委；分管领导：陆 明）',
          '　　二、推进教育公平',
          '　　（一）学前教育普及。新建幼儿园3所（责任单位：基教科）。',
          '',
        ].join('\n'),
      ),
    );
    expect(short(json)).toEqual({
      sections: [
        [1, '加强党的建设', 1, null],
        [2, '推进教育公平', 1, null],
      ],
      items: [
        [1, 'S1', '加强政治建设', ['落实责任制', '机关党委', '办公室、人事科']],
        [2, 'S1', '落实主体责任', ['层层压实责任', '机关纪委', '']],
        [1, 'S2', '学前教育普及', ['新建幼儿园3所', '基教科', '']],
      ],
      codes: [],
    });
    const [first, second] = json.items.map((item) => item.clauses[0]!);
    expect(first!.deadline).toEqual({ raw: '6月底前', start: null, end: '2020-06-30', kind: 'by' });
    expect(second!.leaders).toEqual(['陆 明']);
  });

  test('three levels, titles on lines of their own, roles on lines of their own', () => {
    expect(
      read(
        '2023年重点工作安排',
        '一、基础教育',
        '（一）学前教育',
        '1．推进普惠园建设',
        '新增普惠性学位2000个。',
        '责任单位：基础教育科',
        '配合单位：计财科',
        '2．加强师资',
        '开展园长培训。',
        '责任单位：教师科、人事科',
        '（二）义务教育',
        '1．落实双减：完善课后服务。',
        '责任单位：基础教育科',
      ),
    ).toEqual({
      sections: [
        [1, '基础教育', 1, null],
        [1, '学前教育', 2, 'S1'],
        [2, '义务教育', 2, 'S1'],
      ],
      items: [
        [1, 'S2', '推进普惠园建设', ['新增普惠性学位2000个', '基础教育科', '计财科']],
        [2, 'S2', '加强师资', ['开展园长培训', '教师科、人事科', '']],
        [1, 'S3', '落实双减', ['完善课后服务', '基础教育科', '']],
      ],
      codes: [],
    });
  });

  test('items 一、 without sections, below a covering notice', () => {
    expect(
      read(
        '关于印发《2021年全区教育工作要点》的通知',
        '各学校：',
        '区教育局',
        '2021年3月1日',
        '2021年全区教育工作要点',
        '为做好工作，制定本要点。',
        '一、加强党建工作。突出政治引领（牵头科室：组织科）。',
        '二、提升质量。开展监测（牵头科室：基教科、教研室）。做好分析（牵头科室：基教科）。',
      ),
    ).toEqual({
      sections: [],
      items: [
        [1, null, '加强党建工作', ['突出政治引领', '组织科', '']],
        [2, null, '提升质量', ['开展监测', '基教科、教研室', ''], ['做好分析', '基教科', '']],
      ],
      codes: ['1 unread', '2 unread', '3 unread', '4 unread'],
    });
  });

  test('clauses with marks of their own', () => {
    expect(
      read(
        '2019年工作要点',
        '1. 办好科技节。分三步：',
        '（1）制定方案（牵头部门：局综教科）。',
        '（2）组织比赛（牵头部门：局综教科）；',
        '（3）总结表彰（牵头部门：局办公室）。',
      ).items,
    ).toEqual([
      [
        1,
        null,
        '办好科技节',
        ['分三步：', '', ''],
        ['制定方案', '局综教科', ''],
        ['组织比赛', '局综教科', ''],
        ['总结表彰', '局办公室', ''],
      ],
    ]);
  });

  test('甲牵头，乙配合; brackets inside names; a bracket that is no role', () => {
    expect(
      read(
        '2019年工作要点',
        '1. 建设学院。推进建设（2018-2020）（由职教科牵头，各职校配合）。',
        '2. 规范管理。加强监管（牵头部门：局计财科（含核算中心、工会）、局办公室）。',
      ).items,
    ).toEqual([
      [1, null, '建设学院', ['推进建设（2018-2020）', '职教科', '各职校']],
      [2, null, '规范管理', ['加强监管', '局计财科（含核算中心、工会）、局办公室', '']],
    ]);
  });

  test('roles on the item count for its clauses', () => {
    expect(
      read(
        '2019年工作要点',
        '1. 规范管理（牵头部门：局办公室）。加强监管。完善制度。',
        '2. 其他（牵头部门：甲科）。如上。',
      ),
    ).toEqual({
      sections: [],
      items: [
        [1, null, '规范管理', ['加强监管。完善制度', '局办公室', '']],
        [2, null, '其他', ['如上', '甲科', '']],
      ],
      codes: ['2 role-shared', '3 role-shared'],
    });
  });

  test('an item that is one sentence is its own clause, named by its first twenty characters', () => {
    const sentence = '做好义务教育阶段学校招生入学和各年段学生转学及学籍管理工作';
    expect(read('2019年工作要点', `1. ${sentence}（牵头部门：局基教科）。`)).toEqual({
      sections: [],
      items: [[1, null, sentence.slice(0, 20), [sentence, '局基教科', '']]],
      codes: ['2 item-untitled'],
    });
  });

  test('a remark on the whole between the last item and the signature is no clause', () => {
    const remark = '以上工作由各处室按月对照落实，学期末校务会逐项检查。';
    const text = [
      '2019年工作要点',
      '1. 读书节：评选书香班级。（责任：语文组）',
      '',
      remark,
      '',
      '曙光小学',
      '2019年2月6日',
    ];
    expect(read(...text).items).toEqual([[1, null, '读书节', ['评选书香班级', '语文组', '']]]);
    expect(parse(text.join('\n')).rest.map((each) => each.text)).toContain(remark);
  });

  test('a title that one ideographic space sets off', () => {
    expect(
      read(
        '2019年工作要点',
        '1. 化解信访积案　领导接访下访，推动重复信访件清仓。（牵头部门：局办公室）',
        '2. 推行　垃圾分类，撤桶并点（牵头部门：总务科）。',
      ),
    ).toEqual({
      sections: [],
      items: [
        [1, null, '化解信访积案', ['领导接访下访，推动重复信访件清仓', '局办公室', '']],
        [2, null, '推行　垃圾分类，撤桶并点', ['推行　垃圾分类，撤桶并点', '总务科', '']],
      ],
      codes: ['3 item-untitled'],
    });
  });

  test('a list whose numbers were lost on pasting', () => {
    expect(
      read(
        '2019年工作要点',
        '一、党建',
        '学习教育。开展主题教育（牵头部门：组织科）。',
        '作风建设。持续整治（牵头部门：办公室）。',
      ),
    ).toEqual({
      sections: [[1, '党建', 1, null]],
      items: [
        [1, 'S1', '学习教育', ['开展主题教育', '组织科', '']],
        [2, 'S1', '作风建设', ['持续整治', '办公室', '']],
      ],
      codes: ['3 number-missing', '4 number-missing'],
    });
  });

  test('numbers that skip, repeat or start late are kept and reported', () => {
    const { items, codes } = read('2019年工作要点', '80. 甲。一（牵头部门：甲科）。', '81. 乙。二（牵头部门：甲科）。', '81. 丙。三（牵头部门：甲科）。'); // prettier-ignore
    expect(items.map((item) => item[0])).toEqual([80, 81, 81]);
    expect(codes).toEqual(['2 number-odd', '4 number-odd']);
  });

  test('signature, date and attachments at the end are rest, each with its line', () => {
    const draft = parse('2019年工作要点\n1. 甲。一（牵头部门：甲科）。\n\n区教育局\n2019年3月1日\n（此件公开发布）\n');
    expect(draft.rest).toEqual([
      { line: 4, text: '区教育局' },
      { line: 5, text: '2019年3月1日' },
      { line: 6, text: '（此件公开发布）' },
    ]);
  });

  test('a bracket that never closes is read to the end of its sentence and reported', () => {
    const { items, codes } = read('2019年工作要点', '1. 甲。加强管理（牵头部门：甲科。');
    expect(items).toEqual([[1, null, '甲', ['加强管理', '甲科', '']]]);
    expect(codes).toContain('2 bracket-open');
  });

  test('nothing at all is not a plan, and says so', () => {
    for (const text of ['', ' \n', '今天天气很好。']) {
      const json = toJson(parse(text));
      expect(json.items).toEqual([]);
      expect(json.warnings.map((warning) => warning.code)).toContain('no-items');
    }
  });

  test('every warning carries its line, its code and a sentence', () => {
    const { warnings } = parse(
      '通知\n1. 甲（牵头部门：甲科；责任单位：乙科；时限：适当时候）。乙。\n3. 丙（牵头部门：甲',
    );
    expect(warnings.length).toBeGreaterThan(3);
    for (const { line, code, message } of warnings) {
      expect(line).toBeGreaterThan(0);
      expect(message.startsWith(WARNINGS[code])).toBe(true);
    }
  });
});

test('numbers with only white space behind them count where they count on, and nowhere else', () => {
  const titles = (body: string): readonly (string | number)[] =>
    flat(parse(`江桥县水务局2021年工作要点\n\n一、防汛\n${body}`).children)
      .filter(({ kind }) => kind === 'item')
      .map(({ number, title }) => `${number} ${title}`);
  const bracket = '（牵头部门：防汛办）';
  expect(
    titles(`1 落实责任。完善体系。${bracket}\n2 排查隐患。排查水库。${bracket}\n3  备足物资。采购抽水泵。${bracket}`),
  ).toEqual(['1 落实责任', '2 排查隐患', '3 备足物资']);
  expect(titles(`1. 落实责任。完善体系。${bracket}\n2. 排查隐患。分三步：\n3 月底前排查水库。${bracket}`)).toEqual([
    '1 落实责任',
    '2 排查隐患',
  ]);
});

const roled = (text: string): readonly (readonly [string, string, string, string | undefined])[] =>
  flat(parse(text).children).flatMap(({ title, roles, deadline }) =>
    roles.lead.length > 0 ? [[title, roles.lead.join(), roles.assist.join(), deadline?.raw] as const] : [],
  );

test('责任分工：由…牵头，…配合，…完成 on a line of its own names who, and by when', () => {
  const text = `滨河区教育学院2022年工作要点

一、优化教学研究
（一）推进作业改革
编制分学科作业设计指南，建设资源库。
责任分工：由教研中心牵头，信息中心配合，6月底前完成。
（二）深化课堂变革
遴选实验校15所。
责任分工：由教研中心牵头，各实验校参与，3-12月完成。
`;
  expect(roled(text)).toEqual([
    ['编制分学科作业设计指南，建设资源库', '教研中心', '信息中心', '6月底前完成'],
    ['遴选实验校15所', '教研中心', '各实验校', '3-12月完成'],
  ]);
});

test('brackets of bare names are roles where the notice says that the first of them leads', () => {
  const text = `青浦路区教育局2020年工作要点

各项任务列第一位的为牵头部门，其余为配合部门。

一、统筹教学
1. 落实责任。健全联防联控机制，做到一校一案。（局体卫科、局办公室）
2. 深化改革。落实同步招生，实行超额摇号。（局基教科、区招考中心）推进中考改革，启动政策宣传。（区招考中心、局基教科）
3. 保障教学。用好空中课堂资源，关注学生需求。（局基教科、区教师进修学院）
`;
  expect(roled(text).map(([, lead, assist]) => [lead, assist])).toEqual([
    ['局体卫科', '局办公室'],
    ['局基教科', '区招考中心'],
    ['区招考中心', '局基教科'],
    ['局基教科', '区教师进修学院'],
  ]);
});

test('a title in half-width text ends at its point, though a colon follows, and one that a page broke goes on', () => {
  const titles = (body: string): readonly string[] =>
    flat(parse(`桃溪区市场监督管理局2022年工作要点\n\n一、守住底线\n${body}`).children).flatMap(({ kind, title }) =>
      kind === 'item' ? [title] : [],
    );
  const half = '1.严守食品安全.实行"四个最严":开展明厨亮灶行动,抽检食品2000批次.(牵头科室:食品科)';
  expect(titles(`${half}\n2.实施"质量强企".建设服务站3个.(牵头科室:质量科)`)).toEqual([
    '严守食品安全',
    '实施"质量强企"',
  ]);
  expect(titles('1．推进新课程新教材实施与普通高中育人方式改革\n试点。做好教材使用培训。（责任科室：教务处）')).toEqual(
    ['推进新课程新教材实施与普通高中育人方式改革试点'],
  );
});

test('an item with its text right below it stands beside its siblings that have numbered measures', () => {
  const text = `临洲市考试院2024年工作要点

一、提升服务
（一）优化报名
1．实现报名“一网通办”。（牵头处室：信息处）
2．提供大字卷等便利。（牵头处室：高招处）
（二）做好社会考试
组织教师资格考试，服务考生12万人次。（牵头处室：社考处）
二、加强建设
（三）推进清廉
1．梳理廉政风险点。（牵头处室：机关党总支）
2．开展数据安全自查。（牵头处室：信息处）
`;
  const [section] = parse(text).children;
  expect(section!.children.map(({ title }) => title)).toEqual(['优化报名', '做好社会考试']);
});

test('an introduction that cites the number of a document is still an introduction', () => {
  const words = '为做好今年工作，根据《关于优化服务的通知》（栗政办发〔2019〕56号）精神，结合实际，特制定本计划。';
  const json = toJson(
    parse(`栗原县2020年工作计划\n${words}\n一、服务\n1.减少环节。合并窗口。（牵头单位：县政务服务局）\n`),
  );
  expect(json.preamble).toBe(words);
});
