import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHINA } from '../../../shared/model/calendar.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { escape, pageSvg, toSvg } from '../../../shared/export/svg.ts';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import type { GanttView } from '../../../shared/layout/sheet.ts';
import { layoutMindmap } from '../../../shared/layout/mindmap.ts';
import { paginate, paper } from '../../../shared/layout/paper.ts';
import { rows } from '../../../shared/layout/rows.ts';
import { sideOf } from '../../../shared/layout/side.ts';
import { DARK, LIGHT, PRINT } from '../../../shared/layout/theme.ts';
import { fit, timescale } from '../../../shared/layout/timescale.ts';
import { idOf, planOf } from '../../kit/plan.ts';
import { expectGolden } from './golden.ts';

const TEXT = `
  聚焦推动改革向纵深发展，着力激发教育发展活力
    深化考试招生综合改革
      认真落实本市中考改革方案 @局基教科,局教研室 03-01..06-30 40%
        ◆ 方案印发 04-15
      持续深化高考综合改革 @局基教科 07-08..09-30
    促进区域教育一体化发展
      适时签订教育合作框架协议 @局办公室 02-11..03-08 100%
  聚焦学生综合素养培育，着力实施立德树人工程
    加强中小学德育工作
      落实《中小学德育工作指南》 @局德育科
`;
const plain = planOf(TEXT);
const linked: Plan = {
  ...plain,
  links: new Map(
    [
      ['认真落实本市中考改革方案', '持续深化高考综合改革'],
      ['持续深化高考综合改革', '适时签订教育合作框架协议'],
    ].map(([from, to]) => {
      const link = { from: idOf(plain, from!), to: idOf(plain, to!), type: 'FS', lag: 0 } as const;
      return [`${link.from}>${link.to}`, link];
    }),
  ),
};
const sample: Plan = { ...linked, meta: { ...linked.meta, title: '2019年工作要点', sample: true } };
const YEAR = { from: '2019-01-01', to: '2019-12-31' };

const gantt = (plan: Plan, change: Partial<GanttView> = {}) =>
  layoutGantt(plan, {
    rows: rows(plan, { folded: new Set() }),
    scale: fit({ start: YEAR.from, end: YEAR.to }, 900),
    today: '2019-05-20',
    calendar: CHINA,
    density: 'normal',
    side: sideOf(420),
    lang: 'zh',
    ...change,
  });
const mindmap = (plan: Plan, folded: readonly string[] = []) =>
  layoutMindmap(plan, {
    folded: new Set(folded.map((title) => idOf(plan, title))),
    arrangement: 'both',
    today: '2019-05-20',
    lang: 'zh',
    knobs: folded.length === 0,
  });

describe('golden files', () => {
  const CASES: Readonly<Record<string, () => string>> = {
    'gantt-month-light.svg': () => toSvg(gantt(linked), LIGHT, { title: '试排' }),
    'gantt-captioned-print.svg': () =>
      toSvg(gantt(sample, { density: 'dense', knobs: false }), PRINT, {
        title: '2019年工作要点',
        caption: true,
        legend: true,
        sample: true,
      }),
    'gantt-national-day.svg': () =>
      toSvg(gantt(plain, { scale: timescale({ zoom: 'day', from: '2019-09-25', to: '2019-10-14' }) }), LIGHT, {
        title: '试排',
      }),
    'gantt-week-dark.svg': () =>
      toSvg(gantt(plain, { scale: timescale({ zoom: 'week', from: '2019-04-01', to: '2019-06-30' }) }), DARK, {
        title: '试排',
      }),
    'gantt-wall.svg': () =>
      toSvg(
        gantt(plain, { density: 'wall', side: sideOf(800, 2), scale: fit({ start: YEAR.from, end: YEAR.to }, 1120) }),
        DARK,
        {
          title: '试排',
        },
      ),
    'gantt-english.svg': () =>
      toSvg(gantt(linked, { lang: 'en' }), LIGHT, { title: 'Trial', lang: 'en', legend: true }),
    'mindmap-light.svg': () => toSvg(mindmap(plain), LIGHT, { title: '试排' }),
    'mindmap-folded-print.svg': () =>
      toSvg(mindmap(sample, ['深化考试招生综合改革']), PRINT, { title: '试排', sample: true }),
    'page-2.svg': () => pageSvg(paginate(gantt(linked), paper('A4', true), 1)[1]!, PRINT, { title: '试排' }),
  };
  test.each(Object.entries(CASES))('%s', (name, draw) => {
    const svg = draw();
    expect(XMLValidator.validate(svg)).toBe(true);
    expectGolden(name, svg);
  });
});

const parse = (svg: string): unknown => new XMLParser({ ignoreAttributes: false }).parse(svg);

describe('a standalone file', () => {
  const svg = toSvg(gantt(plain), LIGHT, { title: '试排', fonts: ['方正黑体'] });
  test('names its size and its fonts with fallbacks, and holds text as text', () => {
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1320" height="\d+" viewBox="0 0 1320 \d+"/,
    );
    expect(svg).toContain(`font-family="'方正黑体', 'PingFang SC'`);
    expect(svg).toContain('>深化考试招生综合改革</text>');
  });
  test('refers to nothing outside and carries no script', () =>
    expect(svg).not.toMatch(/href|url\(|<script|<style|@import/));
  test('says which node each figure is', () =>
    expect(svg).toContain(`data-node="${idOf(plain, '加强中小学德育工作')}" data-part="cell"`));
  test('may leave its ground transparent', () => {
    const ground = (text: string): boolean =>
      text.includes(`height="${/height="(\d+)"/.exec(text)![1]}" fill="${LIGHT.page}"/>`);
    expect(ground(svg)).toBe(true);
    expect(ground(toSvg(gantt(plain), LIGHT, { title: '试排', background: false }))).toBe(false);
  });
});

describe('示例', () => {
  const marks = (svg: string): number => svg.split('>示例<').length - 1;
  test('is marked once when the drawing marks itself', () => {
    expect(marks(toSvg(gantt(sample), LIGHT, { title: '', sample: true, caption: true }))).toBe(1);
    expect(marks(toSvg(mindmap(sample), LIGHT, { title: '', sample: true }))).toBe(1);
  });
  test('is marked above the drawing when it does not', () => {
    expect(marks(toSvg(gantt(sample, { side: sideOf(0) }), LIGHT, { title: '', sample: true }))).toBe(1);
  });
  test('is not there in a real plan', () =>
    expect(marks(toSvg(gantt(plain), LIGHT, { title: '', caption: true }))).toBe(0));
});

describe('XML', () => {
  test('markup in a title is text', () => {
    const id = idOf(plain, '加强中小学德育工作');
    const title = `</text><script>alert("1")</script>&amp;'`;
    const plan = { ...plain, nodes: new Map(plain.nodes).set(id, { ...plain.nodes.get(id)!, title }) };
    const svg = toSvg(gantt(plan), LIGHT, { title });
    expect(svg).not.toContain('<script');
    expect(XMLValidator.validate(svg)).toBe(true);
  });
  test('what XML forbids is left out: controls, lone surrogates, U+FFFE', () => {
    expect(escape('甲\u0000\u000b\ud800乙\ufffe\uffff𠮷')).toBe('甲乙𠮷');
  });
  test('any title makes a file that parsers read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (title) => {
        const scene = {
          width: 10,
          height: 10,
          layers: [
            {
              name: 'body' as const,
              groups: [
                {
                  key: 'k',
                  bounds: { x: 0, y: 0, w: 1, h: 1 },
                  target: { node: title, part: 'box' as const },
                  hint: title,
                  shapes: [{ kind: 'text' as const, x: 0, y: 0, text: title, size: 13, fill: 'ink' as const }],
                },
              ],
            },
          ],
        };
        const svg = toSvg(scene, LIGHT, { title, fonts: [title] });
        expect(XMLValidator.validate(svg)).toBe(true);
        expect(parse(svg)).toBeTypeOf('object');
      }),
    );
  });
});
