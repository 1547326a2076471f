import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReadAnswer, isReadRequest, isToBackground, isToPage } from '@/lib/messages';

const page = {
  address: 'https://example.com/',
  host: 'example.com',
  title: 'A title',
  language: 'en',
  kind: 'news',
  published: null,
  publisher: null,
  passages: [
    {
      index: 0,
      role: 'paragraph',
      text: 'A sentence.',
      sentences: [{ start: 0, end: 11, candidate: true }],
      leadIn: null,
    },
  ],
};

describe('messages', () => {
  it('knows its own', () => {
    expect(isToPage({ type: 'peel:status' })).toBe(true);
    expect(isToPage({ type: 'peel:jump', index: 0 })).toBe(true);
    expect(isToBackground({ type: 'peel:share', index: null })).toBe(true);
    expect(isToBackground({ type: 'peel:kind-off', kind: 'future-promise' })).toBe(true);
    expect(isReadRequest({ type: 'read', pass: 1, page, bare: true })).toBe(true);
    expect(isReadRequest({ type: 'read', pass: 1, page })).toBe(false);
    expect(isReadAnswer({ type: 'failed', pass: 1, reason: 'Why.' })).toBe(true);
  });

  it.each([
    { type: 'peel:jump', index: -1 },
    { type: 'peel:jump', index: '0' },
    { type: 'peel:hide' },
    { type: 'peel:kind-off', kind: 'no-such-kind' },
    { type: 'peel:kind-off', kind: ['future-promise'] },
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 7 },
    null,
    'peel:status',
  ])('ignores %j from anyone', (message) => {
    expect(isToPage(message)).toBe(false);
    expect(isToBackground(message)).toBe(false);
  });

  it('refuses a page whose sentences are no spans', () => {
    const broken = { ...page, passages: [{ ...page.passages[0], sentences: [{ start: 'x' }] }] };
    expect(isReadRequest({ type: 'read', pass: 1, page: broken, bare: true })).toBe(false);
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const check of [isToPage, isToBackground, isReadRequest, isReadAnswer]) {
          expect(typeof check(value)).toBe('boolean');
        }
      }),
    );
  });
});
