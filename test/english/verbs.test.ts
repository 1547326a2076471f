import { describe, expect, it } from 'vitest';
import { basesOfIng, basesOfS, ingForm } from '@/lib/english/verbs';

describe('the -ing form', () => {
  it.each([
    ['test', 'testing'],
    ['drive', 'driving'],
    ['get', 'getting'],
    ['see', 'seeing'],
  ])('of %s is %s', (verb, expected) => expect(ingForm(verb)).toBe(expected));
});

describe('the verbs that a form may belong to', () => {
  it.each(['drive', 'test', 'cut', 'streamline'])('hold %s, of its -ing form', (verb) =>
    expect(basesOfIng(ingForm(verb))).toContain(verb),
  );
  it.each([
    ['boosts', 'boost'],
    ['simplifies', 'simplify'],
    ['reaches', 'reach'],
  ])('hold, of %s, %s', (form, verb) => expect(basesOfS(form)).toContain(verb));
  it('are none of a word without the ending', () => {
    expect(basesOfIng('drive')).toEqual([]);
    expect(basesOfIng('ing')).toEqual([]);
    expect(basesOfS('drive')).toEqual([]);
  });
});
