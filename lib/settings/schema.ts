/**
 * What may come in from outside, as one schema for each: a file of settings, and a choice that another browser shares. Strict
 * where `parseSettings` is forgiving: what lies in the reader's own storage is repaired, what comes in is taken whole or not.
 */
import * as v from 'valibot';
import { DENSITIES, KINDS, LEVELS } from '../model';
import { PACK_BYTES } from './packs';
import {
  defaultSettings,
  MOST_PACKS,
  MOST_SITES,
  MOTIONS,
  normalHost,
  normalPhrase,
  type Settings,
  SIDES,
  SPARED,
  THEMES,
} from './settings';

const strings = (most: number, keep: (item: string) => boolean) =>
  v.pipe(v.array(v.pipe(v.string(), v.check(keep))), v.maxLength(most));
const packIds = strings(MOST_PACKS, (id) => /^[0-9a-z]{1,11}$/.test(id));

/** One entry for every choice there is: a new one does not compile without. */
const CHOICES = {
  level: v.picklist(LEVELS),
  density: v.picklist(DENSITIES),
  enabled: v.boolean(),
  sitesOff: strings(MOST_SITES, (host) => normalHost(host) === host),
  siteLevels: v.pipe(
    v.record(
      v.pipe(
        v.string(),
        v.check((host) => normalHost(host) === host),
      ),
      v.picklist(LEVELS),
    ),
    v.check((sites) => Object.keys(sites).length <= MOST_SITES),
  ),
  kindsOff: v.pipe(v.array(v.picklist(KINDS)), v.maxLength(KINDS.length)),
  side: v.picklist(SIDES),
  badge: v.boolean(),
  print: v.boolean(),
  theme: v.picklist(THEMES),
  motion: v.picklist(MOTIONS),
  spared: strings(SPARED.most, (phrase) => normalPhrase(phrase) === phrase),
  packs: packIds,
  packsOff: packIds,
} satisfies { [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> };

/** True if `value` is one that this choice can have. */
export function isChoice(field: keyof Settings, value: unknown): boolean {
  return v.is(CHOICES[field], value);
}

/** Version of the file. A change of its form raises it, and keeps reading the forms before. */
export const FILE_VERSION = 1;

const fileSchema = v.object({
  peel: v.literal('settings'),
  version: v.literal(FILE_VERSION),
  settings: v.partial(v.object(CHOICES)),
  packs: v.pipe(
    v.array(
      v.object({ name: v.pipe(v.string(), v.maxLength(200)), text: v.pipe(v.string(), v.maxLength(PACK_BYTES)) }),
    ),
    v.maxLength(MOST_PACKS),
  ),
});

export interface SettingsFile {
  settings: Settings;
  packs: { name: string; text: string }[];
}

/**
 * Checks a file of settings that has been parsed.
 * @returns what it holds, each choice that it does not name at its default; or the place of what is wrong in it: "settings.level"
 */
export function checkFile(value: unknown): SettingsFile | string {
  const found = v.safeParse(fileSchema, value);
  if (!found.success) return v.getDotPath(found.issues[0]) ?? 'the beginning';
  return {
    settings: { ...defaultSettings(), ...(found.output.settings as Partial<Settings>) },
    packs: found.output.packs,
  };
}
