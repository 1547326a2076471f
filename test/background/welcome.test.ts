import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isOwnPage } from '@/lib/background/sender';
import { askedIn, welcome } from '@/lib/background/welcome';

const opened: string[] = [];
const asks = (...permissions: string[]) =>
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation(() => ({ permissions }) as never);

beforeEach(() => {
  fakeBrowser.reset();
  opened.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `extension:/${path}`);
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async ({ url }) => {
    opened.push(String(url));
    return {} as never;
  });
});

describe('the welcome page', () => {
  it('opens on the first day, and after an update only where it asks for something new', async () => {
    asks('storage');
    await welcome('install');
    expect(opened).toEqual(['extension://welcome.html']);
    for (const reason of ['update', 'browser_update', 'chrome_update']) await welcome(reason);
    expect(opened).toHaveLength(1);
    asks('storage', 'side panel');
    await welcome('update');
    expect(opened).toEqual(['extension://welcome.html', 'extension://welcome.html#side%20panel']);
    expect(askedIn('#side%20panel&https%3A%2F%2Fa.com%2F*')).toEqual(['side panel', 'https://a.com/*']);
  });

  it('stays shut after an update from before this was kept', async () => {
    asks('storage');
    await welcome('update');
    expect(opened).toEqual([]);
  });

  it('takes rubbish in its address for nothing', () => {
    for (const hash of ['', '#', '#%', '#&&']) expect(askedIn(hash)).toEqual([]);
  });

  it('is a page of our own, and no page of the web is', () => {
    expect(isOwnPage({ url: 'extension://welcome.html' }, 'extension://')).toBe(true);
    expect(isOwnPage({ url: 'https://example.com/' }, 'extension://')).toBe(false);
    expect(isOwnPage({}, 'extension://')).toBe(false);
  });
});
