import { type CaptureAnswer, type CaptureMessage, createCapturer } from '@/lib/share/capture-page';
import { createPlacer, type PlaceAnswer } from '@/lib/share/places';

/** Put into a page by the share page: takes a picture of the whole article on the reader's word, and finds sentences. */
export default defineUnlistedScript(() => {
  const world = globalThis as {
    peelCapture?: (message: CaptureMessage) => Promise<CaptureAnswer>;
    peelPlaces?: (quotes: readonly string[]) => PlaceAnswer;
  };
  world.peelCapture ??= createCapturer(document);
  world.peelPlaces ??= createPlacer(document);
});
