/** The one file that training writes and the reader loads: a JSON header that names the tensors, then the tensors. */

/** The form that this version reads; lib/claims/training/export.py writes it. */
export const FORMAT = 1;
const MAGIC = 'PEELNET\0';

/** The model cannot be used; `problem` says why, `message` what exactly was found, for whoever looks into it. */
export class ModelError extends Error {
  override name = 'ModelError';

  constructor(
    readonly problem: 'missing' | 'damaged' | 'outdated' | 'unsupported',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface Tensor {
  name: string;
  type: 'i8' | 'f32';
  shape: number[];
  /** Offset in bytes from the start of the tensors. */
  at: number;
}

export interface ModelHeader {
  layers: number;
  /** Width of a token's vector, of the inner layer, and number of attention heads of 32. */
  width: number;
  wide: number;
  heads: number;
  /** Most pieces of the sentence, of the end of the one before, of the start of the title. */
  lengths: { text: number; previous: number; title: number };
  /** Order of the kind output. */
  kinds: string[];
  vocabulary: string[];
  bytes: number;
  checksum: number;
  tensors: Tensor[];
}

export interface ModelFile {
  header: ModelHeader;
  data: Uint8Array;
}

const damaged = (what: string) => new ModelError('damaged', `the model file is damaged: ${what}`);

/**
 * Takes a model file apart.
 * @throws ModelError where it is cut short, changed, or of another version.
 */
export function parseModel(bytes: ArrayBuffer): ModelFile {
  if (bytes.byteLength < 16) throw damaged('it is empty');
  const view = new DataView(bytes);
  const magic = String.fromCharCode(...new Uint8Array(bytes, 0, 8));
  if (magic !== MAGIC) throw damaged('it is another file');
  const format = view.getUint32(8, true);
  if (format !== FORMAT)
    throw new ModelError('outdated', `the model file is of version ${format}, version ${FORMAT} is read`);
  const headerEnd = 16 + view.getUint32(12, true);
  if (headerEnd > bytes.byteLength) throw damaged('it is cut short');
  let header: ModelHeader;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes, 16, headerEnd - 16)));
  } catch {
    throw damaged('its header cannot be read');
  }
  if (bytes.byteLength !== headerEnd + header.bytes) throw damaged('it is cut short');
  const data = new Uint8Array(bytes, headerEnd, header.bytes);
  if (checksum(data) !== header.checksum) throw damaged('its weights were changed');
  return { header, data };
}

/** FNV-1a over the sums of blocks of 65,536 32-bit words. */
function checksum(data: Uint8Array): number {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.byteLength >> 2);
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 65_536) {
    const end = Math.min(words.length, at + 65_536);
    let sum = 0;
    for (let i = at; i < end; i++) sum = (sum + words[i]!) | 0;
    hash = Math.imul(hash ^ sum, 0x01000193);
  }
  return hash >>> 0;
}
