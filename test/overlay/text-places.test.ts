// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { placesOf } from '@/lib/overlay/text-places';

const HTML = '<script>var a = 1;</script><p>😀 One &amp; <b>two</b> three.</p><p>One more.</p><div id="host"></div>';

beforeEach(() => {
  // The fixture is the test's own text.
  document.body.replaceChildren(document.createRange().createContextualFragment(HTML));
});

/** The range of the `nth` occurrence of `words` in one text node of `root`. */
function rangeOf(words: string, root: Node = document.body, nth = 0): Range {
  const walker = document.createTreeWalker(root, 4);
  let seen = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(words);
    if (at < 0 || seen++ < nth) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return range;
  }
  throw new Error(`no ${words}`);
}

describe('places', () => {
  it('count code points in the text of the body, markup left out', () => {
    const range = rangeOf('One');
    range.setEnd(rangeOf('three').endContainer, ' three'.length);
    const [place] = placesOf(document, [{ index: 4, range }]);
    expect(place).toMatchObject({ index: 4, exact: 'One & two three', prefix: 'var a = 1;😀 ', suffix: '.One more.' });
    const text = [...(document.body.textContent ?? '')];
    expect(text.slice(place?.start, place?.end).join('')).toBe('One & two three');
  });

  it('tell the second from the first', () => {
    const places = placesOf(document, [
      { index: 0, range: rangeOf('One') },
      { index: 1, range: rangeOf('One', document.body, 1) },
    ]);
    const text = [...(document.body.textContent ?? '')];
    expect(places.map(({ start, end }) => text.slice(start, end).join(''))).toEqual(['One', 'One']);
    expect(places[0]?.start).toBeLessThan(places[1]?.start ?? 0);
    expect(places[1]?.prefix.endsWith('three.')).toBe(true);
  });

  it('leave out what is in a shadow tree, and what has left the page', () => {
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    root?.append('Hidden words');
    const gone = rangeOf('more');
    (gone.startContainer as Text).parentElement?.remove();
    const range = document.createRange();
    range.selectNodeContents(root?.firstChild as Node);
    expect(placesOf(document, [{ index: 0, range }])).toEqual([]);
    // A live range falls back to what held its node: no words of its own.
    expect(placesOf(document, [{ index: 0, range: gone }])).toEqual([]);
  });
});
