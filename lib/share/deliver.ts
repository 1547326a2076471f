/** Ways out of the share page, all by the reader's own press: clipboard, file, the system's share sheet. Nothing is sent. */
import { t } from '../locale';
import { type PngText, withText } from './png';

/** The picture of `canvas` as a PNG with `text` in it. @throws Error with a sentence for the reader. */
export async function pngOf(canvas: HTMLCanvasElement, text: PngText): Promise<Blob> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error(t('share_too_large'));
  return new Blob([withText(new Uint8Array(await blob.arrayBuffer()), text)], { type: 'image/png' });
}

/** True if this browser takes pictures on its clipboard. */
export function canCopyImage(): boolean {
  return typeof ClipboardItem === 'function' && typeof navigator.clipboard?.write === 'function';
}

/**
 * Puts a picture on the clipboard. `png` is a promise because some browsers forget the press while it is made.
 * @throws what `png` rejects with, or an Error with a sentence for the reader.
 */
export async function copyImage(png: Promise<Blob>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
  } catch {
    await png;
    throw new Error(t('share_image_refused'));
  }
}

/** Puts `text` on the clipboard. False where the browser will not have it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Hands `blob` to the browser's downloads under `name`. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Firefox reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** True if the system has a share sheet that takes pictures. */
export function canShare(): boolean {
  if (typeof navigator.share !== 'function' || typeof navigator.canShare !== 'function') return false;
  return navigator.canShare({ files: [new File([], 'peel.png', { type: 'image/png' })] });
}

/**
 * Opens the system's share sheet; answers what became of it, in words. A reader who closes it has changed their mind; that
 * is no error. @throws Error with a sentence for the reader.
 */
export async function share(blob: Blob, name: string, text: string): Promise<string> {
  try {
    await navigator.share({ files: [new File([blob], name, { type: 'image/png' })], text });
    return t('share_shared');
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return t('share_not_shared');
    throw new Error(t('share_not_taken'));
  }
}
