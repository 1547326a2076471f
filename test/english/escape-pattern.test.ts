import { describe, expect, it } from 'vitest';
import { escapePattern } from '@/lib/english/escape-pattern';
import fc from '../property';

describe('escapePattern', () => {
  it('leaves letters, spaces and marks without a meaning as they are', () => {
    expect(escapePattern("Näh & Söhne's 24/7-Bot, “no. 1”")).toBe("Näh & Söhne's 24/7-Bot, “no\\. 1”");
  });

  it.each(['C++', 'Yahoo!', 'a.b', '$5 (US)', '[x]', '{2}', 'a|b', '^', '\\d', 'what?', '*', 'A/B', 'co-op'])(
    'finds %s, and only that, with and without the flag for Unicode',
    (text) => {
      for (const flags of ['', 'i', 'u', 'iu']) {
        const pattern = new RegExp(`^${escapePattern(text)}$`, flags);
        expect(pattern.test(text)).toBe(true);
        expect(pattern.test(`${text}x`)).toBe(false);
        expect(pattern.test(`x${text}`)).toBe(false);
      }
    },
  );

  it('finds any text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', 'u'), (text, flags) => {
        expect(new RegExp(escapePattern(text), flags).exec(`“${text}”`)?.[0]).toBe(text);
      }),
    );
  });
});
