// Edits in a Word document as Word and WPS write them: runs split and marked with revision ids, spelling marks, smart quotes; paragraphs moved whole.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Id } from '../../../shared/model/plan.ts';

export interface WordFile {
  /** Replaces words inside the node's controls, across the runs they are split into. */
  reword(id: Id, old: string, now: string): void;
  /** Takes the node's controls out, with whatever is in them. */
  remove(id: Id): string;
  /** Puts what was taken out behind the controls of another node. */
  insertAfter(id: Id, controls: string): void;
  /** A new paragraph as a clerk types it, behind the one that holds this node. */
  paragraphAfter(id: Id, text: string): void;
  /** Splits every run in the middle and litters it as an hour of editing does. */
  litter(): void;
  /** Takes the controls away and leaves the text. */
  stripControls(): void;
  bytes(): Uint8Array;
}

const DOCUMENT = 'word/document.xml';

export function openWord(docx: Uint8Array): WordFile {
  const files = unzipSync(docx);
  let xml = strFromU8(files[DOCUMENT]!);
  /** Each control of the node, from its opening to its closing tag. */
  const controls = (id: Id): { from: number; to: number }[] => {
    const found: { from: number; to: number }[] = [];
    const tag = new RegExp(`<w:tag w:val="guatu:\\w+:${id}"/>`, 'g');
    for (const hit of xml.matchAll(tag)) {
      const from = xml.lastIndexOf('<w:sdt>', hit.index);
      found.push({ from, to: xml.indexOf('</w:sdt>', hit.index) + '</w:sdt>'.length });
    }
    if (found.length === 0) throw new Error(`no control of ${id}`);
    return found;
  };
  return {
    reword(id, old, now) {
      for (const { from, to } of controls(id)) {
        const control = xml.slice(from, to);
        const changed = rewordRuns(control, old, now);
        if (changed === undefined) continue;
        xml = xml.slice(0, from) + changed + xml.slice(to);
        return;
      }
      throw new Error(`“${old}” is not in ${id}`);
    },
    remove(id) {
      const taken: string[] = [];
      for (const { from, to } of controls(id).reverse()) {
        taken.unshift(xml.slice(from, to));
        xml = xml.slice(0, from) + xml.slice(to);
      }
      return taken.join('');
    },
    insertAfter(id, moved) {
      const { to } = controls(id).at(-1)!;
      xml = xml.slice(0, to) + moved + xml.slice(to);
    },
    paragraphAfter(id, text) {
      const { to } = controls(id).at(-1)!;
      const end = xml.indexOf('</w:p>', to) + '</w:p>'.length;
      xml = `${xml.slice(0, end)}<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="GwBody"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>${xml.slice(end)}`;
    },
    litter() {
      xml = xml.replace(
        /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t([^>]*)>([^<&]{6,})<\/w:t><\/w:r>/gs,
        (_all, look: string, _space: string, text: string) => {
          const at = [...text].length >> 1;
          const [first, second] = [[...text].slice(0, at).join(''), [...text].slice(at).join('')];
          const run = (words: string, rsid: string): string =>
            `<w:r w:rsidR="${rsid}" w:rsidRPr="00C41F2B">${look}<w:t xml:space="preserve">${words}</w:t></w:r>`;
          return `${run(first, '00A77B3E')}<w:proofErr w:type="gramStart"/><w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>${run(second, '00F01234')}<w:proofErr w:type="gramEnd"/>`;
        },
      );
      xml = xml.replaceAll('<w:p>', '<w:p w14:paraId="1A2B3C4D" w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">');
      if (!xml.includes('xmlns:w14'))
        xml = xml.replace(
          '<w:document ',
          '<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ',
        );
    },
    stripControls() {
      xml = xml.replace(/<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>/gs, '').replaceAll('</w:sdtContent></w:sdt>', '');
      for (const name of Object.keys(files)) if (name.startsWith('customXml/')) delete files[name];
    },
    bytes: () => zipSync({ ...files, [DOCUMENT]: strToU8(xml) }),
  };
}

/** The words may stand in several runs: the first keeps them all, as when a clerk selects and types over them. */
function rewordRuns(control: string, old: string, now: string): string | undefined {
  const texts = [...control.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)];
  const whole = texts.map(([, text]) => text!).join('');
  const start = whole.indexOf(old);
  if (start < 0) return undefined;
  let made = '';
  let [at, seen] = [0, 0];
  for (const text of texts) {
    const words = text[1]!;
    const [from, to] = [Math.max(0, start - seen), Math.min(words.length, start + old.length - seen)];
    const put = start >= seen && start < seen + words.length ? now : '';
    const kept =
      to > from || put ? words.slice(0, Math.min(from, words.length)) + put + words.slice(Math.max(to, 0)) : words;
    made += `${control.slice(at, text.index)}<w:t xml:space="preserve">${kept}</w:t>`;
    at = text.index + text[0].length;
    seen += words.length;
  }
  return made + control.slice(at);
}
