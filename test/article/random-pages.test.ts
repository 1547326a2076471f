import type { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it } from 'vitest';
import { type Article, markCandidates, readPage } from '@/lib/article';
import { pieces } from '../cut-and-paste';
import fc, { runs } from '../property';
import { dom, FILLER, HREF, holds } from './dom';

/** What pages are made of: what Peel reads, what it leaves alone, and what surprises a reader of trees. */
const TAGS = [
  ...['p', 'div', 'section', 'article', 'main', 'h1', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote', 'q', 'figure'],
  ...['a', 'b', 'em', 'span', 'sup', 'time', 'br', 'wbr', 'img', 'nav', 'aside', 'footer', 'header', 'table', 'tr'],
  ...['td', 'pre', 'code', 'button', 'select', 'option', 'textarea', 'input', 'details', 'summary', 'dialog', 'form'],
  ...['template', 'noscript', 'script', 'style', 'iframe', 'svg', 'math', 'object', 'my-element', 'slot', 'dl', 'dd'],
];
const ATTRIBUTES = [
  ...['hidden', 'contenteditable', 'aria-hidden="true"', 'style="display:none"', 'style="visibility:hidden"'],
  ...[
    'class="sr-only"',
    'class="related"',
    'class="comments"',
    'id="browser"',
    'id="document"',
    'lang="fr"',
    'dir="rtl"',
  ],
  ...['role="navigation"', 'role="timer"', 'href="#a"', 'href="javascript:0"', 'name="body"', 'slot="x"', 'open'],
];
const WORDS = [
  ...['AI', 'Kelmore', 'said', 'its', 'agents', 'will', 'replace', '700', '$3.5bn', 'people', '“Yes,”', 'e.g.', 'U.S.'],
  ...[
    '\u00a0',
    '\u200b',
    '\u00ad',
    '\n\t',
    '🤖',
    '👩‍👩‍👧',
    'e\u0301',
    '\u202e',
    '\ud800',
    '...',
    '!?',
    '&amp;',
    '&lt;p&gt;',
    '&zwj;',
  ],
];

const attribute = fc.constantFrom('', '', '', ...ATTRIBUTES.map((one) => ` ${one}`));
const words = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 6 })), { maxLength: 24 })
  .map((list) => list.join(' ').replace(/<(?=[a-z/!])/gi, '&lt;'));
const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
  leaf: words,
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    tie('leaf'),
    fc
      .tuple(fc.constantFrom(...TAGS), attribute, fc.array(tie('tree'), { maxLength: 5 }))
      .map(([tag, more, inner]) => `<${tag}${more}>${inner.join('')}</${tag}>`),
    // Tags that are never closed, or were never opened.
    fc.tuple(fc.constantFrom(...TAGS), tie('tree')).map(([tag, inner]) => `<${tag}>${inner}`),
    fc.tuple(fc.constantFrom(...TAGS), tie('tree')).map(([tag, inner]) => `${inner}</${tag}>`),
  ),
}));

const open: JSDOM[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.window.close();
});

/** Everything that must be so of any page at all. */
function check(html: string): Article {
  const jsdom = dom(html);
  open.push(jsdom);
  const { document } = jsdom.window;
  const before = jsdom.serialize();
  const found = readPage(document, { href: HREF });
  const marked = markCandidates(found.page);
  let sentences = 0;
  for (const [at, passage] of found.page.passages.entries()) {
    expect(passage.index).toBe(at);
    let end = 0;
    for (const span of passage.sentences) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      end = span.end;
      sentences += 1;
    }
    expect(end).toBeLessThanOrEqual(passage.text.length);
    expect(passage.leadIn === null || passage.leadIn < at).toBe(true);
    // A stretch leads back to text that says the same, or to nothing.
    const range = found.locate(at, { start: 0, end: passage.text.length });
    if (range && !range.collapsed) expect(range.toString()).toSatisfy((text: string) => holds(text, passage.text));
    // What goes to the background must survive the way.
    expect(structuredClone(passage)).toEqual(passage);
  }
  expect(marked).toBeLessThanOrEqual(sentences);
  expect(jsdom.serialize()).toBe(before);
  return found;
}

describe('pages made of anything', () => {
  it('are read without a word, unchanged, in spans that fit', { timeout: 600_000 }, () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), fc.boolean(), (trees, filled) => {
        const body = filled ? `<article>${FILLER}${FILLER}${trees.join('')}${FILLER}</article>` : trees.join('');
        read += check(`<!doctype html><html lang="en"><body>${body}</body></html>`).page.passages.length;
      }),
      { numRuns: runs(60) },
    );
    // It is a test of reading only if something is read.
    expect(read).toBeGreaterThan(60);
  });
});

describe('pages cut and pasted from others', () => {
  it('are read without a word, unchanged, in spans that fit', { timeout: 600_000 }, () => {
    const piece = fc.constantFrom(...pieces().map(({ html }) => html));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 12 }), fc.nat(), (list, cut) => {
        const html = list.join('\n');
        // Half of them end where a connection broke off.
        check(`<!doctype html><html lang="en"><body>${cut % 2 ? html.slice(0, cut % (html.length + 1)) : html}`);
      }),
      { numRuns: runs(25) },
    );
  });
});
