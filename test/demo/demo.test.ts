import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { markCandidates, readPage } from '@/lib/article';
import { read } from '@/lib/claims';
import { encoder } from '../claims/network';
import expected from './expected.json';

const source = readFileSync(new URL('./article.html', import.meta.url), 'utf8');
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

async function demo() {
  const { document } = new JSDOM(source, { url: 'http://127.0.0.1/article.html' }).window;
  const { page } = readPage(document, { href: 'http://127.0.0.1/article.html' });
  markCandidates(page);
  return { document, page, claims: (await read(page, encoder, { density: 'all' })).claims };
}

const found = await demo();

describe('the demo article', () => {
  const { document, page, claims } = found;
  const holder = (sentence: string) =>
    claims.find(({ passage, span }) => {
      const at = page.passages[passage]?.text.indexOf(sentence) ?? -1;
      return at >= 0 && span.start >= at && span.end <= at + sentence.length;
    });

  it('holds every sentence of its own list', () => {
    const text = plain(document.body.textContent ?? '');
    const all = [...expected.claims.map(({ sentence }) => sentence), ...expected.either, ...expected.unmarked];
    expect(all.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });

  it('has at least 14 claims of 8 kinds that the reader finds', () => {
    const found = expected.claims.filter(({ sentence }) => holder(sentence));
    const missed = expected.claims.filter(({ sentence }) => !holder(sentence)).map(({ sentence }) => sentence);
    expect(found.length, `missed: ${missed.join(' / ')}`).toBeGreaterThanOrEqual(14);
    expect(new Set(found.map(({ sentence }) => holder(sentence)?.kind)).size).toBeGreaterThanOrEqual(8);
  });

  it('gives most of them the kind that they are', () => {
    const found = expected.claims.filter(({ sentence }) => holder(sentence));
    const right = found.filter(({ kind, sentence }) => {
      const mark = holder(sentence)!;
      return mark.kind === kind || mark.second === kind;
    });
    expect(right.length / found.length).toBeGreaterThanOrEqual(0.5);
  });

  it('has hardly anything else marked, even where all is wanted that is fair', () => {
    const known = [...expected.claims.map(({ sentence }) => sentence), ...expected.either].map(plain);
    const strays = claims.filter(({ quote }) => !known.some((sentence) => sentence.includes(plain(quote))));
    expect(strays.length, strays.map(({ quote }) => quote).join('\n')).toBeLessThanOrEqual(9);
  });
});
