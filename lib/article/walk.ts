import type { PassageRole } from '@/lib/model';
import { isFootnoteMark, judge, type Verdict } from './rules';
import { type Block, collapse, type Doubt, type Segment } from './text';

/** What the walk gathers beside the blocks. */
export interface Walked {
  blocks: Block[];
  /** Open shadow roots that hold text or may come to; a MutationObserver does not look into them by itself. */
  roots: ShadowRoot[];
  /** Closed `details` elements, whose text is not read until they open. */
  folded: Element[];
}

/** What the text of an element inherits from its ancestors. Never changed: most elements share their parent's. */
interface Context {
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

/** One element on the way from the root to where the walk stands. */
interface Frame {
  element: Element;
  next: Node | null;
  /** Nodes assigned to a slot are no siblings: they are walked by index. */
  assigned: Node[] | null;
  index: number;
  inline: boolean;
  context: Context;
}

/** How many nodes between two chances to pause. */
const STRIDE = 128;

const HEADING: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary']);

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
    const type = node.nodeType;
    if (type === 3) builder.add(node as Text, frame.context);
    else if (type === 1) enter(node as Element, frame, stack, builder, out);
  }
  builder.flush();
  return out;
}

function rootFrame(element: Element): Frame {
  const context: Context = {
    block: element,
    role: 'paragraph',
    caption: false,
    list: null,
    linked: false,
    inArticle: false,
    doubt: null,
    root: element.getRootNode(),
  };
  return descend(element, element.localName, false, context, null);
}

/** A frame at its first child as a reader sees it: shadow tree before light children, slotted nodes in slots. */
function descend(element: Element, tag: string, inline: boolean, context: Context, roots: ShadowRoot[] | null): Frame {
  const shadow = element.shadowRoot;
  if (shadow) {
    roots?.push(shadow);
    const inside = { ...context, root: shadow };
    return { element, next: shadow.firstChild, assigned: null, index: 0, inline, context: inside };
  }
  if (tag === 'slot' && context.root.nodeType === 11) {
    const assigned = (element as HTMLSlotElement).assignedNodes?.();
    if (assigned && assigned.length > 0) {
      const outside = { ...context, root: assigned[0]!.getRootNode() };
      return { element, next: null, assigned, index: 0, inline, context: outside };
    }
  }
  return { element, next: element.firstChild, assigned: null, index: 0, inline, context };
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
  const verdict = judge(element, tag, parent.context.inArticle, builder.open);
  if (verdict === 'skip' || (tag === 'sup' && isFootnoteMark(tag, element.textContent ?? ''))) {
    if (verdict !== 'skip' || !isInlineObject(tag)) builder.edge(element);
    return;
  }
  const inline = verdict === 'inline';
  if (inline) builder.edge(element);
  else builder.flush();
  if (tag === 'details' && !inline && !element.hasAttribute('open')) {
    out.folded.push(element);
    return;
  }
  const context = inline ? lineContext(parent.context, tag) : blockContext(parent.context, element, tag, verdict);
  stack.push(descend(element, tag, inline, context, out.roots));
}

function lineContext(context: Context, tag: string): Context {
  return tag === 'a' && !context.linked ? { ...context, linked: true } : context;
}

function blockContext(up: Context, element: Element, tag: string, verdict: Verdict): Context {
  return {
    block: element,
    role: roleOf(up.role, element, tag),
    caption: up.caption || tag === 'figcaption',
    list: tag === 'ul' || tag === 'ol' || tag === 'dl' ? element : up.list,
    linked: up.linked,
    inArticle: up.inArticle || tag === 'article' || tag === 'main' || element.getAttribute('role') === 'main',
    doubt: verdict === 'doubt' ? { element, up: up.doubt } : up.doubt,
    root: up.root,
  };
}

function roleOf(role: PassageRole, element: Element, tag: string): PassageRole {
  if (HEADING.has(tag) || (tag === 'div' && element.getAttribute('role') === 'heading')) return 'heading';
  if (tag === 'blockquote') return 'quote';
  return role !== 'quote' && (tag === 'li' || tag === 'dd' || tag === 'dt') ? 'item' : role;
}

function isInlineObject(tag: string): boolean {
  return tag === 'img' || tag === 'svg' || tag === 'picture' || tag === 'script' || tag === 'style';
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
  private context: Context | null = null;
  /** Inline elements entered or left since the last text. */
  private edges: Element[] = [];

  constructor(private readonly blocks: Block[]) {}

  add(node: Text, context: Context): void {
    if (this.open && this.context?.root !== context.root) this.flush();
    const afterSpace = !this.open || this.last === ' ';
    const text = collapse(node.data, afterSpace);
    if (!text) return;
    if (!this.open) {
      this.open = true;
      this.context = context;
    } else if (this.edges.length > 0 && this.last !== ' ' && text[0] !== ' ' && sticks(this.last, text, this.edges)) {
      this.push(' ');
    }
    this.edges.length = 0;
    if (text !== ' ') this.breaks = 0;
    const start = this.length;
    this.push(text);
    this.segments.push({ node, start, end: this.length, afterSpace });
    if (context.linked) this.linked += text.length;
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
    if (!this.open || !this.context) return;
    let text = this.parts.join('');
    if (text.endsWith(' ')) text = text.slice(0, -1);
    const { block: element, role, caption, doubt, list } = this.context;
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
    this.context = null;
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
