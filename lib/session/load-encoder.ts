/** Loads the network from the extension's own package, once for as long as the background lives. */

import { Encoder, ModelError, parseModel } from '../claims';

let loading: Promise<Encoder> | null = null;

/**
 * The encoder; loaded on the first call (about 60 ms).
 * @param modelBytes reads the model file of the package.
 * @throws ModelError; the next call tries again.
 */
export function loadEncoder(modelBytes: () => Promise<ArrayBuffer>): Promise<Encoder> {
  loading ??= load(modelBytes).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(modelBytes: () => Promise<ArrayBuffer>): Promise<Encoder> {
  let bytes: ArrayBuffer;
  try {
    bytes = await modelBytes();
  } catch {
    throw new ModelError('missing', 'there is no model file');
  }
  return new Encoder(parseModel(bytes));
}
