// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyToClipboard } from '@/lib/overlay/clipboard';
import { fakeCopying, isTrusted } from './copying';

vi.mock('@/lib/overlay/trusted', async () => ({ isTrusted: (await import('./copying')).isTrusted }));

type Copy = Event & { clipboardData: DataTransfer };

let root: ShadowRoot;
let copying: ReturnType<typeof fakeCopying>;
let page = new AbortController();

/** What a page may do to a copy. */
const meddle = (event: Event) => {
  event.preventDefault();
  (event as Copy).clipboardData.setData('text/plain', 'Read more at the page.');
  (event as Copy).clipboardData.setData('text/html', '<b>Read more</b>');
};

beforeEach(() => {
  page = new AbortController();
  const host = document.documentElement.appendChild(document.createElement('div'));
  root = host.attachShadow({ mode: 'closed' });
  copying = fakeCopying(() => root);
});
afterEach(() => {
  page.abort();
  copying.end();
  root.host.remove();
});

describe('copying where the browser has no clipboard for scripts', () => {
  it.each([
    ['bubbling to the document', document, false],
    ['on its way down the document', document, true],
    ['bubbling to the window', window, false],
    ['on its way down the window', window, true],
  ])('copies our text and nothing else, whatever a handler of the page does, %s', async (_, target, capture) => {
    target.addEventListener('copy', meddle, { capture, signal: page.signal });
    expect(await copyToClipboard(root, 'The joke (satire)')).toBe(true);
    expect([...copying.clipboard]).toEqual([['text/plain', 'The joke (satire)']]);
  });

  it('tells the page nothing of it beyond the first who listen', async () => {
    const heard = vi.fn();
    document.addEventListener('copy', heard, { signal: page.signal });
    await copyToClipboard(root, 'The joke (satire)');
    expect(heard).not.toHaveBeenCalled();
  });

  it('does not say that it copied where the page kept the event to itself', async () => {
    const steal = (event: Event) => {
      meddle(event);
      event.stopImmediatePropagation();
    };
    window.addEventListener('copy', steal, { capture: true, signal: page.signal });
    expect(await copyToClipboard(root, 'The joke (satire)')).toBe(false);
  });

  it('does not say that it copied where words of the page cannot be taken out', async () => {
    const stick = (event: Event) => {
      meddle(event);
      Object.assign((event as Copy).clipboardData, { clearData: () => undefined });
    };
    window.addEventListener('copy', stick, { capture: true, signal: page.signal });
    expect(await copyToClipboard(root, 'The joke (satire)')).toBe(false);
  });

  it('is not fooled by an event that the page made up', async () => {
    const forge = (event: Event) => {
      if (!isTrusted(event)) return;
      event.stopImmediatePropagation();
      page.abort();
      window.dispatchEvent(Object.assign(new Event('copy'), { clipboardData: (event as Copy).clipboardData }));
      meddle(event);
    };
    window.addEventListener('copy', forge, { capture: true, signal: page.signal });
    expect(await copyToClipboard(root, 'The joke (satire)')).toBe(false);
  });

  it('leaves no field and no listener behind', async () => {
    await copyToClipboard(root, 'The joke (satire)');
    expect(root.childElementCount).toBe(0);
    document.addEventListener('copy', meddle, { signal: page.signal });
    document.execCommand('copy');
    expect(copying.clipboard.get('text/plain')).toBe('Read more at the page.');
  });

  it('says so where the browser refuses', async () => {
    copying.end();
    copying = fakeCopying(() => root, false);
    expect(await copyToClipboard(root, 'The joke (satire)')).toBe(false);
  });
});

describe('copying through the clipboard for scripts', () => {
  it('sets off no event that the page could hear', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    const heard = vi.fn();
    window.addEventListener('copy', heard, { capture: true, signal: page.signal });
    expect(await copyToClipboard(root, 'The joke (satire)')).toBe(true);
    expect(writeText).toHaveBeenCalledWith('The joke (satire)');
    expect(heard).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('is not tried where the page’s policy forbids it, which the page would be told', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    Object.assign(document, { featurePolicy: { allowsFeature: (name: string) => name !== 'clipboard-write' } });
    expect(await copyToClipboard(root, 'The joke (satire)')).toBe(true);
    expect(writeText).not.toHaveBeenCalled();
    expect(copying.clipboard.get('text/plain')).toBe('The joke (satire)');
    Reflect.deleteProperty(document, 'featurePolicy');
    vi.unstubAllGlobals();
  });
});
