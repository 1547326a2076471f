import { describe, expect, it } from 'vitest';
import { flat, fold, plain, straight } from '@/lib/english/fold';
import fc from '../property';

describe('text made plain', () => {
  it('keeps every offset when folded', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(text).length === text.length)));
  it('loses quotes, dashes and spaces of print', () => {
    expect(fold('“It’s\u00a0so—truly”')).toBe('"It\'s so-truly"');
    expect(plain('“It’s   so—TRULY”')).toBe('"it\'s so-truly"');
  });
  it('loses curly marks alone', () => {
    expect(straight('“It’s\u00a0so—\n‘TRULY’”')).toBe("\"It's\u00a0so—\n'TRULY'\"");
  });
  it('stands in one line', () => {
    expect(flat('\n “It’s\u00a0\t so—TRULY” \ufeff')).toBe('“It’s so—TRULY”');
  });
});
