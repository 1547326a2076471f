import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DENSITIES, KINDS, LEVELS } from '@/lib/model';
import {
  defaultSettings,
  keepPacks,
  MOTIONS,
  newPack,
  parseSettings,
  SETTINGS_VERSION,
  type Settings,
  SIDES,
  storedForm,
  THEMES,
} from '@/lib/settings';
import { differences, exported, imported, textOf } from '@/lib/settings/portable';
import { FILE_VERSION, isChoice } from '@/lib/settings/schema';
import fc, { runs } from '../property';

const FILES = Object.entries(
  import.meta.glob<string>('./files/settings-*.json', { query: '?raw', import: 'default', eager: true }),
);
const pack = newPack('Mine', 'pack: Mine\n\n== launch ==\n\nroast, hedge\nA joke.\n');
const chosen: Settings = {
  ...defaultSettings(),
  level: 'onion',
  sitesOff: ['a.com'],
  kindsOff: ['launch'],
  theme: 'dark',
  spared: ['Acme'],
  packs: [pack.id],
  packsOff: [pack.id],
};

beforeEach(() => fakeBrowser.reset());

describe('a file of settings', () => {
  it('gives back what was put into it, packs and all', async () => {
    await keepPacks([pack]);
    expect(imported(await exported(chosen))).toEqual({ settings: chosen, packs: [pack] });
  });

  it.each(FILES)('as it was written once, in %s, is read as it was meant', (_, text) => {
    expect(imported(text)).toEqual({ settings: chosen, packs: [pack] });
  });

  it('has a fixture of every version', () => {
    expect(FILES).toHaveLength(FILE_VERSION);
  });

  it('that does not name a choice leaves it at its default, and names no pack that is not in it', () => {
    const file = {
      peel: 'settings',
      version: 1,
      settings: { level: 'eyebrow', packs: ['abc'], packsOff: ['abc'] },
      packs: [],
    };
    expect(imported(JSON.stringify(file)).settings).toEqual({ ...defaultSettings(), level: 'eyebrow' });
  });

  const whole = JSON.stringify({ peel: 'settings', version: 1, settings: {}, packs: [] });
  const file = (over: object) => JSON.stringify({ ...JSON.parse(whole), ...over });
  it.each([
    ['half written', whole.slice(0, 40), /breaks off/],
    ['empty', '', /not a file that Peel wrote/],
    ['no JSON', 'level=onion', /not a file that Peel wrote/],
    ['of another extension', '{"version":"1.2","filters":["a"]}', /not a file of Peel’s settings/],
    ['a list', '[1]', /not a file of Peel’s settings/],
    ['null', 'null', /not a file of Peel’s settings/],
    ['of a newer Peel', file({ version: FILE_VERSION + 1 }), /newer Peel/],
    ['with newer settings', file({ settings: { version: SETTINGS_VERSION + 1 } }), /newer Peel/],
    ['with a level of its own', file({ settings: { level: 'scorched' } }), /“settings\.level”/],
    ['with a site that is none', file({ settings: { sitesOff: ['a.com', 'a b'] } }), /“settings\.sitesOff\.1”/],
    ['with a phrase that spares all', file({ settings: { spared: ['a'] } }), /“settings\.spared\.0”/],
    ['with too many packs', file({ packs: Array.from({ length: 20 }, () => ({ name: 'a', text: 'b' })) }), /“packs”/],
    ['with a pack that is no text', file({ packs: [{ name: 'a', text: 7 }] }), /“packs\.0\.text”/],
    ['without settings', file({ settings: undefined }), /“settings”/],
  ])('%s is refused in one sentence', (_, text, sentence) => {
    expect(() => imported(text)).toThrow(sentence);
    expect(() => imported(text)).toThrow(/Nothing was changed\.$/);
  });

  it('never gives anything that storage would not give back', () => {
    const level = fc.constantFrom(...LEVELS);
    const host = fc.constantFrom('a.com', 'b.org', 'c.example', '[::1]');
    const id = fc.constantFrom(pack.id, 'abc');
    const settings = fc.record(
      {
        version: fc.constantFrom(1, SETTINGS_VERSION),
        level,
        density: fc.constantFrom(...DENSITIES),
        enabled: fc.boolean(),
        sitesOff: fc.array(host),
        siteLevels: fc.dictionary(host, level),
        kindsOff: fc.array(fc.constantFrom(...KINDS)),
        side: fc.constantFrom(...SIDES),
        badge: fc.boolean(),
        print: fc.boolean(),
        theme: fc.constantFrom(...THEMES),
        motion: fc.constantFrom(...MOTIONS),
        spared: fc.array(fc.constantFrom('Acme', 'AI assistant', 'acme')),
        packs: fc.array(id),
        packsOff: fc.array(id),
        other: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    // Half the time one of the choices is of the wrong sort.
    const field = fc.constantFrom(...Object.keys(defaultSettings()));
    const wrong = fc.option(
      fc.tuple(field, fc.constantFrom(7, null, 'scorched', ['a b'], [7], { 'a.com': 'scorched' })),
      { freq: 1, nil: undefined },
    );
    const packs = fc.subarray([{ name: pack.name, text: pack.text }]);
    let taken = 0;
    fc.assert(
      fc.property(settings, wrong, packs, (chosen, spoiled, some) => {
        const all = spoiled ? { ...chosen, [spoiled[0]]: spoiled[1] } : chosen;
        for (const given of read(JSON.stringify({ peel: 'settings', version: 1, settings: all, packs: some }))) {
          expect(parseSettings(storedForm(given))).toEqual(given);
          if (JSON.stringify(given) !== JSON.stringify(defaultSettings())) taken += 1;
        }
      }),
    );
    expect(taken).toBeGreaterThan(runs(25));
  });

  it('is refused in a sentence where it is anything else', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(read(text)).toEqual([]);
      }),
    );
  });
  const read = (text: string): Settings[] => {
    try {
      return [imported(text).settings];
    } catch (error) {
      expect((error as Error).message).toMatch(/Nothing was changed\.$/);
      return [];
    }
  };

  it('is looked at no further where it is too large, cannot be read or is no UTF-8', async () => {
    const large = { size: 10_500_000, arrayBuffer: () => Promise.reject(new Error('was read')) } as unknown as Blob;
    await expect(textOf(large, 1_000_000, 'file_pack_size')).rejects.toThrow(
      'This file has 10.5 MB. A pack may have 1 MB.',
    );
    const gone = { size: 10, arrayBuffer: () => Promise.reject(new Error('NotReadableError')) } as unknown as Blob;
    await expect(textOf(gone, 1_000_000, 'file_pack_size')).rejects.toThrow(/cannot read this file/);
    const latin = new Blob([new Uint8Array([0x63, 0x61, 0x66, 0xe9])]);
    await expect(textOf(latin, 1_000_000, 'file_pack_size')).rejects.toThrow(/not text in UTF-8/);
    expect(await textOf(new Blob(['café']), 1_000_000, 'file_pack_size')).toBe('café');
  });
});

describe('what would change', () => {
  it('is told in words, choice by choice', () => {
    expect(differences(defaultSettings(), chosen, [], [pack])).toEqual([
      { what: 'the dial', from: 'Slow Roast', to: 'Full Onion' },
      { what: 'the sites you switched off', from: 'none', to: 'a.com' },
      { what: 'the kinds you switched off', from: 'none', to: 'Launch' },
      { what: 'the colors of Peel’s own pages', from: 'As the system has it', to: 'Dark' },
      { what: 'the phrases to leave alone', from: 'none', to: 'Acme' },
      { what: 'your packs of jokes', from: 'none', to: 'Mine' },
      { what: 'the packs you switched off', from: 'none', to: 'Mine' },
    ]);
    expect(differences(chosen, chosen, [pack], [pack])).toEqual([]);
  });

  it('is nothing where only the order differs, but for that of packs', () => {
    const other = newPack('Other', 'pack: Other\n');
    const lists = (way: <T>(list: T[]) => T[]): Settings => ({
      ...defaultSettings(),
      sitesOff: way(['a.com', 'b.com']),
      siteLevels: Object.fromEntries(way([['a.com', 'onion'] as const, ['b.com', 'roast'] as const])),
      kindsOff: way(['launch', 'people']),
      spared: way(['Acme', 'Beta']),
      packs: way([pack.id, other.id]),
      packsOff: way([pack.id, other.id]),
    });
    expect(
      differences(
        lists((list) => list),
        lists((list) => list.toReversed()),
        [pack, other],
        [],
      ),
    ).toEqual([{ what: 'your packs of jokes', from: 'Mine, Other', to: 'Other, Mine' }]);
  });

  it('is a pack whose text was lost and is in the file', () => {
    expect(differences(chosen, chosen, [], [pack])).toEqual([
      { what: 'your packs of jokes', from: 'A pack that is gone', to: 'Mine' },
    ]);
  });
});

describe('the schema', () => {
  it('takes every choice at its default, and what storage would keep', () => {
    for (const settings of [defaultSettings(), chosen])
      for (const field of Object.keys(settings) as (keyof Settings)[])
        expect(isChoice(field, settings[field]), field).toBe(true);
  });
});
