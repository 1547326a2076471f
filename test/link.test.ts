import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { aroundIn, aroundOf, linkTo, pageLink } from '@/lib/link';

describe('pageLink', () => {
  it.each([
    ['https://news.example/story.php?id=42', 'https://news.example/story.php?id=42'],
    ['https://news.example/?p=7&utm_source=x&UTM_Medium=y&fbclid=z', 'https://news.example/?p=7'],
    ['https://news.example/a?utm_source=x', 'https://news.example/a'],
    ['https://news.example/a?', 'https://news.example/a'],
    ['https://news.example/a?b=1#top', 'https://news.example/a?b=1'],
    ['https://news.example/a#:~:text=old', 'https://news.example/a'],
    ['https://news.example/#/news/42', 'https://news.example/#/news/42'],
    ['https://news.example/#!/news/42:~:text=old', 'https://news.example/#!/news/42'],
    ['https://news.example/#access_token=abc', 'https://news.example/'],
    ['https://me:secret@news.example/a', 'https://news.example/a'],
    ['https://news.example/a@b?id=1', 'https://news.example/a@b?id=1'],
    [
      'https://news.example/s;jsessionid=1A2B?id=3&PHPSESSID=9&access_token=t&email=a%40b',
      'https://news.example/s?id=3',
    ],
    ['https://news.example/s?sid=24/1&q=a+b&list[]=1&&x', 'https://news.example/s?sid=24/1&q=a+b&list[]=1&x'],
    ['https://news.example/s?%75tm_id=3&%zz=1', 'https://news.example/s?%zz=1'],
    ['file:///home/me/a.html?x#y', 'a.html'],
    ['file:///C:/Users/me/An%20announcement.htm', 'An%20announcement.htm'],
    ['file:///home/me/', ''],
    ['', ''],
    ['not an address', 'not an address'],
  ])('%s', (address, link) => {
    expect(pageLink(address)).toBe(link);
  });
});

describe('linkTo', () => {
  it('points at a short quotation as a whole and keeps what says which page it is', () => {
    expect(linkTo('https://news.example/a?b=1#c', 'does the work of 700')).toBe(
      'https://news.example/a?b=1#:~:text=does%20the%20work%20of%20700',
    );
  });

  it('points at a long one by its ends', () => {
    const words = Array.from({ length: 16 }, (_, i) => `w${i}`);
    expect(linkTo('https://news.example/', words.join(' '))).toBe(
      'https://news.example/#:~:text=w0%20w1%20w2%20w3%20w4,w11%20w12%20w13%20w14%20w15',
    );
    expect(linkTo('https://news.example/', words.slice(1).join(' '))).not.toContain(',');
  });

  it('escapes what a text directive reads as syntax, and what programs cut a link at', () => {
    const [, directive] = linkTo('https://news.example/', 'state-of-the-art, fast & cheap (it’s “new”)').split('text=');
    expect(directive).toBe(
      'state%2Dof%2Dthe%2Dart%2C%20fast%20%26%20cheap%20%28it%E2%80%99s%20%E2%80%9Cnew%E2%80%9D%29',
    );
  });

  it('says what stands around a quotation where asked', () => {
    const link = (before: string, after: string) =>
      linkTo('https://news.example/', 'the work', { before, after }).split(':~:')[1];
    expect(link('It does', 'of 700')).toBe('text=It%20does-,the%20work,-of%20700');
    expect(link('', 'of 700')).toBe('text=the%20work,-of%20700');
    expect(link('It does', '')).toBe('text=It%20does-,the%20work');
  });

  it('is the page alone for nothing, and adds to a route', () => {
    expect(linkTo('https://news.example/#x', '  ')).toBe('https://news.example/');
    expect(linkTo('https://news.example/#/a', 'b')).toBe('https://news.example/#/a:~:text=b');
    expect(linkTo('file:///home/me/a.html', 'b')).toBe('a.html');
  });

  it('survives half a surrogate pair', () => {
    expect(() => linkTo('https://news.example/', 'half \ud83d of it')).not.toThrow();
  });
});

describe('aroundIn', () => {
  const near = (before: string, after: string) => ({ before, after });
  it('is nothing for a quotation that the page has once', () => {
    expect(aroundIn('It does the work of 700. Yes.', 'the work of 700', near('It does', '. Yes.'))).toBeNull();
  });

  it('takes as few words as tell it from its like, in whatever case', () => {
    const page = 'THE WORK OF 700\nKelmore says it does the work of 700 people.\nIt does the work of 700 agents.';
    expect(aroundIn(page, 'the work of 700', near('It does', 'agents.'))).toEqual(near('It does', 'agents.'));
  });

  it('is nothing where nothing tells them apart', () => {
    expect(aroundIn('A first.\nA first.', 'A first.', near('', ''))).toBeNull();
    expect(aroundIn('b a c b a c', 'a', near('b', 'c'))).toBeNull();
  });
});

describe('aroundOf', () => {
  function rangeOf(html: string, id: string, words: string): Range {
    const { document } = new JSDOM(html).window;
    const node = document.getElementById(id)?.firstChild as Text;
    const range = document.createRange();
    range.setStart(node, node.data.indexOf(words));
    range.setEnd(node, node.data.indexOf(words) + words.length);
    return range;
  }

  it('looks beside the paragraph where the paragraph is nothing but the quotation', () => {
    const html =
      '<h2>In short</h2><p>It works.</p><script>It works.</script><h2>At length</h2><p id=a>It works.</p><p>End.';
    expect(aroundOf(rangeOf(html, 'a', 'It works.'))).toEqual({ before: 'At length', after: 'End.' });
  });

  it('stays in the paragraph where it can', () => {
    const html = '<p>It works.</p><p id=a>They say: It works. For whom?</p>';
    expect(aroundOf(rangeOf(html, 'a', 'It works.'))).toEqual({ before: 'They say:', after: 'For whom?' });
  });
});
