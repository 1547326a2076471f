import { inflateRawSync } from 'node:zlib';

/** Signatures and lengths of a zip file's records, as its format has them. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const FILE_LENGTH = 30;

/**
 * The files in a zip, by path, in the order of its directory.
 *
 * @throws Error where the bytes are no zip, or one that is packed in a way of its own (encrypted, larger than 4 GB).
 */
export function unzip(zip: Buffer): Map<string, Buffer> {
  let end = zip.length - END_LENGTH;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('This is no zip file.');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('This zip file has a directory that cannot be read.');
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const from = local + FILE_LENGTH + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + packed);
    if (method !== 0 && method !== 8)
      throw new Error(`${name} is packed by method ${method}, which is not known here.`);
    if (!name.endsWith('/')) files.set(name, method === 0 ? Buffer.from(bytes) : inflateRawSync(bytes));
    at += ENTRY_LENGTH + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** Where two packages differ, a plain line each; empty where each holds the same files with the same bytes. */
export function differences(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((name) => {
    const [a, b] = [one.get(name), other.get(name)];
    if (!b) return [`${name} is missing`];
    if (!a) return [`${name} is there and should not be`];
    if (a.equals(b)) return [];
    const at = a.findIndex((byte, index) => byte !== b[index]);
    return [`${name} differs from byte ${at < 0 ? a.length : at} on`];
  });
}
