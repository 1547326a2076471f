import { describe, expect, it } from 'vitest';
import { copyLoose, copyText, linkTo } from '@/lib/overlay/copy';
import { note, straight } from './fixtures';

describe('linkTo', () => {
  it('points at a short quotation as a whole', () => {
    expect(linkTo('https://news.example/a?b=1#c', 'does the work of 700')).toBe(
      'https://news.example/a?b=1#:~:text=does%20the%20work%20of%20700',
    );
  });

  it('points at a long one by its ends', () => {
    const quote = 'one two three four five six seven eight nine ten eleven twelve';
    expect(linkTo('https://news.example/', quote)).toBe(
      'https://news.example/#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve',
    );
  });

  it('escapes what a text directive would read as syntax', () => {
    const [, directive] = linkTo('https://news.example/', 'state-of-the-art, fast & cheap').split('text=');
    expect(directive).toBe('state%2Dof%2Dthe%2Dart%2C%20fast%20%26%20cheap');
  });

  it('is the page alone for nothing', () => {
    expect(linkTo('https://news.example/#x', '  ')).toBe('https://news.example/');
  });
});

describe('copyText', () => {
  it('never lets a joke travel without its mark, its claim and a way back', () => {
    const text = copyText('https://news.example/', 'the work of 700', note({ text: 'No.' }), straight());
    expect(text).toBe('“the work of 700”\nNo. (satire)\nhttps://news.example/#:~:text=the%20work%20of%20700');
  });

  it('carries the straight question where there is no joke, unmarked', () => {
    const text = copyText('https://news.example/', 'the work of 700', null, straight({ question: 'Whose count?' }));
    expect(text).toContain('\nWhose count?\n');
    expect(text).not.toContain('satire');
  });

  it('marks headline cards and end notes', () => {
    expect(copyLoose('https://news.example/#a', 'Machine replaces queue')).toBe(
      'Machine replaces queue (satire)\nhttps://news.example/',
    );
  });
});
