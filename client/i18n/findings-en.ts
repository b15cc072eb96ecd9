// The same sentences in English; en.ts takes them in.
import type { findingsZh } from './findings-zh.ts';

export const findingsEn: Readonly<Record<keyof typeof findingsZh, string>> = {
  'cmd.findings.open': 'What is still missing…',
  'cmd.findings.waive': 'Say why nothing is missing here',
  'cmd.findings.unwaive': 'Ask for it again',

  findings: 'Still missing',
  'findings.none': 'Nothing is missing.',
  'findings.title': 'What is still missing',
  'findings.counts':
    '{sections} {sections|section|sections}, {items} {items|item|items}, {clauses} {clauses|measure|measures}.',
  'findings.hint':
    'A number leads to its clause. What really needs nothing is answered for by the chair, with a reason and a name; exports list it.',
  'findings.hint.read': 'A number leads to its clause. The chair may say what needs nothing.',
  'findings.all': 'One by one',
  'findings.button': '{n} still missing',
  'findings.waive': 'Not needed…',
  'findings.waive.of': 'Say why “{finding}” is not needed',
  'findings.reason': 'Reason',
  'findings.reason.hint': 'Why nothing is needed',
  'findings.by': 'Name',
  'findings.keep': 'Keep',
  'findings.waived': 'Not needed ({n})',
  'findings.waived.by': '{by}, {day}: {reason}',
  'findings.unwaive': 'Needed after all',
  'findings.unwaive.of': '“{finding}” is needed after all',
  'findings.more': '{n} more',

  'finding.no-lead': 'No lead office',
  'finding.collective': 'Led by a collective name only',
  'finding.silent': 'A co-lead has no part of its own',
  'finding.no-span': 'No dates',
  'finding.no-result': 'No result to check',
  'finding.no-quarter': 'Nothing to see in any quarter',
  'finding.number': 'A number in the text without a target',
  'finding.outside-horizon': "Dates outside the plan's year",
  'finding.day-off': 'Due on a day off',
  'finding.link-broken': 'Links that do not hold',
  'finding.misplaced': 'Place in conflict, put back',

  'refuse.not-answered': 'Please give a reason and a name.',
};
