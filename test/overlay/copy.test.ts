import { describe, expect, it } from 'vitest';
import { copyLoose, copyText } from '@/lib/overlay/copy';
import { note, straight } from './fixtures';

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

  it('hands on the page without who sent the reader there', () => {
    const text = copyText('https://news.example/a?id=7&utm_source=mail&fbclid=x', 'the work', null, null);
    expect(text).toBe('“the work”\nhttps://news.example/a?id=7#:~:text=the%20work');
    expect(copyLoose('https://news.example/a?id=7&gclid=x', 'M')).toMatch(/\nhttps:\/\/news\.example\/a\?id=7$/);
  });

  it('tells of a saved page its name, and nothing of the folders it lies in', () => {
    expect(copyText('file:///home/reader/saved.html', 'the work', null, null)).toBe('“the work”\nsaved.html');
    expect(copyLoose('file:///home/reader/saved.html', 'M')).toBe('M (satire)\nsaved.html');
  });

  it('marks headline cards and end notes', () => {
    expect(copyLoose('https://news.example/#a', 'Machine replaces queue')).toBe(
      'Machine replaces queue (satire)\nhttps://news.example/',
    );
  });
});
