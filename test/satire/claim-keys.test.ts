import { describe, expect, it } from 'vitest';
import type { Claim } from '@/lib/model';
import { claimedIn, keyNamesOf } from '@/lib/satire/claim-keys';
import { claimOf } from '../claims/slots-of';

/** A claim of which `words` meet the pattern `name`. */
function keyed(text: string, words: string, name = 'saves time'): Claim {
  const claim = claimOf(['Orbis AI is our most capable model yet.']);
  const start = text.indexOf(words);
  return { ...claim, keys: [{ name, start, end: start + words.length }] };
}

describe('the keys of a claim', () => {
  it('are the patterns that make it a claim, with where they stand', () => {
    const text = 'Orbis AI, at last, is our most capable model yet.';
    const claim = claimOf([text]);
    expect(keyNamesOf(claim)).toContain('our most capable yet');
    for (const key of claim.keys!) expect(text.slice(key.start, key.end).length).toBeGreaterThan(3);
    expect(claim.keys!.map((key) => text.slice(key.start, key.end)).join()).toContain('most capable model yet');
  });

  it('count from the start of the passage, not of the sentence', () => {
    const text = 'The office opened in Harrow. Orbis AI, at last, is our most capable model yet.';
    const claim = claimOf([text]);
    expect(claim.keys!.map((key) => text.slice(key.start, key.end)).join()).toContain('our most capable model yet');
  });

  it('lose the commas of their names, which part conditions', () => {
    expect([...keyNamesOf(keyed('It is so.', 'so', 'first, best'))]).toEqual(['first best']);
  });

  it.each([
    ['It is a massive leap forward for clerks.', 'massive leap forward', 'massive leap forward'],
    ['Massive leap forward for clerks.', 'Massive leap forward', 'massive leap forward'],
    ['It saves 40 hours of work.', '40 hours', undefined],
    ['It is our most capable model yet.', 'our most', undefined],
    ['It is a leap.', 'leap', undefined],
    ['It is the best Orbis Prime model.', 'best Orbis Prime', undefined],
    ['It is the fastest frontier model family.', 'fastest frontier model', undefined],
    ['It is the fastest of the many good models.', 'fastest of the many good models', undefined],
  ])('%s: “%s” is quoted as %s', (text, words, expected) =>
    expect(claimedIn(keyed(text, words), text).get('saves time')).toBe(expected),
  );

  it('are not quoted when nothing but a cue was met', () => {
    const text = 'It is a massive leap forward for clerks.';
    expect(claimedIn(keyed(text, 'massive leap forward', ''), text).size).toBe(0);
  });
});
