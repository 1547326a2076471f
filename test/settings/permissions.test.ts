import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newlyAsked, PERMISSIONS, permissionWords } from '@/lib/settings';
import config from '@/wxt.config';

describe('what is asked for', () => {
  it.each(['chrome', 'firefox'])('is what the welcome page explains, no more and no less, in %s', (name) => {
    if (typeof config.manifest !== 'function') throw new Error('the manifest is no function');
    const manifest = config.manifest({ browser: name, mode: 'production' } as never) as {
      permissions: string[];
      optional_host_permissions: string[];
      optional_permissions?: string[];
    };
    expect(manifest.permissions.filter((one) => !(PERMISSIONS as readonly string[]).includes(one))).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest.optional_permissions).toBeUndefined();
    for (const words of PERMISSIONS.map(permissionWords)) expect(words).toMatch(/^To .*\.$/);
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
