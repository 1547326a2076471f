import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import * as allowed from '@/lib/background/allowed-pages';
import { answerMessage, answerPort } from '@/lib/background/listeners';
import { answerRead } from '@/lib/background/read-answers';
import { READ_PORT } from '@/lib/messages';
import { statusFixture } from '../status-fixture';

vi.mock('@/lib/background/packs', () => ({ tryPack: async () => 'tried' }));
vi.mock('@/lib/background/read-answers', () => ({
  answerRead: vi.fn(async () => ({ type: 'failed', pass: 1, reason: 'odd' })),
  answerAnother: async () => null,
  answerDeciding: async () => [],
}));

const OWN = 'chrome-extension://peel/';
const page = { id: 'peel', url: 'https://courier.example/1', tab: { id: 7, url: 'https://courier.example/1' } };
const options = { id: 'peel', url: `${OWN}options.html`, tab: { id: 8, url: `${OWN}options.html` } };

beforeEach(() => {
  vi.restoreAllMocks();
  Object.defineProperty(browser.runtime, 'id', { value: 'peel', configurable: true });
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `${OWN}${String(path).replace(/^\//, '')}`);
});

describe('a message to the background', () => {
  const pack = { type: 'peel:try-pack', name: 'a.pack.txt', text: '', inPart: false, sentence: '' };

  it('about a pack is answered to Peel’s own pages, and to no page of the web', async () => {
    expect(await answerMessage(pack, options)).toBe('tried');
    expect(answerMessage(pack, page)).toBeUndefined();
    expect(answerMessage(pack, { ...options, id: 'stranger' })).toBeUndefined();
  });

  it('that is about a tab is left alone where it comes from none', () => {
    const { tab: _, ...nowhere } = page;
    for (const message of [
      { type: 'peel:margin' },
      { type: 'peel:badge', count: 1 },
      { type: 'peel:returned' },
      { type: 'peel:share', index: null },
    ])
      expect(answerMessage(message, nowhere)).toBeUndefined();
  });

  it('of a page that is back is about its own address, which the browser tells of a page that may not be read, too', async () => {
    const back = vi.spyOn(allowed, 'onReturned').mockResolvedValue();
    await answerMessage({ type: 'peel:returned' }, { ...page, tab: { id: 7 } });
    expect(back).toHaveBeenCalledExactlyOnceWith(7, 'https://courier.example/1');
  });

  it('for the share page is answered with whether it was opened', async () => {
    const share = () => answerMessage({ type: 'peel:share', index: null }, page);
    const asked = vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    const opened = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
    expect(await share()).toBe(false);
    expect(opened).not.toHaveBeenCalled();
    asked.mockResolvedValue(statusFixture({}) as never);
    expect(await share()).toBe(true);
    expect(opened).toHaveBeenCalledOnce();
    opened.mockRejectedValue(new Error('no tabs here'));
    expect(await share()).toBe(false);
  });
});

describe('a port to the background', () => {
  const port = (name: string, sender: object) => {
    const heard: ((message: unknown) => void)[] = [];
    const hungUp: (() => void)[] = [];
    const sent: unknown[] = [];
    answerPort({
      name,
      sender,
      onMessage: { addListener: (listener) => heard.push(listener) },
      onDisconnect: { addListener: (listener) => hungUp.push(listener) },
      postMessage: (message) => sent.push(message),
    });
    return { heard, hungUp, sent };
  };

  it.each([
    ['of an open window', page, false],
    ['of a private window', { ...page, tab: { ...page.tab, incognito: true } }, true],
    ['of the welcome page', { id: 'peel', url: `${OWN}welcome.html`, tab: { id: 9 } }, true],
  ])('%s is answered, and remembered or not', async (_, sender, secret) => {
    const { heard, sent } = port(READ_PORT, sender);
    await Promise.all(heard.map((listener) => listener({ type: 'read' })));
    expect(sent).toEqual([{ type: 'failed', pass: 1, reason: 'odd' }]);
    expect(vi.mocked(answerRead).mock.lastCall?.[1].secret).toBe(secret);
  });

  it('gets what the top of a page says before all of it', async () => {
    const failed = { type: 'failed', pass: 1, reason: 'slow' } as const;
    vi.mocked(answerRead).mockImplementationOnce(async (_message, { onOpening }) => {
      onOpening?.(failed);
      return { type: 'failed', pass: 1, reason: 'tripped' };
    });
    const { heard, sent } = port(READ_PORT, page);
    await Promise.all(heard.map((listener) => listener({ type: 'read' })));
    expect(sent).toMatchObject([failed, { reason: 'tripped' }]);
  });

  it('that hangs up calls off the reading', async () => {
    const { heard, hungUp } = port(READ_PORT, page);
    await Promise.all(heard.map((listener) => listener({ type: 'read' })));
    const signal = vi.mocked(answerRead).mock.lastCall?.[1].signal;
    expect(signal?.aborted).toBe(false);
    for (const listener of hungUp) listener();
    expect(signal?.aborted).toBe(true);
  });

  it('of somebody else is left alone', () => {
    expect(port('wxt:reload', page).heard).toEqual([]);
  });

  it('that has hung up by then is nobody’s error', async () => {
    const heard: ((message: unknown) => unknown)[] = [];
    answerPort({
      name: READ_PORT,
      sender: page,
      onMessage: { addListener: (listener) => heard.push(listener) },
      onDisconnect: { addListener: () => undefined },
      postMessage: () => {
        throw new Error('disconnected');
      },
    });
    await expect(heard[0]?.({ type: 'read' })).resolves.toBeUndefined();
  });
});
