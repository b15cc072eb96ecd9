// Role brackets read and rewritten in their own words.
import { describe, expect, test } from 'vitest';
import { cutRoles, readRoles } from '../../../shared/yaodian/roles.ts';
import { roleStyle, writeRoles } from '../../../shared/yaodian/rolewrite.ts';

const who = (text: string) => {
  const { lead, assist, leaders, time } = readRoles(text);
  return [lead, assist, leaders, time];
};

describe('reading', () => {
  test.each([
    ['（牵头部门：局基教科、局综改办）', ['局基教科', '局综改办'], [], [], undefined],
    ['(责任单位: 教研室,进修学院; 配合单位: 各初中)', ['教研室', '进修学院'], ['各初中'], [], undefined],
    ['（主要责任单位：局办公室；协办：计财科、人事科）', ['局办公室'], ['计财科', '人事科'], [], undefined],
    ['（牵头：局基教科 配合：教研室）', ['局基教科'], ['教研室'], [], undefined],
    ['（局办公室牵头，各学校配合）', ['局办公室'], ['各学校'], [], undefined],
    ['（由局办公室负责）', ['局办公室'], [], [], undefined],
    ['（牵头领导：陆 明；责任科室：人事科；完成时限：6月底前）', ['人事科'], [], ['陆 明'], '6月底前'],
    ['责任单位：县教研室\n配合单位：各校\n完成时间：3-7月', ['县教研室'], ['各校'], [], '3-7月'],
    ['（牵头部门：局计财科（含核算中心、工会））', ['局计财科（含核算中心、工会）'], [], [], undefined],
    ['（牵头部门：教育和体育局、基教科和人事科）', ['教育和体育局', '基教科', '人事科'], [], [], undefined],
    ['（牵头：局综教科；3月底前）', ['局综教科'], [], [], '3月底前'],
    ['（牵头部门：局综教科、局办公室，第一季度）', ['局综教科', '局办公室'], [], [], '第一季度'],
    ['（防汛办牵头，运管股配合，每季度通报一次）', ['防汛办'], ['运管股'], [], '每季度通报一次'],
    ['（运管股负责，每月开展）', ['运管股'], [], [], '每月开展'],
    ['（牵头部门：防汛办、运管股，按月调度）', ['防汛办', '运管股'], [], [], '按月调度'],
    ['（主责：总务处；协助：财务室；进度：7、8月）', ['总务处'], ['财务室'], [], '7、8月'],
    ['（中心校牵头，社会事务办配合，秋季开学前完成）', ['中心校'], ['社会事务办'], [], '秋季开学前完成'],
    ['（牵头：文旅科；配合：县剧团及各文化站）', ['文旅科'], ['县剧团', '各文化站'], [], undefined],
    ['（牵头部门：局基教科等；配合部门：无）', ['局基教科'], [], [], undefined],
    ['（牵头部门：局基教科、局基教科；配合部门：局基教科、甲科）', ['局基教科'], ['甲科'], [], undefined],
  ])('%s', (text, lead, assist, leaders, time) => {
    expect(who(text)).toEqual([lead, assist, leaders, time]);
    expect(cutRoles(text).map((piece) => (typeof piece === 'string' ? piece : piece.before + piece.names + piece.after)).join('')).toBe(text); // prettier-ignore
  });

  test('beside 责任科室, 落实单位 assists, and the reader is told', () => {
    expect(readRoles('（责任科室：社会救助科；落实单位：各镇（街道））')).toMatchObject({
      lead: ['社会救助科'],
      assist: ['各镇（街道）'],
      guessed: true,
    });
  });

  test('beside a lead, 责任单位 assists, and the reader is told', () => {
    expect(readRoles('（牵头单位：甲科；责任单位：乙科、丙科）')).toMatchObject({
      lead: ['甲科'],
      assist: ['乙科', '丙科'],
      guessed: true,
    });
  });
});

describe('writing', () => {
  test.each([
    ['（牵头部门：甲）', ['局办公室', '局人事科'], [], '（牵头部门：局办公室、局人事科）'],
    ['（牵头部门：甲；配合部门：乙）', ['局办公室'], [], '（牵头部门：局办公室）'],
    ['（牵头部门：甲；配合部门：乙）', [], ['丙科'], '（配合部门：丙科）'],
    ['（牵头部门：甲）', ['甲科'], ['乙科'], '（牵头部门：甲科；配合部门：乙科）'],
    ['(责任单位:教研室,进修学院)', ['甲科', '乙科'], ['丙科'], '(责任单位:甲科,乙科；配合单位:丙科)'],
    ['（由甲科牵头，乙科配合）', ['丙科'], ['丁科'], '（由丙科牵头，丁科配合）'],
    ['（由甲科牵头，乙科配合）', ['丙科'], [], '（由丙科牵头）'],
    ['（甲科牵头）', ['甲科'], ['乙科'], '（牵头部门：甲科；配合部门：乙科）'],
    ['责任单位：甲\n配合单位：乙', ['甲科'], [], '责任单位：甲科'],
    ['（牵头部门：甲科；分管领导：某某）', ['乙科'], [], '（牵头部门：乙科；分管领导：某某）'],
    ['（牵头部门：甲科；完成时限：6月底前）', [], [], '（完成时限：6月底前）'],
    ['（牵头部门：甲）', [], [], ''],
  ])('%s for others', (style, lead, assist, text) => {
    expect(writeRoles(style, lead, assist)).toBe(text);
  });

  test('a style forgets names, persons and time', () => {
    expect(roleStyle('（责任单位：机关党委、工会，配合单位：办公室；完成时限：6月底前）')).toBe(
      '（责任单位：甲，配合单位：乙）',
    );
  });
});
