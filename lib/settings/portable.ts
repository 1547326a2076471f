/** Everything a reader chose, in one file, and back: checked before anything is changed, and shown before it is taken. */

import type { Kind } from '../model';
import { newPack, readPacks, type StoredPack } from './packs';
import { checkFile, FILE_VERSION } from './schema';
import { parseSettings, SETTINGS_VERSION, type Settings, storedForm } from './settings';
import { DENSITY_WORDS, FIELD_WORDS, KIND_WORDS, LEVEL_WORDS } from './words';

/** Largest file that is looked at, in bytes: the packs and the choices, with room for the escapes of JSON. */
export const FILE_BYTES = 10_000_000;

/** The file's text. What a reader has read and seen is not in it. */
export async function exported(settings: Settings): Promise<string> {
  const packs = (await readPacks(settings.packs)).map(({ name, text }) => ({ name, text }));
  return `${JSON.stringify({ peel: 'settings', version: FILE_VERSION, settings: storedForm(settings), packs }, null, 2)}\n`;
}

/** What a file holds, ready to be taken: the packs' texts, and settings that name them. */
export interface Import {
  settings: Settings;
  packs: StoredPack[];
}

const refuse = (sentence: string) => new Error(`${sentence} Nothing was changed.`);
const numberIn = (value: unknown, field: string): number => {
  const found = (value as Record<string, unknown> | null)?.[field];
  return typeof found === 'number' ? found : 0;
};

/**
 * Text of a file that a reader chose.
 * @param what it should be, for the sentence: "A pack"
 * @throws Error with a plain sentence where it is too large or no UTF-8 text.
 */
export async function textOf(file: Blob, most: number, what: string): Promise<string> {
  const size = (bytes: number) => `${(bytes / 1e6).toFixed(bytes % 1e6 === 0 ? 0 : 1)} MB`;
  if (file.size > most) throw refuse(`This file has ${size(file.size)}. ${what} may have ${size(most)}.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw refuse('This file is not text in UTF-8. Save it as plain text in UTF-8 and try again.');
  }
}

/**
 * Reads a file of settings.
 * @throws Error with a plain sentence where it is broken off, not Peel's, of a newer Peel, or holds what Peel does not know.
 */
export function imported(text: string): Import {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const begun = /^\uFEFF?\s*\{\s*"peel"/.test(text);
    throw refuse(begun ? 'This file breaks off, or was damaged on its way.' : 'This is not a file that Peel wrote.');
  }
  if ((data as { peel?: unknown } | null)?.peel !== 'settings') throw refuse('This is not a file of Peel’s settings.');
  const { settings } = data as { settings?: unknown };
  if (numberIn(data, 'version') > FILE_VERSION || numberIn(settings, 'version') > SETTINGS_VERSION)
    throw refuse('This file is from a newer Peel. Update Peel, then try again.');
  const file = checkFile(data);
  if (typeof file === 'string') throw refuse(`Peel does not understand what this file says at “${file}”.`);
  const packs = file.packs.map(({ name, text: words }) => newPack(name, words));
  const has = (id: string) => packs.some((pack) => pack.id === id);
  // A list that a hand has edited may name a thing twice, or what is not there.
  const { packs: ids, packsOff, sitesOff } = file.settings;
  const named = { packs: ids.filter(has), packsOff: packsOff.filter(has), sitesOff: sitesOff.toSorted() };
  return { packs, settings: parseSettings(storedForm({ ...file.settings, ...named })) };
}

/** A choice that differs, in words. */
export interface Difference {
  what: string;
  from: string;
  to: string;
}

/** What would change from `before` to `after`, one entry a choice; `packNames` by id. */
export function differences(before: Settings, after: Settings, packNames: Map<string, string>): Difference[] {
  const fields = Object.keys(FIELD_WORDS) as (keyof Settings)[];
  return fields.flatMap((field) => {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) return [];
    const words = (settings: Settings) => valueWords(field, settings[field], packNames);
    return [{ what: FIELD_WORDS[field], from: words(before), to: words(after) }];
  });
}

function valueWords(field: keyof Settings, value: unknown, packNames: Map<string, string>): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) {
    const names = value.map((item: string) =>
      field === 'kindsOff'
        ? KIND_WORDS[item as Kind]
        : field.startsWith('packs')
          ? (packNames.get(item) ?? item)
          : item,
    );
    return listed(names);
  }
  if (typeof value === 'object' && value !== null)
    return listed(Object.entries(value).map(([name, one]) => `${name} (${choiceWords('level', one)})`));
  return choiceWords(field, value);
}

/** Most entries of a list that are named. */
const NAMED = 8;

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.length === 0 ? 'none' : names.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function choiceWords(field: keyof Settings, value: unknown): string {
  const all: Record<string, { name: string }> = {
    ...(field === 'level' && LEVEL_WORDS),
    ...(field === 'density' && DENSITY_WORDS),
  };
  return all[String(value)]?.name ?? String(value);
}
