// .opml → topics. Title in `text`, note in `_note`, as every outliner writes them.
import { Unreadable } from '../refusal.ts';
import { child, elements, textIn } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { ourFields } from './ours.ts';
import type { Topic, Topics } from './topic.ts';

export function opmlTopics(root: XmlElement): Topics {
  if (root.name !== 'opml') throw new Unreadable('unknown-kind', root.name);
  const topics = elements(child(root, 'body'), 'outline').map(topicOf);
  const title = textIn(child(root, 'head', 'title')).trim();
  const only = topics.length === 1 && !topics[0]!.kind ? topics[0]! : undefined;
  // Some programs write the root topic as the only outline.
  if (only && only.children.length > 0 && (only.title === title || !title))
    return { title: only.title, ...(only.note && { preamble: only.note }), topics: only.children };
  const preamble = textIn(child(root, 'head', 'description')).trim();
  return { title, ...(preamble && { preamble }), topics };
}

function topicOf(outline: XmlElement): Topic {
  const note = outline.attrs['_note'] ?? outline.attrs['note'];
  return {
    title: outline.attrs['text'] ?? outline.attrs['title'] ?? '',
    ...(note && { note }),
    ...ourFields((key) => outline.attrs[key]),
    children: elements(outline, 'outline').map(topicOf),
  };
}
