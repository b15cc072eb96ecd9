// 待补清单 for whoever reads the file: what the plan lacks, and for what somebody answers, with reason and name.
import { audit, waiverOf } from '../model/audit.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import { FINDING_CODES } from '../model/finding.ts';
import { numbering } from '../model/numbering.ts';
import type { Id, Plan, Waiver } from '../model/plan.ts';
import { parentOf } from '../model/tree.ts';
import { shortTitle } from '../layout/label.ts';

export const FINDINGS = '待补清单';
/** Where it begins in a Markdown file. */
export const FINDINGS_MARK = '<!-- guatu:findings -->';

const NAMES: Readonly<Record<FindingCode, string>> = {
  'no-lead': '没有牵头科室',
  collective: '牵头是统称，没落到科室',
  silent: '共同牵头科室没有分工',
  'no-span': '没有日期',
  'no-result': '没有可检验的成果',
  'no-quarter': '没有季度节点',
  number: '正文的数没有对应目标',
  'outside-horizon': '日期超出计划年度',
  'day-off': '截止日不是工作日',
  'link-broken': '前后衔接不上',
  misplaced: '位置冲突，已自动归位',
};

export interface FindingLine {
  readonly finding: Finding;
  readonly waiver: Waiver | undefined;
  /** 6.1 */
  readonly number: string;
  readonly work: string;
  readonly what: string;
  /** The office, the amount or the other end that is meant. */
  readonly detail: string;
  /** 不用补：理由（姓名，日期）; empty while it is wanting. */
  readonly answer: string;
}

/** Of the whole plan, or of the nodes a file holds and what hangs from them. */
export function findingLines(plan: Plan, held?: ReadonlySet<Id>): readonly FindingLine[] {
  const numbers = numbering(plan);
  const findings = audit(plan).filter(({ node }) => !held || held.has(node) || held.has(parentOf(plan, node)));
  const order = (code: FindingCode): number => FINDING_CODES.indexOf(code);
  return findings
    .map((finding, at) => ({ finding, at }))
    .sort((a, b) => order(a.finding.code) - order(b.finding.code) || a.at - b.at)
    .map(({ finding }) => {
      const node = plan.nodes.get(finding.node)!;
      const waiver = waiverOf(plan, finding);
      return {
        finding,
        waiver,
        number: numbers.get(finding.node)?.label ?? '',
        work: shortTitle(node),
        what: NAMES[finding.code],
        detail: detailOf(plan, finding),
        answer: waiver ? `不用补：${waiver.reason}（${waiver.by}，${waiver.at}）` : '',
      };
    });
}

function detailOf(plan: Plan, { code, node, other, words }: Finding): string {
  if (words) return words;
  const span = plan.nodes.get(node)?.span;
  if ((code === 'day-off' || code === 'outside-horizon') && span) return span.end;
  if (other === undefined) return '';
  const linked = plan.nodes.get(other);
  return plan.offices.get(other)?.name ?? (linked ? shortTitle(linked) : '');
}

/** One line of prose for each, for formats that have no table. */
export function findingText({ number, work, what, detail, answer }: FindingLine): string {
  return `${number ? `${number} ` : ''}${work}：${what}${detail && `（${detail}）`}${answer && `——${answer}`}`;
}
