import type {
  Claim,
  EndNote,
  HeadlineCard,
  Level,
  Note,
  NoteBox,
  PartName,
  Room,
  Straight,
  TextPlace,
  Unwanted,
} from '@/lib/model';

/** One claim or announcement to show: the live Range of its words and of its parts, and what is said about it. */
export interface OverlayItem {
  /** Index of the claim in the page's reading; names the item in every call. */
  index: number;
  claim: Claim;
  range: Range;
  parts: Partial<Record<PartName, Range>>;
  straight: Straight;
  note: Note | null;
  /** Another line stood here before, and can be had back. */
  earlier: boolean;
}

/** Everything there is to show on a page at one level. */
export interface OverlayView {
  /** The whole address at which the items were read. */
  href: string;
  level: Level;
  room: Room;
  side: 'auto' | 'left' | 'right';
  /** The notes follow the page on paper; otherwise it prints as if Peel were not there. */
  print: boolean;
  /** Nothing moves, whatever the system would allow. */
  still?: boolean;
  items: OverlayItem[];
  headline: { card: HeadlineCard; anchor: Range } | null;
  end: { note: EndNote; anchor: Range } | null;
}

/** What the reader can ask for from a card. The overlay itself stores and sends nothing. */
export interface OverlayActions {
  /**
   * Another line for a claim; null when the shelf is empty, undefined where nobody answers. A new `paint` may come before
   * the answer.
   */
  another(index: number): Promise<Note | null | undefined>;
  /** The words of a claim's sentence that decided that it is marked, the weightiest first; null where nobody answers. */
  deciding(index: number): Promise<readonly string[] | null>;
  /** The line before this one; false where there is none. */
  earlier(index: number): boolean;
  /** Takes something out of the reader's sight, or (`away` false) brings it back. @returns what failed, in a sentence, or ''. */
  put(away: boolean, unwanted: Unwanted): Promise<string>;
  /** Opens the page that makes a picture; false where nobody answers. */
  share(index: number): Promise<boolean>;
}

/** Peel's layer over one document. Every call is safe at any time, also after `clear` and on a page that fights back. */
export interface Overlay {
  /** Shows `view` in place of what was shown. An open card stays open if its claim is still there. */
  paint(view: OverlayView): void;
  /** Scrolls to a claim, opens its card and moves the focus there. */
  open(index: number): void;
  next(): void;
  previous(): void;
  /** Takes everything off the page, or puts it back, and says so once. */
  hide(hidden: boolean): void;
  /** Drops what stands beside words that changed. @returns indices of the dropped items. */
  verify(): number[];
  /** Where the claims stand in the page's text; what is in no light tree of the body is left out. */
  places(): TextPlace[];
  /** Where the notes stand in the window now. */
  notes(): NoteBox[];
  /** Leaves the page as it was without Peel, as soon as what was last said to the reader is gone, too. */
  clear(): void;
  /** True where something is shown and the page hides or fades it. */
  isFaded(): boolean;
  /** True for the host element and everything in it. */
  isOwn(node: Node): boolean;
}
