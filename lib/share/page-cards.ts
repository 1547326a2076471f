/** Pictures of a whole page: its bingo card by kind of claim, and the verdict. */
import type { PageStatus, StatusClaim } from '../messages';
import { type HypeBand, KINDS, type Kind } from '../model';
import { FORMATS, type Format, footer, GRIDS, labelFont, masthead } from './frame';
import type { Tone } from './ink';
import { type Scene, Sheet } from './scene';
import type { Font, Measure } from './text';

export interface Square {
  words: string;
  /** How often the page has it; 0 leaves the square unstamped. */
  count: number;
}

export interface PageText {
  host: string;
  date: string;
  title: string;
  caption: string;
}

/** FNV-1a, 32 bits: the same page always gets the same card. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

const SIDE = 5;

/** What else is ticked off besides the kinds: what claims leave out. */
const EXTRAS: readonly { words: string; has: (one: StatusClaim) => boolean }[] = [
  { words: '“Up to”', has: ({ claim }) => claim.slots.quantities.some(({ hedge }) => /^up to$/i.test(hedge)) },
  {
    words: 'A figure, compared with nothing',
    has: ({ claim }) => claim.slots.quantities.length > 0 && !claim.slots.comparison && !claim.slots.rival,
  },
  { words: 'The company’s own count', has: ({ claim }) => claim.numberSource === 'self' },
];

/** The squares of a page's card, row by row; the one in the middle is given away. */
export function squaresOf(status: PageStatus, kinds: Record<Kind, string>): Square[] {
  const squares: Square[] = [
    ...KINDS.map((kind) => ({
      words: kinds[kind],
      count: status.claims.filter(({ claim }) => claim.kind === kind).length,
    })),
    ...EXTRAS.map(({ words, has }) => ({ words, count: status.claims.filter(has).length })),
  ];
  squares.sort((a, b) => hash(status.address + a.words) - hash(status.address + b.words));
  squares.splice(Math.floor((SIDE * SIDE) / 2), 0, { words: 'The letters “AI”', count: status.claims.length });
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
  if (lines > 1) return `Bingo, ${lines} times over`;
  if (lines === 1) return 'Bingo';
  return `${stamped} of ${squares.length}. No line yet`;
}

export function altOfBingo(page: PageText, squares: readonly Square[]): string {
  const found = squares
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${words}${count > 1 ? ` (${count})` : ''}`);
  return `Satirical bingo card by Peel for “${page.title}” on ${page.host}. ${bingoWords(squares)}. Stamped: ${found.join('; ') || 'nothing'}.`;
}

/** Lays out the bingo card of a page. */
export function layBingo(
  page: PageText,
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
  const top = masthead(sheet, grid, 'AI announcement bingo');
  const bottom = footer(sheet, grid, page);
  const side = format === 'wide';
  const room = bottom - top - grid.gap * 1.4;
  const headSize = side ? 46 : grid.note[1] * 0.8;
  const head: Font = { family: 'serif', size: headSize, weight: 600 };
  const title: Font = { family: 'serif', size: grid.aside[1] * 0.95, weight: 400, italic: true };
  let boardTop = top + grid.gap * 0.7;
  let boardLeft = grid.edge;
  let boardWidth = inner;
  const column = side ? inner * 0.27 : inner;
  const words = sheet.prose(
    { text: bingoWords(squares), font: head, colour: ink.accent, leading: 1.15 },
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
    laySquare(sheet, square, x, y, w, h, hash(`${page.title}${i}`));
  });
  for (let i = 0; i <= SIDE; i++) {
    sheet.fill(boardLeft, boardTop + i * h, boardWidth + 1, i % SIDE ? 1 : 2, ink.ink);
    sheet.fill(boardLeft + i * w, boardTop, i % SIDE ? 1 : 2, boardHeight + 1, ink.ink);
  }
  return sheet.done();
}

function laySquare(
  sheet: Sheet,
  { words, count }: Square,
  x: number,
  y: number,
  w: number,
  h: number,
  seed: number,
): void {
  const { ink } = sheet;
  // Room for a ring around the words.
  const [inner, most] = [w * 0.78, h * 0.7];
  if (count > 0) sheet.fill(x, y, w, h, ink.mark);
  let size = Math.min(h * 0.22, w * 0.155);
  const proseAt = (at: number) => ({
    text: words,
    font: { family: 'serif' as const, size: at, weight: 400 as const },
    colour: count > 0 ? ink.ink : ink.soft,
    leading: 1.15,
    centred: true,
  });
  const fits = () => sheet.heightOf(proseAt(size), inner) <= most && !sheet.tears(proseAt(size), inner);
  while (size > 12 && !fits()) size -= 0.5;
  const used = sheet.heightOf(proseAt(size), inner);
  sheet.prose(proseAt(size), x + (w - inner) / 2, y + (h - used) / 2, inner, h);
  if (count === 0) return;
  // Stamped by hand: no two at the same angle.
  const turn = ((seed % 100) / 100 - 0.5) * 0.24;
  sheet.ring(x + w / 2, y + h / 2, w * 0.47, h * 0.43, 3, turn);
  sheet.ring(x + w / 2 + 2, y + h / 2 + 1, w * 0.485, h * 0.415, 1.5, turn + 0.05);
}

export interface Verdict extends PageText {
  score: number;
  band: HypeBand | '';
  /** "11 claims. 2 show how anyone would know." */
  tally: string;
  /** Kinds on the page with their counts, most frequent first. */
  kinds: { words: string; count: number }[];
  best: { quote: string; note: string } | null;
}

/** Where the bands of the hype score begin; the page's score is read on the scale of a claim's. */
const BANDS: readonly [number, HypeBand][] = [
  [80, 'stratospheric'],
  [60, 'heady'],
  [40, 'frothy'],
  [20, 'warm'],
  [0, 'plain'],
];

/** What a page adds up to. `tally` is the caller's sentence; the best note is the one beside the most hyped claim. */
export function verdictText(status: PageStatus, page: PageText, kinds: Record<Kind, string>, tally: string): Verdict {
  const counts = new Map<Kind, number>();
  for (const { claim } of status.claims) counts.set(claim.kind, (counts.get(claim.kind) ?? 0) + 1);
  const noted = status.claims.filter(({ note }) => note);
  const top = noted.reduce<StatusClaim | null>(
    (best, one) => (best && best.claim.hype.score >= one.claim.hype.score ? best : one),
    null,
  );
  return {
    ...page,
    score: Math.round(status.score),
    band: BANDS.find(([from]) => status.score >= from)?.[1] ?? '',
    tally,
    kinds: [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => ({ words: kinds[kind], count })),
    best: top?.note ? { quote: top.claim.quote, note: top.note.text } : null,
  };
}

export function altOfVerdict(verdict: Verdict): string {
  const { title, host, score, band, tally, best } = verdict;
  const note = best ? ` Best note, satirical: ${best.note.replace(/\s*\n\s*/g, ' / ')}` : '';
  return `Peel’s verdict on “${title}” on ${host}: hype ${score} of 100, ${band}. ${tally}${note}`;
}

/** Lays out the verdict on a page. */
export function layVerdict(verdict: Verdict, format: Format, tone: Tone, measure: Measure): Scene {
  const { width, height } = FORMATS[format];
  const grid = GRIDS[format];
  const sheet = new Sheet(width, height, tone, measure);
  const { ink } = sheet;
  const top = masthead(sheet, grid, 'The verdict');
  const bottom = footer(sheet, grid, verdict);
  const side = format === 'wide';
  const inner = width - 2 * grid.edge;
  const column = side ? inner * 0.42 : inner;
  const serif = (size: number, more: Partial<Font> = {}): Font => ({ family: 'serif', size, weight: 400, ...more });
  let y = top + grid.gap * 0.8;
  y += sheet.prose(
    { text: verdict.title, font: serif(grid.aside[1] * 1.05, { italic: true }), colour: ink.ink, leading: 1.25 },
    grid.edge,
    y,
    column,
    grid.aside[1] * 4.2,
  );
  const figure = serif(side ? 150 : 220, { weight: 600 });
  y += figure.size * 0.92;
  const digits = sheet.line(String(verdict.score), figure, ink.accent, grid.edge, y, column);
  sheet.line(
    'of 100 for hype',
    serif(grid.aside[1]),
    ink.soft,
    grid.edge + digits + grid.small,
    y,
    column - digits - grid.small,
  );
  if (verdict.band)
    sheet.line(
      verdict.band,
      serif(grid.aside[1] * 1.3, { italic: true }),
      ink.ink,
      grid.edge + digits + grid.small,
      y - grid.aside[1] * 1.3,
      column - digits - grid.small,
    );
  y += grid.gap * 0.7;
  sheet.fill(grid.edge, y, column, 6, ink.rule);
  sheet.fill(grid.edge, y, (column * Math.min(100, verdict.score)) / 100, 6, ink.accent);
  y += grid.gap * 0.8;
  y += sheet.prose(
    { text: verdict.tally, font: serif(grid.aside[1]), colour: ink.ink, leading: 1.3 },
    grid.edge,
    y,
    column,
    bottom - y - grid.gap * 0.5,
  );
  const x = side ? grid.edge + column + 68 : grid.edge;
  const w = side ? inner - column - 68 : inner;
  if (side) {
    sheet.fill(x - 34, top + grid.gap, 1, bottom - top - grid.gap * 1.7, ink.rule);
    y = top + grid.gap;
  } else y += grid.gap * 0.6;
  const end = bottom - grid.gap * 0.6;
  // The note gets at least a third of what is left.
  y = layTally(sheet, verdict, grid, x, y, w, verdict.best ? y + (end - y) * 0.62 : end);
  if (verdict.best) layBest(sheet, verdict.best, grid, x, y + grid.gap * 0.5, w, end);
  return sheet.done();
}

function layTally(
  sheet: Sheet,
  { kinds }: Verdict,
  grid: { small: number; aside: [number, number] },
  x: number,
  y: number,
  w: number,
  end: number,
): number {
  const { ink } = sheet;
  const font: Font = { family: 'serif', size: grid.aside[1] * 0.9, weight: 400 };
  const step = font.size * 1.75;
  const rows = Math.max(1, Math.floor((end - y) / step));
  const most = kinds.length <= rows ? rows : rows - 1;
  let at = y;
  for (const { words, count } of kinds.slice(0, most)) {
    const room = sheet.line(String(count), { ...font, weight: 600 }, ink.accent, x + w, at + step * 0.68, 80, 'right');
    sheet.line(words, font, ink.ink, x, at + step * 0.68, w - room - grid.small);
    sheet.rule(x, at + step - 1, w, 1);
    at += step;
  }
  const rest = kinds.slice(most).reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) {
    sheet.line(`and ${rest} more`, { ...font, italic: true }, ink.soft, x, at + step * 0.68, w);
    at += step;
  }
  return at;
}

function layBest(
  sheet: Sheet,
  best: { quote: string; note: string },
  grid: { small: number; note: [number, number]; aside: [number, number] },
  x: number,
  y: number,
  w: number,
  end: number,
): void {
  const { ink } = sheet;
  const label = grid.small * 1.6;
  if (end - y < label + grid.note[0] * 2.6) return;
  sheet.line('SATIRE', labelFont(grid.small * 0.76), ink.accent, x, y + grid.small * 0.8, w);
  const noteAt = (size: number) => ({
    text: best.note,
    font: { family: 'serif' as const, size, weight: 400 as const, italic: true },
    colour: ink.ink,
    leading: 1.24,
  });
  const room = end - y - label;
  let size = grid.note[1] * 0.8;
  while (size > grid.note[0] && (sheet.heightOf(noteAt(size), w) > room * 0.72 || sheet.tears(noteAt(size), w)))
    size -= 1;
  const used = sheet.prose(noteAt(size), x, y + label, w, room);
  const quoteTop = y + label + used + grid.small * 0.5;
  const quote = {
    text: `beside “${best.quote}”`,
    font: { family: 'serif' as const, size: grid.aside[0] * 1.05, weight: 400 as const },
    colour: ink.soft,
    leading: 1.3,
  };
  if (end - quoteTop >= quote.font.size * 1.3) sheet.prose(quote, x, quoteTop, w, end - quoteTop);
}
