// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyImage, pngOf, share } from '@/lib/share/deliver';

/** A clipboard that wants the picture, as browsers do, before it says whether it takes it. */
function clipboard(takes: boolean): void {
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(readonly parts: Record<string, Promise<Blob>>) {}
    },
  );
  const write = async ([item]: { parts: Record<string, Promise<Blob>> }[]) => {
    await item?.parts['image/png'];
    if (!takes) throw new DOMException('no', 'NotAllowedError');
  };
  vi.stubGlobal('navigator', { clipboard: { write } });
}

afterEach(() => vi.unstubAllGlobals());

describe('a picture on the clipboard', () => {
  const png = async () => new Blob(['x']);
  const tooLarge = () => pngOf({ toBlob: (done: BlobCallback) => done(null) } as HTMLCanvasElement, {});

  it('is taken, or the reader is told how else to get it', async () => {
    clipboard(true);
    await expect(copyImage(png())).resolves.toBeUndefined();
    clipboard(false);
    await expect(copyImage(png())).rejects.toThrow(/would not put the picture on the clipboard/);
  });

  it('that could not be made is not called one that the clipboard would not take', async () => {
    clipboard(true);
    await expect(copyImage(tooLarge())).rejects.toThrow(/it is too large/);
  });
});

describe('the system’s share sheet', () => {
  const sheet = (end: () => Promise<void>) => vi.stubGlobal('navigator', { share: end });

  it('that the reader closes is no error', async () => {
    sheet(() => Promise.reject(new DOMException('closed', 'AbortError')));
    expect(await share(new Blob(), 'a.png', '')).toMatch(/not shared/i);
    sheet(() => Promise.reject(new Error('no')));
    await expect(share(new Blob(), 'a.png', '')).rejects.toThrow();
  });
});
