/** Loads the network from the extension's own package, once for as long as the background lives. */
import { browser } from 'wxt/browser';
import { Encoder, ModelError, parseModel } from '../claims';

/** The one fetch of the extension: it reads a file of its own package, and nothing goes over the network. */
async function fromPackage(): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL('/reader.bin'));
  return response.arrayBuffer();
}

let loading: Promise<Encoder> | null = null;

/**
 * The encoder; loaded on the first call (about 60 ms).
 * @param modelBytes reads the model file of the package.
 * @throws ModelError; the next call tries again.
 */
export function loadEncoder(modelBytes = fromPackage): Promise<Encoder> {
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
  } catch (cause) {
    throw new ModelError('missing', 'there is no model file', { cause });
  }
  return new Encoder(parseModel(bytes));
}
