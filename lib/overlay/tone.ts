/** Recognises light and dark pages from what is painted, not from what they declare. */
import { builtIn } from '../page-document';

export type Tone = 'light' | 'dark';

interface Rgba {
  r: number;
  g: number;
  b: number;
  a: number;
}

/**
 * Reads a computed colour. Legacy colours are serialised as rgb()/rgba() (CSS Color 4 §15); lab, lch, oklab and oklch
 * are judged by their lightness alone, which is all that is asked for here; `color()` by its channels.
 */
export function parseColour(text: string): Rgba | null {
  const match = /^(rgba?|lab|lch|oklab|oklch|color)\(\s*(.*)\)$/i.exec(text.trim());
  if (!match) return null;
  const name = (match[1] ?? '').toLowerCase();
  const words = (match[2] ?? '').replace(/[,/]/g, ' ').trim().split(/\s+/);
  if (name === 'color') words.shift();
  const [one = Number.NaN, two = Number.NaN, three = Number.NaN, alpha = 1] = words.map((word) =>
    word === 'none' ? 0 : word.endsWith('%') ? Number.parseFloat(word) / 100 : Number.parseFloat(word),
  );
  if (Number.isNaN(one)) return null;
  if (name.startsWith('rgb')) return { r: one, g: two, b: three, a: alpha };
  if (name === 'color') return { r: one * 255, g: two * 255, b: three * 255, a: alpha };
  const grey = greyOf(name.startsWith('ok') ? one ** 3 : luminanceOfLab(one));
  return { r: grey, g: grey, b: grey, a: alpha };
}

/** Relative luminance of a CIE lightness, 0 to 100. That of an Oklab lightness is its cube. */
const luminanceOfLab = (lightness: number): number =>
  lightness > 8 ? ((lightness + 16) / 116) ** 3 : lightness / 903.3;

/** The channel of the gray that has a luminance: the other way round than `luminance`. */
const greyOf = (y: number): number => 255 * (y <= 0.0031308 ? y * 12.92 : 1.055 * y ** (1 / 2.4) - 0.055);

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance({ r, g, b }: Pick<Rgba, 'r' | 'g' | 'b'>): number {
  const linear = (channel: number) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Where black and white text contrast equally (WCAG 2.2 contrast formula). */
const EVEN = 0.179;

/**
 * Light or dark, as the reader sees it behind `element`: the nearest solid background up the ancestors, else the colour
 * of the text, which its page chose to be readable.
 */
export function toneAt(element: Element | null): Tone {
  const view = element?.ownerDocument.defaultView;
  if (!element || !view) return 'light';
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const paint = paintOf(view.getComputedStyle(at));
    if (paint === 'busy') break;
    if (paint) return paint;
  }
  const ink = parseColour(view.getComputedStyle(element).color);
  return ink && luminance(ink) > 0.4 ? 'dark' : 'light';
}

/**
 * What a box paints behind its content: a tone, `busy` for pictures and gradients, null for nothing.
 *
 * @param style computed style of the box.
 */
export function paintOf(style: CSSStyleDeclaration): Tone | 'busy' | null {
  if (/url\(|gradient\(/.test(style.backgroundImage)) return 'busy';
  const colour = parseColour(style.backgroundColor);
  if (!colour || colour.a <= 0.5) return null;
  return luminance(colour) < EVEN ? 'dark' : 'light';
}

/** The parent as painted: across shadow boundaries. */
export function parentOf(element: Element): Element | null {
  const parent = builtIn(element, 'assignedSlot') ?? builtIn(element, 'parentElement');
  if (parent) return parent;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}
