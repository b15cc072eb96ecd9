// Writes the design tokens to :root, light and dark, and follows the person's choice. The only place where a theme meets the page.
import { cssVariables, DARK, fontFamily, LIGHT } from '../../shared/layout/theme.ts';
import { themeWith } from '../../shared/layout/light-hues.ts';
import type { Theme } from '../../shared/layout/theme.ts';
import type { LightRules } from '../../shared/model/plan.ts';
import { LIGHTS } from '../../shared/model/readers.ts';
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

/** The lights in the hues of the plan that is open; none, when it has none of its own or is left. */
export function paintLights(rules: LightRules | undefined): void {
  const own = (theme: Theme): string => {
    const made = themeWith(theme, rules);
    return LIGHTS.map((light) => `--light-${light}: ${made[`light-${light}`]};`).join(' ');
  };
  lights ??= adopt('');
  lights(
    rules?.hues
      ? `:root { ${own(LIGHT)} }
    @media (prefers-color-scheme: dark) { :root:not([data-shade='light']) { ${own(DARK)} } }
    :root[data-shade='dark'] { ${own(DARK)} }
    @media print { :root, :root[data-shade='dark'] { ${own(LIGHT)} } }`
      : '',
  );
}

let lights: ((css: string) => void) | undefined;

/** Hands back the way to write it anew. */
function adopt(css: string): (css: string) => void {
  if ('adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return (next) => sheet.replaceSync(next);
  }
  // Safari before 16.4.
  const style = (document as Document).createElement('style');
  style.textContent = css;
  (document as Document).head.append(style);
  return (next) => {
    style.textContent = next;
  };
}
