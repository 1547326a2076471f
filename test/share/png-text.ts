import { crc32 } from 'node:zlib';

/** The types of a PNG's chunks, each once. */
export function chunkTypes(bytes: Uint8Array): string[] {
  const all = Buffer.from(bytes);
  const found = new Set<string>();
  for (let at = 8; at < all.length; at += 12 + all.readUInt32BE(at)) found.add(all.toString('latin1', at + 4, at + 8));
  return [...found];
}

/** The iTXt chunks of a PNG as the standard lays them out; written apart from the code that writes them. */
export function textChunks(bytes: Uint8Array): Record<string, string> {
  const found: Record<string, string> = {};
  const all = Buffer.from(bytes);
  if (all.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  for (let at = 8; at < all.length; at += 12 + all.readUInt32BE(at)) {
    const body = all.subarray(at + 4, at + 8 + all.readUInt32BE(at));
    if (crc32(body) !== all.readUInt32BE(at + 4 + body.length)) throw new Error('a chunk is broken');
    if (body.toString('latin1', 0, 4) !== 'iTXt') continue;
    const end = body.indexOf(0, 4);
    const [compressed, method] = [body[end + 1], body[end + 2]];
    const language = body.indexOf(0, end + 3);
    const translated = body.indexOf(0, language + 1);
    if (compressed !== 0 || method !== 0) throw new Error('compressed');
    found[body.toString('latin1', 4, end)] = body.toString('utf8', translated + 1);
  }
  return found;
}
