import type { PassageRole, Span } from '@/lib/model';
import { CAPITAL, lettered, SMALL } from './letters';
import { wordSet } from './rules';
import { type Block, collapse, type Doubt, type Segment } from './text';

/** What the text of an element inherits from its ancestors. Never changed: most elements share their parent's. */
export interface Context {
  readonly block: Element;
  readonly role: PassageRole;
  readonly caption: boolean;
  readonly list: Element | null;
  readonly linked: boolean;
  readonly inArticle: boolean;
  /** Line breaks are the writer's own: a blank line divides passages. */
  readonly lines: boolean;
  readonly doubt: Doubt | null;
  /** Document or shadow root that the children belong to: a Range cannot cross between two. */
  readonly root: Node;
}

/** Where an inline element begins or ends. */
interface Edge {
  element: Element;
  opens: boolean;
}

/** No word to look at is longer. */
const WORD = 24;
/** What two neighbouring texts end and begin with. */
const BEHIND = lettered(/[\p{L}\p{N}.!?:;,)”’"']/u);
const AHEAD = lettered(/^[\p{L}\p{N}“‘"'(]/u);
const FIRST_WORD = lettered(/^\p{L}+/u);
const LAST_WORD = lettered(/[\p{L}\p{N}]+$/u);
const WORD_OR_STOP = lettered(/[\p{L}\p{N}.!?)”]$/u);
const SMALL_OR_STOP = lettered(/[\p{Ll}.!?)”]$/u);
/** A raised number of two figures behind a lone ten is a power; a single figure is a footnote's mark. */
const POWER = /(?<![\d.,])10\^\d\d+$/;
/** A blank line. */
const BLANK = /\n[^\S\n]*\n\s*/g;

/** Gathers the text of one block at a time. */
export class Builder {
  /** True while the current block holds text. */
  open = false;
  #parts: string[] = [];
  #segments: Segment[] = [];
  #length = 0;
  #linked = 0;
  #breaks = 0;
  #last = '';
  #context: Context | null = null;
  /** Inline elements entered or left since the last text. */
  #edges: Edge[] = [];
  /** The link whose beginning was set apart from the word before: its end has lost its space, too. */
  #torn: Element | null = null;

  readonly #blocks: Block[];
  constructor(blocks: Block[]) {
    this.#blocks = blocks;
  }

  /** Adds the text of a node, or the given part of it. */
  add(node: Text, context: Context, part?: Span): void {
    if (this.open && this.#context?.root !== context.root) this.flush();
    const afterSpace = !this.open || this.#last === ' ';
    const text = collapse(part ? node.data.slice(part.start, part.end) : node.data, afterSpace);
    if (!text) return;
    if (!this.open) {
      this.open = true;
      this.#context = context;
    } else if (this.#edges.length > 0 && this.#last !== ' ' && text[0] !== ' ' && this.#sticks(text)) {
      this.#push(' ');
    }
    this.#edges.length = 0;
    if (text !== ' ') this.#breaks = 0;
    const start = this.#length;
    this.#push(text);
    this.#segments.push({ node, start, end: this.#length, afterSpace, ...(part && { part }) });
    if (context.linked) this.#linked += text.length;
  }

  /** Adds the text of a node whose blank lines divide passages. */
  addLines(node: Text, context: Context): void {
    let start = 0;
    for (const blank of node.data.matchAll(BLANK)) {
      this.add(node, context, { start, end: blank.index });
      this.flush();
      start = blank.index + blank[0].length;
    }
    this.add(node, context, start > 0 ? { start, end: node.data.length } : undefined);
  }

  /** Notes that an inline element begins or ends here. */
  edge(element: Element, opens: boolean): void {
    if (this.open && this.#edges.length < 4) this.#edges.push({ element, opens });
  }

  /** Puts a caret before a raised number that is a power of ten, which would read as another number without. @returns whether it is. */
  power(raised: string): boolean {
    const is = POWER.test(`${this.#parts.at(-1)}^${raised}`);
    if (is) this.#push('^');
    return is;
  }

  /** True where the word before and the one that `text` begins with would run together though the page means them apart. */
  #sticks(whole: string): boolean {
    const text = whole.slice(0, WORD + 1);
    const apart = setApart(this.#last, text, this.#edges);
    const last = this.#parts.at(-1)!.slice(-WORD);
    for (const { element, opens } of this.#edges) {
      if (element.localName !== 'a') continue;
      const lost = opens ? lostBefore(last, text) : lostAfter(last, text, element === this.#torn);
      this.#torn = opens && lost ? element : null;
      if (lost) return true;
    }
    return apart;
  }

  /** One line break reads as a space, two as the end of a paragraph. */
  lineBreak(): void {
    if (!this.open) return;
    if (++this.#breaks > 1) this.flush();
    else if (this.#last !== ' ') this.#push(' ');
  }

  flush(): void {
    if (!this.open || !this.#context) return;
    let text = this.#parts.join('');
    if (text.endsWith(' ')) text = text.slice(0, -1);
    const { block: element, role, caption, doubt, list } = this.#context;
    const segments = this.#segments;
    while (segments.length > 0 && segments.at(-1)!.start >= text.length) segments.pop();
    const end = segments.at(-1);
    if (end && end.end > text.length) end.end = text.length;
    if (text) {
      this.#blocks.push({
        element,
        role,
        caption,
        text,
        segments,
        linked: Math.min(this.#linked, text.length),
        doubt,
        list,
      });
    }
    // The rest is set by the first text of the next block.
    this.open = false;
    this.#parts = [];
    this.#segments = [];
    this.#length = 0;
    this.#linked = 0;
    this.#torn = null;
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#last = text.at(-1)!;
  }
}

/**
 * True where layout sets the texts of two neighbouring elements apart: "span" is often laid out as a block. Style is asked for
 * here only; without layout (no window, saved pages) a capital after a small letter decides.
 */
function setApart(last: string, text: string, edges: readonly Edge[]): boolean {
  if (!BEHIND(last) || !AHEAD(text)) return false;
  const { element } = edges[0]!;
  const view = element.ownerDocument.defaultView;
  if (view && typeof element.checkVisibility === 'function') {
    return edges.some(
      ({ element: e }) => e.isConnected && !/^(?:inline|contents|ruby|none|$)/.test(view.getComputedStyle(e).display),
    );
  }
  return /[\p{Ll}\p{N}.!?)”]/u.test(last) && CAPITAL(text) !== null;
}

/*
 * Spaces lost beside links ("according toKelmorein a note"): editors and converters drop them, and readers read on. What looks
 * like a part of a word is left alone: links do end in the middle of one ("chatbot" and "s"), and hardly ever begin there.
 */
const LITTLE = wordSet(
  'the of and to in on at by for from with that this its his her their our is are was were has have had as said says told who which will into than but or an',
);
const ENDINGS = wordSet('s es d ed n r er ers ing ly al ally ian ist ism y ies th st nd rd');

/** True where a link begins right behind a word that it is no part of. */
function lostBefore(last: string, text: string): boolean {
  const before = LAST_WORD(last)?.[0] ?? '';
  if (CAPITAL(text)) return before ? startsAnew(before, text) : /[.!?;:,)\]”]$/.test(last);
  if (/[,;:!?)”]$/.test(last) && SMALL(text)) return true;
  return before.length > 1 && LITTLE.has(before) && /^[\p{L}\p{N}]{3}/u.test(text);
}

/** True where a word begins right behind a link that it is no part of. `torn` says that the link's beginning was set apart. */
function lostAfter(last: string, text: string, torn: boolean): boolean {
  const word = FIRST_WORD(text)?.[0] ?? '';
  if (!word || !WORD_OR_STOP(last)) return false;
  if (CAPITAL(word)) return startsAnew(last, text);
  if (!LAST_WORD(last)) return false;
  return LITTLE.has(word) ? word.length > 1 : torn && !ENDINGS.has(word);
}

/** A capital behind a small letter, or behind a figure where a word follows ("3D" is one). */
const startsAnew = (last: string, text: string): boolean =>
  SMALL_OR_STOP(last) !== null || (/\p{N}$/u.test(last) && /^\p{Lu}\p{Ll}/u.test(text));
