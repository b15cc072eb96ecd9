// The sentences of kept views in English.
import type { looksZh } from './looks-zh.ts';

export const looksEn: Readonly<Record<keyof typeof looksZh, string>> = {
  looks: 'View',
  'looks.usual': 'Usual view',
  'looks.all': 'Everybody',
  'looks.office': 'My office',
  'looks.mine': 'Only me',
  'looks.manage': 'Keep and manage views…',
  'looks.keep': 'Keep this view',
  'looks.what':
    'Keeps columns, sorting, groups and filters as they are now, to come back with one press. The plan stays as it is.',
  'looks.name': 'Name of the view',
  'looks.for': 'For whom',
  'looks.ok': 'Keep',
  'looks.drop': 'Drop the view “{name}”',
  'looks.link': 'Copy the link of the view “{name}”',
  'looks.link.what': 'Whoever may see this plan opens it with this view.',
};
