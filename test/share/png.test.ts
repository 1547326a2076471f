import { describe, expect, it } from 'vitest';
import { bytesOf, dataUrlOf } from '@/lib/share/bytes';
import { crc32, withText } from '@/lib/share/png';
import fc from '../property';
import { textChunks } from './png-text';

/** The smallest PNG: one transparent pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('text in a PNG', () => {
  it('comes back as it went in, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const plain = text.replaceAll('\0', '').toWellFormed();
        expect(textChunks(withText(bytesOf(PIXEL), { Title: text })).Title ?? '').toBe(plain);
      }),
    );
  });

  it('leaves the rest of the picture alone', () => {
    const bytes = bytesOf(PIXEL);
    const made = withText(bytes, { Title: 'A title', Comment: 'Satire', Description: '' });
    expect(made.subarray(0, 33)).toEqual(bytes.subarray(0, 33));
    expect(made.subarray(made.length - (bytes.length - 33))).toEqual(bytes.subarray(33));
    expect(textChunks(made)).toEqual({ Title: 'A title', Comment: 'Satire' });
  });

  it('is not put into what is no PNG', () => {
    expect(() => withText(new Uint8Array(50), { Title: 'x' })).toThrow('not a PNG');
    expect(() => withText(new Uint8Array(), { Title: 'x' })).toThrow('not a PNG');
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('reads data addresses and writes them', () => {
    expect(dataUrlOf(bytesOf(PIXEL), 'image/png')).toBe(PIXEL);
    expect(() => bytesOf('https://example.com/')).toThrow('not a base64 data address');
  });
});
