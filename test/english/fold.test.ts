import { describe, expect, it } from 'vitest';
import { fold, plain } from '@/lib/english/fold';
import fc from '../property';

describe('text made plain', () => {
  it('keeps every offset when folded', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(text).length === text.length)));
  it('loses quotes, dashes and spaces of print', () => {
    expect(fold('“It’s\u00a0so—truly”')).toBe('"It\'s so-truly"');
    expect(plain('“It’s   so—TRULY”')).toBe('"it\'s so-truly"');
  });
});
