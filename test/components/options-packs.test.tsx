// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '@/components/options/Options';
import type { PackAnswer, TryPack } from '@/lib/messages';
import { defaultSettings, loadSettings, newPack, readPacks, SETTINGS_KEY, updateSettings } from '@/lib/settings';
import { exported } from '@/lib/settings/portable';
import { readSync } from '@/lib/settings/sync';
import { alert, draw, field, screen, tidyUp } from './screen';

const named = (label: string) =>
  [...document.querySelectorAll<HTMLElement>('button, label.file')].find(
    (found) => (found.getAttribute('aria-label') ?? found.textContent) === label,
  );
const button = (label: string) => named(label) as HTMLButtonElement;
const shown = (text: string | RegExp) => vi.waitFor(() => expect(screen()).toMatch(text));

/** A file as jsdom's inputs do not make one: with bytes that can be read. */
function choose(label: string, text: string | Uint8Array<ArrayBuffer>, name: string, size?: number): void {
  const input = named(label)?.querySelector('input') as HTMLInputElement;
  const blob = new Blob([text]);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const file = { name, size: size ?? blob.size, arrayBuffer: async () => bytes.buffer };
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

let answer: (asked: TryPack) => PackAnswer | undefined;
const fine = (asked: TryPack): PackAnswer => ({
  pack: { name: 'Mine', writer: 'A. Writer' },
  usable: 2,
  problems: [{ line: 7, name: 'exclamation', values: {}, advice: true }],
  samples: [{ sentence: asked.sentence || 'A sentence.', notes: [{ level: 'roast', text: 'A joke.' }], why: null }],
});

/** Of a pack with a mistake in it: `right` jokes are right. */
const partly =
  (right: number) =>
  ({ inPart, sentence }: TryPack): PackAnswer => ({
    pack: null,
    usable: inPart ? right : 0,
    problems: [{ line: 4, name: 'no_slot', values: { word: 'wombat' }, advice: false }],
    samples:
      inPart && sentence !== null
        ? [{ sentence: 'A sentence.', notes: [{ level: 'roast', text: 'A joke.' }], why: null }]
        : [],
  });

/** From now on a question about a pack waits until its place in this list is called. */
function slowAnswers(): (() => void)[] {
  const ends: (() => void)[] = [];
  const later = (asked: TryPack) => new Promise((resolve) => ends.push(() => resolve(answer(asked))));
  vi.mocked(fakeBrowser.runtime.sendMessage).mockImplementation(later as never);
  return ends;
}

async function trySentence(sentence: string): Promise<void> {
  const input = field('Try it on');
  input.value = sentence;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() => expect(button('Try').disabled).toBe(false));
  input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

/** Storage that takes everything but the settings. */
function refuseSettings() {
  const { local } = fakeBrowser.storage;
  const set = local.set.bind(local);
  return vi.spyOn(local, 'set').mockImplementation(async (values) => {
    if (SETTINGS_KEY in values) throw new Error('QuotaExceededError');
    await set(values);
  });
}

const open = () => draw(<Options />, () => button('Reset all choices'));

beforeEach(() => {
  fakeBrowser.reset();
  answer = fine;
  Object.assign(fakeBrowser.commands, { getAll: async () => [] });
  const events = { addListener: () => undefined, removeListener: () => undefined };
  Object.assign(fakeBrowser.permissions, { getAll: async () => ({}), onAdded: events, onRemoved: events });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (asked: TryPack) => answer(asked)) as never);
});
afterEach(tidyUp);

describe('packs in the options', () => {
  const LOOK = 'Look at a pack…';

  it('shows what a pack is and says before it is installed, and undoes that', async () => {
    await open();
    choose(LOOK, 'the text', 'mine.pack.txt');
    await shown('“Mine” by A. Writer: 2 jokes');
    expect(screen()).toContain('A joke. Slow Roast');
    expect(screen()).toContain('Line 7: an exclamation mark.');
    expect((await loadSettings()).packs).toEqual([]);
    button('Install').click();
    const { id } = newPack('Mine', 'the text');
    await vi.waitFor(async () => expect((await loadSettings()).packs).toEqual([id]));
    expect(await readPacks([id])).toEqual([{ id, name: 'Mine', text: 'the text' }]);
    await vi.waitFor(() => expect(button('Remove: Mine')).toBeDefined());
    button('Undo').click();
    await vi.waitFor(async () => expect((await loadSettings()).packs).toEqual([]));
  });

  it('says what is wrong with one, by its lines, and installs nothing', async () => {
    answer = partly(38);
    await open();
    choose(LOOK, '{wombat}', 'bad.pack.txt');
    await shown('bad.pack.txt is not installed');
    expect(screen()).toContain('Line 4: there is no slot “wombat”.');
    expect(screen()).not.toContain('What it would say');
    expect(button('Install')).toBeUndefined();
    button('Close').click();
    await vi.waitFor(() => expect(screen()).not.toContain('wombat'));
  });

  it.each([
    ['too large', 'x', 10_000_000, /This file has 10 MB\. A pack may have 1 MB\. Nothing was changed\./],
    ['of another encoding', new Uint8Array([0xff, 0xfe, 0x61, 0x00]), undefined, /not text in UTF-8/],
  ])('refuses a file that is %s in one sentence', async (_, text, size, sentence) => {
    await open();
    choose(LOOK, text, 'a.txt', size);
    await vi.waitFor(() => expect(alert()).toMatch(sentence));
    expect(fakeBrowser.runtime.sendMessage).not.toHaveBeenCalled();
  });

  it('says so where the background does not answer', async () => {
    answer = () => undefined;
    await open();
    choose(LOOK, 'x', 'a.txt');
    await vi.waitFor(() => expect(alert()).toMatch(/did not answer/));
  });

  it('tries a sentence of the reader’s own', async () => {
    await open();
    choose(LOOK, 'x', 'a.txt');
    await shown('What it would say');
    await trySentence('Something new.');
    await shown('Something new.');
  });

  it('looks at a file that is chosen while the one before is tried, and shows that alone', async () => {
    const ends = slowAnswers();
    await open();
    choose(LOOK, 'x', 'a.txt');
    await vi.waitFor(() => expect(ends).toHaveLength(1));
    ends[0]!();
    await shown('What it would say');
    await trySentence('Something new.');
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    answer = partly(0);
    choose(LOOK, '{wombat}', 'bad.pack.txt');
    await vi.waitFor(() => expect(ends).toHaveLength(3));
    ends[2]!();
    await shown('bad.pack.txt is not installed');
    ends[1]!();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen()).toContain('bad.pack.txt is not installed');
    expect(screen()).not.toContain('Something new.');
    expect(screen()).not.toContain('Reading…');
  });

  it('keeps the report on a file that is chosen while the one before is installed', async () => {
    const { local } = fakeBrowser.storage;
    const set = local.set.bind(local);
    await open();
    choose(LOOK, 'the text', 'mine.pack.txt');
    await shown('“Mine” by A. Writer');
    const { promise: held, resolve: save } = Promise.withResolvers<void>();
    vi.spyOn(local, 'set').mockImplementation(async (values) => {
      await held;
      await set(values);
    });
    button('Install').click();
    answer = partly(0);
    choose(LOOK, '{wombat}', 'bad.pack.txt');
    await shown('bad.pack.txt is not installed');
    save();
    await shown('“Mine” is in use.');
    expect(screen()).toContain('bad.pack.txt is not installed');
  });

  it('does not call a pack gone that the browser does not show, and leaves what it would replace alone', async () => {
    const mine = newPack('Mine', 'the old text');
    const { local } = fakeBrowser.storage;
    await local.set({ [`pack:${mine.id}`]: mine });
    await updateSettings((now) => ({ ...now, packs: [mine.id] }));
    const get = local.get.bind(local);
    const hidden = vi.spyOn(local, 'get').mockImplementation((async (keys: string | string[]) => {
      if (Array.isArray(keys)) throw new Error('broken');
      return get(keys);
    }) as never);
    await open();
    await shown('A pack that the browser does not show');
    expect(screen()).not.toContain('A pack that is gone');
    choose(LOOK, 'the new text', 'mine.pack.txt');
    await shown('“Mine” by A. Writer');
    button('Install').click();
    await vi.waitFor(() => expect(alert()).toMatch(/would not show Peel your packs/));
    expect((await loadSettings()).packs).toEqual([mine.id]);
    hidden.mockRestore();
    await vi.waitFor(() => expect(button('Install').disabled).toBe(false));
    button('Install').click();
    await vi.waitFor(async () => expect((await loadSettings()).packs).toEqual([newPack('Mine', 'the new text').id]));
  });

  it('keeps what was looked at until it is known to be installed', async () => {
    await open();
    choose(LOOK, 'the text', 'mine.pack.txt');
    await shown('“Mine” by A. Writer');
    const full = refuseSettings();
    button('Install').click();
    await vi.waitFor(() => expect(alert()).toMatch(/would not save this/));
    full.mockRestore();
    await vi.waitFor(() => expect(button('Install').disabled).toBe(false));
    button('Install').click();
    await vi.waitFor(() => expect(button('Remove: Mine')).toBeDefined());
    await vi.waitFor(() => expect(button('Install')).toBeUndefined());
  });

  describe('that are installed', () => {
    const mine = newPack('Mine', 'the text');
    const over = () => button('Look over: Mine');
    const report = () => document.querySelector('.packs .looked')?.textContent ?? '';
    beforeEach(async () => {
      await fakeBrowser.storage.local.set({ [`pack:${mine.id}`]: mine });
      await updateSettings((now) => ({ ...now, packs: [mine.id] }));
      await open();
      await vi.waitFor(() => expect(over()).toBeDefined());
    });

    it.each([
      [38, /^“Mine”: 38 jokes can be used\. The lines that are wrong are left out/],
      [1, /^“Mine”: one joke can be used\. The lines that are wrong are left out/],
    ])('are looked over: of one in which Peel finds mistakes by now, %i stay', async (usable, heading) => {
      answer = partly(usable);
      over().focus();
      over().click();
      await vi.waitFor(() => expect(report()).toMatch(heading));
      expect(report()).toContain('Line 4: there is no slot “wombat”.');
      expect(report()).toContain('What it would sayA sentence.A joke.');
      expect(screen()).not.toMatch(/is not installed/);
      expect(fakeBrowser.runtime.sendMessage).toHaveBeenCalledWith(
        expect.objectContaining({ type: 'peel:try-pack', name: 'Mine', text: 'the text' }),
      );
      expect(button('Install')).toBeUndefined();
      button('Close').focus();
      button('Close').click();
      await vi.waitFor(() => expect(report()).toBe(''));
      await vi.waitFor(() => expect(document.activeElement).toBe(over()));
    });

    it('are looked over: one that is right says so, and is tried on a sentence', async () => {
      over().click();
      await vi.waitFor(() => expect(report()).toMatch(/^“Mine” by A\. Writer: 2 jokes\. Nothing in it is wrong/));
      expect(screen()).not.toContain('takes the place');
      expect(button('Install')).toBeUndefined();
      await trySentence('Something new.');
      await vi.waitFor(() => expect(report()).toContain('Something new.'));
    });

    it('are looked over once, however often the button is pressed, and a try that ends after “Close” opens nothing', async () => {
      const ends = slowAnswers();
      over().click();
      over().click();
      expect(ends).toHaveLength(1);
      ends[0]!();
      await vi.waitFor(() => expect(report()).toContain('2 jokes'));
      await trySentence('Something new.');
      await vi.waitFor(() => expect(ends).toHaveLength(2));
      button('Close').click();
      await vi.waitFor(() => expect(report()).toBe(''));
      ends[1]!();
      await vi.waitFor(() => expect(document.querySelector('.packs [role=status]')?.textContent).toBe(''));
      expect(report()).toBe('');
    });

    it('are looked over anew though a try that was closed is at work, and that one’s answer is not shown', async () => {
      const ends = slowAnswers();
      over().click();
      await vi.waitFor(() => expect(ends).toHaveLength(1));
      ends[0]!();
      await vi.waitFor(() => expect(report()).toContain('2 jokes'));
      await trySentence('Something new.');
      button('Close').click();
      over().click();
      await vi.waitFor(() => expect(ends).toHaveLength(3));
      ends[2]!();
      await vi.waitFor(() => expect(report()).toContain('A sentence.'));
      ends[1]!();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(report()).not.toContain('Something new.');
    });

    it('say what else is wrong where there is much, and the focus goes there', async () => {
      const problems = Array.from({ length: 15 }, (_, n) => ({
        line: n + 1,
        name: 'exclamation',
        values: {},
        advice: true,
      }));
      answer = (asked) => ({ ...fine(asked), problems });
      over().click();
      await vi.waitFor(() => expect(report()).toContain('Line 12:'));
      expect(report()).not.toContain('Line 13:');
      const more = [...document.querySelectorAll<HTMLButtonElement>('.packs .looked .link')].find(({ textContent }) =>
        /15/.test(textContent ?? ''),
      );
      more?.focus();
      const focused: (string | null)[] = [];
      const onFocus = ({ target }: FocusEvent) => focused.push((target as Element).textContent);
      document.addEventListener('focusin', onFocus);
      more?.click();
      await vi.waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Line 13:/));
      document.removeEventListener('focusin', onFocus);
      // Not elsewhere before: the page would jump there and back.
      expect(focused).toEqual([expect.stringMatching(/^Line 13:/)]);
    });

    it('say that they are read, and where the background does not answer', async () => {
      let fail = () => undefined as unknown;
      vi.mocked(fakeBrowser.runtime.sendMessage).mockImplementation(
        () =>
          new Promise((_, reject) => {
            fail = () => reject(new Error('gone'));
          }),
      );
      over().click();
      const status = () => document.querySelector('.packs [role=status]')?.textContent;
      await vi.waitFor(() => expect(status()).toBe('Reading… '));
      fail();
      await vi.waitFor(() => expect(alert()).toMatch(/did not answer/));
      await vi.waitFor(() => expect(status()).toBe(''));
      expect(report()).toBe('');
    });
  });

  it('switches, moves and removes, each with a way back', async () => {
    const [a, b] = [newPack('A', 'a'), newPack('B', 'b')];
    await fakeBrowser.storage.local.set({ [`pack:${a.id}`]: a, [`pack:${b.id}`]: b });
    await updateSettings((now) => ({ ...now, packs: [a.id, b.id] }));
    await open();
    await vi.waitFor(() => expect(button('Move up: B')).toBeDefined());
    button('Move up: B').focus();
    button('Move up: B').click();
    await vi.waitFor(async () => expect((await loadSettings()).packs).toEqual([b.id, a.id]));
    await vi.waitFor(() => expect(button('Undo')).toBeDefined());
    // What moves the first one up is gone: the focus stays in its row.
    await vi.waitFor(() => expect(document.activeElement?.closest('li')?.textContent).toMatch(/^ ?B /));
    button('Undo').click();
    await vi.waitFor(async () => expect((await loadSettings()).packs).toEqual([a.id, b.id]));
    document.querySelector<HTMLInputElement>('.packs input')?.click();
    await vi.waitFor(async () => expect((await loadSettings()).packsOff).toEqual([a.id]));
    button('Remove: A').click();
    await vi.waitFor(async () => expect(await loadSettings()).toMatchObject({ packs: [b.id], packsOff: [] }));
    await shown('“A” is removed.');
    button('Undo').click();
    await vi.waitFor(async () => expect(await loadSettings()).toMatchObject({ packsOff: [a.id] }));
    expect(await readPacks([a.id])).toEqual([a]);
  });
});

describe('everything in a file', () => {
  const IMPORT = 'Import a file…';

  it('shows what would change, changes it when told, and takes it back', async () => {
    const text = await exported({ ...defaultSettings(), level: 'onion', sitesOff: ['a.com'] });
    await updateSettings((now) => ({ ...now, sitesOff: ['b.com'] }));
    await open();
    choose(IMPORT, text, 'peel.json');
    await shown('What would change');
    expect(screen()).toContain('Slow Roast → Full Onion');
    expect(screen()).toContain('b.com → a.com');
    expect((await loadSettings()).level).toBe('roast');
    button('Take these').click();
    await vi.waitFor(async () => expect(await loadSettings()).toMatchObject({ level: 'onion', sitesOff: ['a.com'] }));
    await vi.waitFor(() => expect(button('Undo')).toBeDefined());
    button('Undo').click();
    await vi.waitFor(async () => expect(await loadSettings()).toMatchObject({ level: 'roast', sitesOff: ['b.com'] }));
  });

  it('keeps what would change until it is known to be saved', async () => {
    await open();
    choose(IMPORT, await exported({ ...defaultSettings(), level: 'onion' }), 'peel.json');
    await shown('What would change');
    const full = refuseSettings();
    button('Take these').click();
    await vi.waitFor(() => expect(alert()).toMatch(/would not save this/));
    full.mockRestore();
    button('Take these').click();
    await vi.waitFor(async () => expect((await loadSettings()).level).toBe('onion'));
    await vi.waitFor(() => expect(button('Take these')).toBeUndefined());
  });

  it('brings back a pack whose text was lost', async () => {
    const { local } = fakeBrowser.storage;
    const mine = newPack('Mine', 'the text');
    await local.set({ [`pack:${mine.id}`]: mine });
    const text = await exported((await updateSettings((now) => ({ ...now, packs: [mine.id] }))).after);
    await local.remove(`pack:${mine.id}`);
    await open();
    await shown('A pack that is gone');
    choose(IMPORT, text, 'peel.json');
    await shown('A pack that is gone → Mine');
    button('Take these').click();
    await vi.waitFor(async () => expect(await readPacks([mine.id])).toEqual([mine]));
    await vi.waitFor(() => expect(screen()).not.toContain('A pack that is gone'));
  });

  it('writes and compares nothing where the browser does not show what is chosen', async () => {
    const { local } = fakeBrowser.storage;
    await updateSettings((now) => ({ ...now, sitesOff: ['b.com'] }));
    const made: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => made.push(blob) && 'blob:x',
      revokeObjectURL: () => undefined,
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const hidden = vi.spyOn(local, 'get').mockRejectedValue(new Error('broken'));
    await open();
    expect(screen()).not.toContain('None. The popup has a switch');
    choose(IMPORT, await exported(defaultSettings()), 'peel.json');
    await vi.waitFor(() => expect(alert()).toMatch(/would not show Peel your settings/));
    button('Export choices and packs').click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await vi.waitFor(() => expect(alert()).toMatch(/would not show Peel your settings/));
    expect(made).toEqual([]);
    hidden.mockRestore();
    button('Export choices and packs').click();
    await vi.waitFor(() => expect(made).toHaveLength(1));
    expect(await made[0]?.text()).toContain('b.com');
  });

  it('says when there is nothing to change', async () => {
    await open();
    choose(IMPORT, await exported(defaultSettings()), 'peel.json');
    await shown('There is nothing to change.');
  });

  it('looks at a file that is chosen while the one before is read, and shows that alone', async () => {
    const mine = newPack('Mine', 'the text');
    await fakeBrowser.storage.local.set({ [`pack:${mine.id}`]: mine });
    const [slow, quick] = [
      await exported({ ...defaultSettings(), level: 'onion', packs: [mine.id] }),
      await exported({ ...defaultSettings(), level: 'eyebrow' }),
    ];
    const ends = slowAnswers();
    await open();
    choose(IMPORT, slow, 'older.json');
    await vi.waitFor(() => expect(ends).toHaveLength(1));
    expect(screen()).toContain('Reading…');
    choose(IMPORT, quick, 'newer.json');
    await shown('Slow Roast → Raised Eyebrow');
    ends[0]!();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen()).toContain('Slow Roast → Raised Eyebrow');
    expect(screen()).not.toContain('→ Full Onion');
    expect(screen()).not.toContain('Reading…');
  });

  it('keeps what a file would change that is chosen while the one before is taken', async () => {
    const { local } = fakeBrowser.storage;
    const set = local.set.bind(local);
    await open();
    choose(IMPORT, await exported({ ...defaultSettings(), level: 'onion' }), 'older.json');
    await shown('Slow Roast → Full Onion');
    const { promise: held, resolve: save } = Promise.withResolvers<void>();
    vi.spyOn(local, 'set').mockImplementation(async (values) => {
      await held;
      await set(values);
    });
    button('Take these').click();
    choose(IMPORT, await exported({ ...defaultSettings(), level: 'eyebrow' }), 'newer.json');
    await shown('Slow Roast → Raised Eyebrow');
    save();
    await shown('Your choices are those of the file.');
    expect(screen()).toContain('Slow Roast → Raised Eyebrow');
  });

  it('changes nothing for a file that is broken off, or whose pack cannot be used', async () => {
    const pack = newPack('Bad', 'bad');
    const settings = { ...defaultSettings(), level: 'onion' as const, packs: [pack.id] };
    await fakeBrowser.storage.local.set({ [`pack:${pack.id}`]: pack });
    const text = await exported(settings);
    await open();
    choose(IMPORT, text.slice(0, 60), 'peel.json');
    await vi.waitFor(() => expect(alert()).toMatch(/breaks off/));
    answer = () => ({
      pack: null,
      usable: 0,
      problems: [{ line: 1, name: 'no_heading', values: {}, advice: false }],
      samples: [],
    });
    choose(IMPORT, text, 'peel.json');
    await vi.waitFor(() =>
      expect(alert()).toMatch(/^The file’s pack “Bad” cannot be used\. Line 1: .* Nothing was changed\./),
    );
    expect(await loadSettings()).toEqual(defaultSettings());
  });
});

describe('a file with a pack in which Peel finds mistakes by now', () => {
  const mine = newPack('Mine', 'the text');
  it.each([
    [1, 'Of the file’s pack “Mine”, one joke can be used.'],
    [38, 'Of the file’s pack “Mine”, 38 jokes can be used.'],
  ])('is taken for the %i jokes that can be used, and says so before', async (usable, says) => {
    const { local } = fakeBrowser.storage;
    await local.set({ [`pack:${mine.id}`]: mine });
    const text = await exported({ ...defaultSettings(), level: 'onion', packs: [mine.id] });
    await local.remove(`pack:${mine.id}`);
    answer = partly(usable);
    await open();
    choose('Import a file…', text, 'peel.json');
    await shown(`${says} The lines that are wrong are left out. Line 4: there is no slot “wombat”.`);
    button('Take these').click();
    await vi.waitFor(async () => expect(await loadSettings()).toMatchObject({ level: 'onion', packs: [mine.id] }));
    expect(await readPacks([mine.id])).toEqual([mine]);
  });
});

describe('other choices', () => {
  it('shares them only when told to, and says how', async () => {
    await open();
    await shown('In your other browsers');
    expect((await readSync())?.on).toBe(false);
    field('Share the choices').click();
    await vi.waitFor(async () => expect((await readSync())?.on).toBe(true));
    expect(await fakeBrowser.storage.sync.get('choice:level')).toHaveProperty('choice:level');
    field('Share the choices').click();
    await vi.waitFor(async () => expect((await readSync())?.on).toBe(false));
    await vi.waitFor(() => expect(button('Delete what was shared')).toBeDefined());
    button('Delete what was shared').click();
    await shown('is deleted, and');
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
  });

  it('leaves phrases alone, refuses what is none, and marks them again', async () => {
    await open();
    const input = field('Leave alone');
    const type = async (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await vi.waitFor(() => expect(button('Add phrase').disabled).toBe(false));
      input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    };
    await type('x');
    await shown('A phrase has two letters or more');
    await type('  Acme   Corp ');
    await vi.waitFor(async () => expect((await loadSettings()).spared).toEqual(['Acme Corp']));
    await vi.waitFor(() => expect(button('Mark again: Acme Corp')).toBeDefined());
    button('Mark again: Acme Corp').click();
    await vi.waitFor(async () => expect((await loadSettings()).spared).toEqual([]));
  });

  it('dresses Peel’s own pages and stops what moves', async () => {
    await open();
    const pick = async (label: string, value: string) => {
      const select = field(label) as unknown as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    await pick('Colors of Peel', 'dark');
    await vi.waitFor(async () => expect((await loadSettings()).theme).toBe('dark'));
    await pick('Things move', 'never');
    await vi.waitFor(async () => expect((await loadSettings()).motion).toBe('never'));
  });
});
