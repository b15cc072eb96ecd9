// The commands that let a plan in or hand it out: home, invitation links, exports, my name.
import type { Id } from '../../shared/model/plan.ts';
import { defineAct, oneOf } from './registry.ts';

export const fileCommands = {
  'file.home': defineAct({ run: (desk) => desk.goHome() }),
  'file.share': defineAct({ needs: 'host', run: (desk) => desk.show('share') }),
  /** To the work that is chosen, in the face that is open; to the plan, when nothing is. */
  'file.copy-link': defineAct({
    keys: ['Mod+Shift+C'],
    run: (desk, args: { readonly id?: Id } | undefined) => desk.copyLink(oneOf(desk, args)),
  }),
  'file.name': defineAct({ run: (desk) => desk.show('name') }),
  /** `tab` is one of the panel's own list. */
  'file.settings': defineAct({
    run: (desk, args: { readonly tab?: string } | undefined) =>
      desk.show(args?.tab ? `settings/${args.tab}` : 'settings'),
  }),
  /** Chooses a format and what of it, looks, then makes the file. */
  'file.export-as': defineAct({
    keys: ['Mod+Shift+E'],
    inFields: 'all',
    needs: 'export',
    run: (desk, args: { readonly format?: string } | undefined) =>
      desk.show(args?.format ? `export/${args.format}` : 'export'),
  }),
  /** Asks for paper and layout, shows the sheets, then hands them to the browser to print. */
  'file.print': defineAct({
    keys: ['Mod+P'],
    inFields: 'all',
    needs: 'export',
    run: (desk) => desk.show('print'),
  }),
  /** `format` is an exporter's id; the menu and the palette list them from the exporters' own registry. */
  'file.export': defineAct({
    needs: 'export',
    listed: false,
    run: (desk, args: { format: string } | undefined) => {
      if (args) desk.runExport(args.format);
    },
  }),
};
