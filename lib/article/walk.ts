import type { PassageRole } from '@/lib/model';
import { isFootnoteMark, judge } from './rules';
import { type Block, collapse, type Doubt, type Segment } from './text';

/** What the walk gathers beside the blocks. */
export interface Walked {
  blocks: Block[];
  /** Open shadow roots that hold text or may come to; a MutationObserver does not look into them by itself. */
  roots: ShadowRoot[];
  /** Closed `details` elements, whose text is not read until they open. */
  folded: Element[];
}

/** One element on the way from the root to where the walk stands. Children inherit what their parent knew. */
interface Frame {
  element: Element;
  tag: string;
  next: Node | null;
  /** Nodes assigned to a slot are no siblings: they are walked by index. */
  assigned: Node[] | null;
  index: number;
  inline: boolean;
  block: Element;
  role: PassageRole;
  caption: boolean;
  list: Element | null;
  linked: boolean;
  inArticle: boolean;
  doubt: Doubt | null;
  /** Document or shadow root that the children belong to: a Range cannot cross between two. */
  root: Node;
}

/** How many nodes between two chances to pause. */
const STRIDE = 128;

const HEADING = /^h[1-6]$/;

/**
 * Walks everything a reader might see under `root`, open shadow trees and slots included, and yields now and then so
 * that a caller can pause. Nothing is read of the layout; style is asked only where two words would stick together.
 */
export function* walk(root: Element): Generator<void, Walked> {
  const out: Walked = { blocks: [], roots: [], folded: [] };
  const builder = new Builder(out.blocks);
  const stack: Frame[] = [rootFrame(root)];
  let steps = 0;
  while (stack.length > 0) {
    if (++steps % STRIDE === 0) yield;
    const frame = stack[stack.length - 1]!;
    const node = advance(frame);
    if (!node) {
      stack.pop();
      if (frame.inline) builder.edge(frame.element);
      else builder.flush();
      continue;
    }
    if (node.nodeType === 3) builder.add(node as Text, frame);
    else if (node.nodeType === 1) enter(node as Element, frame, stack, builder, out);
  }
  builder.flush();
  return out;
}

function rootFrame(element: Element): Frame {
  const frame: Frame = {
    element,
    tag: element.localName,
    next: null,
    assigned: null,
    index: 0,
    inline: false,
    block: element,
    role: 'paragraph',
    caption: false,
    list: null,
    linked: false,
    inArticle: false,
    doubt: null,
    root: element.getRootNode(),
  };
  descend(frame, null);
  return frame;
}

/** Points a frame at its first child as a reader sees it: shadow tree before light children, slotted nodes in slots. */
function descend(frame: Frame, roots: ShadowRoot[] | null): void {
  const { element, tag } = frame;
  const shadow = element.shadowRoot;
  if (shadow) {
    roots?.push(shadow);
    frame.next = shadow.firstChild;
    frame.root = shadow;
    return;
  }
  if (tag === 'slot' && frame.root.nodeType === 11) {
    const assigned = (element as HTMLSlotElement).assignedNodes?.();
    if (assigned && assigned.length > 0) {
      frame.assigned = assigned;
      frame.root = assigned[0]!.getRootNode();
      return;
    }
  }
  frame.next = element.firstChild;
}

function advance(frame: Frame): Node | null {
  if (frame.assigned) return frame.assigned[frame.index++] ?? null;
  const node = frame.next;
  frame.next = node ? node.nextSibling : null;
  return node;
}

function enter(element: Element, parent: Frame, stack: Frame[], builder: Builder, out: Walked): void {
  const tag = element.localName;
  if (tag === 'br') {
    builder.lineBreak();
    return;
  }
  if (tag === 'hr') {
    builder.flush();
    return;
  }
  const verdict = judge(element, tag, parent.inArticle, builder.open);
  if (verdict === 'skip' || (tag === 'sup' && isFootnoteMark(tag, element.textContent ?? ''))) {
    if (verdict !== 'skip' || !isInlineObject(tag)) builder.edge(element);
    return;
  }
  const inline = verdict === 'inline';
  if (inline) builder.edge(element);
  else builder.flush();
  const frame: Frame = { ...parent, element, tag, next: null, assigned: null, index: 0, inline };
  if (tag === 'a') frame.linked = true;
  if (!inline) {
    frame.block = element;
    if (verdict === 'doubt') frame.doubt = { element, up: parent.doubt };
    if (!setRole(frame, element, tag, out)) return;
  }
  descend(frame, out.roots);
  stack.push(frame);
}

function isInlineObject(tag: string): boolean {
  return tag === 'img' || tag === 'svg' || tag === 'picture' || tag === 'script' || tag === 'style';
}

/** @returns false where the element is not to be entered at all. */
function setRole(frame: Frame, element: Element, tag: string, out: Walked): boolean {
  if (HEADING.test(tag) || (tag === 'div' && element.getAttribute('role') === 'heading')) frame.role = 'heading';
  else if (tag === 'summary') frame.role = 'heading';
  else if (tag === 'blockquote') frame.role = 'quote';
  else if (tag === 'ul' || tag === 'ol' || tag === 'dl') frame.list = element;
  else if (tag === 'li' || tag === 'dd' || tag === 'dt') {
    if (frame.role !== 'quote') frame.role = 'item';
  } else if (tag === 'figcaption') frame.caption = true;
  else if (tag === 'article' || tag === 'main' || element.getAttribute('role') === 'main') frame.inArticle = true;
  else if (tag === 'details' && !element.hasAttribute('open')) {
    out.folded.push(element);
    return false;
  }
  return true;
}

/** Gathers the text of one block at a time. */
class Builder {
  /** True while the current block holds text. */
  open = false;
  private parts: string[] = [];
  private segments: Segment[] = [];
  private length = 0;
  private linked = 0;
  private breaks = 0;
  private last = '';
  private frame: Frame | null = null;
  private root: Node | null = null;
  /** Inline elements entered or left since the last text. */
  private edges: Element[] = [];

  constructor(private readonly blocks: Block[]) {}

  add(node: Text, frame: Frame): void {
    if (this.open && this.root !== frame.root) this.flush();
    const afterSpace = !this.open || this.last === ' ';
    const text = collapse(node.data, afterSpace);
    if (!text) return;
    if (!this.open) {
      this.open = true;
      this.frame = frame;
      this.root = frame.root;
    } else if (this.edges.length > 0 && this.last !== ' ' && text[0] !== ' ' && sticks(this.last, text, this.edges)) {
      this.push(' ');
    }
    this.edges.length = 0;
    if (text !== ' ') this.breaks = 0;
    const start = this.length;
    this.push(text);
    this.segments.push({ node, start, end: this.length, afterSpace });
    if (frame.linked) this.linked += text.length;
  }

  /** Notes that an inline element begins or ends here. */
  edge(element: Element): void {
    if (this.open && this.edges.length < 4) this.edges.push(element);
  }

  /** One line break reads as a space, two as the end of a paragraph. */
  lineBreak(): void {
    if (!this.open) return;
    if (++this.breaks > 1) this.flush();
    else if (this.last !== ' ') this.push(' ');
  }

  flush(): void {
    if (!this.open || !this.frame) return;
    let text = this.parts.join('');
    if (text.endsWith(' ')) text = text.slice(0, -1);
    const { block: element, role, caption, doubt, list } = this.frame;
    const segments = this.segments;
    while (segments.length > 0 && segments[segments.length - 1]!.start >= text.length) segments.pop();
    const end = segments[segments.length - 1];
    if (end && end.end > text.length) end.end = text.length;
    if (text) {
      this.blocks.push({
        element,
        role,
        caption,
        text,
        segments,
        linked: Math.min(this.linked, text.length),
        doubt,
        list,
      });
    }
    this.open = false;
    this.parts = [];
    this.segments = [];
    this.length = 0;
    this.linked = 0;
    this.breaks = 0;
    this.last = '';
    this.frame = null;
    this.root = null;
    this.edges.length = 0;
  }

  private push(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    this.last = text[text.length - 1]!;
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
