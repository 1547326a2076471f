// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptureAnswer, CaptureMessage } from '@/lib/share/capture-page';
import { type Camera, type Stitched, stitch } from '@/lib/share/stitch';

const HERE = 'https://news.example/a';
const WINDOW = { width: 800, height: 600 };
const SHOT = 'data:image/png;base64,AAAA';

/** What the page of a test says when it is asked; what is left out is as on a page that keeps still. */
type Says = (message: CaptureMessage) => Partial<CaptureAnswer>;

/** A camera before a page of `total` CSS pixels. It scrolls as far as its last screen. */
function cameraOf(total: number, says: Says = () => ({})): Camera {
  return {
    begin: async () => undefined,
    finish: async () => undefined,
    shoot: async () => SHOT,
    async ask(message) {
      const said = says(message);
      const y = message.type === 'step' ? Math.min(message.y, (said.total ?? total) - WINDOW.height) : 0;
      const still = { innerWidth: WINDOW.width, dpr: 1, total, address: HERE, stopped: false, boxed: false };
      return { ...WINDOW, y, ...still, ...said };
    },
  };
}

const taken = (camera: Camera, address = HERE): Promise<Stitched | null> =>
  stitch(camera, address, new AbortController().signal, () => undefined);

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async () => ({ ...WINDOW, close: () => undefined }));
  const context = { drawImage: () => undefined };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => context as never);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the whole article', () => {
  it('is taken screen by screen', async () => {
    const made = await taken(cameraOf(1500));
    expect(made).toMatchObject({ dpr: 1, words: 'The whole article is in the picture.' });
    expect(made?.canvas.height).toBe(1500);
  });

  it('is never that of another page that has come in its place', async () => {
    const at = (address: string) => cameraOf(1500, () => ({ address }));
    await expect(taken(at('https://news.example/b'))).rejects.toThrow('went away or changed');
    // The query and the fragment are not in the address that is handed over.
    expect(await taken(at(`${HERE}?id=42#:~:text=it`))).not.toBeNull();
    // A page that was never read has none, and a file's is written otherwise.
    expect(await taken(at('https://news.example/b'), '')).not.toBeNull();
    expect(await taken(at('file:///saved/a.html'), 'file:/saved/a.html')).not.toBeNull();
  });

  it('ends where the next story comes up, whose address the page then takes', async () => {
    const endless = (first: string) =>
      cameraOf(9000, (message) => ({
        // After the visit it may still have the address of the last story in sight.
        address: message.type !== 'step' ? `${HERE}-3` : message.y < 1000 ? first : `${HERE}-2`,
      }));
    const made = await taken(endless(HERE));
    expect(made?.words).toMatch(/^The page went on under another address/);
    // Two screens overlap by two pixels.
    expect(made?.canvas.height).toBe(2 * WINDOW.height - 2);
    await expect(taken(endless(`${HERE}-0`))).rejects.toThrow('went away or changed');
  });

  it('ends where the page jumped over some of it, rather than leave that out unsaid', async () => {
    const jumping = cameraOf(3000, (message) => (message.type === 'step' && message.y > 0 ? { y: 900 } : {}));
    const made = await taken(jumping);
    expect(made?.canvas.height).toBe(WINDOW.height);
    expect(made?.words).not.toBe('The whole article is in the picture.');
  });

  it('is said to go on where it grew past the longest picture meanwhile', async () => {
    let visits = 0;
    const grown = cameraOf(15_000, ({ type }) => {
      if (type === 'start') visits++;
      return { total: visits > 1 ? 26_000 : type === 'start' ? 15_000 : 15_400 };
    });
    expect((await taken(grown))?.words).toBe('The page goes on: the picture holds its first 20,000 pixels.');
    expect(visits).toBe(2);
  });

  it.each(['step', 'end'] as const)('is stopped though the page hangs and answers no “%s” any more', async (type) => {
    vi.useFakeTimers();
    const still = cameraOf(9000);
    const finish = vi.fn(async () => undefined);
    const hung: Camera = {
      ...still,
      finish,
      ask: (message) => (message.type === type ? new Promise(() => undefined) : still.ask(message)),
    };
    const stop = new AbortController();
    const done = vi.fn();
    void stitch(hung, HERE, stop.signal, () => stop.abort()).then(done);
    await vi.advanceTimersByTimeAsync(100);
    stop.abort();
    // A page that is only slow puts itself back first.
    await vi.advanceTimersByTimeAsync(2500);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(done).toHaveBeenCalledWith(null);
    expect(finish).toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('does not start a page that became ready after it was stopped', async () => {
    let ready = () => {};
    const still = cameraOf(3000);
    const asked: string[] = [];
    const slow: Camera = {
      ...still,
      begin: () => new Promise((done) => (ready = () => done(undefined))),
      ask: (message) => {
        asked.push(message.type);
        return still.ask(message);
      },
    };
    const stop = new AbortController();
    const made = stitch(slow, HERE, stop.signal, () => undefined);
    stop.abort();
    ready();
    expect(await made).toBeNull();
    expect(asked).toEqual(['end']);
  });
});
