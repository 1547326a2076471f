/** What a page shows now, and what the toolbar and the popup are told of it: the marks of one reading, or nothing and why. */
import type { PageReason, PageState, PageStatus } from '../messages';
import type { SessionDeps } from './types';
import {
  itemsOf,
  type KeptArticle,
  listedOf,
  overlayViewOf,
  type ReadArticle,
  supportedOf,
  type Viewing,
  wantedOf,
} from './viewing';

export interface Display {
  /** A reading has begun; what is shown stands until its end. @returns true where nothing is. */
  begin(): boolean;
  /** Shows nothing, and says why. @returns false: nothing new on the page. */
  rest(next: PageState, why?: PageReason | null): false;
  /**
   * @param isWhole false where the rest of the page is still being read.
   * @returns true where anything is shown.
   */
  show(reading: ReadArticle, isWhole: boolean): boolean;
  hide(hidden: boolean | 'toggle'): void;
  /** The toolbar no longer has what it was told: the next count is told in any case. */
  forgetCount(): void;
  /** Takes notes off words that are no longer those that were read. @returns true where there were any. */
  verify(): boolean;
  /** All of the page's status but what its text says of itself. */
  status(
    reading: KeptArticle | null,
  ): Omit<PageStatus, 'host' | 'href' | 'address' | 'title' | 'paragraphs' | 'published'>;
}

/** Starts with nothing shown. */
export function createDisplay({ overlay, shown }: Pick<SessionDeps, 'overlay' | 'shown'>, viewing: Viewing): Display {
  let state: PageState = 'starting';
  let reason: PageReason | null = null;
  /** The count last told to the toolbar; a page without a claim never has to say so. */
  let told = 0;
  let painted = new Set<number>();
  let hidden = false;

  function tell(count: number): void {
    if (count !== told) shown(count);
    told = count;
  }

  function rest(next: PageState, why: PageReason | null = null): false {
    state = next;
    reason = why;
    painted = new Set();
    overlay.clear();
    tell(0);
    return false;
  }

  return {
    begin() {
      if (state !== 'annotated') state = 'reading';
      return painted.size === 0;
    },
    rest,
    show(reading, isWhole) {
      const { report } = reading;
      const items = itemsOf(reading, viewing);
      if (items.length === 0) {
        if (!isWhole) return rest('reading');
        const some = report.leftOut || report.reading.claims.length > 0;
        return rest('no-claims', some && wantedOf(reading, viewing).length === 0 ? 'all-unwanted' : null);
      }
      painted = new Set(items.map((item) => item.index));
      if (isWhole) state = 'annotated';
      reason = null;
      overlay.paint(overlayViewOf(reading, viewing, items));
      overlay.hide(hidden);
      tell(items.length);
      return true;
    },
    hide(next) {
      hidden = next === 'toggle' ? !hidden : next;
      overlay.hide(hidden);
    },
    forgetCount() {
      told = -1;
    },
    verify() {
      const gone = overlay.verify();
      if (gone.length === 0) return false;
      for (const index of gone) painted.delete(index);
      if (painted.size === 0) rest(state === 'reading' ? state : 'no-claims');
      else tell(painted.size);
      return true;
    },
    status(reading) {
      const { settings } = viewing;
      const report = reading?.report;
      const marked = painted.size > 0 ? reading : null;
      return {
        state,
        reason,
        level: settings.level,
        density: (marked ?? settings).density,
        room: report?.room ?? 'open',
        roomReason: report?.roomReason ?? null,
        hidden,
        faded: overlay.isFaded(),
        score: report?.reading.score ?? 0,
        supported: reading ? supportedOf(reading, viewing) : 0,
        claims: marked ? listedOf(marked, viewing, painted) : [],
        notes: overlay.notes(),
      };
    },
  };
}
