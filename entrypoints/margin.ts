import { createOverlay } from '@/lib/overlay';
import { OVERLAY_SLOT } from '@/lib/session/overlay-slot';

/** The second half of the content script, injected by the background once a page turns out to make a claim. */
export default defineUnlistedScript(() => {
  Reflect.set(globalThis, OVERLAY_SLOT, createOverlay);
});
