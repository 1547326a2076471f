/** What every composed picture has in common: its size, its head with the name, its foot with mark, site and date. */
import { language, t } from '../locale';
import type { Prose, Sheet } from './scene';
import { endOf, type Font } from './text';

export const FORMATS = {
  wide: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
} as const;
export type Format = keyof typeof FORMATS;

/** What a picture of a whole page says of it. */
export interface PageWords {
  host: string;
  date: string;
  title: string;
  caption: string;
}

/** Measures of one format: edges, and for each text its size when there is room and the smallest that is still read. */
export interface Grid {
  edge: number;
  top: number;
  foot: number;
  small: number;
  quote: [number, number];
  note: [number, number];
  aside: [number, number];
  gap: number;
}

export const GRIDS: Record<Format, Grid> = {
  wide: { edge: 54, top: 34, foot: 26, small: 21, quote: [22, 92], note: [22, 62], aside: [21, 33], gap: 26 },
  square: { edge: 64, top: 54, foot: 42, small: 27, quote: [27, 118], note: [26, 84], aside: [27, 42], gap: 38 },
  story: { edge: 76, top: 170, foot: 170, small: 32, quote: [32, 140], note: [30, 104], aside: [37, 54], gap: 56 },
};

/** The small capitals of a label. */
export const labelFont = (size: number): Font => ({ size, weight: 600, track: 0.09 });

/** The head of every picture: name, a word on the right, and the double rule of a newspaper. Returns where it ends. */
export function masthead(sheet: Sheet, { edge, top, small }: Grid, right: string): number {
  const { ink, width } = sheet;
  const name: Font = { size: small * 1.9, weight: 600 };
  const base = top + small * 1.45;
  // An onion, cut across: rings that touch at the root.
  const radius = small * 0.72;
  for (const share of [1, 0.66, 0.32])
    sheet.ring(edge + radius, base - radius * share, radius * share, radius * share, Math.max(2, small * 0.1));
  const left = edge + radius * 2 + small * 0.5;
  const wide = left - edge + sheet.line('Peel', name, ink.ink, left, base, width / 3);
  const room = width - 2 * edge - wide - small * 2;
  const words = right.toLocaleUpperCase(language());
  let size = small;
  while (size > small * 0.6 && sheet.measure(words, labelFont(size)) > room) size--;
  sheet.line(words, labelFont(size), ink.accent, width - edge, base - small * 0.1, room, 'right');
  const rule = base + small * 0.75;
  sheet.rule(edge, rule, width - 2 * edge, 4, ink.ink);
  sheet.rule(edge, rule + 7, width - 2 * edge, 1, ink.ink);
  return rule + 8;
}

/** The foot of every picture, and the reader's caption above it. Returns where it begins. */
export function footer(
  sheet: Sheet,
  { edge, foot, small }: Grid,
  { host, date, heat = '', caption = '' }: { host: string; date: string; heat?: string; caption?: string },
): number {
  const { ink, width, height, measure } = sheet;
  const base = height - foot - small * 0.2;
  const rule = base - small * 1.75;
  const font: Font = { size: small, weight: 400 };
  const strong: Font = { ...font, weight: 600 };
  sheet.rule(edge, rule, width - 2 * edge, 1, ink.ink);
  const inner = width - 2 * edge;
  const dot = measure('·', font) + small * 0.6;
  const put = (text: string, x: number, room: number) => {
    sheet.line('·', font, ink.soft, x + small * 0.3, base, dot);
    return dot + sheet.line(text, font, ink.soft, x + dot, base, room);
  };
  const at = edge + sheet.line(t('picture_mark'), strong, ink.accent, edge, base, inner);
  // The date is never what gives way: a long host is shortened at its beginning.
  const dateWidth = dot + measure(date, font);
  const free = edge + inner - at - dateWidth - dot - measure(host, font) - small * 2;
  const said = [heat, heat.split(':')[0] ?? ''].find((words) => measure(words, font) <= free) ?? '';
  const heatWidth = said && measure(said, font) + small;
  const hostRoom = edge + inner - at - dateWidth - (heatWidth || 0) - dot;
  const hostWidth = put(endOf(host, font, hostRoom, measure), at, hostRoom + 1);
  put(date, at + hostWidth, dateWidth);
  if (heatWidth) sheet.line(said, font, ink.soft, edge + inner, base, heatWidth, 'right');
  if (!caption) return rule;
  const words: Prose = {
    text: caption,
    font: { size: small * 1.2, weight: 400 },
    colour: ink.ink,
    leading: 1.25,
  };
  const room = Math.min(sheet.heightOf(words, inner), words.font.size * words.leading * 2);
  const top = rule - room - small * 0.8;
  sheet.prose(words, edge, top, inner, room);
  return top - small * 0.4;
}
