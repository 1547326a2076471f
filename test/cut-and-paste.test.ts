import { describe, expect, it } from 'vitest';
import { pastedPage, pieces } from './cut-and-paste';

describe('pasted pages', () => {
  const all = pieces();
  const pages = Array.from({ length: 60 }, (_, number) => pastedPage(all, number));

  it('are the same in every run, and none is like another', () => {
    expect(pages.map((_, number) => pastedPage(all, number))).toEqual(pages);
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('are made of much, run no script, and have an article of ours in every other', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(pages.filter((html) => html.includes('At the harbour office')).length).toBeGreaterThan(20);
    expect(pages.filter((html) => html.includes('At the harbour office')).length).toBeLessThan(40);
    expect(all.filter(({ html }) => /^<script/.test(html))).toEqual([]);
  });
});
