import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPage } from '@/lib/article';
import { isoDay } from '@/lib/article/meta';
import { dom, FILLER } from './dom';

const page = (head: string, href = 'https://courier.example/2026/03/kelmore', body = FILLER) =>
  readPage(dom(`<html lang="en"><head>${head}</head><body><article>${body}</article></body></html>`).window.document, {
    href,
  }).page;

describe('isoDay', () => {
  afterEach(() => vi.unstubAllEnvs());
  it.each([
    ['2026-03-04', '2026-03-04'],
    ['2026-03-04T23:59:59+14:00', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['March 4, 2026', '2026-03-04'],
    ['4 Mar 2026 10:00', '2026-03-04'],
    ['03/04/2026', '2026-03-04'],
    ['Wed, 04 Mar 2026 23:30:00 GMT', '2026-03-04'],
    ['Wed, 04 Mar 2026 00:30:00 +0900', '2026-03-04'],
    ['March 4, 2026 11:00 PM EST', '2026-03-04'],
    ['Wed Mar 04 2026 20:00:00 GMT-0800 (Pacific Standard Time)', '2026-03-04'],
    ['Wed Mar 04 20:00:00 PST 2026', '2026-03-04'],
    ['Wed Mar 04 20:00:00 PST 2026 ', '2026-03-04'],
    ['Wed Mar 4 20:00:00 2026 -0400', '2026-03-04'],
    ['Wed Mar 04 20:00:00 2026 GMT', '2026-03-04'],
    ['11:05 PM EST, March 4, 2026', '2026-03-04'],
    ['2026-13-40', null],
    ['0001-01-01', null],
    ['today', null],
    ['', null],
  ])('%s', (written, day) => {
    for (const zone of ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago']) {
      vi.stubEnv('TZ', zone);
      expect([zone, isoDay(written)]).toEqual([zone, day]);
    }
  });
});

describe('what a page says of itself', () => {
  it.each([
    [
      'linked data',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-04T10:00:00Z"}</script>',
      '2026-03-04',
    ],
    [
      'broken linked data',
      '<script type="application/ld+json">{"datePublished": "2026-03-04", oops</script>',
      '2026-03-04',
    ],
    ['a meta element', '<meta property="article:published_time" content="2026-03-04T10:00:00Z">', '2026-03-04'],
    ['nonsense', '<meta property="article:published_time" content="soon">', null],
    ['nothing', '', null],
  ])('date from %s', (_where, head, day) => expect(page(head).published).toBe(day));

  it('date from the article itself', () => {
    expect(page('', undefined, `<time datetime="2026-03-04">yesterday</time>${FILLER}`).published).toBe('2026-03-04');
  });

  it('publisher and title', () => {
    const read = page('<title> Kelmore \n hires </title><meta property="og:site_name" content="The Courier">');
    expect(read.publisher).toBe('The Courier');
    expect(read.title).toBe('Kelmore hires');
    expect(page('').publisher).toBeNull();
  });

  it.each([
    [
      'a newspaper',
      '<script type="application/ld+json">{"@type": "NewsArticle"}</script>',
      'https://courier.example/story',
      'news',
    ],
    [
      'a newspaper on a newsroom-like path',
      '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
      'https://courier.example/press/story',
      'news',
    ],
    ['a newsroom', '', 'https://newsroom.kelmore.example/assistant', 'company'],
    ['a press path', '', 'https://kelmore.example/press-releases/assistant', 'company'],
    ['a wire', '', 'https://www.prnewswire.com/news-releases/kelmore.html', 'company'],
    ['an unknown page', '', 'https://kelmore.example/something', 'news'],
  ])('kind: %s', (_what, head, href, kind) => expect(page(head, href).kind).toBe(kind));

  it('tells a firm from a newspaper by the links in its frame', () => {
    const links = (paths: string[]) =>
      `${FILLER}<p>More on this and that: ${paths.map((p) => `<a href="/${p}">x</a>`).join(' ')}</p>`;
    const href = 'https://kelmore.example/stories-of-ours/assistant';
    expect(page('', href, links(['pricing', 'demo', 'customers', 'solutions'])).kind).toBe('company');
    expect(page('', href, links(['opinion', 'sport', 'advertise', 'pricing'])).kind).toBe('news');
    const others = links(['pricing', 'demo', 'customers']).replaceAll('href="', 'href="https://vantrell.co.uk');
    expect(page('', 'https://kelmore.co.uk/stories/assistant', others).kind).toBe('news');
    expect(page('', 'https://www.vantrell.co.uk/stories/assistant', others).kind).toBe('company');
  });
});
