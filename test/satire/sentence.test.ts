import { describe, expect, it } from 'vitest';
import { buildOf, doing } from '@/lib/satire/sentence';

const part = (sentence: string, slot: string) => [...buildOf(sentence).parts].find(([name]) => name === slot)?.[1];

describe('the build of a sentence', () => {
  it.each([
    ['Orbis helps teams test, trust, and secure their agents.', 'items', 'test, trust and secure'],
    ['It is faster, smarter, and more reliable.', 'items', 'faster, smarter and more reliable'],
    ['Orbis is driving growth, cutting waste, and expanding reach.', 'items', undefined],
    ['It serves customers, boosts productivity, and grows revenue.', 'item2', 'boosts productivity'],
    ['Machine learning stands ready, driving change and redefining retail.', 'items', undefined],
    ['Orbis sells kettles, robots and toasters.', 'items', undefined],
    ['Orbis can find and fix faults.', 'other', 'fix'],
    ['Orbis helps developers build agents.', 'helped', 'developers'],
    ['Orbis helps bring ideas to life.', 'act', undefined],
    ['It is designed to handle claims.', 'hope', 'designed to'],
    ['It takes firms from isolated trials to daily use.', 'from', 'isolated trials'],
    ['Profit rose from 3 to 5.', 'from', undefined],
    ['It shrinks without losing the plot.', 'without', 'losing the plot'],
    ['It grows without running into that wall.', 'without', undefined],
    ['The future of retail depends on you.', 'future_of', 'retail'],
    ['It is built to drive change.', 'act', undefined],
    ['It is quicker than any rival.', 'all', undefined],
    ['It is for every developer.', 'all', 'every developer'],
    ['It handled three in every five calls.', 'all', undefined],
    ['It is better every day.', 'all', undefined],
    ['It is, quite simply, the best.', 'manner', undefined],
    ['It comes from the best schools.', 'super', undefined],
    ['It has moved on from simply reading.', 'manner', undefined],
    ['It is faster than before.', 'more', undefined],
    ['It makes replies faster.', 'more', 'faster'],
    ['Transform your office.', 'order', 'transform'],
    ['Value comes from teams that add value.', 'twice', 'value'],
  ])('%s: %s', (sentence, slot, expected) => expect(part(sentence, slot)).toBe(expected));

  it('names what prints nothing', () => {
    expect([...buildOf('It is our most capable model yet.').signs]).toEqual(['our-best', 'yet']);
    expect([...buildOf('').parts]).toEqual([]);
  });

  it.each([
    ['test', 'testing'],
    ['drive', 'driving'],
    ['get', 'getting'],
    ['see', 'seeing'],
  ])('%s, %s', (verb, expected) => expect(doing(verb)).toBe(expected));
});
