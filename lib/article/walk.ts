import type { PassageRole } from '@/lib/model';
import { Builder, type Context } from './builder';
import type { Rooted } from './last-reading';
import { isFootnoteMark, judge, type Verdict, wordSet } from './rules';
import type { Block } from './text';

/** What the walk gathers beside the blocks. */
export interface Walked {
  blocks: Block[];
  /** Open shadow roots that hold text or may come to, and what may come to have one. */
  roots: Rooted[];
  /** Closed `details` elements, and what an attribute hides and holds a sentence: their text is not read until they show. */
  folded: Element[];
}

/** One element on the way from the root to where the walk stands. */
interface Frame {
  element: Element;
  /** What was in it when the walk came in. What the page takes out while the walk pauses is passed over, and the rest is not. */
  nodes: readonly Node[];
  /** The parent of these: of what is assigned to a slot, that is the slot's host. */
  home: Node | null | undefined;
  index: number;
  inline: boolean;
  context: Context;
}

/** How many nodes between two chances to pause. */
const STRIDE = 128;

/** Hidden text that is shorter is a label or a hint. */
const SENTENCE = 60;

/** Skipped, and yet nothing that sets the words on both sides apart. */
const INLINE_OBJECT = /^(?:img|svg|picture|script|style)$/;
const HEADING: ReadonlySet<string> = wordSet('h1 h2 h3 h4 h5 h6 summary');

/**
 * Walks everything a reader might see under `root`, open shadow trees and slots included, and yields now and then so
 * that a caller can pause. Nothing is read of the layout; style is asked only where two words would stick together.
 */
export function* walk(root: Element): Generator<void, Walked> {
  const out: Walked = { blocks: [], roots: [], folded: [] };
  const builder = new Builder(out.blocks);
  const context: Context = {
    block: root,
    role: 'paragraph',
    caption: false,
    list: null,
    linked: false,
    inArticle: false,
    lines: false,
    doubt: null,
    root: root.getRootNode(),
  };
  const stack = [descend(root, root.localName, false, context, out)];
  let steps = 0;
  while (stack.length > 0) {
    if (++steps % STRIDE === 0) yield;
    const frame = stack.at(-1)!;
    const node = frame.nodes[frame.index++];
    if (!node) {
      stack.pop();
      if (frame.inline) builder.edge(frame.element, false);
      else builder.flush();
      continue;
    }
    if (node.parentNode !== frame.home) continue;
    const type = node.nodeType;
    if (type === 3 && frame.context.lines) builder.addLines(node as Text, frame.context);
    else if (type === 3) builder.add(node as Text, frame.context);
    else if (type === 1) enter(node as Element, frame, stack, builder, out);
  }
  builder.flush();
  return out;
}

/** A frame at its first child as a reader sees it: shadow tree before light children, slotted nodes in slots. */
function descend(element: Element, tag: string, inline: boolean, context: Context, { roots }: Walked): Frame {
  const { shadowRoot } = element;
  if (shadowRoot || tag.includes('-')) roots.push(shadowRoot ?? element);
  const slotted =
    tag === 'slot' && context.root.nodeType === 11 ? (element as HTMLSlotElement).assignedNodes?.() : null;
  const nodes: Node[] = slotted ?? [];
  if (!nodes.length)
    for (let node = (shadowRoot ?? element).firstChild; node; node = node.nextSibling) nodes.push(node);
  const root = shadowRoot ?? slotted?.[0]?.getRootNode();
  return {
    element,
    nodes,
    home: nodes[0]?.parentNode,
    index: 0,
    inline,
    context: root ? { ...context, root } : context,
  };
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
  const hidden = verdict === 'hidden';
  if (hidden && element.textContent!.length > SENTENCE) out.folded.push(element);
  if (hidden || verdict === 'skip' || (tag === 'sup' && isMark(element, builder))) {
    if (!INLINE_OBJECT.test(tag)) builder.edge(element, true);
    return;
  }
  const inline = verdict === 'inline';
  if (inline) builder.edge(element, true);
  else builder.flush();
  if (tag === 'details' && !inline && !element.hasAttribute('open')) {
    out.folded.push(element);
    return;
  }
  const context = inline ? lineContext(parent.context, tag) : blockContext(parent.context, element, tag, verdict);
  stack.push(descend(element, tag, inline, context, out));
}

/** True for a raised figure or sign that is no part of the text. One that leads to a footnote is a link, or in one. */
function isMark(element: Element, builder: Builder): boolean {
  const text = element.textContent ?? '';
  return (
    isFootnoteMark(text) &&
    (element.firstElementChild !== null || element.closest('a') !== null || !builder.power(text))
  );
}

const lineContext = (context: Context, tag: string): Context =>
  tag === 'a' && !context.linked ? { ...context, linked: true } : context;

const blockContext = (up: Context, element: Element, tag: string, verdict: Verdict): Context => ({
  block: element,
  role: roleOf(up.role, element, tag),
  caption: up.caption || tag === 'figcaption',
  list: tag === 'ul' || tag === 'ol' || tag === 'dl' ? element : up.list,
  linked: up.linked,
  inArticle: up.inArticle || tag === 'article' || tag === 'main' || element.getAttribute('role') === 'main',
  lines: up.lines || tag === 'pre',
  doubt: verdict === 'doubt' ? { element, up: up.doubt } : up.doubt,
  root: up.root,
});

function roleOf(role: PassageRole, element: Element, tag: string): PassageRole {
  if (HEADING.has(tag) || (tag === 'div' && element.getAttribute('role') === 'heading')) return 'heading';
  if (tag === 'blockquote') return 'quote';
  return role !== 'quote' && (tag === 'li' || tag === 'dd' || tag === 'dt') ? 'item' : role;
}
