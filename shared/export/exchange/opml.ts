// OPML 2.0: one outline for each node, its note in `_note` as outliners expect, what else it says in attributes named in Chinese words' stead.
import type { ExportInput } from '../format.ts';
import { titleOf } from '../words.ts';
import { XML, field, tag } from '../xml.ts';
import { branches } from './branches.ts';
import type { Branch, FactName } from './branches.ts';

export function toOpml(input: ExportInput): string {
  const head = tag('head', {}, [field('title', titleOf(input.plan.meta))]);
  const body = tag('body', {}, branches(input).map(outline).join('\n'));
  return `${XML}${tag('opml', { version: '2.0' }, [head, '\n', body])}\n`;
}

const NAMES: Readonly<Record<FactName, string>> = {
  牵头部门: 'lead',
  配合部门: 'assist',
  分管领导: 'chief',
  责任人: 'duty',
  联系人: 'contact',
  启动时间: 'start',
  完成时限: 'deadline',
  时间: 'day',
  进展: 'progress',
  状态: 'status',
  目标: 'deliverable',
  问题: 'issue',
};

function outline({ id, kind, title, note, facts, children }: Branch): string {
  const said = Object.fromEntries(facts.map(({ name, value }) => [NAMES[name], value]));
  const attributes = { text: title, ...(note.length > 0 && { _note: note.join('\n') }), id, kind, ...said };
  return tag('outline', attributes, children.map(outline));
}
