// Colours as numbers: oklch to #rrggbb, mixing, and the WCAG contrast of two of them. Knows no token.

/** `l` 0–1, `c` chroma, `h` degrees. A colour outside sRGB loses chroma, never lightness or hue. */
export function oklch(l: number, c: number, h: number): string {
  let low = 0;
  let high = c;
  if (inGamut(linear(l, c, h))) low = c;
  else
    for (let step = 0; step < 20; step++) {
      const middle = (low + high) / 2;
      if (inGamut(linear(l, middle, h))) low = middle;
      else high = middle;
    }
  return toHex(linear(l, low, h).map((value) => Math.round(255 * gamma(Math.min(1, Math.max(0, value))))));
}

/** `share` (0–1) of `over` laid on `under`, as a screen blends them. */
export function mix(over: string, under: string, share: number): string {
  const a = channels(over);
  const b = channels(under);
  return toHex(a.map((value, i) => Math.round(value * share + b[i]! * (1 - share))));
}

/** WCAG contrast ratio, 1–21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((value) => {
    const s = value / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

function toHex(rgb: readonly number[]): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Linear sRGB, by Björn Ottosson's matrices. */
function linear(lightness: number, chroma: number, hue: number): number[] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function inGamut(rgb: readonly number[]): boolean {
  return rgb.every((value) => value > -0.0005 && value < 1.0005);
}

function gamma(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}
