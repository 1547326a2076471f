/** What must hold of Peel on a page, whatever the page. Pure: what was seen goes in, breaches come out, a line each. */

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A note of Peel's and where it stands; coordinates of the page. */
export interface StandingNote {
  key: string;
  box: Rect;
}

/** What of Peel stands on a page. */
export interface Standing {
  notes: StandingNote[];
  /** Small marks that stand for a note without room. */
  marks: StandingNote[];
  /** Points along each line that leads to a note. */
  leaders: [number, number][][];
  /** Of all of the above, and of claims without a note, whose marks show only while they have the focus. */
  keys: string[];
}

/** Something of the page's own. */
export interface PageThing {
  what: string;
  box: Rect;
}

/** Rectangles of glyphs are taller and wider than the ink in them: that much may be shared. */
const SLACK = 2;

/** True where two rectangles share more than `slack` pixels in both directions. */
export function share(a: Rect, b: Rect, slack = SLACK): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack
  );
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const shown = ({ left, top, right, bottom }: Rect) => [left, top, right, bottom].map(Math.round).join(',');

/** Notes on notes, notes on what is the page's, lines through either. */
export function overlaps(
  { notes, leaders }: Pick<Standing, 'notes' | 'leaders'>,
  things: readonly PageThing[],
): string[] {
  const found: string[] = [];
  notes.forEach(({ key, box }, index) => {
    for (const other of notes.slice(index + 1))
      if (share(box, other.box)) found.push(`note ${key} on note ${other.key}`);
    for (const thing of things)
      if (share(box, thing.box))
        found.push(`note ${key} at ${shown(box)} on "${short(thing.what)}" at ${shown(thing.box)}`);
  });
  const inside = (x: number, y: number, box: Rect) =>
    x > box.left + SLACK && x < box.right - SLACK && y > box.top + SLACK && y < box.bottom - SLACK;
  for (const points of leaders) {
    const crossed = things.find(({ box }) => points.some(([x, y]) => inside(x, y, box)));
    if (crossed) found.push(`a leader through "${short(crossed.what)}" at ${shown(crossed.box)}`);
    const note = notes.find(({ box }) => points.some(([x, y]) => inside(x, y, box)));
    if (note) found.push(`a leader through note ${note.key}`);
  }
  return found;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * What is painted against what is claimed.
 *
 * @param claims as the page's status has them, in its order.
 * @param painted distinct texts under Peel's highlights; parts of a claim may be painted beside it.
 * @param keys of all notes and marks that stand: `c` and the claim's index for those that belong to a claim.
 */
export function dishonest(
  claims: readonly { quote: string; painted: boolean }[],
  painted: readonly string[],
  keys: readonly string[],
): string[] {
  const quotes = claims.filter((claim) => claim.painted).map(({ quote }) => plain(quote));
  const texts = painted.map(plain).filter(Boolean);
  return [
    ...quotes.filter((quote) => !texts.includes(quote)).map((quote) => `claimed, not painted: "${short(quote)}"`),
    ...texts
      .filter((text) => !quotes.some((quote) => quote.includes(text)))
      .map((text) => `painted, not claimed: "${short(text)}"`),
    ...keys.flatMap((key) => {
      const index = /^c(\d+)$/.exec(key)?.[1];
      return index !== undefined && !claims[Number(index)]?.painted ? [`note ${key} without painted words`] : [];
    }),
  ];
}

/** A card that is open, the window, and the lines of its claim, all in the window's coordinates. */
export interface OpenCard {
  key: string;
  box: Rect | null;
  view: { width: number; height: number };
  lines: Rect[];
}

/** Cards that did not open, leave the window, or cover the words that they speak of. */
export function misplacedCards(cards: readonly OpenCard[]): string[] {
  return cards.flatMap(({ key, box, view, lines }) => {
    if (!box) return [`card of ${key} does not open`];
    const out = box.left < 0 || box.top < 0 || box.right > view.width || box.bottom > view.height;
    return [
      ...(out ? [`card of ${key} at ${shown(box)} leaves the window of ${view.width}x${view.height}`] : []),
      ...(lines.some((line) => share(box, line)) ? [`card of ${key} covers its claim`] : []),
    ];
  });
}

/** Where two documents begin to differ, with a little of what follows in each; empty if they are equal. */
export function difference(before: string, after: string): string[] {
  if (before === after) return [];
  let at = 0;
  while (before[at] === after[at]) at += 1;
  return [`the document differs at ${at}: "${short(before.slice(at))}" became "${short(after.slice(at))}"`];
}

/**
 * Errors that are Peel's to answer for. A saved page without scripts and network has many of its own: scripts refused,
 * files not there.
 *
 * @param origin address that the extension's own pages start with.
 */
export function ourErrors(errors: readonly string[], origin: string): string[] {
  return errors.filter((line) => {
    if (line.includes(origin)) return true;
    if (/^page \S+: (?:security|network|other|rendering|recommendation|intervention|deprecation|violation) /.test(line))
      return false;
    return !/content.security.policy|NetworkError|Loading failed|may not load data|blocked/i.test(line);
  });
}
