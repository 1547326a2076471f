// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import content from '@/entrypoints/content';
import type { PageStatus } from '@/lib/messages';
import { ContentScriptContext } from '@/lib/session/script-context';

afterEach(() => vi.unstubAllGlobals());

it('ends when a newer copy of the script starts, and not before', () => {
  const older = new ContentScriptContext();
  expect(older.isInvalid).toBe(false);
  const newer = new ContentScriptContext();
  expect([older.isInvalid, newer.isInvalid]).toEqual([true, false]);
  new ContentScriptContext();
  expect(newer.signal.aborted).toBe(true);
});

it('tells the page nothing when it starts, and is not ended by what a page sends', () => {
  const sent = vi.spyOn(EventTarget.prototype, 'dispatchEvent');
  const heard = vi.spyOn(EventTarget.prototype, 'addEventListener');
  const context = new ContentScriptContext();
  // An abort of the older copy is an event too, of a signal that no page has.
  const onPage = ({ mock }: { mock: { contexts: unknown[] } }) =>
    mock.contexts.filter((target) => target === document || target === window || target instanceof Node);
  expect([onPage(sent), onPage(heard)]).toEqual([[], []]);
  vi.restoreAllMocks();
  for (const target of [document, window])
    for (const name of ['started', 'content-script-started'])
      target.dispatchEvent(new CustomEvent(`${browser.runtime.id}:${name}`, { bubbles: true }));
  window.dispatchEvent(new MessageEvent('message', { data: { type: `${browser.runtime.id}:started` } }));
  expect(context.isInvalid).toBe(false);
});

it('ends once it is asked and the extension is gone', () => {
  const context = new ContentScriptContext();
  const id = vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as unknown as string);
  expect(context.signal.aborted).toBe(false);
  expect(context.isInvalid).toBe(true);
  id.mockRestore();
  expect(context.isInvalid).toBe(true);
});

describe('a page that is prepared before anybody sees it', () => {
  function prepare() {
    vi.stubGlobal('CSS', { highlights: new Map() });
    const read = vi.spyOn(browser.storage.local, 'get');
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    const context = new ContentScriptContext();
    const begun = content.main(context as never);
    const show = async () => {
      Reflect.deleteProperty(document, 'prerendering');
      document.dispatchEvent(new Event('prerenderingchange'));
      await begun;
    };
    return { read, show };
  }
  afterEach(() => {
    vi.restoreAllMocks();
    // Ends the copy that runs.
    new ContentScriptContext();
  });

  it('is read once it is seen', async () => {
    const { read, show } = prepare();
    await new Promise((done) => setTimeout(done, 20));
    expect(read).not.toHaveBeenCalled();
    await show();
    expect(read).toHaveBeenCalled();
  });

  it('is left alone where a newer copy has started meanwhile', async () => {
    const { read, show } = prepare();
    new ContentScriptContext();
    await show();
    expect(read).not.toHaveBeenCalled();
  });
});

describe('a page that is read', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    document.body.replaceChildren();
    new ContentScriptContext();
  });

  /** Starts the script. @returns what asks it for the page's status. */
  async function begin(context = new ContentScriptContext()) {
    vi.stubGlobal('CSS', { highlights: new Map() });
    const listeners: Parameters<typeof browser.runtime.onMessage.addListener>[0][] = [];
    vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => void listeners.push(listener));
    await content.main(context as never);
    return () =>
      new Promise<PageStatus>((resolve) =>
        listeners[0]?.({ type: 'peel:status' }, { id: browser.runtime.id }, resolve),
      );
  }

  it('is read again where a shadow tree changes that the first reading saw', async () => {
    const told =
      'The harbour board met on Monday to hear the report on the eastern breakwater, which has settled. '.repeat(2);
    const story = document.body.appendChild(document.createElement('x-story')).attachShadow({ mode: 'open' });
    const add = (text: string) => story.appendChild(document.createElement('p')).append(text);
    for (const number of ['One', 'Two', 'Three']) add(`${number}. ${told}`);
    const status = await begin();
    await vi.waitFor(async () => expect((await status()).paragraphs).toBe(3));
    add(`Four. ${told}`);
    await vi.waitFor(async () => expect((await status()).paragraphs).toBe(4), { timeout: 5_000 });
  });

  it.each(['pointerdown', 'pointerover', 'keydown', 'blur'])(
    'is no longer followed once the extension is gone: %s',
    async (sign) => {
      const context = new ContentScriptContext();
      await begin(context);
      window.dispatchEvent(new Event(sign));
      expect(context.signal.aborted).toBe(false);
      vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as unknown as string);
      document.body.dispatchEvent(new Event(sign));
      expect(context.signal.aborted).toBe(true);
    },
  );

  it('keeps what held when it went into the cache where storage does not say what holds now', async () => {
    const status = await begin();
    const state = async () => (await status()).state;
    await vi.waitFor(async () => expect(await state()).toBe('no-article'));
    const asked = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('gone'));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await new Promise((done) => setTimeout(done, 50));
    expect(await state()).toBe('no-article');
  });
});
