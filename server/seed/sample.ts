// The invented schedule of the sample plan: days, milestones, tasks, progress, notes and links over the official text. Invents no wording of the text itself.
import type { Path, Seed, SeedLink } from '../../shared/doc/found.ts';
import type { Day, Grain, LinkType, Outline, Status } from '../../shared/model/plan.ts';

/** The day the sample pretends it is: the middle of the year, so that done, running, late and coming work stand side by side. */
export const SAMPLE_DAY: Day = '2019-06-14';

/** What is added to a clause. */
interface Dated {
  readonly span: readonly [start: Day, end: Day, grain?: Grain];
  readonly progress?: number;
  readonly status?: Status;
  readonly deliverable?: string;
  readonly note?: string;
  readonly milestones?: readonly (readonly [title: string, day: Day])[];
  readonly tasks?: readonly (readonly [title: string, start: Day, end: Day, progress: number])[];
}

/** By clause: item number, then its place in the item. What is missing here stays undated. */
const SCHEDULE: Readonly<Record<string, Dated>> = {
  '1.1': { span: ['2019-01-14', '2019-05-31'], progress: 100, deliverable: '各科室学习贯彻情况报告' },
  '1.2': {
    span: ['2019-01-07', '2019-03-29'],
    progress: 100,
    note: '会议筹备分材料、会务、宣传三组推进。\n会后一周内印发任务分工，纳入挂图作战。',
    milestones: [['全区教育大会召开', '2019-03-28']],
  },
  '2.1': { span: ['2019-02-18', '2019-06-28'], progress: 75, deliverable: '科室和中心职能清单' },
  '2.2': { span: ['2019-03-01', '2019-11-29'], progress: 40 },
  '3.1': {
    span: ['2019-01-14', '2019-03-15'],
    progress: 100,
    deliverable: '2019年重点工作任务清单',
    milestones: [['重点工作任务清单印发', '2019-03-15']],
  },
  '3.2': {
    span: ['2019-03-18', '2019-12-20'],
    progress: 35,
    note: '每月倒数第五个工作日更新进度，滞后事项须写明原因和下一步措施。',
    milestones: [['上半年督查情况通报', '2019-07-05']],
  },
  '4.1': {
    span: ['2019-01-21', '2019-12-13'],
    progress: 40,
    tasks: [
      ['8个镇学区化建设推进方案审定', '2019-03-04', '2019-04-26', 100],
      ['新一轮20项区级综改项目中期评估', '2019-06-17', '2019-07-12', 0],
    ],
  },
  '4.2': {
    span: ['2019-02-25', '2019-08-30'],
    progress: 60,
    milestones: [['新教师入职培训开班', '2019-08-19']],
  },
  '5.1': {
    span: ['2019-03-01', '2019-07-31'],
    progress: 65,
    note: '标准化考场已通过区级验收。\n高中学分制评价校本实施方案由各校六月底前报送，七月集中审议。',
    milestones: [['外语听说测试标准化考场验收', '2019-05-31']],
    tasks: [
      ['初中学业水平考试命题研究', '2019-03-04', '2019-06-28', 75],
      ['理科实验室和外语听说测试考场建设', '2019-03-18', '2019-05-31', 100],
    ],
  },
  '6.2': { span: ['2019-04-01', '2019-11-15'], progress: 30 },
  '7.1': { span: ['2019-03-04', '2019-12-06'], progress: 35, deliverable: '区行为规范示范校升级评估结果' },
  '8.1': {
    span: ['2019-04-15', '2019-11-29'],
    progress: 25,
    milestones: [['区家庭教育指导与研究中心揭牌', '2019-11-15']],
  },
  '9.1': {
    span: ['2019-03-11', '2019-11-22'],
    progress: 38,
    note: '科技节设开幕式、场馆开放日和学校分会场三部分，受益面以参加人次统计。\n体育赛事避开初三、高三考试周。',
    milestones: [
      ['区第十届学生科技节开幕', '2019-05-17'],
      ['阳光体育大联赛总决赛', '2019-11-08'],
    ],
    tasks: [['校园足球联盟春季联赛', '2019-04-08', '2019-06-28', 75]],
  },
  '9.2': { span: ['2019-04-08', '2019-09-27'], progress: 15 },
  '10.1': { span: ['2019-02-25', '2019-12-20'], progress: 38, deliverable: '每个指导站公益性早教指导服务6次' },
  '11.1': {
    span: ['2019-03-01', '2019-08-30'],
    progress: 55,
    note: '招生政策以市教委当年实施意见为准，学区划分调整须提前向社会公示。',
    milestones: [['义务教育招生入学工作启动', '2019-04-08']],
  },
  '12.1': { span: ['2019-03-18', '2019-12-13'], progress: 30 },
  '13.1': {
    span: ['2019-04-01', '2019-12-20'],
    progress: 15,
    status: { light: 'hold', reason: '第二批校企合作基地遴选条件待上级文件明确，暂缓推进。' },
  },
  '14.1': { span: ['2019-01-01', '2019-12-31', 'year'], progress: 45 },
  '15.1': { span: ['2019-05-06', '2019-11-29'], progress: 20 },
  '15.2': { span: ['2019-01-14', '2019-12-27'], progress: 45 },
  '16.1': {
    span: ['2019-03-04', '2019-09-06'],
    progress: 30,
    status: { light: 'late', reason: '实施办法仍在征求意见，较序时进度滞后。' },
    deliverable: '全面深化新时代教师队伍建设改革实施办法',
    note: '第二轮征求意见收到的主要意见集中在编制配备和柔性流动待遇两项，拟于七月上旬专题研究。',
    milestones: [['本区实施办法印发', '2019-08-30']],
  },
  '17.1': {
    span: ['2019-02-25', '2019-09-30'],
    progress: 55,
    milestones: [['庆祝教师节暨师德建设大会', '2019-09-10']],
  },
  '18.1': { span: ['2019-03-25', '2019-12-20'], progress: 30 },
  '19.1': { span: ['2019-09-02', '2019-12-20'] },
  '20.1': {
    span: ['2019-03-11', '2019-11-29'],
    progress: 35,
    milestones: [['区第十六届科研成果评选结果公布', '2019-10-18']],
  },
  '21.1': {
    span: ['2019-02-18', '2019-12-20'],
    progress: 40,
    deliverable: '创建工作路线图、时间表',
    milestones: [['优质均衡发展区创建区级自评', '2019-11-22']],
  },
  '22.1': { span: ['2019-07-01', '2019-08-23'], deliverable: '暑期校舍修缮项目竣工' },
  '22.2': { span: ['2019-07-22', '2019-09-20'] },
  '23.1': {
    span: ['2019-01-07', '2019-12-27'],
    progress: 42,
    note: '新址启用和新开办学校须在八月底前完成验收、设备到位和师资配备。',
    milestones: [['新开办学校启用', '2019-09-02']],
  },
  '24.1': { span: ['2019-02-25', '2019-08-23'], progress: 60 },
  '25.1': {
    span: ['2019-01-02', '2019-12-31'],
    progress: 45,
    milestones: [['2020年部门预算编制上报', '2019-10-31']],
    tasks: [['上半年预算执行情况分析', '2019-07-01', '2019-07-19', 0]],
  },
  '26.1': {
    span: ['2019-04-01', '2019-12-13'],
    progress: 5,
    note: '区域教育数据中心扩容项目待立项批复，批复后按倒排工期推进。',
  },
  '27.1': { span: ['2019-03-01', '2019-10-31'], progress: 45 },
  '28.1': { span: ['2019-01-01', '2019-12-31', 'year'], progress: 45 },
};

/** From, to: a clause, or `clause/title` for a milestone or task below it. */
const LINKS: readonly (readonly [from: string, to: string, type: LinkType, lag: number])[] = [
  ['3.1', '3.2', 'FS', 0],
  ['5.1/理科实验室和外语听说测试考场建设', '5.1/外语听说测试标准化考场验收', 'FF', 0],
  ['5.1', '19.1', 'FS', 31],
  ['16.1', '18.1', 'SS', 14],
  ['22.1', '23.1', 'FF', 0],
  ['24.1', '23.1/新开办学校启用', 'FS', 0],
  ['24.1', '25.1', 'FF', 0],
];

/** The official plan with the invented schedule laid over it, marked as a sample. */
export function sampleSeed(official: Seed): Seed {
  const paths = new Map<string, Path>();
  let item = 0;
  const dress = (outline: Outline, path: Path): Outline => {
    const key = `${item}.${path.at(-1)! + 1}`;
    const found = outline.kind === 'clause' ? SCHEDULE[key] : undefined;
    if (outline.kind === 'item') item++;
    if (outline.kind === 'clause') paths.set(key, path);
    const children = [
      ...(outline.children ?? []).map((child, i) => dress(child, [...path, i])),
      ...(found ? below(found) : []),
    ];
    children.forEach((child, i) => child.kind !== 'clause' && paths.set(`${key}/${child.title}`, [...path, i]));
    return { ...outline, ...(found && fields(found)), ...(children.length > 0 && { children }) };
  };
  const outlines = official.outlines.map((outline, i) => dress(outline, [i]));
  const links = LINKS.map(([from, to, type, lag]): SeedLink => ({
    from: at(paths, from),
    to: at(paths, to),
    type,
    lag,
  }));
  const title = `示例 · ${official.meta.title}（示例排期）`;
  return { meta: { ...official.meta, title, sample: true, asOf: SAMPLE_DAY }, outlines, links };
}

function fields(dated: Dated): Partial<Outline> {
  const { progress, status, deliverable, note } = dated;
  const [start, end, grain] = dated.span;
  return {
    span: { start, end, ...(grain && { grain }) },
    ...(progress !== undefined && { progress }),
    ...(status && { status }),
    ...(deliverable !== undefined && { deliverable }),
    ...(note !== undefined && { note }),
  };
}

/** Tasks, then milestones; a milestone that has been reached is done. */
function below(dated: Dated): readonly Outline[] {
  const tasks = (dated.tasks ?? []).map(([title, start, end, progress]): Outline => ({
    kind: 'task',
    title,
    span: { start, end },
    progress,
  }));
  const milestones = (dated.milestones ?? []).map(([title, day]): Outline => ({
    kind: 'milestone',
    title,
    span: { start: day, end: day },
    ...(day <= SAMPLE_DAY && { progress: 100 }),
  }));
  return [...tasks, ...milestones];
}

function at(paths: ReadonlyMap<string, Path>, key: string): Path {
  const path = paths.get(key);
  if (!path) throw new Error(`sample: the text has no ${key}`);
  return path;
}
