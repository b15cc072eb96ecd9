// Writes the design tokens to :root, light and dark, and follows the person's choice. The only place where a theme meets the page.
import { cssVariables, DARK, fontFamily, LIGHT } from '../../shared/layout/theme.ts';
import { settings } from '../state/settings.ts';

/** A constructed sheet, because a strict content policy refuses inline ones. */
export function paintRoot(): void {
  const light = cssVariables(LIGHT);
  const dark = cssVariables(DARK);
  adopt(`
    :root { ${light} --sans: ${fontFamily('sans')}; --song: ${fontFamily('song')}; color-scheme: light; }
    @media (prefers-color-scheme: dark) { :root:not([data-shade='light']) { ${dark} color-scheme: dark; } }
    :root[data-shade='dark'] { ${dark} color-scheme: dark; }
    @media print { :root, :root[data-shade='dark'] { ${light} color-scheme: light; } }
  `);
  const follow = (): void => {
    const { shade, lang } = settings.get();
    document.documentElement.dataset['shade'] = shade;
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  };
  follow();
  settings.subscribe(follow);
}

function adopt(css: string): void {
  if ('adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  // Safari before 16.4.
  const style = (document as Document).createElement('style');
  style.textContent = css;
  (document as Document).head.append(style);
}
