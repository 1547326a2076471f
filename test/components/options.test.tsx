// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '@/components/options/Options';
import { addCorrection, labelledLines, loadCorrections } from '@/lib/memory/corrections';
import { jokeName } from '@/lib/memory/jokes';
import { forget, loadMemory, MEMORY_KEY, mute, updateMemory } from '@/lib/memory/memory';
import { ANNOUNCEMENT_KINDS, CLAIM_KINDS } from '@/lib/model';
import { MECHANISMS } from '@/lib/satire/pack/shape';
import {
  defaultSettings,
  KIND_EXAMPLES,
  kindDefinition,
  kindName,
  loadSettings,
  SETTINGS_KEY,
  storedForm,
  updateSettings,
  withSite,
} from '@/lib/settings';
import { alert, button, draw, field, screen, tidyUp } from './screen';

/** What screen readers call the buttons with this label. */
const names = (label: string) =>
  [...document.querySelectorAll('button')]
    .filter((found) => found.textContent === label)
    .map((found) => found.getAttribute('aria-label'));
const status = () => document.querySelector('.said [role=status]')?.textContent;
const local = fakeBrowser.storage.local;

async function typeInto(input: HTMLInputElement, text: string): Promise<void> {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() => expect(input.form?.querySelector('button')?.disabled).toBe(false));
  input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

const open = () => draw(<Options />, () => button('Reset all choices'));

const permissions = fakeBrowser.permissions as unknown as Record<string, unknown>;
/** What the reader allowed, and who listens to that. */
let given: string[] = [];
const told = new Set<() => void>();
const events = {
  addListener: (hear: () => void) => told.add(hear),
  removeListener: (hear: () => void) => told.delete(hear),
};

beforeEach(() => {
  fakeBrowser.reset();
  given = [];
  told.clear();
  Object.assign(permissions, {
    getAll: async () => ({ origins: given }),
    contains: async () => true,
    request: vi.fn(async ({ origins }: { origins: string[] }) => {
      given = [...given, ...origins];
      return true;
    }),
    remove: vi.fn(async ({ origins }: { origins: string[] }) => {
      given = given.filter((one) => !origins.includes(one));
      return true;
    }),
    onAdded: events,
    onRemoved: events,
  });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation(() => ({}) as never);
  Object.assign(fakeBrowser.commands, { getAll: async () => [{ name: 'next-claim', shortcut: 'Alt+Shift+.' }] });
});
afterEach(tidyUp);

describe('options', () => {
  it('takes one change back and leaves alone what the popup changed meanwhile', async () => {
    await open();
    document.querySelector<HTMLInputElement>('.checks input')?.click();
    await vi.waitFor(() => expect(button('Undo')).toBeDefined());
    await updateSettings((now) => withSite({ ...now, level: 'onion' }, 'a.com', false));
    button('Undo').click();
    await vi.waitFor(async () =>
      expect(await loadSettings()).toEqual({ ...defaultSettings(), level: 'onion', sitesOff: ['a.com'] }),
    );
    await vi.waitFor(() => expect(button('Undo')).toBeUndefined());
  });

  it('changes how much is marked, and takes it back', async () => {
    await open();
    document.querySelector<HTMLInputElement>('input[name="density"][value="fewer"]')?.click();
    await vi.waitFor(async () => expect((await loadSettings()).density).toBe('fewer'));
    await vi.waitFor(() => expect(button('Undo')).toBeDefined());
    button('Undo').click();
    await vi.waitFor(async () => expect((await loadSettings()).density).toBe('normal'));
  });

  it('lists the kinds of both families apart, each with its definition', async () => {
    await open();
    const lists = [...document.querySelectorAll('.checks')].map((list) => [...list.querySelectorAll('input')]);
    expect(lists.map((inputs) => inputs.length)).toEqual([CLAIM_KINDS.length, ANNOUNCEMENT_KINDS.length]);
    const [box] = lists[1] ?? [];
    expect(box?.labels?.[0]?.textContent?.trim()).toBe(kindName('launch'));
    expect(document.getElementById(box?.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      `${kindDefinition('launch')}${KIND_EXAMPLES.launch}`,
    );
    box?.click();
    await vi.waitFor(async () => expect((await loadSettings()).kindsOff).toEqual(['launch']));
  });

  it('says that it was taken back, and after a change that failed what can still be', async () => {
    await open();
    document.querySelector<HTMLInputElement>('input[value="onion"]')?.click();
    await vi.waitFor(() => expect(button('Undo')).toBeDefined());
    const turned = status();
    const full = vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    document.querySelector<HTMLInputElement>('input[name="density"][value="fewer"]')?.click();
    await vi.waitFor(() => expect(alert()).toMatch(/would not save/));
    full.mockRestore();
    expect(status()).toBe(turned);
    button('Undo').click();
    await vi.waitFor(() => expect(status()).toBe('Taken back.'));
    expect((await loadSettings()).level).toBe('roast');
    expect(alert()).toBe('');
    expect(button('Undo')).toBeUndefined();
  });

  it('says so when undo could not be saved, and can try again', async () => {
    await open();
    document.querySelector<HTMLInputElement>('input[value="onion"]')?.click();
    await vi.waitFor(() => expect(button('Undo')).toBeDefined());
    const full = vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    button('Undo').click();
    await vi.waitFor(() => expect(alert()).toMatch(/would not save/));
    full.mockRestore();
    expect((await loadSettings()).level).toBe('onion');
    expect(button('Undo')).toBeDefined();
    button('Undo').click();
    await vi.waitFor(async () => expect((await loadSettings()).level).toBe('roast'));
  });

  it('forgets and resets, and gives the choices back on undo', async () => {
    await local.set({
      [SETTINGS_KEY]: storedForm({ ...defaultSettings(), level: 'straight', sitesOff: ['a.com'] }),
    });
    await updateMemory((memory) => mute(mute(memory, 'hedge'), 'mock_law'));
    await open();
    button('Reset all choices').click();
    await vi.waitFor(() => expect(status()).toMatch(/^All choices .* what you have seen is forgotten\.$/));
    expect(await loadSettings()).toEqual(defaultSettings());
    expect((await local.get(MEMORY_KEY))[MEMORY_KEY] ?? null).toBeNull();
    button('Undo').click();
    await vi.waitFor(async () =>
      expect(await loadSettings()).toMatchObject({ level: 'straight', sitesOff: ['a.com'] }),
    );
    await vi.waitFor(() => expect(status()).toBe('Taken back.'));
    expect((await loadMemory()).muted).toEqual({ hedge: 20, mock_law: 20 });
  });

  it('gives everything back after a second press on reset, too', async () => {
    await local.set({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), level: 'straight', sitesOff: ['a.com'] }) });
    await updateMemory((memory) => mute(memory, 'hedge'));
    await open();
    const forgotten = vi.spyOn(local, 'remove');
    for (const presses of [1, 2]) {
      button('Reset all choices').click();
      await vi.waitFor(() => expect(forgotten).toHaveBeenCalledTimes(presses));
      await vi.waitFor(() => expect(status()).toMatch(/what you have seen is forgotten\.$/));
    }
    button('Undo').click();
    await vi.waitFor(() => expect(status()).toBe('Taken back.'));
    expect(await loadSettings()).toMatchObject({ level: 'straight', sitesOff: ['a.com'] });
    expect((await loadMemory()).muted).toEqual({ hedge: 20 });
  });

  it('offers no way back from what has changed nothing', async () => {
    await updateSettings((now) => withSite(now, 'a.com', false));
    await open();
    await typeInto(field('Switch Peel off on'), 'a.com');
    await vi.waitFor(() => expect(status()).toMatch(/a\.com/));
    expect(button('Undo')).toBeUndefined();
  });

  it('says so where the jokes that were asked away could not be kept away again', async () => {
    await updateMemory((memory) => mute(memory, 'hedge'));
    await open();
    button('Reset all choices').click();
    await vi.waitFor(() => expect(status()).toMatch(/no joke is kept away/));
    const set = local.set.bind(local);
    vi.spyOn(local, 'set').mockImplementation(async (items) => {
      if (MEMORY_KEY in items) throw new Error('no');
      await set(items);
    });
    button('Undo').click();
    await vi.waitFor(() => expect(alert()).toMatch(/would not keep this/));
    expect(button('Undo')).toBeDefined();
  });

  it('says so when what was seen could not be forgotten', async () => {
    await open();
    vi.spyOn(local, 'remove').mockRejectedValue(new Error('no'));
    button('Reset all choices').click();
    await vi.waitFor(() => expect(alert()).toMatch(/would not forget/));
    expect(status()).toBe('All choices are back to the defaults, and your packs are out.');
  });

  it('forgets nothing where the choices could not be reset', async () => {
    await local.set({ [MEMORY_KEY]: { pages: [], muted: {} } });
    await open();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    const remove = vi.spyOn(local, 'remove');
    button('Reset all choices').click();
    await vi.waitFor(() => expect(alert()).toMatch(/Your earlier settings are unchanged/));
    await new Promise((resolve) => setTimeout(resolve));
    expect(remove).not.toHaveBeenCalled();
    expect(status()).toBe('');
  });

  it('lists the jokes that were asked away, and brings them back', async () => {
    await updateMemory((memory) => mute(mute(memory, 'mock_law'), 'hedge'));
    await open();
    await vi.waitFor(() => expect(screen()).toContain('Invented laws'));
    expect(screen()).toContain('Remarks on hedges for 20 more pages');
    expect(names('Bring back')).toEqual(['Bring back: Invented laws', 'Bring back: Remarks on hedges']);
    button('Bring back').click();
    await vi.waitFor(async () => expect(Object.keys((await loadMemory()).muted)).toEqual(['hedge']));
    await vi.waitFor(() => expect(screen()).not.toContain('Invented laws'));
  });

  it('shows what storage said last, though an older answer comes later', async () => {
    const get = local.get.bind(local);
    let late = (_found: object) => {};
    const first = new Promise((resolve) => (late = resolve));
    let looks = 0;
    vi.spyOn(local, 'get').mockImplementation(((key: string) => {
      if (key === MEMORY_KEY) looks += 1;
      return key === MEMORY_KEY && looks === 1 ? first : get(key);
    }) as never);
    await open();
    await vi.waitFor(() => expect(looks).toBe(1));
    await updateMemory((memory) => mute(memory, 'hedge'));
    await vi.waitFor(() => expect(screen()).toContain('Remarks on hedges'));
    late({});
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen()).toContain('Remarks on hedges');
  });

  it('says so where a sort of joke could not be brought back', async () => {
    await updateMemory((memory) => mute(memory, 'hedge'));
    await open();
    await vi.waitFor(() => expect(screen()).toContain('Remarks on hedges'));
    vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('no'));
    button('Bring back').click();
    await vi.waitFor(() => expect(alert()).toMatch(/would not keep this/));
    expect(screen()).toContain('Remarks on hedges');
  });

  it('has a name for every sort of joke', () => {
    for (const mechanism of Object.keys(MECHANISMS)) expect(jokeName(mechanism)).toMatch(/^[A-Z]/);
    expect(jokeName('no_such_sort')).toBe('no such sort');
    expect(jokeName('toString')).toBe('toString');
  });

  it('lists the sentences that were marked wrongly, marks them again, and puts them back', async () => {
    const mark = { title: 'T', text: 'It is out. More.', start: 0, end: 10, kind: 'launch' } as const;
    await addCorrection(mark, 'a.example');
    await addCorrection({ ...mark, text: 'Another is.', end: 11 }, 'a.example');
    await open();
    await vi.waitFor(() => expect(screen()).toContain('“It is out.” Launch, a.example'));
    expect(names('Mark it again')).toEqual(['Mark it again: Another is.', 'Mark it again: It is out.']);
    button('Mark it again').click();
    await vi.waitFor(async () => expect((await loadCorrections()).map(({ text }) => text)).toEqual([mark.text]));
    await vi.waitFor(() => expect(button('Put back')).toBeDefined());
    button('Put back').click();
    await vi.waitFor(async () => expect(await loadCorrections()).toHaveLength(2));
    await vi.waitFor(() => expect(button('Delete all')).toBeDefined());
    button('Delete all').click();
    await vi.waitFor(async () => expect(await loadCorrections()).toEqual([]));
    await vi.waitFor(() => expect(screen()).toContain('2 sentences were taken off the list.'));
    expect(button('Export as a file')).toBeUndefined();
  });

  it('lists what is asked away on a page while it is open', async () => {
    await open();
    await vi.waitFor(() => expect(screen()).toContain('None. “'));
    await addCorrection({ title: 'T', text: 'It is out.', start: 0, end: 10, kind: 'launch' }, 'a.example');
    await vi.waitFor(() => expect(screen()).toContain('“It is out.” Launch, a.example'));
    await updateMemory((memory) => mute(memory, 'understatement'));
    await vi.waitFor(() => expect(button('Bring back')).toBeDefined());
    await forget();
    await vi.waitFor(() => expect(button('Bring back')).toBeUndefined());
  });

  it('says of what it asked for and is not shown that it is not, and never that there is none', async () => {
    const get = local.get.bind(local);
    vi.spyOn(local, 'get').mockImplementation((async (keys: string) => {
      if (keys === SETTINGS_KEY) return get(keys);
      throw new Error('broken');
    }) as never);
    await open();
    await vi.waitFor(() => expect(screen()).toContain('would not show Peel your corrections'));
    await vi.waitFor(() => expect(screen().match(/would not show Peel what is here/g)).toHaveLength(2));
    expect(screen()).not.toContain('None. “');
  });

  it('hands the corrections over as a file, and says so when the list could not be changed', async () => {
    await addCorrection({ title: 'T', text: 'It is out.', start: 0, end: 10, kind: 'launch' }, 'a.example');
    const made: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => made.push(blob) && 'blob:x',
      revokeObjectURL: () => undefined,
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await open();
    await vi.waitFor(() => expect(button('Export as a file')).toBeDefined());
    button('Export as a file').click();
    expect(click).toHaveBeenCalledOnce();
    expect(await made[0]?.text()).toBe(labelledLines(await loadCorrections()));
    vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    button('Mark it again').click();
    await vi.waitFor(() => expect(alert()).toMatch(/would not save/));
  });

  it('repairs what was damaged while the browser runs as it was last chosen, where that is known, before it is shown', async () => {
    const damaged = { ...defaultSettings(), level: 'onion', sitesOff: 'rubbish' };
    await local.set({
      [SETTINGS_KEY]: damaged,
      sync: { on: false, known: { sitesOff: { value: ['a.example'], at: 2 } } },
    });
    await open();
    expect(screen()).toContain('a.example');
    expect(document.querySelector('.trouble')).toBeNull();
    expect(await loadSettings()).toMatchObject({ level: 'onion', sitesOff: ['a.example'] });
  });

  it('offers no way back from a reset that changed nothing', async () => {
    await open();
    button('Reset all choices').click();
    await vi.waitFor(() => expect(screen()).toContain('All choices are back to the defaults'));
    expect([...document.querySelectorAll('button')].some(({ textContent }) => textContent === 'Undo')).toBe(false);
  });

  it('tells of what is lost beside what could be repaired, and leaves it as it was found', async () => {
    const packs = 'rubbish';
    await local.set({
      [SETTINGS_KEY]: { ...defaultSettings(), level: 5, packs },
      sync: { on: false, known: { level: { value: 'onion', at: 2 } } },
    });
    await open();
    expect(document.querySelector('.trouble')?.textContent).toMatch(/pack/i);
    expect((await local.get(SETTINGS_KEY))[SETTINGS_KEY]).toMatchObject({ level: 'onion', packs });
  });

  it('tells of damaged settings, shows what was set aside, and throws it away when asked', async () => {
    await local.set({ [SETTINGS_KEY]: { version: 1, level: 'onion', sitesOff: 'a.com; b.com' } });
    await open();
    expect(document.querySelector('.trouble')?.textContent).toContain('the sites you switched off');
    document.querySelector<HTMLInputElement>('input[value="roast"]')?.click();
    await vi.waitFor(() => expect(document.querySelector('pre')?.textContent).toContain('a.com; b.com'));
    expect(document.querySelector('.trouble')).toBeNull();
    button('Throw it away').click();
    await vi.waitFor(() => expect(document.querySelector('pre')).toBeNull());
  });

  it('refuses what is no host in words, and takes an address for its host', async () => {
    await open();
    const input = field('Switch Peel off on');
    const type = (text: string) => typeInto(input, text);
    await type('a b');
    await vi.waitFor(() => expect(screen()).toContain('That is not a site'));
    expect(input.getAttribute('aria-invalid')).toBe('true');
    await type('https://www.Example.com/a?b');
    await vi.waitFor(async () => expect((await loadSettings()).sitesOff).toEqual(['example.com']));
  });

  it('gives back what was typed where it could not be saved, but not over what is typed since', async () => {
    await open();
    const phrase = field('Leave alone');
    const full = vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    await typeInto(phrase, 'Acme Corp');
    await vi.waitFor(() => expect(alert()).not.toBe(''));
    await vi.waitFor(() => expect(phrase.value).toBe('Acme Corp'));
    let refuse = () => {};
    full.mockImplementation(
      () =>
        new Promise((_, reject) => {
          refuse = () => reject(new Error('QuotaExceededError'));
        }),
    );
    await typeInto(field('Switch Peel off on'), 'example.com');
    await vi.waitFor(() => expect(full).toHaveBeenCalledTimes(2));
    const site = field('Switch Peel off on');
    site.value = 'example.org';
    site.dispatchEvent(new Event('input', { bubbles: true }));
    expect(alert()).toBe('');
    refuse();
    await vi.waitFor(() => expect(alert()).not.toBe(''));
    expect(site.value).toBe('example.org');
    full.mockRestore();
    await typeInto(phrase, 'Acme Corp');
    await vi.waitFor(async () => expect((await loadSettings()).spared).toEqual(['Acme Corp']));
    expect(phrase.value).toBe('');
  });

  it('keeps the focus near what was done, in the next row, at the heading, or where it was before an Undo', async () => {
    await local.set({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), sitesOff: ['a.com', 'b.com'] }) });
    await open();
    const press = (label: string) => {
      button(label).focus();
      // A mouse presses what has the focus already, too, and that gets it no second time.
      button(label).dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
      button(label).click();
    };
    press('Switch on again');
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Switch on again on b.com'));
    press('Switch on again');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Sites'));
    press('Undo');
    await vi.waitFor(() => expect(button('Undo')).toBeUndefined());
    expect(document.activeElement?.textContent).toBe('Sites');
  });

  it('stands without the list of keys where the browser keeps it to itself', async () => {
    Object.assign(fakeBrowser.commands, { getAll: () => Promise.reject(new Error('no')) });
    await open();
    expect(screen()).toContain('To change them');
  });
});

describe('the list of sites that are always on', () => {
  const listed = () =>
    [...document.querySelectorAll('ul[aria-labelledby="allowed"] li > span')].map((each) => each.textContent);
  const press = (label: string) =>
    [...document.querySelectorAll('button')].find((each) => each.textContent?.startsWith(label))?.click();

  it('grows by asking the browser, shrinks by giving back, and offers that again', async () => {
    await open();
    await typeInto(field('Always read'), 'https://www.Example.com/a?b');
    await vi.waitFor(() => expect(listed()).toEqual(['example.com']));
    expect(permissions.request).toHaveBeenCalledWith({
      origins: ['https://example.com/*', 'https://www.example.com/*'],
    });
    press('Take back');
    await vi.waitFor(() => expect(screen()).toContain('Peel reads example.com only when you ask.'));
    expect(listed()).toEqual([]);
    expect(given).toEqual([]);
    press('Allow it again');
    await vi.waitFor(() => expect(listed()).toEqual(['example.com']));
  });

  it('switches a site on again that was switched off', async () => {
    await updateSettings((now) => withSite(now, 'example.com', false));
    await open();
    await typeInto(field('Always read'), 'example.com');
    await vi.waitFor(() => expect(screen()).toContain('Peel reads example.com by itself from now on.'));
    expect((await loadSettings()).sitesOff).toEqual([]);
    expect(status()).toBe('Peel is on again on example.com.');
  });

  it('asks for a site of Peel’s own list whose permission was taken back', async () => {
    Object.assign(permissions, {
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => given.includes(one)),
    });
    await open();
    await typeInto(field('Always read'), 'techcrunch.com');
    await vi.waitFor(() => expect(screen()).toContain('Peel reads techcrunch.com by itself from now on.'));
    expect(given).toEqual(['https://techcrunch.com/*', 'https://www.techcrunch.com/*']);
    await typeInto(field('Always read'), 'techcrunch.com');
    await vi.waitFor(() => expect(screen()).toContain('TechCrunch is among the sites that Peel reads in any case.'));
  });

  it('follows what is done elsewhere, also in the browser’s own settings', async () => {
    await open();
    given = ['https://a.net/*', 'https://*/*'];
    for (const hear of told) hear();
    await vi.waitFor(() => expect(listed()).toEqual(['Every site: so it is set in the browser', 'a.net']));
  });

  it('says in words what it cannot add', async () => {
    await open();
    await typeInto(field('Always read'), 'a b');
    await vi.waitFor(() => expect(screen()).toContain('That is not a site'));
    await typeInto(field('Always read'), 'techcrunch.com');
    await vi.waitFor(() => expect(screen()).toContain('TechCrunch is among the sites that Peel reads in any case.'));
    Object.assign(permissions, { request: async () => false });
    await typeInto(field('Always read'), 'example.com');
    await vi.waitFor(() => expect(screen()).toContain('Peel stays out of example.com.'));
    // What was typed is there for another try.
    await vi.waitFor(() => expect(field('Always read').value).toBe('example.com'));
    Object.assign(permissions, { request: () => Promise.reject(new Error('no')) });
    await typeInto(field('Always read'), 'example.com');
    await vi.waitFor(() => expect(screen()).toContain('The browser would not ask.'));
  });

  it('lists the sites with a dial of their own, and lets them follow again', async () => {
    await updateSettings((now) => ({ ...now, siteLevels: { 'a.com': 'onion' } }));
    await open();
    expect(screen()).toContain('a.com: Full Onion');
    press('Follow the dial above');
    await vi.waitFor(async () => expect((await loadSettings()).siteLevels).toEqual({}));
    await vi.waitFor(() => expect(button('Undo')).toBeDefined());
    button('Undo').click();
    await vi.waitFor(async () => expect((await loadSettings()).siteLevels).toEqual({ 'a.com': 'onion' }));
  });
});
