/** The colours of the pictures: newsprint, ink and one onion-skin accent, as everywhere in Peel. */

export type Tone = 'light' | 'dark';

export interface Ink {
  paper: string;
  /** Under what is ours, so that nobody takes it for the page's own words. */
  tint: string;
  ink: string;
  /** For labels and the footer. */
  soft: string;
  rule: string;
  accent: string;
  /** The highlighter behind words of the page; ink is written over it. */
  mark: string;
}

export const INKS: Record<Tone, Ink> = {
  light: {
    paper: '#fbf8f1',
    tint: '#f3eadb',
    ink: '#221d18',
    soft: '#6a6157',
    rule: '#d3c8b5',
    accent: '#7b2d56',
    mark: '#f6dfa6',
  },
  dark: {
    paper: '#1c1a18',
    tint: '#282320',
    ink: '#efe9df',
    soft: '#b0a698',
    rule: '#4b453d',
    accent: '#e3a6c8',
    mark: '#5d4a1c',
  },
};

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours #rrggbb, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
