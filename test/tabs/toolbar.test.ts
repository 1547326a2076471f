import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updateSettings } from '@/lib/settings';
import { followBadge, showCount, showTrouble, takeTrouble } from '@/lib/tabs/toolbar';
import { GALLERY, statusClaim } from '../share/gallery';
import { statusFixture } from '../status-fixture';
import { fakeToolbarButton } from '../toolbar-button';

const button = fakeToolbarButton();
const front = (active: boolean) =>
  vi.spyOn(browser.tabs, 'get').mockImplementation(async () => ({ id: 7, windowId: 1, active }) as never);

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  button.reset();
  vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(new Error('no receiver'));
});

describe('the toolbar button', () => {
  it('counts, unless the reader wants no number', async () => {
    await showCount(7, 3);
    expect(button.badges.get(7)).toBe('3');
    await updateSettings((now) => ({ ...now, badge: false }));
    await showCount(7, 3);
    expect(button.badges.get(7)).toBe('');
  });

  it('counts in open tabs as soon as the reader wants a number, and until they want none', async () => {
    const claims = GALLERY.slice(0, 3).map((told, index) => ({ ...statusClaim(told, index), painted: index > 0 }));
    vi.spyOn(browser.tabs, 'query').mockImplementation((async () => [{ id: 7 }, { id: 8 }, {}]) as never);
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (id: number) => {
      if (id !== 7) throw new Error('no receiver');
      return statusFixture({ claims });
    }) as never);
    followBadge();
    const choose = (badge: boolean) => updateSettings((now) => ({ ...now, badge }));
    await showCount(7, 2);
    await choose(false);
    await vi.waitFor(() => expect(button.badges.get(7)).toBe(''));
    await choose(true);
    await vi.waitFor(() => expect(button.badges.get(7)).toBe('2'));
    expect(button.badges.has(8)).toBe(false);
  });

  it('keeps a trouble until it is taken, once, and counts again', async () => {
    front(true);
    await showTrouble(7, 'It is full.');
    expect([button.titles.get(7), button.badges.get(7), button.popups]).toEqual(['Peel: It is full.', '!', [1]]);
    await showCount(7, 3);
    expect(button.badges.get(7)).toBe('!');
    expect(await takeTrouble(8)).toBe('');
    expect(await takeTrouble(7)).toBe('It is full.');
    await vi.waitFor(() => expect(button.badges.get(7)).toBe(''));
    await showCount(7, 3);
    expect(button.badges.get(7)).toBe('3');
    expect(await takeTrouble(7)).toBe('');
  });

  it('calls nobody back who went to another tab', async () => {
    front(false);
    await showTrouble(7, 'It is full.');
    expect([button.badges.get(7), button.popups]).toEqual(['!', []]);
  });

  it('is marked where the browser opens no popup by itself, and quiet where the tab is gone', async () => {
    front(true);
    Object.assign(browser.action, { openPopup: () => Promise.reject(new Error('no gesture')) });
    await showTrouble(7, 'It is full.');
    expect(button.badges.get(7)).toBe('!');
    Object.assign(browser.action, {
      setTitle: () => Promise.reject(new Error('no tab')),
      getTitle: () => Promise.reject(new Error('no tab')),
    });
    await expect(showTrouble(7, 'It is full.')).resolves.toBeUndefined();
    expect(await takeTrouble(7)).toBe('');
  });
});
