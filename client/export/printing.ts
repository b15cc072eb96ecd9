// Printing from the browser: the sheets of the PDF, laid into the page for as long as the printer looks, in the sizes they have.
import type { ExportOptions } from '../../shared/export/format.ts';
import type { Printed, Sheet } from '../../shared/export/sheets.ts';
import { noticeText } from '../../shared/export/notices.ts';
import type { Connection } from '../state/connection.ts';
import { inputOf } from '../state/exporting.ts';
import type { Chosen } from '../state/exporting.ts';
import { tell } from '../state/notices.ts';
import { settings } from '../state/settings.ts';
import type { View } from '../state/view-store.ts';
import { startingChoice } from './starting.ts';

/** Asks the browser to print what was chosen. */
export async function printChosen(chosen: Chosen, connection: Connection, plan: string): Promise<void> {
  const { sheetsFor } = await import('../../shared/export/sheets.ts');
  lay(sheetsFor(inputOf(connection, plan), optionsOf(chosen)));
  window.print();
}

function optionsOf(chosen: Chosen): ExportOptions {
  return { ...chosen, lang: settings.get().lang };
}

/**
 * The browser's own print, from its menu, is asked for without warning: then the face that is open is laid out as the
 * dialog would. Before the code for it has come, the browser prints the screen.
 */
export function preparePrinting(connection: Connection, plan: string, view: () => View): () => void {
  let sheetsFor: typeof import('../../shared/export/sheets.ts').sheetsFor | undefined;
  let gone = false;
  let timer: ReturnType<typeof setTimeout>;
  const load = (): void =>
    void import('../../shared/export/sheets.ts').then(
      (made) => (sheetsFor = made.sheetsFor),
      // The server is away. It is asked again, for nobody else will.
      () => {
        if (!gone) timer = setTimeout(load, CALM);
      },
    );
  timer = setTimeout(load, CALM);
  const before = (): void => {
    if (laid || !sheetsFor || !connection.plan.get()) return;
    lay(sheetsFor(inputOf(connection, plan), optionsOf(startingChoice('pdf', view()))));
  };
  window.addEventListener('beforeprint', before);
  return () => {
    gone = true;
    clearTimeout(timer);
    window.removeEventListener('beforeprint', before);
  };
}

/** Ms. Opening the plan comes first; and a server that is away is not asked all the time. */
const CALM = 4000;

let laid: (() => void) | undefined;

function lay({ title, sheets, notices }: Printed): void {
  laid?.();
  const root = document.documentElement;
  const style = document.createElement('style');
  style.textContent = pageRules(sheets);
  const box = document.createElement('div');
  box.className = 'print-sheets';
  for (const sheet of sheets) box.append(leafOf(sheet));
  // What the browser proposes as the file's name.
  const before = document.title;
  document.title = title;
  document.head.append(style);
  document.body.append(box);
  root.dataset['printing'] = '';
  for (const notice of notices)
    tell({ key: `export ${notice.code}`, tone: 'plain', say: () => noticeText(notice, settings.get().lang) });
  const away = (): void => {
    window.removeEventListener('afterprint', away);
    style.remove();
    box.remove();
    delete root.dataset['printing'];
    document.title = before;
    laid = undefined;
  };
  laid = away;
  window.addEventListener('afterprint', away);
}

function leafOf({ width, height, svg }: Sheet): HTMLElement {
  const leaf = document.createElement('div');
  leaf.className = 'print-sheet';
  leaf.style.cssText = `page: ${nameOf({ width, height })}; width: ${mm(width)}; height: ${mm(height - HAIR)}`;
  // Parsed as a drawing and not as a page: nothing in it is run.
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  leaf.append(document.importNode(drawn, true));
  return leaf;
}

/** A sheet as high as its page would, rounded, push an empty one after it. What is cut off is margin; nothing is scaled. */
const HAIR = 0.5;

/** Each size of sheet is a page of its own, without the browser's margins and running heads. */
function pageRules(sheets: readonly Sheet[]): string {
  const sizes = new Map(sheets.map((sheet) => [nameOf(sheet), sheet]));
  return [...sizes]
    .map(([name, { width, height }]) => `@page ${name} { size: ${mm(width)} ${mm(height)}; margin: 0; }`)
    .join('\n');
}

function nameOf({ width, height }: Pick<Sheet, 'width' | 'height'>): string {
  return `sheet-${Math.round(width)}-${Math.round(height)}`;
}

function mm(px: number): string {
  return `${((px * 25.4) / 96).toFixed(2)}mm`;
}
