/** What a page's claims add up to, as a picture. */
import type { PageStatus, StatusClaim } from '../messages';
import type { HypeBand, Kind } from '../model';
import { FORMATS, type Format, footer, GRIDS, labelFont, masthead, type PageWords } from './frame';
import type { Tone } from './ink';
import { type Scene, Sheet } from './scene';
import type { Font, Measure } from './text';

export interface Verdict extends PageWords {
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

const SCALE = 'of 100 for hype';

/** What a page adds up to. `tally` is the caller's sentence; the best note is the one beside the most hyped claim. */
export function verdictText(status: PageStatus, page: PageWords, kinds: Record<Kind, string>, tally: string): Verdict {
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
  const serif = (size: number, more: Partial<Font> = {}): Font => ({ size, weight: 400, ...more });
  let y = top + grid.gap * 0.8;
  y += sheet.prose(
    { text: verdict.title, font: serif(grid.aside[1] * 1.05, { italic: true }), colour: ink.ink, leading: 1.25 },
    grid.edge,
    y,
    column,
    grid.aside[1] * 4.2,
  );
  const figure = serif({ wide: 150, square: 160, story: 220 }[format], { weight: 600, track: -0.04 });
  y += figure.size * 0.92;
  const digits = sheet.line(String(verdict.score), figure, ink.accent, grid.edge, y, column);
  const beside = grid.edge + digits + grid.small;
  const room = column - digits - grid.small;
  // "100" and "stratospheric" side by side are more than half a wide picture holds at full size.
  let aside = grid.aside[1];
  const scale = () => serif(aside);
  const banded = () => serif(aside * 1.3, { italic: true });
  const fits = () =>
    sheet.measure(SCALE, scale()) <= room && (!verdict.band || sheet.measure(verdict.band, banded()) <= room);
  while (aside > grid.aside[0] && !fits()) aside--;
  sheet.line(SCALE, scale(), ink.soft, beside, y, room);
  if (verdict.band) sheet.line(verdict.band, banded(), ink.ink, beside, y - aside * 1.3, room);
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
  const fold = side ? x - 34 : 0;
  if (side) y = top + grid.gap;
  else y += grid.gap * 0.6;
  const end = bottom - grid.gap * 0.6;
  // The note and what it stands beside get nearly half of what is left.
  const tallied = layTally(sheet, verdict, grid, x, y, w, verdict.best ? y + (end - y) * 0.52 : end);
  const band = verdict.best ? Math.round(tallied + grid.gap * 0.5) : bottom;
  if (side) sheet.fill(fold, top + grid.gap, 1, band - top - grid.gap * (verdict.best ? 1 : 1.7), ink.rule);
  if (verdict.best) {
    sheet.fill(fold, band, width - fold, bottom - band, ink.tint);
    layBest(sheet, verdict.best, grid, x, band + grid.gap * 0.6, w, end);
  }
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
  const font: Font = { size: grid.aside[1] * 0.9, weight: 400 };
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
    font: { size, weight: 400 as const, italic: true },
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
    font: { size: grid.small, weight: 400 as const },
    colour: ink.soft,
    leading: 1.3,
  };
  if (end - quoteTop >= quote.font.size * 1.3) sheet.prose(quote, x, quoteTop, w, end - quoteTop);
}
