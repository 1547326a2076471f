import { describe, expect, it } from 'vitest';
import { leads } from '@/lib/article/links';

const HERE = 'https://www.courier.example/2031/05/kelmore-opens-its-assistant';

describe('links that could be a source', () => {
  it.each([
    ['a paper', 'https://lab.example/papers/halo.pdf'],
    ['another article of the same paper', '/2031/04/kelmore-shuts-its-branches'],
    ['an article in the first folder', '/kelmore-shuts-all-its-branches'],
    ['an article with a number', '/story/4711'],
    ['a post', 'https://x.com/quill/status/4711'],
    ['a firm’s announcement', 'https://kelmore.example/news/halo-2'],
    ['a filing by its number', 'https://register.example/?filing=4711'],
    ['a video', 'https://www.youtube.com/watch?v=halo'],
  ])('%s', (_what, href) => {
    expect(leads(href, 'as was reported', HERE)).toBe(true);
  });

  it.each([
    ['a place on the page', '#notes'],
    ['the page itself', 'https://www.courier.example/2031/05/kelmore-opens-its-assistant/#comments'],
    ['a front door', 'https://kelmore.example/'],
    ['a front door in a language', 'https://kelmore.example/en-gb/'],
    ['a tag', '/tag/assistants'],
    ['a topic', 'https://www.courier.example/topics/business/assistants'],
    ['a writer', '/by/ada-quill'],
    ['an author elsewhere', 'https://kelmore.example/blog/authors/ada-quill'],
    ['a section', '/technology'],
    ['a section of two words', '/artificial-intelligence/'],
    ['a list of stories', '/business/news/'],
    ['somebody’s page', 'https://www.linkedin.com/in/ada-quill'],
    ['an account', 'https://x.com/kelmore'],
    ['a share', 'https://bourse.example/quote/KLM'],
    ['a till', 'https://kelmore.example/pricing'],
    ['a letter', 'mailto:ada@kelmore.example'],
    ['a script', 'javascript:void(0)'],
    ['nonsense', 'https://['],
  ])('not %s', (_what, href) => {
    expect(leads(href, 'as was reported', HERE)).toBe(false);
  });

  it('nor what sells', () => {
    expect(leads('https://kelmore.example/halo/assistant-2', 'Try Halo today', HERE)).toBe(false);
  });

  it('tells two firms of one country from one another, and from a firm of the same site', () => {
    const words = 'as was reported';
    expect(leads('https://kelmore.co.uk/results', words, 'https://courier.co.uk/story/4711')).toBe(true);
    expect(leads('https://www.courier.co.uk/results', words, 'https://news.courier.co.uk/story/4711')).toBe(false);
    expect(leads('https://www.kelmore.com/results', words, 'https://kelmore.com/story/4711')).toBe(false);
  });

  it('takes a page without an address', () => {
    expect(leads('/story/4711', 'as was reported', '')).toBe(false);
  });
});
