import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installed, permitted, started } from '@/lib/background/life';
import { PAUSE_KEY } from '@/lib/settings/pause';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { DAMAGED_KEY, readSettings } from '@/lib/settings/store';

const done: string[] = [];
const say = (what: string) => async () => void done.push(what);
let refuse = false;
const orRefuse = (what: string) => async () => {
  done.push(what);
  if (refuse) throw new Error('refused');
};
vi.mock('@/lib/background/allowed-pages', () => ({
  registerAllowed: () => orRefuse('sites')(),
  onAllowed: () => orRefuse('allowed')(),
  onTakenBack: () => orRefuse('taken back')(),
}));
vi.mock('@/lib/background/menu', () => ({ offerMenus: () => orRefuse('menus')() }));
vi.mock('@/lib/background/welcome', () => ({ welcome: (reason: string) => orRefuse(`welcome ${reason}`)() }));
vi.mock('@/lib/settings/sync', () => ({ syncNow: () => say('sync')() }));

const pack = { id: 'left', name: 'Left over', text: '' };
beforeEach(async () => {
  fakeBrowser.reset();
  done.length = 0;
  refuse = false;
  await browser.storage.local.set({
    [SETTINGS_KEY]: storedForm({ ...defaultSettings(), packs: ['used'] }),
    [PAUSE_KEY]: { until: 'restart' },
    'pack:left': pack,
    'pack:used': { ...pack, id: 'used' },
  });
});
const kept = async () => Object.keys(await browser.storage.local.get(null)).sort();

describe('when the browser starts', () => {
  it('a pause until then ends, packs that nobody uses go, and all is set up once', async () => {
    await started();
    expect(await kept()).toEqual(['pack:used', SETTINGS_KEY]);
    expect(done.sort()).toEqual(['menus', 'sites', 'sync']);
  });

  it('no pack goes where the list of those in use is damaged, or was when it was set aside', async () => {
    await browser.storage.local.set({ [SETTINGS_KEY]: { ...defaultSettings(), packs: 'rubbish' } });
    const packs = (await kept()).filter((key) => key.startsWith('pack:'));
    await started();
    expect(await kept()).toEqual(expect.arrayContaining(packs));
    await browser.storage.local.set({ [SETTINGS_KEY]: defaultSettings(), [DAMAGED_KEY]: { packs: 'rubbish' } });
    await started();
    expect(await kept()).toEqual(expect.arrayContaining(packs));
    expect(packs.length).toBeGreaterThan(1);
  });

  it('choices that are damaged are as they were last made, where that is known, though they are not shared now', async () => {
    const damaged = { ...defaultSettings(), packs: ['used'], theme: 'dark', level: 7, sitesOff: 'rubbish' };
    const known = { level: { value: 'eyebrow', at: 1 }, sitesOff: { value: ['a.example'], at: 2 } };
    await browser.storage.local.set({ [SETTINGS_KEY]: damaged, sync: { on: false, known } });
    await started();
    expect(await readSettings()).toMatchObject({
      settings: { level: 'eyebrow', sitesOff: ['a.example'], theme: 'dark', packs: ['used'] },
      damaged: [],
    });
    expect(await browser.storage.local.get([DAMAGED_KEY, 'sync'])).toEqual({
      [DAMAGED_KEY]: damaged,
      sync: { on: false, known },
    });
  });

  it('choices that are damaged and that nobody knows stay so, for the reader to be told', async () => {
    await browser.storage.local.set({ [SETTINGS_KEY]: { ...defaultSettings(), level: 7 } });
    await started();
    expect((await readSettings()).damaged).toEqual(['level']);
  });

  it('no pack goes where the settings cannot be read, and nothing is thrown', async () => {
    refuse = true;
    const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('no disk'));
    await started();
    get.mockRestore();
    expect(await kept()).toContain('pack:left');
  });
});

describe('what the browser tells', () => {
  it.each([false, true])('is acted on, and what it refuses (%s) is nobody’s error', async (refused) => {
    refuse = refused;
    await installed('update');
    expect(done.sort()).toEqual(['menus', 'sites', 'welcome update']);
    done.length = 0;
    await permitted(['https://a.example/*'], true);
    await permitted(['https://a.example/*'], false);
    expect(done.sort()).toEqual(['allowed', 'menus', 'menus', 'taken back']);
  });

  it('of permissions that are for no site changes nothing', async () => {
    await permitted([], true);
    expect(done).toEqual([]);
  });
});
