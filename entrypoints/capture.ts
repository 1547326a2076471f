import { type CaptureAnswer, type CaptureMessage, createCapturer } from '@/lib/share/capture-page';

/** Put into a page by the share page, on the reader's word, to take a picture of the whole article. */
export default defineUnlistedScript(() => {
  const world = globalThis as { peelCapture?: (message: CaptureMessage) => Promise<CaptureAnswer> };
  world.peelCapture ??= createCapturer(document);
});
