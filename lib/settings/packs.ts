/**
 * The reader's packs of jokes, as text, each under a key of its own: what they say is lib/satire's to read. Which of them are
 * in use, and in what order, is a setting; a text that no setting names is swept away when the browser next starts, so
 * that a pack taken out can be put back until then.
 */

import { browser } from 'wxt/browser';
import { digest } from '../hash';
import { megabytes, t } from '../locale';
import { answered, saved } from '../storage/local';
import { exclusively } from '../storage/lock';
import { MOST_PACKS, type Settings } from './settings';

/** Largest pack, and all of them together, in bytes of UTF-8. */
export const PACK_BYTES = 1_000_000;
const PACKS_BYTES = 3_000_000;

export interface StoredPack {
  /** A digest of the text: the same pack is not kept twice. */
  id: string;
  /** As it names itself, or its file's name. */
  name: string;
  text: string;
}

const keyOf = (id: string) => `pack:${id}`;
const isPack = (value: unknown): value is StoredPack => {
  const pack = value as StoredPack | null;
  return typeof pack?.id === 'string' && typeof pack.name === 'string' && typeof pack.text === 'string';
};
const bytesOf = ({ text }: StoredPack): number => new Blob([text]).size;

/** A pack as it is kept. @param name as it names itself, or its file's name. */
export function newPack(name: string, text: string): StoredPack {
  return { id: digest(text), name, text };
}

/**
 * The packs with these ids, in their order, for those who show or keep them; what is not there is left out.
 * @throws Error with a sentence for the reader where nothing can be read.
 */
export async function readPacks(ids: readonly string[]): Promise<StoredPack[]> {
  if (ids.length === 0) return [];
  let found: Record<string, unknown>;
  try {
    found = await answered(browser.storage.local.get(ids.map(keyOf)));
  } catch {
    throw new Error(t('packs_unreadable'));
  }
  return ids.flatMap((id) => {
    const pack = found[keyOf(id)];
    return isPack(pack) && pack.id === id ? [pack] : [];
  });
}

/** As `readPacks`, for those who only act on them; none where nothing can be read. Never throws. */
export async function loadPacks(ids: readonly string[]): Promise<StoredPack[]> {
  return readPacks(ids).catch(() => []);
}

/**
 * Keeps the texts of packs, so that settings may name them.
 * @param used ids of the packs that are in the settings already
 * @throws Error with a sentence for the reader where they are too many or too much, or storage does not do it.
 */
export function keepPacks(packs: readonly StoredPack[], used: readonly string[] = []): Promise<void> {
  return exclusively('packs', async () => {
    const added = packs.filter(({ id }) => !used.includes(id));
    if (added.length + used.length > MOST_PACKS) throw new Error(t('packs_most', { count: MOST_PACKS }));
    const all = [...added, ...(await readPacks(used))];
    if (all.reduce((sum, pack) => sum + bytesOf(pack), 0) > PACKS_BYTES)
      throw new Error(t('packs_size', { size: megabytes(PACKS_BYTES) }));
    const entries = Object.fromEntries(added.map((pack) => [keyOf(pack.id), pack]));
    await saved(() => browser.storage.local.set(entries), 'packs_refused');
  });
}

/** Throws away the texts of packs that no setting names. Failure is ignored: they only take room. */
export async function sweepPacks({ packs }: Settings): Promise<void> {
  const all = await browser.storage.local.get(null).catch(() => ({}));
  const named = packs.map(keyOf);
  const idle = Object.keys(all).filter((key) => key.startsWith(keyOf('')) && !named.includes(key));
  if (idle.length > 0) await browser.storage.local.remove(idle).catch(() => undefined);
}

/** `settings` with a pack in use: in the place of those in `instead`, else last. */
export function withPack(settings: Settings, id: string, instead: readonly string[] = []): Settings {
  const at = settings.packs.findIndex((other) => instead.includes(other) || other === id);
  const others = settings.packs.filter((other) => other !== id && !instead.includes(other));
  const place = at < 0 ? others.length : Math.min(at, others.length);
  return {
    ...settings,
    packs: others.toSpliced(place, 0, id),
    packsOff: settings.packsOff.filter((other) => other !== id && !instead.includes(other)),
  };
}

/** `settings` without a pack, whether it is on or off. */
export function withoutPack(settings: Settings, id: string): Settings {
  const left = (list: string[]) => list.filter((other) => other !== id);
  return { ...settings, packs: left(settings.packs), packsOff: left(settings.packsOff) };
}

/** `settings` with a pack switched on or off; its place stays. */
export function withPackOn(settings: Settings, id: string, on: boolean): Settings {
  const others = settings.packsOff.filter((other) => other !== id);
  return { ...settings, packsOff: on ? others : [...others, id] };
}

/** `settings` with a pack one place nearer to the first, where it can be. */
export function withPackEarlier(settings: Settings, id: string): Settings {
  const at = settings.packs.indexOf(id);
  if (at < 1) return settings;
  return { ...settings, packs: settings.packs.toSpliced(at, 1).toSpliced(at - 1, 0, id) };
}
