import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newlyAsked, PERMISSIONS, permissionWords } from '@/lib/sites/permissions';
import config from '@/wxt.config';

describe('what is asked for', () => {
  const manifestFor = (browser: string) => {
    if (typeof config.manifest !== 'function') throw new Error('the manifest is no function');
    return config.manifest({ browser, mode: 'production' } as never) as {
      permissions: string[];
      optional_host_permissions: string[];
      optional_permissions?: string[];
    };
  };

  it('is what the welcome page explains, no more and no less', () => {
    const asked = ['chrome', 'firefox'].flatMap((name) => manifestFor(name).permissions);
    // wxt adds it in Chrome, for an entry point that is a side panel.
    expect([...new Set([...asked, 'sidePanel'])].sort()).toEqual([...PERMISSIONS]);
    for (const words of PERMISSIONS.map(permissionWords)) expect(words).toMatch(/^To .*\.$/);
  });

  it.each(['chrome', 'firefox'])('may come to be any site, and nothing else, in %s', (name) => {
    const manifest = manifestFor(name);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest.optional_permissions).toBeUndefined();
  });
});

describe('what an update asks for anew', () => {
  beforeEach(() => fakeBrowser.reset());
  const asks = (permissions: string[], host_permissions: string[] = []) =>
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation(() => ({ permissions, host_permissions }) as never);

  it('is nothing on the first day, nothing where nothing changed, and then what is new', async () => {
    asks(['storage'], ['https://a.com/*']);
    expect(await newlyAsked()).toEqual([]);
    expect(await newlyAsked()).toEqual([]);
    asks(['storage', 'alarms'], ['https://a.com/*', 'https://b.com/*']);
    expect(await newlyAsked()).toEqual(['alarms', 'https://b.com/*']);
    expect(await newlyAsked()).toEqual([]);
    asks(['storage']);
    expect(await newlyAsked()).toEqual([]);
  });

  it('is nothing where storage is broken', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('no'));
    expect(await newlyAsked()).toEqual([]);
  });
});
