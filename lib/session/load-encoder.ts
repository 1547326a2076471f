/** Loads the network from the extension's own package, once for as long as the background lives. */
import { Encoder, ModelError, parseModel } from '../claims';

/** Where `public/` puts it in the package. */
export const MODEL_PATH = '/reader.bin';

let loading: Promise<Encoder> | null = null;

/**
 * The encoder; loaded on the first call (about 60 ms). The one fetch of the extension reads a file of its own package: nothing
 * goes over the network.
 * @param urlOf the browser's `runtime.getURL`.
 * @throws ModelError with a plain sentence for the reader. The next call tries again.
 */
export function loadEncoder(urlOf: (path: string) => string): Promise<Encoder> {
  loading ??= load(urlOf).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(urlOf: (path: string) => string): Promise<Encoder> {
  let bytes: ArrayBuffer;
  try {
    bytes = await (await fetch(urlOf(MODEL_PATH))).arrayBuffer();
  } catch {
    throw new ModelError('Peel could not find its reader. Installing Peel again mends it.');
  }
  return new Encoder(parseModel(bytes));
}
