/** Setting text in a box without a browser: the caller brings the measuring. */

export interface Font {
  /** Pixels. */
  size: number;
  weight: 400 | 600;
  italic?: boolean;
  /** Letter-spacing in em. */
  track?: number;
}

/** Width of `text` in pixels. */
export type Measure = (text: string, font: Font) => number;

export interface Line {
  /** As painted. */
  text: string;
  /** Where it stands in the whole text, [start, end); an ellipsis stands for nothing. */
  start: number;
  end: number;
  width: number;
  /** Pixels that it stands in from the column's edge. */
  indent: number;
}

export interface SetText {
  lines: Line[];
  /** True if words had to go: the last line then ends in an ellipsis. */
  cut: boolean;
  /** True if a word wider than the column was broken between characters. */
  torn: boolean;
  rtl: boolean;
}

/** Blocks of strong right-to-left letters (UAX 9, classes R and AL: Hebrew to Arabic Extended, presentation forms). */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LETTER = /\p{L}/u;

/** True if the first strong letter reads from right to left (UAX 9, rule P2). */
function readsRightToLeft(text: string): boolean {
  const first = LETTER.exec(text);
  return first !== null && RTL.test(first[0]);
}

/** True if a line mixes directions, so that a stretch of it may not be where its offsets say. */
export function isMixed(text: string): boolean {
  return RTL.test(text) && /[\p{Script=Latin}\p{N}]/u.test(text);
}

let graphemes: Intl.Segmenter | null = null;

/** User-perceived characters, so that no emoji or accent is torn. */
function charactersOf(text: string): string[] {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

const SOLID = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;

/**
 * A word with the space after it, or a hard break. Words may part after a dash or a stroke, though not before a figure
 * ("24/7", "2024–25"), nor a figure and its millions; scripts written without spaces part after each character.
 */
const PIECES = new RegExp(
  String.raw`\n|[${SOLID}]\p{P}*|(?:[^\s\-–—/${SOLID}]|[-–—/](?=\d)|(?<=\d)[ \u00a0](?=[mbt]r?illion))*(?:[-–—/]+[^\S\n]*|[^\S\n]+|(?=\n|$|[${SOLID}]))`,
  'gu',
);

const BREAK_AFTER = new RegExp(String.raw`(?:[\s\-–—/]|[${SOLID}]\p{P}*)$`, 'u');
const BREAK_BEFORE = new RegExp(String.raw`^[\s${SOLID}]`, 'u');

/** What a turn of a dialogue or a line of a list begins with: the rest of it hangs under its first word. */
const HANGING = /^(?:[—–•]|\d{1,2}[.)]|[QA]:)\s/;

/** Greedy lines of at most `full` pixels; what hangs stands in as it would in a column of `column`. */
function wrap(text: string, font: Font, full: number, measure: Measure, column = full): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let end = 0;
  const hangAt = (from: number) => {
    const sign = HANGING.exec(text.slice(from, from + 4))?.[0];
    return sign ? Math.min(column / 4, measure(`${sign}x`, font) - measure('x', font)) : 0;
  };
  let hang = hangAt(0);
  let indent = 0;
  let width = full;
  const widthOf = (from: number, to: number) => measure(text.slice(from, to).trimEnd(), font);
  const push = (to: number) => {
    const raw = text.slice(start, to);
    const line = raw.trim();
    const lead = raw.length - raw.trimStart().length;
    const from = line ? start + lead : start;
    lines.push({ text: line, start: from, end: from + line.length, width: line ? measure(line, font) : 0, indent });
    indent = hang;
    width = full - hang;
  };
  for (const match of text.matchAll(PIECES)) {
    const piece = match[0];
    const at = match.index;
    if (!piece) continue;
    if (piece === '\n') {
      push(at);
      start = end = at + 1;
      hang = hangAt(start);
      indent = 0;
      width = full;
      continue;
    }
    if (end > start && widthOf(start, at + piece.length) > width) {
      push(end);
      start = at;
    }
    end = at + piece.length;
    // A single word wider than the column is broken between characters.
    if (widthOf(start, end) > width) {
      let from = start;
      let to = start;
      for (const character of charactersOf(text.slice(start, end))) {
        if (to > from && widthOf(from, to + character.length) > width) {
          start = from;
          push(to);
          from = to;
        }
        to += character.length;
      }
      start = from;
    }
  }
  if (end > start || lines.length === 0) push(end);
  return lines;
}

/** The same number of lines in the narrowest column that holds them: no lonely word at the end. */
function balanced(text: string, font: Font, width: number, measure: Measure): Line[] {
  const best = wrap(text, font, width, measure);
  if (best.length < 2 || best.length > 8) return best;
  let low = width / 2;
  let high = width;
  let lines = best;
  while (high - low > 4) {
    const middle = (low + high) / 2;
    const tried = wrap(text, font, middle, measure, width);
    if (tried.length > best.length) low = middle;
    else {
      high = middle;
      lines = tried;
    }
  }
  return evened(lines, text, font, high, measure);
}

/** `lines` with words taken from a longer line to the shorter one under it: no lonely word in the middle either. */
function evened(lines: Line[], text: string, font: Font, width: number, measure: Measure): Line[] {
  const set = (line: Line, start: number, end: number): Line => {
    const words = text.slice(start, end).trimEnd();
    return { ...line, text: words, start, end: start + words.length, width: measure(words, font) };
  };
  const reach = ({ indent, width }: Line) => indent + width;
  // Between words alone: a word that could stay whole is not parted at its hyphen for this.
  const starts = [...text.matchAll(PIECES)].flatMap(({ index }) => (/\s/.test(text.charAt(index - 1)) ? [index] : []));
  for (let i = lines.length - 2; i >= 0; i--) {
    for (;;) {
      const [above, below] = [lines[i], lines[i + 1]];
      const last = starts.findLast((start) => above && start > above.start && start < above.end);
      if (!above || !below || !last) break;
      const upper = set(above, above.start, last);
      const lower = set(below, last, below.end);
      if (reach(lower) > width || Math.abs(reach(upper) - reach(lower)) >= Math.abs(reach(above) - reach(below))) break;
      lines.splice(i, 2, upper, lower);
    }
  }
  return lines;
}

/** Each paragraph of `text` balanced for itself. */
function paragraphs(text: string, font: Font, width: number, measure: Measure): Line[] {
  let from = 0;
  return text.split('\n').flatMap((paragraph) => {
    const at = from;
    from += paragraph.length + 1;
    const moved = (line: Line) => ({ ...line, start: line.start + at, end: line.end + at });
    return balanced(paragraph, font, width, measure).map(moved);
  });
}

/** `text` with its beginning left out until the rest fits after an ellipsis: the end of a host is what identifies it. */
export function endOf(text: string, font: Font, width: number, measure: Measure): string {
  if (measure(text, font) <= width) return text;
  const characters = charactersOf(text);
  while (characters.length > 0 && measure(`…${characters.join('')}`, font) > width) characters.shift();
  return `…${characters.join('')}`;
}

/** `line` shortened until it fits with an ellipsis after it. */
function shortened(line: Line, font: Font, width: number, measure: Measure): Line {
  const characters = charactersOf(line.text);
  for (;;) {
    const text = characters.join('').trimEnd();
    const wide = measure(`${text}…`, font);
    if (wide <= width || characters.length === 0)
      return { ...line, text: `${text}…`, end: line.start + text.length, width: wide };
    characters.pop();
  }
}

/**
 * Breaks `text` into lines no wider than `width` pixels, at most `most` of them. Line feeds are kept as breaks. A
 * paragraph's lines are balanced where they are few.
 */
export function setText(text: string, font: Font, width: number, measure: Measure, most = Infinity): SetText {
  const lines = paragraphs(text, font, width, measure);
  const rtl = readsRightToLeft(text);
  const torn = lines.some(({ end }, i) => {
    const next = lines[i + 1];
    return next?.start === end && !BREAK_AFTER.test(text.slice(0, end)) && !BREAK_BEFORE.test(text.slice(end));
  });
  if (lines.length <= most) return { lines, cut: false, torn, rtl };
  const kept = wrap(text, font, width, measure).slice(0, Math.max(1, most));
  const last = kept[kept.length - 1];
  if (last) kept[kept.length - 1] = shortened(last, font, width - last.indent, measure);
  return { lines: kept, cut: true, torn, rtl };
}
