import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  defaultSettings,
  keepPacks,
  loadPacks,
  MOST_PACKS,
  newPack,
  readPacks,
  sweepPacks,
  withoutPack,
  withPack,
  withPackEarlier,
  withPackOn,
} from '@/lib/settings';

const local = fakeBrowser.storage.local;
beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('the texts of packs', () => {
  const [one, two] = [newPack('One', 'joke one'), newPack('Two', 'joke two')];

  it('are kept under a key of their own, and read in the order asked for', async () => {
    await keepPacks([one, two]);
    expect(await readPacks([two.id, 'gone', one.id])).toEqual([two, one]);
    expect(newPack('Another name', 'joke one').id).toBe(one.id);
  });

  it('that are too many or too much are refused in words, and nothing is kept', async () => {
    const many = Array.from({ length: MOST_PACKS + 1 }, (_, n) => newPack(`${n}`, `joke ${n}`));
    await expect(keepPacks(many)).rejects.toThrow(/the most there can be/);
    const heavy = ['a', 'b', 'c', 'd'].map((letter) => newPack(letter, letter.repeat(900_000)));
    await keepPacks(heavy.slice(0, 3));
    const used = heavy.slice(0, 3).map(({ id }) => id);
    await expect(keepPacks(heavy.slice(3), used)).rejects.toThrow(/may have 3 MB/);
    expect(await readPacks([heavy[3]?.id ?? ''])).toEqual([]);
  });

  it('cannot be kept on a full disk, and the reader is told', async () => {
    vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    await expect(keepPacks([one])).rejects.toThrow(/Is the disk full\? Nothing was changed/);
  });

  it('that are damaged or out of reach are left out', async () => {
    await local.set({ [`pack:${one.id}`]: { id: one.id, text: 7 }, [`pack:${two.id}`]: { ...two, id: 'x' } });
    expect(await readPacks([one.id, two.id])).toEqual([]);
    vi.spyOn(local, 'get').mockRejectedValue(new Error('no'));
    await expect(readPacks([one.id])).rejects.toThrow(/would not show Peel your packs/);
    expect(await loadPacks([one.id])).toEqual([]);
  });

  it('that no setting names are swept away, and nothing else', async () => {
    await keepPacks([one, two]);
    await local.set({ settings: { level: 'onion' } });
    await sweepPacks({ ...defaultSettings(), packs: [two.id] });
    expect(await readPacks([one.id, two.id])).toEqual([two]);
    expect((await local.get('settings')).settings).toEqual({ level: 'onion' });
  });
});

describe('packs in the settings', () => {
  const start = { ...defaultSettings(), packs: ['a', 'b', 'c'], packsOff: ['b'] };

  it('come last, or in the place of what they replace, and are on', () => {
    expect(withPack(start, 'd').packs).toEqual(['a', 'b', 'c', 'd']);
    expect(withPack(start, 'd', ['b'])).toMatchObject({ packs: ['a', 'd', 'c'], packsOff: [] });
    expect(withPack(start, 'b')).toMatchObject({ packs: ['a', 'b', 'c'], packsOff: [] });
  });

  it('are switched, moved and taken out', () => {
    expect(withPackOn(start, 'a', false).packsOff).toEqual(['b', 'a']);
    expect(withPackOn(start, 'b', true).packsOff).toEqual([]);
    expect(withPackEarlier(start, 'c').packs).toEqual(['a', 'c', 'b']);
    expect(withPackEarlier(start, 'a')).toEqual(start);
    expect(withPackEarlier(start, 'x')).toEqual(start);
    expect(withoutPack(start, 'b')).toMatchObject({ packs: ['a', 'c'], packsOff: [] });
  });
});
