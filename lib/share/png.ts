/** Writes text into a PNG (PNG, third edition, W3C 2025: chunks 5.3, iTXt 11.3.3.4, CRC annex D). */

/** Keywords of the standard's table 23 that Peel writes, in this order. */
export type PngText = Partial<Record<'Title' | 'Source' | 'Comment' | 'Description' | 'Software', string>>;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where the chunk after IHDR starts: signature 8, IHDR 4 + 4 + 13 + 4. */
const AFTER_HEADER = 33;

let crcTable: Uint32Array | null = null;

/** Cyclic redundancy check of ISO 3309, as unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  if (!crcTable) {
    crcTable = new Uint32Array(256);
    for (let n = 0; n < 256; n++) {
      let c = n;
      for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
      crcTable[n] = c >>> 0;
    }
  }
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function isPng(bytes: Uint8Array): boolean {
  return bytes.length > AFTER_HEADER && SIGNATURE.every((byte, i) => bytes[i] === byte);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}

/** Uncompressed UTF-8 text: keyword, NUL, two zero flags, empty language and translated keyword, text. */
function international(keyword: string, text: string): Uint8Array {
  // A NUL would end the text early for readers that look for one.
  return chunk('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${text.replaceAll('\0', '')}`));
}

/**
 * A copy of the PNG `bytes` with `text` as iTXt chunks right after the header. Empty texts are left out.
 * @throws Error where `bytes` is no PNG.
 */
export function withText(bytes: Uint8Array, text: PngText): Uint8Array<ArrayBuffer> {
  if (!isPng(bytes)) throw new Error('not a PNG');
  const chunks = Object.entries(text)
    .filter((entry) => entry[1])
    .map(([keyword, value]) => international(keyword, value));
  const out = new Uint8Array(bytes.length + chunks.reduce((sum, one) => sum + one.length, 0));
  out.set(bytes.subarray(0, AFTER_HEADER));
  let at = AFTER_HEADER;
  for (const one of chunks) {
    out.set(one, at);
    at += one.length;
  }
  out.set(bytes.subarray(AFTER_HEADER), at);
  return out;
}
