import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Encoder, parseModel } from '@/lib/claims';

const FILE = fileURLToPath(new URL('../../../public/reader.bin', import.meta.url));

/**
 * The network that ships, for commands and tests.
 * @param file another model file.
 * @throws Error with a plain sentence where there is none; ModelError where it is damaged.
 */
export function readNetwork(file = FILE): Encoder {
  if (!existsSync(file)) throw new Error(`no network at ${file}: "npm run train" makes one`);
  const bytes = readFileSync(file);
  return new Encoder(parseModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)));
}
