/** The card of one sentence: its words as published on plain paper; on tinted paper beside or below it, what is ours. */
import { t } from '../locale';
import type { Family } from '../model';
import type { Tone } from './colours';
import { FORMATS, type Format, footer, GRIDS, type Grid, labelFont, masthead } from './frame';
import { type Mark, type Prose, type Scene, Sheet } from './scene';
import { asideAt, between, gapAt, heightAt, largest, type Piece, stack } from './stack';
import type { Font, Measure } from './text';

/** One fact of the sentence for the line under the sentence; `said` is false where the sentence leaves it out. */
export interface Fact {
  label: string;
  text: string;
  said: boolean;
}

/** All words of a card. Empty strings and null are left out. */
export interface CardText {
  family: Family;
  /** What sort of claim or announcement it is. */
  kind: string;
  host: string;
  /** As written in the footer: "published 23 November 2026". */
  date: string;
  /** The article's; stands under the quote where there is room. */
  title: string;
  /** The claim's own words, unaltered; ellipses of ours stand outside `marks`. */
  quote: string;
  marks: readonly Mark[];
  facts: readonly Fact[];
  note: string;
  working: string;
  question: string;
  receipt: { line: string; caveat: string; source: string } | null;
  /** "Hype 62 of 100: heady"; empty for an announcement. */
  heat: string;
  /** The reader's own words. */
  caption: string;
}

function piecesOf(sheet: Sheet, card: CardText, grid: Grid): { claim: Piece[]; margin: Piece[] } {
  const { ink } = sheet;
  const plain = (text: string, size: [number, number], more: Partial<Font> = {}, colour = ink.ink, leading = 1.3) => {
    return (at: number): Prose => ({
      text,
      font: { weight: 400, size: between(size, size === grid.note ? at : asideAt(at)), ...more },
      colour,
      leading,
    });
  };
  const claim: Piece[] = [
    {
      label: card.host.length <= 34 ? t('picture_published_on', { site: card.host }) : t('picture_published'),
      labelColour: ink.soft,
      prose: (at) => ({
        text: card.quote,
        font: { weight: 400, size: between(grid.quote, at) },
        colour: ink.ink,
        leading: 1.22,
        marks: card.marks,
      }),
      ...(card.title && {
        tail: plain(t('picture_article', { title: card.title }), [grid.small, grid.small], {}, ink.soft),
      }),
    },
  ];
  const margin: Piece[] = [];
  if (card.note)
    margin.push({
      label: t('satire'),
      labelColour: ink.accent,
      prose: plain(card.note, grid.note, { italic: true }, ink.ink, 1.24),
      ...(card.working && { tail: plain(card.working, grid.aside, {}, ink.soft) }),
    });
  if (card.question)
    margin.push({
      label: t('picture_question'),
      labelColour: ink.soft,
      // Alone in its column it speaks up.
      prose: plain(card.question, card.note || card.receipt ? grid.aside : grid.note),
    });
  if (card.receipt)
    margin.push({
      label: t('picture_last_time'),
      labelColour: ink.soft,
      prose: plain([card.receipt.line, card.receipt.caveat].filter(Boolean).join(' '), grid.aside),
      tail: plain(card.receipt.source, [grid.aside[0], grid.small], {}, ink.soft),
    });
  return { claim, margin };
}

interface Cell {
  fact: Fact;
  font: Font;
  w: number;
}

const FACTS = 3.3;

/** As many facts as fit side by side in `width`; none where they would say nothing. */
function cellsOf({ measure }: Sheet, facts: readonly Fact[], grid: Grid, width: number): Cell[] {
  const label = labelFont(grid.small * 0.72);
  const words: Font = { size: grid.small * 1.15, weight: 400 };
  const space = grid.small * 1.6;
  const cells: Cell[] = [];
  let used = -space;
  for (const fact of facts) {
    const font: Font = fact.said ? words : { ...words, italic: true };
    const w = Math.max(measure(fact.label.toUpperCase(), label), measure(fact.text, font)) + 2;
    if (w > width * 0.6 || used + space + w > width) continue;
    used += space + w;
    cells.push({ fact, font, w });
  }
  // One fact is no anatomy, and what was not said means nothing without what was.
  return cells.length < 2 || !cells.some(({ fact }) => fact.said) ? [] : cells;
}

/** Sets the facts under a hairline, ending at `bottom`. */
function setFacts(sheet: Sheet, cells: readonly Cell[], grid: Grid, x: number, bottom: number, width: number): void {
  if (cells.length === 0) return;
  const { ink } = sheet;
  const top = bottom - grid.small * FACTS;
  sheet.rule(x, Math.round(top), width, 1);
  let at = x;
  for (const { fact, font, w } of cells) {
    const label = labelFont(grid.small * 0.72);
    sheet.line(fact.label.toUpperCase(), label, ink.soft, at, top + grid.small * 1.35, w + grid.small * 0.8);
    sheet.line(fact.text, font, fact.said ? ink.ink : ink.accent, at, top + grid.small * 2.75, w + 1);
    at += w + grid.small * 1.6;
  }
}

const factsHeight = (cells: readonly Cell[], grid: Grid) =>
  cells.length > 0 ? grid.small * FACTS + grid.gap * 0.5 : 0;

/** Shares of the width that the claim may take in the wide format. */
const SPLITS = [0.56, 0.6, 0.64, 0.68, 0.52, 0.48, 0.44];

function wide(sheet: Sheet, card: CardText, grid: Grid, top: number, bottom: number): number {
  const { claim, margin } = piecesOf(sheet, card, grid);
  const inner = sheet.width - 2 * grid.edge;
  const y = top + grid.gap;
  const end = bottom - grid.gap * 0.7;
  const gutter = 34;
  const plans = (margin.length === 0 ? [1] : SPLITS).map((share) => {
    const width = margin.length === 0 ? inner : inner * share - gutter;
    const side = inner - width - 2 * gutter;
    const cells = cellsOf(sheet, card.facts, grid, width);
    const left = largest(sheet, claim, grid, width, end - y - factsHeight(cells, grid));
    const right = margin.length === 0 ? 1 : largest(sheet, margin, grid, side, end - y);
    return { width, side, cells, left, right, worth: Math.min(left, right) + (left + right) / 10 };
  });
  const plan = plans.reduce((best, one) => (one.worth > best.worth + 0.001 ? one : best));
  const { width, side, cells } = plan;
  const left = Math.max(0, plan.left);
  // A note in larger type than the claim would shout it down.
  const right = Math.min(Math.max(0, plan.right), left + 0.25);
  if (margin.length > 0) {
    const x = Math.round(grid.edge + width + gutter);
    sheet.fill(x, top, sheet.width - x, bottom - top, sheet.ink.tint);
    stack(sheet, margin, grid, right, { x: x + gutter, y, w: side, h: end - y });
  }
  setFacts(sheet, cells, grid, grid.edge, end, width);
  stack(sheet, claim, grid, left, { x: grid.edge, y, w: width, h: end - y - factsHeight(cells, grid) });
  return plan.left;
}

/** Below this size facts give way. */
const CROWDED = 0.3;

function tall(sheet: Sheet, card: CardText, grid: Grid, top: number, bottom: number): number {
  const { claim, margin } = piecesOf(sheet, card, grid);
  const x = grid.edge;
  const inner = sheet.width - 2 * x;
  const pad = grid.gap * 0.8;
  const frame = bottom - top - (margin.length > 0 ? 4 * pad : 2 * pad);
  const all = [...claim, ...margin];
  const sizeFor = (some: readonly Cell[]) =>
    largest(sheet, all, grid, inner, frame - factsHeight(some, grid) + gapAt(grid, 0));
  let cells = cellsOf(sheet, card.facts, grid, inner);
  // The sentence says them too: in a crowd they are the first to go.
  if (sizeFor(cells) < CROWDED) cells = [];
  const facts = factsHeight(cells, grid);
  const room = frame - facts;
  const size = sizeFor(cells);
  const at = Math.max(0, size);
  const ours = heightAt(sheet, margin, grid, inner, at);
  const spare = Math.max(0, room - heightAt(sheet, claim, grid, inner, at) - ours);
  // The page's own words get the larger half of what is left, above and below.
  const band = margin.length > 0 ? Math.round(bottom - ours - 2 * pad - spare * 0.45) : bottom;
  const claimEnd = band - pad;
  setFacts(sheet, cells, grid, x, claimEnd, inner);
  const lead = margin.length > 0 ? Math.min(spare * 0.2, grid.gap) : spare * 0.2;
  stack(sheet, claim, grid, at, { x, y: top + pad + lead, w: inner, h: claimEnd - facts - top - pad - lead });
  if (margin.length === 0) return size;
  sheet.fill(0, band, sheet.width, bottom - band, sheet.ink.tint);
  stack(sheet, margin, grid, at, { x, y: band + pad, w: inner, h: bottom - band - 2 * pad });
  return size;
}

/** The title stands where the quote keeps this size beside it, or gives it no more than a little. */
const ROOMY = 0.35;
const LITTLE = 0.08;
/** A title longer than this would be read before the quote. */
const LONGEST_TITLE = 120;

const sameWords = (a: string, b: string) =>
  a.toLowerCase().replace(/\W/g, '').includes(b.toLowerCase().replace(/\W/g, ''));

/**
 * Lays out a card. Texts shrink together until they fit; only when the smallest size does not hold them is the longest
 * shortened with an ellipsis (`cut` of the scene). The title is left out where it would take the quote's room, or be the
 * quote again.
 */
export function layCard(card: CardText, format: Format, tone: Tone, measure: Measure): Scene {
  const { width, height } = FORMATS[format];
  const grid = GRIDS[format];
  const lay = (title: string) => {
    const sheet = new Sheet(width, height, tone, measure);
    const top = masthead(sheet, grid, card.kind);
    const bottom = footer(sheet, grid, card);
    const size = (format === 'wide' ? wide : tall)(sheet, { ...card, title }, grid, top, bottom);
    return { scene: sheet.done(), size };
  };
  const bare = lay('');
  const { title, quote } = card;
  if (!title || title.length > LONGEST_TITLE || sameWords(quote, title) || sameWords(title, quote)) return bare.scene;
  const titled = lay(title);
  return titled.size >= Math.max(0, Math.min(ROOMY, bare.size - LITTLE)) ? titled.scene : bare.scene;
}
