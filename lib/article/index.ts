import type { PageText, Passage, PassageRole, Span } from '@/lib/model';
import { bodyOf, closest, contains, titleOf } from '../page-document';
import { english } from './candidate-sentences';
import { isVisible, rememberReading } from './last-reading';
import { sourceLinks } from './links';
import { locator } from './locate';
import { choose, type Hints } from './main-content';
import { addressOf, linkedData, metaOf, pageKind, publishedOn, titlesOf } from './meta';
import { splitSentences } from './sentences';
import { runNow, runSliced, type SliceOptions } from './slice';
import type { Block } from './text';
import { visibleParts } from './visible-text';
import { walk } from './walk';

export { english, markCandidates, markCandidatesSliced } from './candidate-sentences';
export { type Change, type FollowOptions, follow } from './follow';
export { splitSentences } from './sentences';
export type { SliceOptions } from './slice';

/** A page as read: plain data to send, and the way back from it to the DOM. */
export interface Article {
  page: PageText;
  /** The whole address that the page had when its reading began. */
  href: string;
  /**
   * The live Range of a stretch of a passage. The page's text there was compared with the passage; where it changed, the
   * stretch is looked for again by its words and what stood around them.
   *
   * @param passage index into `page.passages`.
   * @param span offsets in the passage's text.
   * @returns null where the page does not say it any more, or says it more than once with nothing to tell them apart.
   */
  locate(passage: number, span: Span): Range | null;
}

/**
 * Reads the article of a document: headline, headings, paragraphs, list items and quotes. The document is not changed.
 * Never throws for what a page holds; a page without an article gives no passages.
 *
 * @param location where the document came from; only `href` is used.
 */
export function readPage(document: Document, location: { href: string }): Article {
  return runNow(reading(document, location));
}

/**
 * As `readPage`, in slices of `budgetMs` (milliseconds) between which the page may run.
 *
 * @throws the signal's reason where it was aborted.
 */
export const readPageSliced = (
  document: Document,
  location: { href: string },
  options?: SliceOptions,
): Promise<Article> => runSliced(reading(document, location), options);

function* reading(document: Document, location: { href: string }): Generator<void, Article> {
  const { href } = location;
  const where = addressOf(href);
  const { address, host, place } = where;
  const meta = metaOf(document);
  const linked = linkedData(document);
  const kind = pageKind(document, meta, where, linked);
  yield;
  const hints = { titles: titlesOf(document, meta), kind, place };
  const { list, headline, main } = yield* articleBlocks(document, hints);
  const page: PageText = {
    address,
    host,
    title: (titleOf(document) || headline?.text || '').replace(/\s+/g, ' ').trim(),
    language: document.documentElement?.lang || (meta.get('og:locale') ?? meta.get('language') ?? '').replace('_', '-'),
    kind,
    published: publishedOn(document, meta, linked, main),
    publisher: meta.get('og:site_name') ?? null,
    passages: [],
    stories: storiesIn(list),
  };
  yield;
  yield* fillPassages(page.passages, list, headline, address);
  page.language = recognised(page);
  return { page, href, locate: locator(list, () => runNow(articleBlocks(document, hints)).list) };
}

const isHeading = (role: PassageRole): boolean => /^head/.test(role);
const isProse = (role: PassageRole): boolean => !/item|quote/.test(role);

interface ArticleBlocks {
  list: Block[];
  headline: Block | null;
  main: Element | null;
}

/** Walks, chooses and drops what does not show. */
function* articleBlocks(document: Document, hints: Hints): Generator<void, ArticleBlocks> {
  const root = bodyOf(document) ?? document.documentElement;
  if (!root) return { list: [], headline: null, main: null };
  const { blocks, roots, folded } = yield* walk(root);
  yield;
  const chosen = yield* choose(blocks, hints);
  let { headline } = chosen;
  yield;
  const list: Block[] = [];
  // Menus and the like that open elsewhere are no reason to read again; a whole article that comes out is.
  const around = chosen.main?.parentElement ?? document;
  const hidden = folded.filter(
    (e) => e.localName === 'details' || contains(around, e) || e.querySelectorAll('p').length > 4,
  );
  for (const [i, block] of chosen.blocks.entries()) {
    if (i % 64 === 63) yield;
    const visible = isVisible(block.element);
    if (!visible) hidden.push(block.element);
    const shown = visible ? visibleParts(block, hidden) : [];
    list.push(...shown);
    if (block === headline) headline = shown[0] ?? null;
  }
  rememberReading(document, { roots, hidden });
  return { list, headline, main: chosen.main };
}

function* fillPassages(
  out: Passage[],
  blocks: readonly Block[],
  headline: Block | null,
  address: string,
): Generator<void, void> {
  let heading: number | null = null;
  const leads = new Map<Element, number | null>();
  for (const [index, block] of blocks.entries()) {
    if (index % 16 === 15) yield;
    const role = roleOf(block, blocks, index, headline);
    let leadIn = heading;
    if (block.list && role === 'item') {
      if (!leads.has(block.list)) leads.set(block.list, leadInOf(out, heading));
      leadIn = leads.get(block.list) ?? null;
    }
    const sentences = splitSentences(block.text).map((span) => ({ ...span, candidate: false }));
    const links = block.linked > 0 ? sourceLinks(block, address) : [];
    out.push({ index, role, text: block.text, sentences, ...(links.length > 0 && { links }), leadIn });
    if (isHeading(role)) heading = index;
  }
}

/**
 * Where the stories after the first begin, as positions among the blocks. A story has a first heading and an article element
 * of its own; a heading that is a link is a teaser's.
 */
function storiesIn(blocks: readonly Block[]): number[] {
  const found: number[] = [];
  let story: Element | null = null;
  for (const [index, { element, linked, text }] of blocks.entries()) {
    const first = linked > text.length / 2 ? null : closest(element, 'h1');
    const own = first && closest(first, 'article');
    if (!story) story = own ?? (first as Element | null);
    else if (own && !contains(story, own)) {
      found.push(index);
      story = own;
    }
  }
  return found;
}

/** A list is introduced by the paragraph right before it if that asks for a list, else by its heading. */
function leadInOf(passages: readonly Passage[], heading: number | null): number | null {
  const before = passages.at(-1);
  if (before && isProse(before.role)) {
    if (isHeading(before.role) || /[:—–]\s*$/.test(before.text)) return before.index;
    if (/\b(?:following|these|include[sd]?|below|such as)\b[^.]{0,60}[.:]?$/i.test(before.text)) return before.index;
  }
  return heading;
}

function roleOf(block: Block, blocks: readonly Block[], index: number, headline: Block | null): PassageRole {
  if (block === headline) return 'headline';
  if (headline && blocks[index - 1] === headline && isProse(block.role)) {
    const name = block.element.className?.toString() ?? '';
    if (/standfirst|dek\b|deck|subtitle|sub-?head|summary|excerpt|description|lede/i.test(name)) return 'standfirst';
  }
  return block.role;
}

/** The declared language, unless the text itself says otherwise. */
function recognised(page: PageText): string {
  const declared = page.language.trim();
  const saysEnglish = /^en\b/i.test(declared);
  if (english(page)) return saysEnglish ? declared : 'en';
  return saysEnglish || !declared ? 'und' : declared;
}
