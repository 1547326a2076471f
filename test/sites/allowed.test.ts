import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  allowedSites,
  askableSite,
  askToRead,
  coversHost,
  giveBack,
  mayReadHost,
  typedHost,
} from '@/lib/sites/allowed';

const permissions = fakeBrowser.permissions as unknown as Record<string, unknown>;
const own = ['https://techcrunch.com/*', 'https://www.techcrunch.com/*', 'https://cnbc.com/technology/*'];

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation(
    () => ({ host_permissions: own, content_scripts: [{ matches: own }] }) as never,
  );
});

it.each([
  ['example.com', 'example.com'],
  [' https://www.Example.com/a?b#c ', 'example.com'],
  ['example.com?x=1', 'example.com'],
  ['http://example.com#top', 'example.com'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['example.com:8080', 'example.com'],
  ['http://press_room.example.com/a', 'press_room.example.com'],
  ['http://[::1]:8080/a', '[::1]'],
  ['view-source:https://example.com', null],
  ['two words', null],
  ['https://', null],
])('takes %j, as typed, for the host %j', (typed, host) => {
  expect(typedHost(typed)).toBe(host);
});

describe('what is asked for', () => {
  it.each([
    ['https://www.example.com/a?b', 'example.com', ['https://example.com/*', 'https://www.example.com/*']],
    ['example.com', 'example.com', ['https://example.com/*', 'https://www.example.com/*']],
    ['http://news.example.co.uk', 'news.example.co.uk', ['http://news.example.co.uk/*']],
    ['example.co.uk', 'example.co.uk', ['https://example.co.uk/*', 'https://www.example.co.uk/*']],
    ['https://blog.example.com/x', 'blog.example.com', ['https://blog.example.com/*']],
    ['http://10.0.0.1:8080/x', '10.0.0.1', ['http://10.0.0.1/*']],
    ['http://[::1]:8080/x', '[::1]', ['http://[::1]/*']],
    ['https://press_room.example.com/x', 'press_room.example.com', ['https://press_room.example.com/*']],
    ['https://müller.example/', 'xn--mller-kva.example', null],
  ])('at %s is that site alone', (address, name, origins) => {
    const site = askableSite(address);
    expect(site?.name).toBe(name);
    if (origins) expect(site?.origins).toEqual(origins);
    for (const origin of site?.origins ?? []) expect(origin).toContain(name);
  });

  it.each(['', 'a b', 'file:///tmp/a.html', 'about:blank', 'https://techcrunch.com/a', '*', 'https://*/*'])(
    'is nothing at %j',
    (address) => {
      expect(askableSite(address)).toBeNull();
    },
  );

  it('turns a refusal to ask into a sentence', async () => {
    Object.assign(permissions, { request: () => Promise.reject(new Error('no gesture')) });
    await expect(askToRead('example.com', ['https://example.com/*'])).rejects.toThrow(/would not ask/);
  });
});

describe('a match pattern', () => {
  it.each([
    ['https://example.com/*', 'example.com', true],
    ['https://example.com/*', 'www.example.com', false],
    ['*://*.example.com/*', 'a.example.com', true],
    ['*://*.example.com/*', 'badexample.com', false],
    ['<all_urls>', 'example.com', true],
    ['https://*/*', 'example.com', true],
    ['https://example.com:8080/*', 'example.com', true],
    ['http://[::1]/*', '[::1]', true],
    ['http://[::1]:8080/*', '[::1]', true],
    ['http://[::1]/*', '[::2]', false],
  ])('%s on %s: %j', (pattern, host, covered) => {
    expect(coversHost(pattern, host)).toBe(covered);
  });
});

describe('the list of allowed sites', () => {
  it('names what has an underscore, and an address of numbers, by the whole of it', async () => {
    Object.assign(permissions, {
      getAll: async () => ({ origins: ['http://[::1]/*', 'http://[::2]/*', 'https://press_room.a.net/*'] }),
    });
    expect((await allowedSites()).map(({ name }) => name)).toEqual(['[::1]', '[::2]', 'press_room.a.net']);
  });

  it('is what the browser gave beyond the manifest, by name', async () => {
    const given = ['https://www.b.org/*', 'https://b.org/*', 'https://a.net/*', 'https://cnbc.com/*', ...own];
    Object.assign(permissions, { getAll: async () => ({ origins: given }) });
    expect(await allowedSites()).toEqual([
      { name: 'a.net', origins: ['https://a.net/*'] },
      { name: 'b.org', origins: ['https://b.org/*', 'https://www.b.org/*'] },
    ]);
  });

  it('has a row for every site at once, and is empty where the browser does not tell', async () => {
    Object.assign(permissions, { getAll: async () => ({ origins: ['https://*/*', 'http://*/*'] }) });
    expect(await allowedSites()).toEqual([{ name: null, origins: ['http://*/*', 'https://*/*'] }]);
    Object.assign(permissions, { getAll: () => Promise.reject(new Error('no')) });
    expect(await allowedSites()).toEqual([]);
  });

  it('says so when the browser keeps a permission', async () => {
    Object.assign(permissions, { remove: async () => false });
    await expect(giveBack({ name: 'a.net', origins: ['https://a.net/*'] })).rejects.toThrow(/take back a.net/);
  });

  it('asks about either scheme, and of a listed site about that host alone', async () => {
    const contains = vi.fn(async ({ origins }: { origins: string[] }) => origins[0]?.startsWith('http:') === true);
    Object.assign(permissions, { contains });
    expect(await mayReadHost('a.net')).toBe(true);
    expect(await mayReadHost('techcrunch.com')).toBe(false);
    expect(contains).toHaveBeenLastCalledWith({ origins: ['https://techcrunch.com/*'] });
    await mayReadHost('www.techcrunch.com');
    expect(contains).toHaveBeenLastCalledWith({ origins: ['https://www.techcrunch.com/*'] });
  });
});
