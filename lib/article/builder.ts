import type { PassageRole } from '@/lib/model';
import { type Block, collapse, type Doubt, type Segment } from './text';

/** What the text of an element inherits from its ancestors. Never changed: most elements share their parent's. */
export interface Context {
  readonly block: Element;
  readonly role: PassageRole;
  readonly caption: boolean;
  readonly list: Element | null;
  readonly linked: boolean;
  readonly inArticle: boolean;
  readonly doubt: Doubt | null;
  /** Document or shadow root that the children belong to: a Range cannot cross between two. */
  readonly root: Node;
}

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
  #edges: Element[] = [];

  readonly #blocks: Block[];
  constructor(blocks: Block[]) {
    this.#blocks = blocks;
  }

  add(node: Text, context: Context): void {
    if (this.open && this.#context?.root !== context.root) this.flush();
    const afterSpace = !this.open || this.#last === ' ';
    const text = collapse(node.data, afterSpace);
    if (!text) return;
    if (!this.open) {
      this.open = true;
      this.#context = context;
    } else if (
      this.#edges.length > 0 &&
      this.#last !== ' ' &&
      text[0] !== ' ' &&
      sticks(this.#last, text, this.#edges)
    ) {
      this.#push(' ');
    }
    this.#edges.length = 0;
    if (text !== ' ') this.#breaks = 0;
    const start = this.#length;
    this.#push(text);
    this.#segments.push({ node, start, end: this.#length, afterSpace });
    if (context.linked) this.#linked += text.length;
  }

  /** Notes that an inline element begins or ends here. */
  edge(element: Element): void {
    if (this.open && this.#edges.length < 4) this.#edges.push(element);
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
    while (segments.length > 0 && segments[segments.length - 1]!.start >= text.length) segments.pop();
    const end = segments[segments.length - 1];
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
    this.open = false;
    this.#parts = [];
    this.#segments = [];
    this.#length = 0;
    this.#linked = 0;
    this.#breaks = 0;
    this.#last = '';
    this.#context = null;
    this.#edges.length = 0;
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#last = text[text.length - 1]!;
  }
}

/**
 * True where two words of neighbouring elements would run together though the page sets them apart: "span" is often laid
 * out as a block. Style is asked for here only; without layout (no window, saved pages) a capital after a small letter decides.
 */
function sticks(last: string, text: string, edges: Element[]): boolean {
  if (!/[\p{L}\p{N}.!?:;,)”’"']/u.test(last) || !/^[\p{L}\p{N}“‘"'(]/u.test(text)) return false;
  const view = edges[0]!.ownerDocument.defaultView;
  if (view && typeof edges[0]!.checkVisibility === 'function') {
    return edges.some(
      (e) => e.isConnected && !/^(?:inline|contents|ruby|none|$)/.test(view.getComputedStyle(e).display),
    );
  }
  return /[\p{Ll}\p{N}.!?)”]/u.test(last) && /^\p{Lu}/u.test(text);
}
