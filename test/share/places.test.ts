import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createPlacer, paintedStretches, placesIn } from '@/lib/share/places';

describe('the page’s half', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('finds a quotation among what Peel painted, and says what tells it from its like', () => {
    const { window } = new JSDOM(
      // The picture stands in the place of `document.body`.
      '<p>It works.</p><script>It works.</script><img name="body"><p id="a">They say: It <b>works</b>. For whom?</p><p id="b">Once only</p>',
      { url: 'https://x.example/?id=1&fbclid=2' },
    );
    const { document } = window;
    const rangeOf = (id: string, from: number, to: number) => {
      const range = document.createRange();
      const nodes = [...(document.getElementById(id)?.childNodes ?? [])];
      range.setStart(nodes[0] as Node, from);
      range.setEnd(nodes.at(-1) as Node, to);
      return range;
    };
    const highlights = new Map([
      ['peel-claim', new Set([rangeOf('a', 10, 1), rangeOf('b', 0, 9)])],
      ['theirs', new Set([rangeOf('b', 0, 4)])],
    ]);
    vi.stubGlobal('CSS', { highlights });
    vi.stubGlobal('document', document);
    const stretches = paintedStretches();
    expect(stretches).toHaveLength(2);
    const place = createPlacer(document);
    expect(place(['It works.', 'Once only', 'Once', 'Not there'], stretches)).toEqual({
      href: 'https://x.example/?id=1&fbclid=2',
      around: [{ before: 'They say:', after: 'For whom?' }, null, null, null],
    });
    // A page may say what it likes: what is not the text there is not believed.
    expect(
      place(
        ['It works.'],
        [
          [0, 3],
          [5, 4],
          [9e9, 9e9 + 1],
          [-1, 2],
        ],
      ).around,
    ).toEqual([null]);
    vi.stubGlobal('CSS', {});
    expect(paintedStretches()).toEqual([]);
  });
});

describe('the share page’s half', () => {
  const answer = (result: unknown) => {
    const executeScript = vi.fn().mockResolvedValue([{ result }]);
    Object.assign(browser, { scripting: { executeScript } });
  };

  it('takes the page’s word for what stands around', async () => {
    const around = [null, { before: 'They say:', after: '' }];
    answer({ href: 'https://x.example/a?id=1&utm_source=2#z', around });
    expect(await placesIn(1, 'https://x.example/a', ['q', 'r'])).toEqual(around);
  });

  it('believes no other page, and survives a page that may not be asked', async () => {
    answer({ href: 'https://x.example/b?id=1', around: [null] });
    expect(await placesIn(1, 'https://x.example/a', ['q'])).toBeNull();
    answer(undefined);
    expect(await placesIn(1, 'https://x.example/a', ['q'])).toBeNull();
    Object.assign(browser, { scripting: { executeScript: vi.fn().mockRejectedValue(new Error('no')) } });
    expect(await placesIn(1, 'https://x.example/a', ['q'])).toBeNull();
  });
});
