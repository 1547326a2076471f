/** A page's bingo card: which kinds of claim and announcement it has, and what they leave out. */
import { fnv1a } from '../hash';
import { type PlainKey, t, tCount } from '../locale';
import type { PageStatus } from '../messages';
import { type Claim, KINDS, type Kind } from '../model';
import type { Box } from './box';
import type { Tone } from './colours';
import { FORMATS, type Format, footer, GRIDS, masthead, type PageWords } from './frame';
import { type Scene, Sheet } from './scene';
import type { Font, Measure } from './text';
import { altOfCaption } from './words';

/** One square of a card. */
export interface Square {
  words: string;
  /** How often the page has it; 0 leaves the square unstamped. */
  count: number;
}

const SIDE = 5;

/** What else is ticked off besides the kinds: what claims leave out. */
const EXTRAS: readonly { title: PlainKey; has: (claim: Claim) => boolean }[] = [
  { title: 'bingo_up_to', has: ({ slots }) => slots.quantities.some(({ hedge }) => /^up to$/i.test(hedge)) },
  {
    title: 'bingo_no_comparison',
    has: ({ family, slots }) => family === 'claim' && slots.quantities.length > 0 && !slots.comparison && !slots.rival,
  },
  {
    title: 'bingo_own_count',
    has: ({ family, kind, numberSource }) => (family === 'claim' || kind === 'figure') && numberSource === 'self',
  },
];

/**
 * The squares of a page's card, row by row; the one in the middle is given away. There are more kinds than squares: those
 * that the page has come first, and the page's address draws the others, always the same ones. A kind that is in doubt
 * stamps nothing.
 */
export function squaresOf(status: PageStatus, nameOf: (kind: Kind) => string): Square[] {
  const { address } = status;
  const marks = status.claims.map(({ claim }) => claim);
  const places = SIDE * SIDE - 1 - EXTRAS.length;
  const drawn = KINDS.map((kind) => ({
    words: nameOf(kind),
    count: marks.filter((claim) => claim.kindSure && claim.kind === kind).length,
  }))
    .sort(
      (a, b) =>
        Math.sign(b.count) - Math.sign(a.count) || fnv1a(`${a.words} ${address}`) - fnv1a(`${b.words} ${address}`),
    )
    .slice(0, places);
  const squares: Square[] = [
    ...drawn,
    ...EXTRAS.map(({ title, has }) => ({ words: t(title), count: marks.filter(has).length })),
  ];
  squares.sort((a, b) => fnv1a(address + a.words) - fnv1a(address + b.words));
  squares.splice(Math.floor((SIDE * SIDE) / 2), 0, { words: t('bingo_letters'), count: marks.length });
  return squares;
}

/** How many rows, columns and diagonals are full. */
export function linesOf(squares: readonly Square[]): number {
  const full = (places: number[]) => places.every((place) => (squares[place]?.count ?? 0) > 0);
  const range = [...Array(SIDE).keys()];
  const lines = [
    ...range.map((row) => range.map((column) => row * SIDE + column)),
    ...range.map((column) => range.map((row) => row * SIDE + column)),
    range.map((i) => i * SIDE + i),
    range.map((i) => i * SIDE + SIDE - 1 - i),
  ];
  return lines.filter(full).length;
}

/** The card's headline. */
export function bingoWords(squares: readonly Square[]): string {
  const lines = linesOf(squares);
  const stamped = squares.filter(({ count }) => count > 0).length;
  if (lines > 1) return tCount('bingo_many', lines);
  if (lines === 1) return t('bingo_once');
  return t('bingo_none', { count: stamped, squares: squares.length });
}

/** What a bingo card shows, for those who cannot see it. */
export function altOfBingo(page: PageWords, squares: readonly Square[]): string {
  const found = squares
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => (count > 1 ? t('bingo_stamped', { square: words, count }) : words));
  const { title, host: site, caption } = page;
  const stamped = found.join('; ') || t('bingo_nothing');
  const words = t('bingo_alt', { title, site, result: bingoWords(squares), stamped });
  return [words, altOfCaption(caption)].filter(Boolean).join('\n');
}

/** Lays out the bingo card of a page. */
export function layBingo(
  page: PageWords,
  squares: readonly Square[],
  format: Format,
  tone: Tone,
  measure: Measure,
): Scene {
  const { width, height } = FORMATS[format];
  const grid = GRIDS[format];
  const sheet = new Sheet(width, height, tone, measure);
  const { ink } = sheet;
  const inner = width - 2 * grid.edge;
  const top = masthead(sheet, grid, t('bingo_head'));
  const bottom = footer(sheet, grid, page);
  const side = format === 'wide';
  const room = bottom - top - grid.gap * 1.4;
  const headSize = side ? 46 : grid.note[1] * 0.8;
  const head: Font = { size: headSize, weight: 600 };
  const title: Font = { size: grid.aside[1] * 0.95, weight: 400, italic: true };
  let boardTop = top + grid.gap * 0.7;
  let boardLeft = grid.edge;
  let boardWidth = inner;
  const column = side ? inner * 0.27 : inner;
  // In a narrow column the headline breaks where its sense does.
  const headline = side ? bingoWords(squares).replace(/(?<=[,.]) /, '\n') : bingoWords(squares);
  const words = sheet.prose(
    { text: headline, font: head, colour: ink.accent, leading: 1.15 },
    grid.edge,
    boardTop,
    column,
  );
  const under = words + grid.small * 0.5;
  const lines = side ? 7 : 2;
  const prose = { text: page.title, font: title, colour: ink.ink, leading: 1.25 };
  const used = sheet.prose(prose, grid.edge, boardTop + under, column, title.size * 1.25 * lines);
  if (side) {
    boardLeft += column + 34;
    boardWidth -= column + 34;
  } else boardTop += under + used + grid.gap * 0.6;
  const boardHeight = Math.min(top + grid.gap * 0.7 + room - boardTop, boardWidth * 1.25);
  const w = boardWidth / SIDE;
  const h = boardHeight / SIDE;
  squares.forEach((square, i) => {
    const x = boardLeft + (i % SIDE) * w;
    const y = boardTop + Math.floor(i / SIDE) * h;
    laySquare(sheet, square, { x, y, w, h }, fnv1a(`${page.title}${i}`));
  });
  for (let i = 0; i <= SIDE; i++) {
    sheet.fill(boardLeft, boardTop + i * h, boardWidth + 1, i % SIDE ? 1 : 2, ink.ink);
    sheet.fill(boardLeft + i * w, boardTop, i % SIDE ? 1 : 2, boardHeight + 1, ink.ink);
  }
  return sheet.done();
}

/** Sets one square, and stamps it where the page has it; `seed` turns the stamp. */
function laySquare(sheet: Sheet, { words, count }: Square, { x, y, w, h }: Box, seed: number): void {
  const { ink } = sheet;
  const inner = w * 0.78;
  const [rx, ry] = [w * 0.47, h * 0.45];
  // Stamped by hand: no two at the same angle.
  const turn = ((seed % 100) / 100 - 0.5) * 0.24;
  if (count > 0) sheet.fill(x, y, w, h, ink.mark);
  let size = Math.min(h * 0.22, w * 0.155);
  const proseAt = (at: number) => ({
    text: words,
    font: { size: at, weight: 400 as const },
    colour: count > 0 ? ink.ink : ink.soft,
    leading: 1.15,
    centred: true,
  });
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  // No letter on the ring: the corners of every line are inside it.
  const ringed = () =>
    sheet.widthsOf(proseAt(size), inner).every((width, i, { length }) => {
      const middle = (i + 0.5 - length / 2) * size * 1.15;
      return [-1, 1].every((side) => {
        const down = middle + side * size * 0.45;
        const corners = [-width / 2, width / 2].map((across) =>
          Math.hypot((across * cos + down * sin) / (rx - 6), (down * cos - across * sin) / (ry - 6)),
        );
        return Math.max(...corners) <= 1;
      });
    });
  const fits = () => !sheet.tears(proseAt(size), inner) && ringed();
  while (size > 12 && !fits()) size -= 0.5;
  const used = sheet.heightOf(proseAt(size), inner);
  sheet.prose(proseAt(size), x + (w - inner) / 2, y + (h - used) / 2, inner, h);
  if (count === 0) return;
  sheet.ring(x + w / 2, y + h / 2, rx, ry, 3, turn);
  sheet.ring(x + w / 2 + 2, y + h / 2 + 1, w * 0.485, h * 0.43, 1.5, turn + 0.05);
}
