import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onAllowed, onReturned, onTakenBack, registerAllowed } from '@/lib/background/allowed-pages';
import { loadSettings, updateSettings, withSite } from '@/lib/settings';
import { statusFixture } from '../status-fixture';

type Script = { id: string; matches: string[] };
let origins: string[] = [];
let scripts: Script[] = [];
/** What answers in each tab, by id; null where Peel is not running. */
let tabs: { id: number; url?: string; host: string | null; state?: 'annotated' | 'withdrawn' }[] = [];
let sent: [number, string][] = [];

beforeEach(() => {
  fakeBrowser.reset();
  origins = [];
  scripts = [];
  tabs = [];
  sent = [];
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation(
    () =>
      ({
        host_permissions: ['https://techcrunch.com/*'],
        content_scripts: [{ matches: ['https://techcrunch.com/*'], js: ['c.js'], css: ['moz-extension://peel/c.css'] }],
      }) as never,
  );
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `moz-extension://peel${path}`);
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins }),
    contains: async ({ origins: wanted }: { origins: string[] }) => wanted.every((one) => origins.includes(one)),
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => structuredClone(scripts),
    registerContentScripts: async (added: Script[]) => {
      scripts = [...scripts, ...added];
    },
    updateContentScripts: async (changed: Script[]) => {
      scripts = changed;
    },
    unregisterContentScripts: async () => {
      scripts = [];
    },
    insertCSS: async () => undefined,
    executeScript: vi.fn(async ({ target, files }: { target: { tabId: number }; files?: string[] }) => {
      const tab = tabs.find(({ id }) => id === target.tabId);
      if (files && tab) tab.host = URL.parse(tab.url ?? '')?.hostname ?? null;
      return [{ result: 'text/html' }];
    }),
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async (filter: { active?: boolean }) =>
    filter.active ? tabs.slice(0, 1) : tabs) as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (id: number, message: { type: string }) => {
    const tab = tabs.find((one) => one.id === id);
    if (!tab?.host) throw new Error('Receiving end does not exist.');
    sent.push([id, message.type]);
    if (tab.host === 'hung') return new Promise(() => undefined);
    return statusFixture({ host: tab.host, state: tab.state ?? 'annotated' });
  }) as never);
});

describe('the script on allowed sites', () => {
  it('is registered for exactly those, changed with them, and gone with the last', async () => {
    await registerAllowed();
    expect(scripts).toEqual([]);
    origins = ['https://techcrunch.com/*', 'https://b.org/*', 'https://a.net/*'];
    await registerAllowed();
    expect(scripts).toMatchObject([
      {
        matches: ['https://a.net/*', 'https://b.org/*'],
        excludeMatches: ['https://techcrunch.com/*'],
        js: ['c.js', 'returned.js'],
        css: ['c.css'],
        persistAcrossSessions: true,
      },
    ]);
    origins = ['https://b.org/*'];
    await registerAllowed();
    expect(scripts.map(({ matches }) => matches)).toEqual([['https://b.org/*']]);
    origins = [];
    await registerAllowed();
    expect(scripts).toEqual([]);
  });

  it('comes back when an update has dropped it', async () => {
    origins = ['https://b.org/*'];
    await registerAllowed();
    scripts = [];
    await registerAllowed();
    expect(scripts).toHaveLength(1);
  });
});

describe('a site that is allowed', () => {
  const runs = () =>
    vi.mocked(fakeBrowser.scripting.executeScript).mock.calls.flatMap(([call]) => ('files' in call ? call.files : []));

  it('is started in the tab in front, once, and is off no longer', async () => {
    tabs = [{ id: 1, url: 'https://b.org/x', host: null }];
    origins = ['https://b.org/*'];
    await updateSettings((now) => withSite(withSite(now, 'b.org', false), 'c.org', false));
    await Promise.all([onAllowed(origins), onAllowed(origins)]);
    expect((await loadSettings()).sitesOff).toEqual(['c.org']);
    expect(runs().filter((file) => file === '/content-scripts/content.js')).toHaveLength(1);
  });

  it('asks from then on when its page comes back, also where Peel had been started by a press before', async () => {
    tabs = [{ id: 1, url: 'https://b.org/x', host: 'b.org' }];
    origins = ['https://b.org/*'];
    await onAllowed(origins);
    expect(runs()).toEqual(['/returned.js']);
  });

  it('is read again where its notes had been taken off, and other tabs are left alone', async () => {
    tabs = [{ id: 1, url: 'https://b.org/x', host: 'b.org', state: 'withdrawn' }];
    origins = ['https://b.org/*'];
    await onAllowed(origins);
    expect(sent).toContainEqual([1, 'peel:retry']);
    sent = [];
    tabs = [{ id: 1, url: 'https://elsewhere.org/x', host: null }];
    await onAllowed(origins);
    expect(sent).toEqual([]);
  });
});

describe('a permission that is taken back', () => {
  it('takes the notes off its own pages and no others', async () => {
    tabs = [
      { id: 1, host: 'b.org' },
      { id: 2, host: 'a.net' },
      { id: 3, host: null },
    ];
    origins = ['https://a.net/*'];
    await onTakenBack(['https://b.org/*']);
    expect(sent.filter(([, type]) => type === 'peel:withdrawn')).toEqual([[1, 'peel:withdrawn']]);
  });

  it('takes the notes off a page behind one that never answers', async () => {
    tabs = [
      { id: 9, host: 'hung' },
      { id: 1, host: 'b.org' },
    ];
    void onTakenBack(['https://b.org/*']);
    await vi.waitFor(() => expect(sent).toContainEqual([1, 'peel:withdrawn']));
  });

  it('leaves pages alone that may be read all the same', async () => {
    tabs = [{ id: 2, host: 'a.net' }];
    origins = ['https://a.net/*'];
    await onTakenBack(['https://*/*']);
    expect(sent.filter(([, type]) => type === 'peel:withdrawn')).toEqual([]);
  });
});

describe('a page that comes back from the back/forward cache', () => {
  const withdrawn = () => sent.filter(([, type]) => type === 'peel:withdrawn').map(([id]) => id);

  it('loses its notes where the permission was taken back meanwhile', async () => {
    tabs = [
      { id: 1, host: 'www.b.org' },
      { id: 2, host: 'www.b.org' },
    ];
    origins = ['https://a.net/*', 'https://b.org/*'];
    await onReturned(1, 'https://www.b.org/x?id=1');
    expect(withdrawn()).toEqual([1]);
  });

  it.each([
    ['is allowed still', 'a.net', 'https://a.net/x'],
    ['is allowed over http', 'a.org', 'http://a.org/x'],
    ['has no address', 'b.org', ''],
    ['has made room for a page of another site', 'c.org', 'https://b.org/x'],
  ])('keeps them where it %s', async (_what, host, address) => {
    tabs = [{ id: 1, host }];
    origins = ['https://a.net/*', 'http://a.org/*'];
    await onReturned(1, address);
    expect(withdrawn()).toEqual([]);
  });
});
