// What one way out is called: 公文 Word 文档, 甘特图图片.
import type { T } from '../i18n/t.ts';
import type { Way } from '../state/exporting.ts';

export function wayName(t: T, { titleKey, view, paper }: Way): string {
  const name = t(titleKey, view && { view: t(`view.${view}`) });
  return paper ? `${name} ${paper}` : name;
}
