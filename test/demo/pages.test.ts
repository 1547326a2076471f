import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { markCandidates, readPage } from '@/lib/article';
import { read } from '@/lib/claims';
import { PAGES } from '@/lib/cli/start';
import { encoder } from '../claims/network';

/** How many sentences of each page make a claim or announce something, by our own reading: what Peel may mark at most. */
const MARKABLE: Record<string, number> = { dark: 8, 'live-blog': 6, news: 0, 'press-post': 11, product: 9 };

describe.each(PAGES)('the page %s', (name) => {
  const source = readFileSync(new URL(`./pages/${name}.html`, import.meta.url), 'utf8');
  const address = `http://127.0.0.1/${name}.html`;
  const { document } = new JSDOM(source, { url: address }).window;

  it('says that it is ours and that everything in it is invented, and loads nothing', () => {
    expect(document.querySelector('footer')?.textContent).toMatch(/made for Peel's demonstration.* invented/);
    expect(document.querySelectorAll('script, img, link:not([href="data:,"])').length).toBe(0);
  });

  it('is marked, unless nothing in it is to be marked', async () => {
    const { page } = readPage(document, { href: address });
    markCandidates(page);
    const { claims } = await read(page, encoder, { density: 'normal' });
    const quotes = claims.map(({ quote }) => quote).join('\n');
    expect(page.passages.length).toBeGreaterThan(5);
    expect(claims.length, quotes).toBeLessThanOrEqual(MARKABLE[name] ?? 0);
    expect(claims.length > 0, quotes).toBe(name !== 'news');
  });
});
