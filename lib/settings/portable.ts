/** Everything a reader chose, in one file, and back: checked before anything is changed, and shown before it is taken. */

import { megabytes, t, tCount } from '../locale';
import type { Density, Kind, Level } from '../model';
import { newPack, readPacks, type StoredPack } from './packs';
import { checkFile, FILE_VERSION } from './schema';
import {
  type Motion,
  parseSettings,
  SETTINGS_VERSION,
  type Settings,
  type Side,
  storedForm,
  type Theme,
} from './settings';
import { densityName, fieldName, kindName, levelName } from './words';

/** Largest file that is looked at, in bytes: the packs and the choices, with room for the escapes of JSON. */
export const FILE_BYTES = 10_000_000;

/** The file's text. What a reader has read and seen is not in it. @throws Error with a sentence where packs cannot be read. */
export async function exported(settings: Settings): Promise<string> {
  const packs = (await readPacks(settings.packs)).map(({ name, text }) => ({ name, text }));
  return `${JSON.stringify({ peel: 'settings', version: FILE_VERSION, settings: storedForm(settings), packs }, null, 2)}\n`;
}

/** What a file holds, ready to be taken: the packs' texts, and settings that name them. */
export interface Import {
  settings: Settings;
  packs: StoredPack[];
}

const numberIn = (value: unknown, field: string): number => {
  const found = (value as Record<string, unknown> | null)?.[field];
  return typeof found === 'number' ? found : 0;
};

/**
 * Text of a file that a reader chose.
 * @param tooLarge the sentence for one that is.
 * @throws Error with a plain sentence where it is too large, cannot be read, or is no UTF-8 text.
 */
export async function textOf(
  file: Blob,
  most: number,
  tooLarge: 'file_settings_size' | 'file_pack_size',
): Promise<string> {
  if (file.size > most) throw new Error(t(tooLarge, { size: megabytes(file.size), most: megabytes(most) }));
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Error(t('file_unreadable'));
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(t('file_no_text'));
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
    throw new Error(t(begun ? 'file_broken' : 'file_foreign'));
  }
  if ((data as { peel?: unknown } | null)?.peel !== 'settings') throw new Error(t('file_other'));
  const { settings } = data as { settings?: unknown };
  if (numberIn(data, 'version') > FILE_VERSION || numberIn(settings, 'version') > SETTINGS_VERSION)
    throw new Error(t('file_newer'));
  const file = checkFile(data);
  if (typeof file === 'string') throw new Error(t('file_unknown', { place: file }));
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

/** A choice in one form for all that mean the same: only of packs does it matter which comes first. */
function canonical(field: keyof Settings, value: Settings[keyof Settings]): string {
  if (Array.isArray(value)) return JSON.stringify(field === 'packs' ? value : value.toSorted());
  return JSON.stringify(typeof value === 'object' ? Object.entries(value).sort() : value);
}

/**
 * What would change from `before` to `after`, one entry a choice. A pack whose text is lost and comes back is a change.
 * @param held the packs that there are before.
 * @param offered those that come with `after`.
 */
export function differences(
  before: Settings,
  after: Settings,
  held: readonly StoredPack[],
  offered: readonly StoredPack[],
): Difference[] {
  const named = (packs: readonly StoredPack[]) => new Map(packs.map(({ id, name }) => [id, name]));
  const [heldNames, allNames] = [named(held), named([...held, ...offered])];
  const comesBack = after.packs.some((id) => before.packs.includes(id) && !heldNames.has(id) && allNames.has(id));
  const fields = Object.keys(after) as (keyof Settings)[];
  return fields.flatMap((field) => {
    const same = canonical(field, before[field]) === canonical(field, after[field]);
    if (same && !(field === 'packs' && comesBack)) return [];
    const from = valueWords(field, before[field], heldNames);
    return [{ what: fieldName(field), from, to: valueWords(field, after[field], allNames) }];
  });
}

function valueWords(field: keyof Settings, value: unknown, packNames: Map<string, string>): string {
  if (typeof value === 'boolean') return t(value ? 'value_on' : 'value_off');
  if (Array.isArray(value)) {
    const names = value.map((item: string) =>
      field === 'kindsOff'
        ? kindName(item as Kind)
        : field.startsWith('packs')
          ? (packNames.get(item) ?? t('packs_gone'))
          : item,
    );
    return shortList(names);
  }
  if (typeof value === 'object' && value !== null)
    return shortList(Object.entries(value).map(([name, one]) => `${name} (${choiceWords('level', one)})`));
  return choiceWords(field, value);
}

/** Most entries of a list that are named. */
const NAMED = 8;

function shortList(names: readonly string[]): string {
  if (names.length === 0) return t('value_none');
  if (names.length <= NAMED) return names.join(', ');
  return tCount('value_more', names.length - NAMED, { names: names.slice(0, NAMED).join(', ') });
}

function choiceWords(field: keyof Settings, value: unknown): string {
  if (field === 'level') return levelName(value as Level);
  if (field === 'density') return densityName(value as Density);
  if (field === 'side') return t(`side_${value as Side}`);
  if (field === 'theme') return t(`theme_${value as Theme}`);
  return field === 'motion' ? t(`motion_${value as Motion}`) : String(value);
}
