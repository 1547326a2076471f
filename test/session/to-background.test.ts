import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { LEVELS } from '@/lib/model';
import { askBackground, tell } from '@/lib/session/to-background';

const answers = (answer: () => Promise<unknown>) =>
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(answer as never);
const dead = () => Promise.reject(new Error('Extension context invalidated.'));
afterEach(() => vi.restoreAllMocks());

describe('what is asked of the background', () => {
  const asked = askBackground(() => false);

  it('is a note at a level, without those that stood there', async () => {
    const sent = answers(async () => ({ note: { text: 'So it says.' } }));
    expect(await asked.another({} as never, {} as never, 2, 'onion', ['house#1'])).toEqual({ text: 'So it says.' });
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ index: 2, level: 'onion', used: ['house#1'] }));
  });

  it('brings no note where there is none', async () => {
    answers(async () => ({ note: null }));
    expect(await asked.another({} as never, {} as never, 0, 'roast', [])).toBeNull();
  });

  it.each([async () => undefined, async () => 'rubbish', dead])(
    'tells no answer from the answer that there is no note: %s',
    async (answer) => {
      answers(answer);
      expect(await asked.another({} as never, {} as never, 0, 'roast', [])).toBeUndefined();
    },
  );

  /** A background that answers at its port with `more` in the report's message. */
  function reports(more: object) {
    const edition = { level: 'roast', notes: [], headline: null, end: null };
    const editions = Object.fromEntries(LEVELS.map((level) => [level, edition]));
    const report = {
      reading: { claims: [], score: 0, supported: 0 },
      room: 'open',
      roomReason: null,
      straight: [],
      editions,
    };
    let answer: (message: unknown) => void = () => undefined;
    const port = {
      postMessage: () => answer({ type: 'report', pass: 1, report, ...more }),
      disconnect: () => undefined,
      onMessage: {
        addListener: (listener: typeof answer) => {
          answer = listener;
        },
      },
      onDisconnect: { addListener: () => undefined },
    };
    vi.spyOn(browser.runtime, 'connect').mockReturnValue(port as never);
    return report;
  }

  it('says what could not be kept, and that nobody answered, in words that came with the report', async () => {
    reports({ words: { page_unheard: 'No answer.' } });
    const { ask, keep, words } = askBackground(() => false);
    await ask({ passages: [] } as never, 1, [], new AbortController().signal);
    expect(words).toEqual({ page_unheard: 'No answer.' });
    answers(async () => 'Is the disk full?');
    expect(await keep(true, { what: 'site' })).toBe('Is the disk full?');
    answers(async () => '');
    expect(await keep(true, { what: 'site' })).toBe('');
    for (const none of [dead, async () => undefined, async () => ({})]) {
      answers(none);
      expect(await keep(true, { what: 'site' })).toBe('No answer.');
    }
  });

  it('never says that all is well where nobody answered', async () => {
    answers(dead);
    expect(await asked.keep(true, { what: 'site' })).not.toBe('');
  });

  it('is the share page, which is open only where the background says so', async () => {
    const sent = answers(async () => true);
    expect(await asked.share(3)).toBe(true);
    expect(sent).toHaveBeenCalledWith({ type: 'peel:share', index: 3 });
    // The last is how the polyfill answers for a listener that rejects.
    const rejected = { __mozWebExtensionPolyfillReject__: true, message: 'no' };
    for (const none of [dead, async () => undefined, async () => false, async () => rejected]) {
      answers(none);
      expect(await asked.share(3)).toBe(false);
    }
  });

  it('looks no word up', async () => {
    const report = reports({});
    const looked = vi.spyOn(browser.i18n, 'getMessage');
    const { ask, words } = askBackground(() => true);
    expect(await ask({ passages: [] } as never, 1, [], new AbortController().signal)).toEqual(report);
    expect(words).toEqual({});
    expect(looked).not.toHaveBeenCalled();
  });

  it('is nothing where the answer was lost while the page lay in the cache', async () => {
    const world = new EventTarget();
    vi.stubGlobal('window', world);
    const heard = vi.spyOn(world, 'addEventListener');
    answers(() => new Promise(() => undefined));
    const another = asked.another({} as never, {} as never, 0, 'roast', []);
    const deciding = asked.deciding({} as never, {} as never);
    world.dispatchEvent(new Event('pageshow'));
    world.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect([await another, await deciding]).toEqual([undefined, null]);
    // What was answered listens no longer.
    answers(async () => ({ note: null }));
    expect(await asked.another({} as never, {} as never, 0, 'roast', [])).toBeNull();
    const signals = heard.mock.calls.map(([, , options]) => (options as AddEventListenerOptions).signal?.aborted);
    expect(signals).toEqual([true, true, true]);
    vi.unstubAllGlobals();
  });

  it('is nothing where the extension is gone', async () => {
    answers(dead);
    expect(await tell({ type: 'peel:margin' })).toBeUndefined();
  });
});
