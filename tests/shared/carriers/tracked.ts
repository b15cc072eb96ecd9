// Edits under track changes and comments, as Word and WPS write them into a document of ours: deleted runs keep their text, moved ones stand twice.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Id } from '../../../shared/model/plan.ts';

export interface Reviser {
  readonly by: string;
  /** The local time, which Word calls Greenwich's. */
  readonly date: string;
}

export interface TrackedFile {
  reword(id: Id, old: string, now: string, who: Reviser): void;
  remove(id: Id, who: Reviser): void;
  /** Behind another node. WPS knows no moves: there it goes in one place and comes in another. */
  move(id: Id, after: Id, who: Reviser, how?: 'word' | 'wps'): void;
  /** On these words of the node; on all of it without. */
  comment(id: Id, words: string, who: Reviser, on?: string): void;
  stripControls(): void;
  bytes(): Uint8Array;
}

const DOCUMENT = 'word/document.xml';
const RUN = /<w:r(?: [^>]*)?>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r>/gs;

export function trackIn(docx: Uint8Array): TrackedFile {
  const files = unzipSync(docx);
  let xml = strFromU8(files[DOCUMENT]!);
  let count = 900;
  const comments: string[] = [];
  const signed = ({ by, date }: Reviser): string => `w:id="${count++}" w:author="${by}" w:date="${date}"`;
  const run = (look: string, text: string, tag = 'w:t'): string =>
    text && `<w:r w:rsidR="00A77B3E">${look}<${tag} xml:space="preserve">${text}</${tag}></w:r>`;
  const controls = (id: Id): { from: number; to: number }[] => {
    const found = [...xml.matchAll(new RegExp(`<w:tag w:val="guatu:\\w+:${id}"/>`, 'g'))].map(({ index }) => ({
      from: xml.lastIndexOf('<w:sdt>', index),
      to: xml.indexOf('</w:sdt>', index) + '</w:sdt>'.length,
    }));
    if (found.length === 0) throw new Error(`no control of ${id}`);
    return found;
  };
  const inControls = (id: Id, change: (control: string) => string | undefined): void => {
    let done = false;
    for (const { from, to } of controls(id).reverse()) {
      const changed = change(xml.slice(from, to));
      if (changed === undefined) continue;
      xml = xml.slice(0, from) + changed + xml.slice(to);
      done = true;
    }
    if (!done) throw new Error(`nothing to change in ${id}`);
  };
  /** The one run with these words in three. */
  const around = (control: string, words: string, middle: (look: string) => string): string | undefined => {
    let hit = false;
    const changed = control.replace(RUN, (whole, look: string, text: string) => {
      const at = text.indexOf(words);
      if (at < 0 || hit) return whole;
      hit = true;
      return run(look, text.slice(0, at)) + middle(look) + run(look, text.slice(at + words.length));
    });
    return hit ? changed : undefined;
  };
  const gone = (control: string, who: Reviser): string =>
    control.replace(
      RUN,
      (_, look: string, text: string) => `<w:del ${signed(who)}>${run(look, text, 'w:delText')}</w:del>`,
    );
  return {
    reword(id, old, now, who) {
      let done = false;
      inControls(id, (control) => {
        if (done) return undefined;
        const changed = around(
          control,
          old,
          (look) =>
            `<w:del ${signed(who)}>${run(look, old, 'w:delText')}</w:del><w:ins ${signed(who)}>${run(look, now)}</w:ins>`,
        );
        done ||= changed !== undefined;
        return changed;
      });
    },
    remove(id, who) {
      inControls(id, (control) => gone(control, who));
    },
    move(id, after, who, how = 'word') {
      const taken = controls(id)
        .map(({ from, to }) => xml.slice(from, to))
        .join('');
      const wrapped = (tag: string): string =>
        taken.replace(RUN, (_, look: string, text: string) => `<w:${tag} ${signed(who)}>${run(look, text)}</w:${tag}>`);
      inControls(id, (control) =>
        how === 'wps'
          ? gone(control, who)
          : control.replace(
              RUN,
              (_, look: string, text: string) => `<w:moveFrom ${signed(who)}>${run(look, text)}</w:moveFrom>`,
            ),
      );
      const { to } = controls(after).at(-1)!;
      const here =
        how === 'wps'
          ? wrapped('ins')
              .replace(/<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>/gs, '')
              .replaceAll('</w:sdtContent></w:sdt>', '')
          : `<w:moveToRangeStart ${signed(who)} w:name="move1"/>${wrapped('moveTo')}<w:moveToRangeEnd w:id="899"/>`;
      xml = xml.slice(0, to) + here + xml.slice(to);
    },
    comment(id, words, who, on) {
      const n = comments.length;
      const start = `<w:commentRangeStart w:id="${n}"/>`;
      const end = `<w:commentRangeEnd w:id="${n}"/><w:r><w:rPr><w:rStyle w:val="a8"/></w:rPr><w:commentReference w:id="${n}"/></w:r>`;
      let done = false;
      inControls(id, (control) => {
        if (done) return undefined;
        done = true;
        if (on) return around(control, on, (look) => start + run(look, on) + end);
        return start + control + end;
      });
      comments.push(
        `<w:comment w:id="${n}" w:author="${who.by}" w:date="${who.date}" w:initials="a">${words
          .split('\n')
          .map(
            (line) =>
              `<w:p><w:pPr><w:pStyle w:val="a9"/></w:pPr><w:r><w:annotationRef/></w:r><w:r><w:t>${line}</w:t></w:r></w:p>`,
          )
          .join('')}</w:comment>`,
      );
    },
    stripControls() {
      xml = xml.replace(/<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>/gs, '').replaceAll('</w:sdtContent></w:sdt>', '');
      for (const name of Object.keys(files)) if (name.startsWith('customXml/')) delete files[name];
    },
    bytes() {
      const made: Record<string, Uint8Array> = { ...files, [DOCUMENT]: strToU8(xml) };
      if (comments.length > 0) {
        const rels = 'word/_rels/document.xml.rels';
        made['word/comments.xml'] = strToU8(
          `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comments.join('')}</w:comments>`,
        );
        made[rels] = strToU8(
          strFromU8(files[rels]!).replace(
            '</Relationships>',
            '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
          ),
        );
      }
      return zipSync(made);
    },
  };
}
