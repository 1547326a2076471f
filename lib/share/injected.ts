/**
 * What capture.js leaves in its world of a page, for the share page to call. An element of the page with one of these ids
 * is a global there too, so whoever asks takes a function for ours and nothing else.
 */
import { type CaptureAnswer, type CaptureMessage, createCapturer } from './capture-page';
import { createPlacer } from './places';

export interface Injected {
  peelCapture?: (message: CaptureMessage) => Promise<CaptureAnswer>;
  peelPlaces?: ReturnType<typeof createPlacer>;
}

/** Leaves both in `world`, the script's global object; what an earlier run left stays, for it knows what it began. */
export function leaveIn(world: Injected, document: Document): void {
  if (typeof world.peelCapture !== 'function') world.peelCapture = createCapturer(document);
  if (typeof world.peelPlaces !== 'function') world.peelPlaces = createPlacer(document);
}
