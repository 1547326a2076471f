/** Where the injected half of the content script leaves `createOverlay` for the other half: Peel's own isolated world. */
import type { createOverlay } from '../overlay';

export const OVERLAY_SLOT = 'peelCreateOverlay';

/** What the injected half left; undefined before it ran. */
export function overlayInSlot(): typeof createOverlay | undefined {
  const found: unknown = Reflect.get(globalThis, OVERLAY_SLOT);
  return typeof found === 'function' ? (found as typeof createOverlay) : undefined;
}
