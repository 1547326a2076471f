import { type CaptureAnswer, type CaptureMessage, createCapturer } from '@/lib/share/capture-page';
import { createPlacer } from '@/lib/share/places';

/** Put into a page by the share page: takes a picture of the whole article on the reader's word, and finds sentences. */
export default defineUnlistedScript(() => {
  const world = globalThis as {
    peelCapture?: (message: CaptureMessage) => Promise<CaptureAnswer>;
    peelPlaces?: ReturnType<typeof createPlacer>;
  };
  world.peelCapture ??= createCapturer(document);
  world.peelPlaces ??= createPlacer(document);
});
