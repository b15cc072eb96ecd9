// .xmind: a zip with the map twice, as JSON for XMind since 2018 and as XML for XMind 8 and what else reads the older form.
import type { Light } from '../../model/plan.ts';
import type { ExportInput } from '../format.ts';
import { titleOf } from '../words.ts';
import { XML, field, tag } from '../xml.ts';
import { legalXml } from '../clean.ts';
import { zip } from '../zip.ts';
import { branches, factLine } from './branches.ts';
import type { Branch } from './branches.ts';

export function toXmind(input: ExportInput): Uint8Array {
  const title = titleOf(input.plan.meta);
  const top = branches(input);
  const files = ['content.json', 'content.xml', 'metadata.json'];
  return zip(
    {
      'content.json': JSON.stringify([sheet(title, top)]),
      'content.xml': contentXml(title, top),
      'metadata.json': JSON.stringify({ creator: { name: '挂图', version: '1' } }),
      'manifest.json': JSON.stringify({ 'file-entries': Object.fromEntries(files.map((file) => [file, {}])) }),
      'META-INF/manifest.xml': manifestXml(),
    },
    'content.json',
  );
}

/** XMind's task markers, by eighths. */
const STEPS = ['start', 'oct', 'quarter', '3oct', 'half', '5oct', '3quar', '7oct', 'done'] as const;

function markers({ progress, light }: Branch): readonly string[] {
  const step = progress === undefined ? (light === 'done' ? 8 : undefined) : Math.floor(progress / 12.5);
  return [...(step === undefined ? [] : [`task-${STEPS[step]!}`]), ...SIGNS[light]];
}

const SIGNS: Readonly<Record<Light, readonly string[]>> = {
  todo: [],
  doing: [],
  done: [],
  late: ['symbol-exclam'],
  hold: ['task-pause'],
};

/** Leads and dates as labels, which stand below a topic; the rest is in the note. */
function labels({ facts }: Branch): readonly string[] {
  return facts.filter(({ name }) => SHOWN.has(name)).map(({ name, value }) => legalXml(`${name}：${value}`));
}

const SHOWN = new Set(['牵头部门', '完成时限', '时间']);

function noteOf({ note, facts }: Branch): string {
  const rest = facts.filter(({ name }) => !SHOWN.has(name));
  return legalXml([...note, ...(rest.length > 0 ? [`【${factLine(rest)}】`] : [])].join('\n'));
}

function sheet(title: string, top: readonly Branch[]) {
  const root = { id: 'root', class: 'topic', title: legalXml(title), structureClass: STRUCTURE };
  return { id: 'sheet', class: 'sheet', title: legalXml(title), rootTopic: { ...root, ...attached(top) } };
}

const STRUCTURE = 'org.xmind.ui.map.unbalanced';

function topic(branch: Branch): object {
  const note = noteOf(branch);
  const [tags, signs] = [labels(branch), markers(branch)];
  return {
    id: branch.id,
    class: 'topic',
    title: legalXml(branch.title),
    ...(tags.length > 0 && { labels: tags }),
    ...(signs.length > 0 && { markers: signs.map((markerId) => ({ markerId })) }),
    ...(note && { notes: { plain: { content: note } } }),
    ...attached(branch.children),
  };
}

function attached(children: readonly Branch[]): object {
  return children.length > 0 ? { children: { attached: children.map(topic) } } : {};
}

function contentXml(title: string, top: readonly Branch[]): string {
  const root = tag('topic', { id: 'root', 'structure-class': STRUCTURE }, [field('title', title), topicsXml(top)]);
  const only = tag('sheet', { id: 'sheet' }, [root, field('title', title)]);
  const spaces = { xmlns: 'urn:xmind:xmap:xmlns:content:2.0', version: '2.0' };
  return XML + tag('xmap-content', spaces, only);
}

function topicsXml(children: readonly Branch[]): string {
  if (children.length === 0) return '';
  return tag('children', {}, tag('topics', { type: 'attached' }, children.map(topicXml)));
}

function topicXml(branch: Branch): string {
  const note = noteOf(branch);
  return tag('topic', { id: branch.id }, [
    field('title', branch.title),
    topicsXml(branch.children),
    wrapped(
      'marker-refs',
      markers(branch).map((id) => tag('marker-ref', { 'marker-id': id })),
    ),
    wrapped(
      'labels',
      labels(branch).map((label) => field('label', label)),
    ),
    note ? tag('notes', {}, field('plain', note)) : '',
  ]);
}

function wrapped(name: string, content: readonly string[]): string {
  return content.length > 0 ? tag(name, {}, content) : '';
}

function manifestXml(): string {
  const entries = [
    ['content.xml', 'text/xml'],
    ['META-INF/', ''],
    ['META-INF/manifest.xml', 'text/xml'],
  ].map(([path, type]) => tag('file-entry', { 'full-path': path, 'media-type': type }));
  return XML + tag('manifest', { xmlns: 'urn:xmind:xmap:xmlns:manifest:1.0' }, entries);
}
