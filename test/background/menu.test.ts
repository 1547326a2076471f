import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { claimIn, offerMenus, runCommand, runMenuEntry, sharePicture } from '@/lib/background/menu';
import type { PageStatus, StatusClaim } from '@/lib/messages';
import { loadPause, loadSettings, MOST_SITES, pause, updateSettings } from '@/lib/settings';
import type { ShareJob } from '@/lib/share/job';
import { GALLERY, statusClaim } from '../share/gallery';
import { statusFixture } from '../status-fixture';
import { fakeToolbarButton } from '../toolbar-button';

const claims = GALLERY.slice(0, 6).map((told, index) => statusClaim(told, index));
const quote = (at: number) => claims[at]?.claim.quote ?? '';
const at = (one: StatusClaim | null) => one?.index ?? null;

/** One pixel by three, as its head says. */
const VIEW =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAADCAAAAACVlBKJAAAADElEQVR42mOYCYRYAAA9pwUR9SmAMAAAAABJRU5ErkJggg==';
const status = (over: Partial<PageStatus> = {}) => statusFixture({ claims, ...over });
const tab = { id: 7, windowId: 1, width: 1, url: 'https://www.example.com/a?b#c', title: 'A' } as never;

describe('the claim in a selection', () => {
  it('is the one that it holds, most of which it holds, or in which it is', () => {
    expect(at(claimIn(`Before.  ${quote(3).replace(' ', '\n')} After.`, claims))).toBe(3);
    expect(at(claimIn(quote(4).slice(0, 60), claims))).toBe(4);
    expect(at(claimIn(`Before. ${quote(5).slice(0, 70)}`, claims))).toBe(5);
    expect(at(claimIn(`${quote(0).slice(12)} And more.`, claims))).toBe(0);
    expect(at(claimIn(`${quote(1)} ${quote(3)}`, claims))).toBe(3);
  });
  it.each(['', ' \n', 'the', 'A ferry was late again.', 'of the work of', 'Kelmore’s'])(
    'is none in %j',
    (selection) => {
      expect(at(claimIn(selection, claims.slice(2)))).toBe(null);
    },
  );
});

describe('a picture asked for by menu or key', () => {
  let stored: ShareJob[];
  beforeEach(() => {
    fakeBrowser.reset();
    stored = [];
    vi.spyOn(browser.storage.session, 'set').mockImplementation(async (values) => {
      stored.push(...(Object.values(values as object) as ShareJob[]));
    });
    vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `extension:/${path}`);
    vi.spyOn(browser.tabs, 'create').mockImplementation(async () => ({}) as never);
    vi.spyOn(browser.tabs, 'get').mockImplementation(async () => tab);
    Object.assign(browser.tabs, { captureVisibleTab: async () => VIEW });
  });
  const answer = (value: unknown) =>
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => value as never);

  it('begins with the view, at its size, and says nothing', async () => {
    answer(status());
    await sharePicture(tab);
    expect(stored[0]).toMatchObject({ tabId: 7, index: null, view: { width: 1, height: 3, dpr: 1 } });
    expect(stored[0]?.notices).toBeUndefined();
    expect(browser.tabs.create).toHaveBeenCalledTimes(1);
  });
  it('keeps of the address what may be handed on', async () => {
    answer(status({ href: 'https://www.example.com/a?id=1&token=y#notes' }));
    await sharePicture(tab);
    expect(stored[0]?.status.href).toBe('https://www.example.com/a?id=1');
  });
  it('begins with the claim that was selected', async () => {
    answer(status());
    await sharePicture(tab, quote(2));
    expect(stored[0]).toMatchObject({ index: 2 });
  });
  it.each([
    [status(), 'Nothing of the kind.', 'nothing-selected'],
    [status({ state: 'site-off', claims: [], address: '' }), undefined, 'nothing-marked'],
    [status({ state: 'failed', reason: 'tripped', claims: [] }), undefined, 'nothing-marked'],
    [undefined, undefined, 'not-at-work'],
    [{ rubbish: true }, 'Anything', 'not-at-work'],
  ])('says why it has nothing: %#', async (said, selection, notice) => {
    answer(said);
    await sharePicture(tab, selection);
    expect(stored[0]?.notices).toEqual([notice]);
    expect(stored[0]).toMatchObject({ index: null });
    expect(stored[0]?.status).toMatchObject({ host: 'www.example.com', address: 'https://www.example.com/a' });
  });
  it('has no address for a saved page', async () => {
    answer(undefined);
    await sharePicture({ ...(tab as object), url: 'file:///home/reader/saved.html' } as never);
    expect(stored[0]?.status).toMatchObject({ host: '', address: '', href: '', title: 'A' });
  });
  it('does without a view where the browser refuses one, and does nothing without a tab', async () => {
    answer(status());
    Object.assign(browser.tabs, { captureVisibleTab: () => Promise.reject(new Error('no')) });
    await sharePicture(tab);
    await sharePicture(undefined);
    expect(stored).toHaveLength(1);
    expect(stored[0]?.view).toBe(null);
  });
});

describe('the entries', () => {
  const permissions = browser.permissions as unknown as Record<string, unknown>;
  beforeEach(() => {
    fakeBrowser.reset();
    vi.spyOn(browser.runtime, 'getManifest').mockImplementation(
      () => ({ host_permissions: ['https://*.news.example/*'] }) as never,
    );
    Object.assign(permissions, { getAll: async () => ({ origins: ['https://allowed.example/*'] }) });
  });

  it('stand where they make sense; without menus nothing happens', async () => {
    const create = vi.fn();
    Object.assign(browser, { contextMenus: { removeAll: async () => undefined, create } });
    await offerMenus();
    const here = ['https://*.news.example/*', 'https://allowed.example/*'];
    const web = ['https://*/*', 'http://*/*'];
    expect(create.mock.calls.map(([entry]) => [entry.id, entry.contexts, entry.documentUrlPatterns])).toEqual([
      ['share-page', ['page'], here],
      ['share-selection', ['selection'], here],
      ['peel-page', ['page'], web],
      ['site-on', ['page'], web],
      ['site-off', ['page'], here],
    ]);
    Object.assign(browser, { contextMenus: undefined });
    await expect(offerMenus()).resolves.toBeUndefined();
  });

  it('ask for the site in front alone, right in the press, and switch Peel on there', async () => {
    const request = vi.fn(async () => true);
    Object.assign(permissions, { request });
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => status() as never);
    await runMenuEntry({ menuItemId: 'site-off' }, { url: 'https://www.other.example/a' } as never);
    expect((await loadSettings()).sitesOff).toEqual(['other.example']);
    const chosen = runMenuEntry({ menuItemId: 'site-on' }, { id: 7, url: 'https://www.other.example/a' } as never);
    expect(request).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://other.example/*', 'https://www.other.example/*'],
    });
    await chosen;
    expect((await loadSettings()).sitesOff).toEqual([]);
    await pause('hour');
    await runMenuEntry({ menuItemId: 'site-on' }, { id: 7, url: 'https://www.other.example/a' } as never);
    expect(await loadPause()).toBeNull();
  });

  it('take a no for an answer, give an allowed site back, and ignore what is nobody’s', async () => {
    const remove = vi.fn(async () => true);
    Object.assign(permissions, { request: async () => false, remove });
    await runMenuEntry({ menuItemId: 'site-on', pageUrl: 'https://other.example/a' });
    await runMenuEntry({ menuItemId: 'site-off', pageUrl: 'https://allowed.example/a' });
    expect(remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://allowed.example/*'] });
    for (const menuItemId of ['toString', 'nothing', 7]) await runMenuEntry({ menuItemId, pageUrl: 'about:blank' });
    for (const menuItemId of ['site-on', 'site-off', 'peel-page'])
      await runMenuEntry({ menuItemId, pageUrl: 'no address' });
    expect((await loadSettings()).sitesOff).toEqual([]);
  });
});

describe('what fails', () => {
  const button = fakeToolbarButton();
  beforeEach(() => {
    fakeBrowser.reset();
    button.reset();
    vi.spyOn(browser.tabs, 'get').mockImplementation(async () => ({ ...(tab as object), active: true }) as never);
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => status() as never);
    Object.assign(browser.permissions, { getAll: async () => ({ origins: [] }) });
  });

  it('is said at the toolbar button: a list that is full', async () => {
    const sitesOff = Array.from({ length: MOST_SITES }, (_, n) => `site-${n}.example`).sort();
    await updateSettings((now) => ({ ...now, sitesOff }));
    await runMenuEntry({ menuItemId: 'site-off' }, tab);
    expect(button.titles.get(7)).toMatch(/^Peel: The list of sites that are switched off is full/);
    expect(button.badges.get(7)).toBe('!');
    expect(button.popups).toEqual([1]);
    expect((await loadSettings()).sitesOff).toHaveLength(MOST_SITES);
  });

  it('is said where Peel is off: on the site, everywhere or for a while', async () => {
    const peel = async () => {
      await runMenuEntry({ menuItemId: 'peel-page' }, tab);
      const said = button.titles.get(7);
      button.reset();
      return said;
    };
    expect(await peel()).toBeUndefined();
    await updateSettings((now) => ({ ...now, sitesOff: ['example.com'] }));
    expect(await peel()).toBe('Peel: You switched Peel off on this site.');
    await updateSettings((now) => ({ ...now, sitesOff: [], enabled: false }));
    expect(await peel()).toBe('Peel: You switched Peel off everywhere.');
    await updateSettings((now) => ({ ...now, enabled: true }));
    await pause('hour');
    expect(await peel()).toMatch(/^Peel: Peel is off everywhere until \d/);
    await pause('restart');
    expect(await peel()).toBe('Peel: Peel is off everywhere until the browser starts anew.');
  });

  it('is said no more once it is put right, and stays with all that puts nothing right', async () => {
    await updateSettings((now) => ({ ...now, sitesOff: ['example.com'] }));
    await runMenuEntry({ menuItemId: 'peel-page' }, tab);
    vi.spyOn(browser.tabs, 'query').mockImplementation(async () => [tab]);
    vi.spyOn(browser.tabs, 'create').mockImplementation(async () => ({}) as never);
    Object.assign(browser.permissions, { request: async () => false });
    await runCommand('next-claim', tab);
    await runCommand('share-page', tab);
    for (const menuItemId of ['share-page', 'share-selection', 'site-on', 'nobody’s'])
      await runMenuEntry({ menuItemId }, tab);
    expect(browser.tabs.create).toHaveBeenCalledTimes(3);
    expect(button.titles.get(7)).toBe('Peel: You switched Peel off on this site.');
    expect(button.badges.get(7)).toBe('!');
    await updateSettings((now) => ({ ...now, sitesOff: [] }));
    await runMenuEntry({ menuItemId: 'peel-page' }, tab);
    expect(button.titles.get(7)).toBe('Peel');
    await vi.waitFor(() => expect(button.badges.get(7)).not.toBe('!'));
  });

  it.each(['site-on', 'site-off'])('is said no more once Peel is switched by the menu: %s', async (menuItemId) => {
    await updateSettings((now) => ({ ...now, sitesOff: ['example.com'] }));
    await runMenuEntry({ menuItemId: 'peel-page' }, tab);
    expect(button.badges.get(7)).toBe('!');
    Object.assign(browser.permissions, { request: async () => true });
    await runMenuEntry({ menuItemId }, tab);
    expect(button.titles.get(7)).toBe('Peel');
  });

  it.each([
    ['site-off', /would not save this/],
    ['site-on', /would not ask/],
    ['peel-page', /does not let Peel run/],
  ])('is said at the toolbar button: %s', async (menuItemId, sentence) => {
    Object.assign(browser.permissions, { request: () => Promise.reject(new Error('no')) });
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
    vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    Object.assign(browser, { scripting: { executeScript: () => Promise.reject(new Error('walled')) } });
    await runMenuEntry({ menuItemId }, tab);
    expect(button.titles.get(7)).toMatch(sentence);
  });

  it('is said where a key asked for a picture that nothing can hold', async () => {
    vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('full'));
    await runCommand('share-page', tab);
    expect(button.titles.get(7)).toMatch(/no room left/);
  });

  it('is nobody’s to hear where there is no tab', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await runMenuEntry({ menuItemId: 'site-off', pageUrl: 'https://other.example/a' });
    expect(button.titles.size).toBe(0);
  });
});

describe('the keys', () => {
  it.each([
    ['next-claim', { type: 'peel:next' }],
    ['previous-claim', { type: 'peel:previous' }],
    ['hide-notes', { type: 'peel:hide', hidden: 'toggle' }],
    ['toString', null],
  ])('%s asks the page in front for %j', async (command, message) => {
    vi.spyOn(browser.tabs, 'query').mockImplementation(async () => [{ id: 7 }] as never);
    const sent = vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => undefined as never);
    await runCommand(command);
    expect(sent.mock.calls).toEqual(message ? [[7, message]] : []);
  });

  it('do nothing where no page is in front', async () => {
    vi.spyOn(browser.tabs, 'query').mockImplementation(async () => []);
    const sent = vi.spyOn(browser.tabs, 'sendMessage');
    sent.mockClear();
    await runCommand('next-claim');
    expect(sent).not.toHaveBeenCalled();
  });
});
