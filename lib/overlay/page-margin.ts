import { h, render } from 'preact';
import { Margin, type MarginEntry } from '@/components/card/Margin';
import { type HeadlineSpace, spacesAround, topIn } from './headline-space';
import type { Box, Lane, SideName } from './layout';
import { type Measured, measure, shownLines } from './measure';
import { arrange, type Entry, laneFor } from './scene';
import type { OverlayView } from './types';

/** What stands out: the entry under the pointer and the one whose card is open, by key. */
export interface Standing {
  lit: string | null;
  open: string | null;
}

/** No headline card is lower than this. */
const LOWEST = 50;

/** The notes of one page: measured, laid out, drawn. */
export class PageMargin {
  measured: Measured | null = null;
  private lane: Lane | null = null;
  private shown: MarginEntry[] = [];
  /** Heights of the notes that are shown, by key. */
  private tall: ReadonlyMap<string, number> = new Map();
  private view: OverlayView | null = null;
  /** Heights once taken, by everything that decides them but the size of text in this window. */
  private readonly heights = new Map<string, number>();
  /** A line of text that is always the same, and its height when the others were taken. */
  private readonly probe: HTMLElement;
  private line = 0;

  constructor(
    private readonly document: Document,
    private readonly sheet: HTMLElement,
    private readonly mount: HTMLElement,
  ) {
    this.probe = sheet.appendChild(document.createElement('div'));
    this.probe.className = 'probe';
    this.probe.textContent = '0';
  }

  get side(): SideName | null {
    return this.lane?.side ?? null;
  }

  /** Reads the page once, then draws. False where there is no page to read. */
  layout(view: OverlayView, entries: readonly Entry[], standing: Standing): boolean {
    const measured = measure(this.document, this.sheet, entries);
    if (!measured) return false;
    this.measured = measured;
    this.view = view;
    this.lane = laneFor(entries, measured, view, this.side);
    const { lane } = this;
    const visible = entries.filter(({ key }) => measured.lines.has(key));
    const spaces = this.spacesFor(visible, measured);
    this.forgetHeights();
    // All at once: each look at heights lays the notes out.
    this.takeHeights(visible, (entry) => (entry.role === 'headline' && spaces[0]) || lane, standing);
    const title = this.titlePlace(visible, spaces);
    const beside = visible.filter(({ role }) => !(title && role === 'headline'));
    this.takeHeights(beside, () => lane, standing);
    const heights = new Map(beside.map((entry) => [entry.key, this.heightOf(entry, lane?.width ?? 0)]));
    if (title) heights.set('headline', title.height);
    this.tall = heights;
    this.shown = arrange(visible, measured, view.level, lane, heights, standing, title);
    this.draw(false);
    return true;
  }

  /** Draws what stands out now; nothing moves. */
  refresh({ lit, open }: Standing): void {
    this.shown = this.shown.map((entry) => ({ ...entry, lit: entry.key === lit, open: entry.key === open }));
    this.draw(false);
  }

  /** True if the entry's note is in the margin, not behind a mark. */
  hasPlace(key: string): boolean {
    return this.shown.some((entry) => entry.key === key && entry.place);
  }

  /** The notes that are drawn, where they stand in the window. */
  notes(): { key: string; box: DOMRect }[] {
    return [...this.mount.querySelectorAll<HTMLElement>('.note')].map((element) => ({
      key: element.dataset.key ?? '',
      box: element.getBoundingClientRect(),
    }));
  }

  /** Where an entry's note stands, in the sheet's coordinates; null where a mark stands for it. */
  boxOf(key: string): Box | null {
    const place = this.shown.find((entry) => entry.key === key)?.place;
    if (!place) return null;
    const { left, top, width } = place;
    return { left, top, right: left + width, bottom: top + (this.tall.get(key) ?? 0) };
  }

  /**
   * True if a claim is not where in the window it was at the last layout, has gone out of sight or come into it. That the
   * page was scrolled is enough: sites let boxes follow the reader by script, and these may have come over a note.
   */
  drifted(entries: readonly Entry[]): boolean {
    const { measured } = this;
    const view = this.document.defaultView;
    if (!measured || !view) return false;
    return entries.some(({ key, range }) => {
      const before = measured.lines.get(key)?.first;
      const now = shownLines(range, view)?.first;
      if (!before || !now) return before !== now;
      const { left, top } = measured.toSheet(now);
      return Math.abs(top - before.top) > 1 || Math.abs(left - before.left) > 1;
    });
  }

  clear(): void {
    this.measured = null;
    this.lane = null;
    this.shown = [];
    render(null, this.mount);
  }

  /** Where a card could stand over or under the real headline; beside it is the lane's business. All are equally wide. */
  private spacesFor(entries: readonly Entry[], { lines: all, column, obstacles, floating }: Measured): HeadlineSpace[] {
    const lines = entries.some(({ role }) => role === 'headline') && all.get('headline');
    if (!lines || !column) return [];
    const { first, last } = lines;
    const [left, right] = [Math.min(first.left, last.left), Math.max(first.right, last.right)];
    const headline = { left, right, top: first.top, bottom: last.bottom };
    return spacesAround(headline, column, obstacles, floating).filter(({ top, bottom }) => bottom - top >= LOWEST);
  }

  /** The first of the spaces that the other headline fits into; null where the page has left no room. */
  private titlePlace(entries: readonly Entry[], spaces: readonly HeadlineSpace[]) {
    const entry = entries.find(({ role }) => role === 'headline');
    for (const space of entry ? spaces : []) {
      const height = this.heightOf(entry!, space.width);
      const top = topIn(space, height);
      if (top !== null) return { left: Math.round(space.left), top: Math.round(top), width: space.width, height };
    }
    return null;
  }

  /** Where the reader has changed the size of text alone, as Firefox can: no width tells of that. */
  private forgetHeights(): void {
    const { height } = this.probe.getBoundingClientRect();
    if (height !== this.line) this.heights.clear();
    this.line = height;
  }

  private heightKey(entry: Entry, width: number): string {
    return `${this.view?.level} ${width} ${entry.role} ${entry.label} ${entry.paragraphs.join('\n')}`;
  }

  private heightOf(entry: Entry, width: number): number {
    return this.heights.get(this.heightKey(entry, width)) ?? 0;
  }

  /** Draws all unseen, so that none loses the focus, and measures those that never were at the width of their place. */
  private takeHeights(
    all: readonly Entry[],
    placeOf: (entry: Entry) => { left: number; width: number } | null,
    standing: Standing,
  ): void {
    const { measured, view } = this;
    const places = new Map(
      all.flatMap((entry) => {
        const place = entry.paragraphs.length > 0 && placeOf(entry);
        return place ? [[entry.key, place] as const] : [];
      }),
    );
    const missing = all.filter((entry) => {
      const place = places.get(entry.key);
      return place && !this.heights.has(this.heightKey(entry, place.width));
    });
    if (missing.length === 0 || !measured || !view) return;
    this.shown = arrange(all, measured, view.level, null, new Map(), standing).map((entry) => {
      const place = places.get(entry.key);
      return place ? { ...entry, place: { left: place.left, top: entry.mark.top, width: place.width } } : entry;
    });
    this.draw(true);
    for (const element of this.mount.querySelectorAll<HTMLElement>('.note')) {
      const entry = missing.find(({ key }) => key === element.dataset.key);
      if (entry) this.heights.set(this.heightKey(entry, places.get(entry.key)!.width), element.offsetHeight);
    }
  }

  private draw(measuring: boolean): void {
    const { measured, view } = this;
    if (!measured || !view) return;
    const { ground: tone, depth, width, height } = measured;
    const props = { entries: this.shown, level: view.level, tone, depth, width, height, measuring };
    render(h(Margin, props), this.mount);
  }
}
