import { h, render } from 'preact';
import { Margin, type MarginEntry } from '@/components/card/Margin';
import type { Lane, SideName } from './layout';
import { type Measured, measure, shownLines } from './measure';
import { arrange, type Entry, laneFor } from './scene';
import type { OverlayView } from './types';

/** What stands out: the entry under the pointer and the one whose card is open, by key. */
export interface Standing {
  lit: string | null;
  open: string | null;
}

/** The notes of one page: measured, laid out, drawn. */
export class PageMargin {
  measured: Measured | null = null;
  private lane: Lane | null = null;
  private shown: MarginEntry[] = [];
  private view: OverlayView | null = null;
  /** Heights once taken, by everything that decides them. */
  private readonly heights = new Map<string, number>();

  constructor(
    private readonly document: Document,
    private readonly sheet: HTMLElement,
    private readonly mount: HTMLElement,
  ) {}

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
    const visible = entries.filter(({ key }) => measured.lines.has(key));
    if (this.lane) this.takeHeights(visible, this.lane, standing);
    const heights = new Map(visible.map((entry) => [entry.key, this.heights.get(this.heightKey(entry)) ?? 0]));
    this.shown = arrange(visible, measured, view.level, this.lane, heights, standing);
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

  /** True if a claim is not where it was at the last layout, has gone out of sight or come into it. */
  drifted(entries: readonly Entry[]): boolean {
    const { measured } = this;
    const view = this.document.defaultView;
    if (!measured || !view) return false;
    return entries.some(({ key, range }) => {
      const before = measured.lines.get(key)?.first;
      const now = shownLines(range, view)?.first;
      if (!before || !now) return before !== now;
      return Math.abs(measured.toSheet(now).top - before.top) > 1;
    });
  }

  clear(): void {
    this.measured = null;
    this.lane = null;
    this.shown = [];
    render(null, this.mount);
  }

  private heightKey(entry: Entry): string {
    return `${this.view?.level} ${this.lane?.width} ${entry.role} ${entry.label} ${entry.paragraphs.join('\n')}`;
  }

  /** Draws unseen what was never measured at this width, and measures it. */
  private takeHeights(entries: readonly Entry[], lane: Lane, standing: Standing): void {
    const { measured, view } = this;
    const missing = entries.filter((entry) => entry.paragraphs.length > 0 && !this.heights.has(this.heightKey(entry)));
    if (missing.length === 0 || !measured || !view) return;
    this.shown = arrange(entries, measured, view.level, null, new Map(), standing).map((entry) =>
      entry.paragraphs.length > 0
        ? { ...entry, place: { left: lane.left, top: entry.mark.top, width: lane.width } }
        : entry,
    );
    this.draw(true);
    for (const element of this.mount.querySelectorAll<HTMLElement>('.note')) {
      const entry = entries.find(({ key }) => key === element.dataset.key);
      if (entry) this.heights.set(this.heightKey(entry), element.offsetHeight);
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
