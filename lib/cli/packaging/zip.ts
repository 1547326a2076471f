import { constants, crc32, deflateRawSync } from 'node:zlib';
import { unzip } from './unzip';

/** The first day that a zip knows, so that the same files make the same zip on any day. */
const FIRST_DAY = 0x21;

/**
 * Packs bytes as small as deflate can: text repeats itself, weights do not, and a search for repetitions costs them a
 * tenth of their size.
 */
function smallest(bytes: Buffer): { method: number; packed: Buffer } {
  const ways = [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED, constants.Z_RLE].map((strategy) => ({
    method: 8,
    packed: deflateRawSync(bytes, { level: 9, strategy }),
  }));
  return [...ways, { method: 0, packed: bytes }].reduce((best, way) =>
    way.packed.length < best.packed.length ? way : best,
  );
}

/** A zip of these files, by path, in their order. */
export function zip(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = Buffer.from(path);
    const { method, packed } = smallest(bytes);
    // What stands in front of a file and in the directory alike.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(name.length === path.length ? 0 : 0x800, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt16LE(FIRST_DAY, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, rest, name]));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** The same files in a smaller zip. @throws Error where the bytes are no zip. */
export function repacked(bytes: Buffer): Buffer {
  return zip(unzip(bytes));
}
