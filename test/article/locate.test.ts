import { describe, expect, it, vi } from 'vitest';
import { readPage } from '@/lib/article';
import { collapse, rawOffset } from '@/lib/article/text';
import fc, { runs } from '../property';
import { dom, FILLER, HREF, seen } from './dom';

const CLAIM = 'Kelmore said that its AI assistant does the work of 700 support agents.';

describe('collapse and rawOffset', () => {
  const data = fc
    .array(fc.constantFrom('a', 'B', ' ', '\n', '\t', '\u00a0', '\u00ad', '\u200b', 'é', '😀'), { maxLength: 40 })
    .map((p) => p.join(''));

  it('leaves no two spaces together and no character without width', () => {
    fc.assert(
      fc.property(data, fc.boolean(), (text, afterSpace) => {
        const out = collapse(text, afterSpace);
        expect(out).not.toMatch(/\s\s|[^\S ]|\u00ad|\u200b/);
        if (afterSpace) expect(out.startsWith(' ')).toBe(false);
        expect(out.replace(/ /g, '')).toBe(text.replace(/[\s\u00ad\u200b]/g, ''));
      }),
    );
  });

  it('leads back to the character that collapsed to each offset', () => {
    fc.assert(
      fc.property(data, fc.boolean(), (text, afterSpace) => {
        const out = collapse(text, afterSpace);
        for (let i = 0; i < out.length; i++) {
          const at = rawOffset(text, afterSpace, i);
          const char = text[at]!;
          if (out[i] === ' ') expect(char).toMatch(/\s/);
          else expect(char).toBe(out[i]);
        }
        expect(rawOffset(text, afterSpace, out.length)).toBe(text.length);
      }),
    );
  });
});

/** Random article markup: text torn over inline elements, breaks, comments, marks and hidden scraps. */
const word = fc.constantFrom(
  'Kelmore',
  'said',
  'that',
  'its',
  'AI',
  'assistant',
  'does',
  'the',
  'work',
  'of',
  '700',
  'agents.',
  '“Yes,”',
  'it',
  'naïve',
  '3.5%',
  'Inc.',
  '…',
);
const space = fc.constantFrom(' ', '  ', '\n', '&nbsp;', '\t ', ' &shy;');
const words = fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 8 }).map((all) => all.flat().join(''));
const inline = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    words,
    fc
      .tuple(fc.constantFrom('b', 'em', 'a', 'span', 'code', 'mark'), fc.array(tie('node'), { maxLength: 3 }))
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
    fc.constantFrom(
      '<br>',
      '<!-- a note -->',
      '<img alt="x">',
      '<script>1</script>',
      '<span hidden>gone</span>',
      '<wbr>',
      '<sup>1</sup>',
    ),
  ),
})).node;
const block = fc
  .tuple(
    fc.constantFrom('p', 'div', 'li', 'h2', 'blockquote', 'section', 'x-part'),
    fc.array(inline, { minLength: 1, maxLength: 5 }),
  )
  .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`);
const markup = fc.array(
  fc.oneof(
    block,
    fc.array(block, { maxLength: 3 }).map((b) => `<div>${b.join('')}</div>`),
  ),
  { minLength: 1, maxLength: 6 },
);

const bare = (text: string) => text.replace(/[\s\u00ad\u200b]/g, '');

describe('locate', () => {
  it('finds every sentence of every passage at the text it was read from', () => {
    let sentences = 0;
    fc.assert(
      fc.property(markup, (blocks) => {
        const { document } = dom(
          `<html lang="en"><body><article>${FILLER}${blocks.join('\n')}${FILLER}</article></body></html>`,
        ).window;
        const found = readPage(document, { href: HREF });
        for (const passage of found.page.passages) {
          expect(passage.text).toBe(passage.text.trim());
          for (const span of passage.sentences) {
            sentences++;
            const range = found.locate(passage.index, span);
            expect(range).not.toBeNull();
            // What is skipped inside a line is no part of the text: it is taken out of the copy before comparing.
            const copy = range!.cloneContents();
            for (const element of copy.querySelectorAll('[hidden],script,sup')) element.remove();
            expect(bare(copy.textContent ?? '')).toBe(bare(passage.text.slice(span.start, span.end)));
          }
        }
      }),
      { numRuns: runs(150) },
    );
    expect(sentences).toBeGreaterThan(300);
  }, 900_000);

  const setUp = (
    body = `<article>${FILLER}<p id="claim">As was reported, <b>${CLAIM}</b> Nobody asked for a second opinion.</p></article>`,
  ) => {
    const { document } = dom(`<html lang="en"><body>${body}</body></html>`).window;
    const found = readPage(document, { href: HREF });
    const passage = found.page.passages.find((p) => p.text.includes(CLAIM))!;
    const start = passage.text.indexOf(CLAIM);
    return { document, found, index: passage.index, span: { start, end: start + CLAIM.length } };
  };

  it('gives nothing for stretches that do not exist', () => {
    const { found, index } = setUp();
    for (const span of [
      { start: -1, end: 3 },
      { start: 5, end: 5 },
      { start: 6, end: 2 },
      { start: 0, end: 1e9 },
      { start: Number.NaN, end: 3 },
    ]) {
      expect(found.locate(index, span)).toBeNull();
    }
    expect(found.locate(99, { start: 0, end: 3 })).toBeNull();
    expect(found.locate(-1, { start: 0, end: 3 })).toBeNull();
  });

  it('survives normalising and splitting of text nodes', () => {
    const { document, found, index, span } = setUp();
    (document.querySelector('#claim b')!.firstChild as Text).splitText(20);
    expect(seen(found.locate(index, span))).toBe(CLAIM);
    document.querySelector('#claim')!.normalize();
    expect(seen(found.locate(index, span))).toBe(CLAIM);
  });

  it('finds the claim again after its nodes were replaced by equal ones', () => {
    const { document, found, index, span } = setUp();
    const old = document.querySelector('article')!;
    old.replaceWith(old.cloneNode(true));
    const range = found.locate(index, span);
    expect(seen(range)).toBe(CLAIM);
    expect(range!.startContainer.isConnected).toBe(true);
  });

  it('follows a claim that moved to another paragraph', () => {
    const { document, found, index, span } = setUp();
    const claim = document.querySelector('#claim')!;
    document.querySelector('article')!.prepend(claim.cloneNode(true));
    claim.remove();
    expect(seen(found.locate(index, span))).toBe(CLAIM);
  });

  it('gives nothing where the claim was edited', () => {
    const { document, found, index, span } = setUp();
    const text = document.querySelector('#claim b')!.firstChild as Text;
    text.data = text.data.replace('700', '70');
    expect(found.locate(index, span)).toBeNull();
  });

  it('gives nothing where the claim is gone, or the whole page', () => {
    const { document, found, index, span } = setUp();
    document.querySelector('#claim')!.remove();
    expect(found.locate(index, span)).toBeNull();
    document.body.remove();
    expect(found.locate(index, span)).toBeNull();
  });

  it('tells like sentences apart by what stands around them', () => {
    vi.useFakeTimers();
    try {
      const like = (before: string, after: string) => `<p>${before} It does the work of 700 agents. ${after}</p>`;
      const { document } = dom(
        `<html lang="en"><body><article>${FILLER}${like('Of the assistant the firm says this.', 'It answers letters.')}${like('Of the dispatcher it says that.', 'It plans routes.')}</article></body></html>`,
      ).window;
      const found = readPage(document, { href: HREF });
      const passage = found.page.passages.find((p) => p.text.includes('dispatcher'))!;
      const start = passage.text.indexOf('It does');
      const old = document.querySelector('article')!;
      old.replaceWith(old.cloneNode(true));
      const range = found.locate(passage.index, { start, end: start + 'It does the work of 700 agents.'.length });
      expect(range!.startContainer.textContent).toContain('dispatcher');
      // The other one alone is not the same claim.
      vi.advanceTimersByTime(1_000);
      range!.startContainer.parentElement!.remove();
      expect(found.locate(passage.index, { start, end: start + 'It does the work of 700 agents.'.length })).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
