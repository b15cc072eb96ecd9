// What the document said when it left, as a custom XML part: the common ancestor by which an edited copy is merged with what changed here.
import type { Id, Node, Plan } from '../../model/plan.ts';
import { inOrder, parentOf } from '../../model/tree.ts';
import { writeParts } from '../../yaodian/write.ts';
import { crc32 } from '../png.ts';
import { XML, field, tag } from '../xml.ts';

export const BASE_SPACE = 'urn:guatu:base:1';
/** Names this kind of part to Word; the same in every document. */
const STORE = '{6B1F2A64-0C3D-4E57-9B0A-5D2E4C8F7A19}';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** Paths and contents, and what the document's own lists must say of them. */
export function baseParts(plan: Plan, id: Id | undefined): Readonly<Record<string, string>> {
  return {
    'customXml/item1.xml': baseXml(plan, id),
    'customXml/itemProps1.xml':
      XML +
      tag(
        'ds:datastoreItem',
        { 'ds:itemID': STORE, 'xmlns:ds': `${OFFICE}/customXml` },
        tag('ds:schemaRefs', {}, tag('ds:schemaRef', { 'ds:uri': BASE_SPACE })),
      ),
    'customXml/_rels/item1.xml.rels':
      XML +
      tag(
        'Relationships',
        { xmlns: RELATIONS },
        tag('Relationship', { Id: 'rId1', Type: `${OFFICE}/relationships/customXmlProps`, Target: 'itemProps1.xml' }),
      ),
  };
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The document's list of relations and the package's list of types, with the part in them. */
export function withBase(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const relation = tag('Relationship', {
    Id: 'rIdBase',
    Type: `${OFFICE}/relationships/customXml`,
    Target: '../customXml/item1.xml',
  });
  const type = tag('Override', {
    PartName: '/customXml/itemProps1.xml',
    ContentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  });
  return {
    'word/_rels/document.xml.rels': files['word/_rels/document.xml.rels']!.replace('</Relationships>', `${relation}$&`),
    '[Content_Types].xml': files['[Content_Types].xml']!.replace('</Types>', `${type}$&`),
  };
}

/** The revision is the content's own: two exports of the same plan are the same revision. */
function baseXml(plan: Plan, id: Id | undefined): string {
  const written = new Map<Id, string>();
  for (const { node, text } of writeParts(plan)) if (node) written.set(node, (written.get(node) ?? '') + text);
  const nodes = inOrder(plan).map((each) => nodeXml(plan, plan.nodes.get(each)!, written.get(each) ?? ''));
  const content = nodes.join('');
  const revision = crc32(new TextEncoder().encode(content)).toString(16).padStart(8, '0');
  const [title, preamble] = [plan.meta.title, plan.meta.preamble].map((text, index) =>
    field(index === 0 ? 'title' : 'preamble', text),
  );
  return XML + tag('plan', { xmlns: BASE_SPACE, id, revision }, [title!, preamble!, content]);
}

/** `written` is what stands in the node's controls, character for character. */
function nodeXml(plan: Plan, node: Node, written: string): string {
  const names = (name: string, marks: Node['lead']): string[] =>
    [...marks.keys()].map((office) => field(name, plan.offices.get(office)?.name));
  const { id, kind, span, title } = node;
  return tag('node', { id, kind, parent: parentOf(plan, id), start: span?.start, end: span?.end }, [
    field('title', title),
    ...names('lead', node.lead),
    ...names('assist', node.assist),
    field('written', written.trim()),
  ]);
}
