/** The claim card: the sentence as published on one side, the note in the margin, the record beneath. */
import type { Tone } from './ink';
import { type Mark, type Prose, type Scene, Sheet } from './scene';
import { endOf, type Font, type Measure } from './text';

export const FORMATS = {
  wide: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
} as const;
export type Format = keyof typeof FORMATS;

/** One fact of the claim for the line under the sentence; `said` is false where the claim leaves it out. */
export interface Fact {
  label: string;
  text: string;
  said: boolean;
}

/** All words of a claim card. Empty strings and null are left out. */
export interface CardText {
  /** What sort of claim it is. */
  kind: string;
  host: string;
  /** As written in the footer: "23 November 2026". */
  date: string;
  /** The claim's own words, unaltered; ellipses of ours stand outside `marks`. */
  quote: string;
  marks: readonly Mark[];
  facts: readonly Fact[];
  note: string;
  working: string;
  question: string;
  receipt: { line: string; caveat: string; source: string } | null;
  /** "Hype 62 of 100: heady". */
  heat: string;
  /** The reader's own words. */
  caption: string;
}

/** Measures of one format: edges, and for each text its size when there is room and the smallest that is still read. */
interface Grid {
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
  wide: { edge: 54, top: 36, foot: 28, small: 20, quote: [21, 66], note: [21, 50], aside: [19, 29], gap: 28 },
  square: { edge: 64, top: 56, foot: 44, small: 25, quote: [25, 92], note: [24, 70], aside: [22, 38], gap: 48 },
  story: { edge: 76, top: 170, foot: 170, small: 30, quote: [30, 112], note: [28, 86], aside: [26, 46], gap: 72 },
};

export const labelFont = (size: number): Font => ({ family: 'sans', size, weight: 600, track: 0.09 });

/** The head of every picture: name, a word on the right, and the double rule of a newspaper. Returns where it ends. */
export function masthead(sheet: Sheet, { edge, top, small }: Grid, right: string): number {
  const { ink, width } = sheet;
  const name: Font = { family: 'serif', size: small * 1.9, weight: 600 };
  const base = top + small * 1.45;
  // An onion, cut across: rings that touch at the root.
  const radius = small * 0.72;
  for (const share of [1, 0.66, 0.32])
    sheet.ring(edge + radius, base - radius * share, radius * share, radius * share, Math.max(2, small * 0.1));
  const left = edge + radius * 2 + small * 0.5;
  const wide = left - edge + sheet.line('Peel', name, ink.ink, left, base, width / 3);
  const room = width - 2 * edge - wide - small * 2;
  sheet.line(right.toUpperCase(), labelFont(small), ink.accent, width - edge, base - small * 0.1, room, 'right');
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
  const font: Font = { family: 'sans', size: small, weight: 400 };
  const strong: Font = { ...font, weight: 600 };
  sheet.rule(edge, rule, width - 2 * edge, 1, ink.ink);
  const inner = width - 2 * edge;
  const at = edge + sheet.line('Satire by Peel', strong, ink.accent, edge, base, inner);
  // The date is never what gives way: a long host is shortened at its beginning.
  const tail = ` · ${date}`;
  const tailWidth = measure(tail, font);
  const free = edge + inner - at - tailWidth - measure(` · ${host}`, font) - small * 2;
  const heatWidth = heat && measure(heat, font) <= free ? measure(heat, font) + small : 0;
  const hostRoom = edge + inner - at - tailWidth - heatWidth;
  const site = endOf(host, font, hostRoom - measure(' · ', font), measure);
  const hostWidth = sheet.line(` · ${site}`, font, ink.soft, at, base, hostRoom + 1);
  sheet.line(tail, font, ink.soft, at + hostWidth, base, tailWidth + 2);
  if (heatWidth) sheet.line(heat, font, ink.soft, edge + inner, base, heatWidth, 'right');
  if (!caption) return rule;
  const words: Prose = {
    text: caption,
    font: { family: 'serif', size: small * 1.2, weight: 400 },
    colour: ink.ink,
    leading: 1.25,
  };
  const room = Math.min(sheet.heightOf(words, inner), words.font.size * words.leading * 2);
  const top = rule - room - small * 0.8;
  sheet.prose(words, edge, top, inner, room);
  return top - small * 0.4;
}

/** A part of a column: a label above some prose, or prose alone. */
interface Piece {
  label: string;
  labelColour: string;
  prose: (t: number) => Prose;
  /** Set after it, smaller. */
  tail?: (t: number) => Prose;
  /** A rule before it. */
  ruled?: boolean;
}

const between = ([low, high]: [number, number], t: number) => Math.round((low + (high - low) * t) * 2) / 2;
const LABEL_STEP = 1.75;

function heightOf(sheet: Sheet, pieces: readonly Piece[], grid: Grid, width: number, t: number): number {
  return pieces.reduce((sum, piece, i) => {
    const label = piece.label ? grid.small * LABEL_STEP : 0;
    const tail = piece.tail ? sheet.heightOf(piece.tail(t), width) + grid.small * 0.35 : 0;
    return sum + label + sheet.heightOf(piece.prose(t), width) + tail + (i ? gapOf(grid, t) : 0);
  }, 0);
}

/** Asides give way twice as fast as claim and note. */
const asideAt = (t: number) => Math.max(0, 2 * t - 1);
const gapOf = (grid: Grid, t: number) => grid.gap * (0.45 + 0.55 * t);
const STEPS = 24;

/** The largest t in [0, 1] at which `pieces` fit, without a broken word where that can be had; -1 if they never do. */
function largest(sheet: Sheet, pieces: readonly Piece[], grid: Grid, width: number, room: number): number {
  let best = -1;
  for (let step = STEPS; step >= 0; step--) {
    const t = step / STEPS;
    if (heightOf(sheet, pieces, grid, width, t) > room) continue;
    if (best < 0) best = t;
    if (!pieces.some((piece) => sheet.tears(piece.prose(t), width))) return t;
  }
  return best;
}

/** Sets `pieces` from `y` down; what is left of `room` goes between them, up to half a gap each. */
function stack(sheet: Sheet, pieces: readonly Piece[], grid: Grid, x: number, y: number, width: number, room: number) {
  const t = Math.max(0, largest(sheet, pieces, grid, width, room));
  const spare = Math.max(0, room - heightOf(sheet, pieces, grid, width, t));
  const extra = Math.min(spare / (pieces.length + 1), grid.gap * 1.6);
  const end = y + room;
  let at = y + Math.min(extra, (spare - extra * (pieces.length - 1)) / 2) * 0.8;
  pieces.forEach((piece, i) => {
    if (i) {
      const gap = gapOf(grid, t) + extra;
      if (piece.ruled) sheet.rule(x, at + gap / 2, width, 1);
      at += gap;
    }
    if (piece.label) {
      sheet.line(
        piece.label.toUpperCase(),
        labelFont(grid.small * 0.76),
        piece.labelColour,
        x,
        at + grid.small * 0.78,
        width,
      );
      at += grid.small * LABEL_STEP;
    }
    // What follows keeps its place even when the text before it has to be cut.
    const later = heightOf(sheet, pieces.slice(i + 1), grid, width, t) + (i + 1 < pieces.length ? gapOf(grid, t) : 0);
    const tail = piece.tail?.(t);
    const tailHeight = tail ? sheet.heightOf(tail, width) + grid.small * 0.35 : 0;
    const prose = piece.prose(t);
    const least = prose.font.size * prose.leading * 2;
    at += sheet.prose(prose, x, at, width, Math.max(least, end - at - later - tailHeight));
    if (tail) at += grid.small * 0.35 + sheet.prose(tail, x, at + grid.small * 0.35, width, end - at);
  });
}

function piecesOf(sheet: Sheet, card: CardText, grid: Grid): { claim: Piece[]; margin: Piece[] } {
  const { ink } = sheet;
  const plain = (text: string, size: [number, number], more: Partial<Font> = {}, colour = ink.ink, leading = 1.3) => {
    return (t: number): Prose => ({
      text,
      font: { family: 'serif', weight: 400, size: between(size, size === grid.note ? t : asideAt(t)), ...more },
      colour,
      leading,
    });
  };
  const claim: Piece[] = [
    {
      label: card.host.length <= 34 ? `As published on ${card.host}` : 'As published',
      labelColour: ink.soft,
      prose: (t) => ({
        text: card.quote,
        font: { family: 'serif', weight: 400, size: between(grid.quote, t) },
        colour: ink.ink,
        leading: 1.22,
        marks: card.marks,
      }),
    },
  ];
  const margin: Piece[] = [];
  if (card.note)
    margin.push({
      label: 'Satire',
      labelColour: ink.accent,
      prose: plain(card.note, grid.note, { italic: true }, ink.ink, 1.24),
      ruled: true,
      ...(card.working && { tail: plain(card.working, grid.aside, { family: 'sans' }, ink.soft) }),
    });
  if (card.question)
    margin.push({
      label: 'The question not asked',
      labelColour: ink.soft,
      prose: plain(card.question, grid.aside),
      ruled: true,
    });
  if (card.receipt)
    margin.push({
      label: 'Last time',
      labelColour: ink.soft,
      prose: plain([card.receipt.line, card.receipt.caveat].filter(Boolean).join(' '), grid.aside),
      tail: plain(card.receipt.source, [grid.aside[0], grid.small], { family: 'sans' }, ink.soft),
      ruled: true,
    });
  return { claim, margin };
}

/** The facts side by side under a hairline, ending at `bottom`; as many as fit in one row. Returns where the row begins. */
function factsRow(sheet: Sheet, facts: readonly Fact[], grid: Grid, x: number, bottom: number, width: number): number {
  const { ink, measure } = sheet;
  const label = labelFont(grid.small * 0.7);
  const words: Font = { family: 'serif', size: grid.small * 1.15, weight: 400 };
  const space = grid.small * 1.6;
  const widest = width * 0.6;
  const cells: { fact: Fact; font: Font; w: number }[] = [];
  let used = -space;
  for (const fact of facts) {
    const font: Font = fact.said ? words : { ...words, italic: true };
    const w = Math.max(measure(fact.label.toUpperCase(), label), measure(fact.text, font)) + 2;
    if (w > widest || used + space + w > width) continue;
    used += space + w;
    cells.push({ fact, font, w });
  }
  // One fact is no anatomy, and what was not said means nothing without what was.
  if (cells.length < 2 || !cells.some(({ fact }) => fact.said)) return bottom;
  const top = bottom - grid.small * 3.3;
  sheet.rule(x, top, width, 1);
  let at = x;
  for (const { fact, font, w } of cells) {
    sheet.line(fact.label.toUpperCase(), label, ink.soft, at, top + grid.small * 1.35, w + space / 2);
    sheet.line(fact.text, font, fact.said ? ink.ink : ink.accent, at, top + grid.small * 2.75, w + 1);
    at += w + space;
  }
  return top - grid.gap * 0.5;
}

/** Shares of the width that the claim may take in the wide format. */
const SPLITS = [0.56, 0.62, 0.68, 0.5, 0.44];

function wide(sheet: Sheet, card: CardText, grid: Grid, top: number, bottom: number): void {
  const { claim, margin } = piecesOf(sheet, card, grid);
  const inner = sheet.width - 2 * grid.edge;
  const y = top + grid.gap;
  const end = bottom - grid.gap * 0.7;
  const gutter = 34;
  const factRoom = card.facts.length > 0 ? grid.small * 3.3 + grid.gap * 0.5 : 0;
  const widths = margin.length === 0 ? [inner] : SPLITS.map((share) => inner * share - gutter);
  const sideOf = (width: number) => inner - width - 2 * gutter;
  const worth = (width: number) => {
    const left = largest(sheet, claim, grid, width, end - y - factRoom);
    const right = margin.length === 0 ? 1 : largest(sheet, margin, grid, sideOf(width), end - y);
    return Math.min(left, right) + (left + right) / 10;
  };
  const width = widths.reduce((best, one) => (worth(one) > worth(best) + 0.001 ? one : best));
  const claimEnd = factsRow(sheet, card.facts, grid, grid.edge, end, width);
  stack(sheet, claim, grid, grid.edge, y, width, claimEnd - y);
  if (margin.length === 0) return;
  sheet.fill(grid.edge + width + gutter, y, 1, end - y, sheet.ink.rule);
  stack(sheet, margin, grid, grid.edge + width + 2 * gutter, y, sideOf(width), end - y);
}

function tall(sheet: Sheet, card: CardText, grid: Grid, top: number, bottom: number): void {
  const { claim, margin } = piecesOf(sheet, card, grid);
  const inner = sheet.width - 2 * grid.edge;
  const y = top + grid.gap * 0.8;
  const end = factsRow(sheet, card.facts, grid, grid.edge, bottom - grid.gap * 0.4, inner);
  stack(sheet, [...claim, ...margin], grid, grid.edge, y, inner, end - y);
}

/**
 * Lays out a claim card. Texts shrink together until they fit; only when the smallest size does not hold them is the longest
 * shortened with an ellipsis (`cut` of the scene).
 */
export function layCard(card: CardText, format: Format, tone: Tone, measure: Measure): Scene {
  const { width, height } = FORMATS[format];
  const grid = GRIDS[format];
  const sheet = new Sheet(width, height, tone, measure);
  const top = masthead(sheet, grid, card.kind);
  const bottom = footer(sheet, grid, card);
  (format === 'wide' ? wide : tall)(sheet, card, grid, top, bottom);
  return sheet.done();
}
