/**
 * What the reader chose. Stored under one key in local storage; it leaves the machine only where the reader asks the browser
 * to carry it to their others (sync.ts). Whatever is found there is read field by field; rubbish falls back to the default of that field alone.
 */
import { t } from '../locale';
import { isObject } from '../messages/in-page';
import { DENSITIES, type Density, KINDS, type Kind, LEVELS, type Level } from '../model';

/**
 * Version of the stored form, raised by each release that has more to choose. So far every form reads as it is: what an older one
 * does not name stands at its default. A change that this does not cover brings a step that turns the older form into the newer.
 */
export const SETTINGS_VERSION = 2;
export const SETTINGS_KEY = 'settings';

/** Most hosts that can be switched off: a list that a reader can still read, and that no page can fill the disk with. */
export const MOST_SITES = 1000;

export const SIDES = ['auto', 'left', 'right'] as const;
export type Side = (typeof SIDES)[number];
/** Colours of the pages that are Peel's own; the margin takes the colours of the page it stands on. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const MOTIONS = ['system', 'never'] as const;
export type Motion = (typeof MOTIONS)[number];

/** Most phrases to leave alone, and the longest one. */
export const SPARED = { most: 200, longest: 80 };
/** Most packs of jokes beside the house's. */
export const MOST_PACKS = 12;

export interface Settings {
  level: Level;
  /** How much of a page is marked. */
  density: Density;
  /** The master switch. */
  enabled: boolean;
  /** Hosts on which the reader switched Peel off. */
  sitesOff: string[];
  /** Hosts with a dial of their own, and where it stands there. */
  siteLevels: Record<string, Level>;
  /** Kinds of mark the reader does not want to see. */
  kindsOff: Kind[];
  side: Side;
  /** A number on the toolbar button, or none. */
  badge: boolean;
  /** The notes under a printed page. */
  print: boolean;
  theme: Theme;
  motion: Motion;
  /** Phrases and companies that are left alone: what names one is not marked. */
  spared: string[];
  /** The reader's packs of jokes by id (packs.ts), the first to be asked first. */
  packs: string[];
  /** Those of them that are switched off. */
  packsOff: string[];
}

/** A fresh copy of the defaults: what a new reader gets. */
export const defaultSettings = (): Settings => ({
  level: 'roast',
  density: 'normal',
  enabled: true,
  sitesOff: [],
  siteLevels: {},
  kindsOff: [],
  side: 'auto',
  badge: true,
  print: false,
  theme: 'system',
  motion: 'system',
  spared: [],
  packs: [],
  packsOff: [],
});

const YES_OR_NO = [true, false];
/** What each choice may be that is one of few. */
const CHOICES: Partial<Record<keyof Settings, readonly unknown[]>> = {
  level: LEVELS,
  density: DENSITIES,
  enabled: YES_OR_NO,
  side: SIDES,
  badge: YES_OR_NO,
  print: YES_OR_NO,
  theme: THEMES,
  motion: MOTIONS,
};

function listOf<T extends string>(value: unknown, keep: (item: string) => boolean): T[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((item): item is T => typeof item === 'string' && keep(item)))];
}

/** A host name as stored: lower case, no `www.`. Null for what cannot be one. */
export function normalHost(host: string): string | null {
  const name = host
    .trim()
    .toLowerCase()
    .replace(/^www\./, '');
  return name.length > 0 && name.length <= 253 && /^[\p{L}\p{N}_.:[\]-]+$/u.test(name) ? name : null;
}

/** A phrase as stored: white space collapsed. Null for what is none, or would leave everything alone: it needs two letters. */
export function normalPhrase(phrase: string): string | null {
  const words = phrase.trim().replace(/\s+/g, ' ');
  return words.length <= SPARED.longest && /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(words) && !/\p{C}/u.test(words)
    ? words
    : null;
}

function siteLevelsOf(value: unknown): Record<string, Level> {
  const good = Object.entries(isObject(value) ? value : {}).filter(
    (entry): entry is [string, Level] => normalHost(entry[0]) === entry[0] && LEVELS.includes(entry[1] as Level),
  );
  return Object.fromEntries(good.slice(0, MOST_SITES));
}

/** Reads anything that may lie in storage. Never throws. */
export function parseSettings(value: unknown): Settings {
  const settings = defaultSettings();
  if (!isObject(value)) return settings;
  for (const [field, values] of Object.entries(CHOICES))
    if (values.includes(value[field])) Object.assign(settings, { [field]: value[field] });
  return {
    ...settings,
    sitesOff: listOf(value.sitesOff, (host) => normalHost(host) === host).slice(0, MOST_SITES),
    siteLevels: siteLevelsOf(value.siteLevels),
    kindsOff: listOf<Kind>(value.kindsOff, (kind) => (KINDS as readonly string[]).includes(kind)),
    spared: listOf(value.spared, (phrase) => phrase.length > 1),
    packs: listOf(value.packs, Boolean),
    packsOff: listOf(value.packsOff, Boolean),
  };
}

/**
 * The fields of a stored record that hold rubbish, so that the reader can be told. Nothing stored is no damage, and neither
 * is a field that is not there or a kind of mark that this version does not know.
 */
export function damagedFields(value: unknown): (keyof Settings)[] {
  if (value === undefined) return [];
  const fields = Object.keys(defaultSettings()) as (keyof Settings)[];
  if (!isObject(value)) return fields;
  const read: Settings = parseSettings(value);
  const isStrings = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  return fields.filter((field) => {
    const found = value[field];
    if (found === undefined) return false;
    if (field === 'siteLevels')
      return !isObject(found) || Object.keys(found).length !== Object.keys(read.siteLevels).length;
    const kept = read[field];
    if (!Array.isArray(kept)) return found !== kept;
    return !isStrings(found) || (field !== 'kindsOff' && new Set(found as string[]).size !== kept.length);
  });
}

/** The stored form of `settings`. */
export function storedForm(settings: Settings): Record<string, unknown> {
  return { version: SETTINGS_VERSION, ...settings };
}

/** False where the reader switched Peel off, for this host or everywhere. */
export const isOn = (settings: Settings, host: string): boolean =>
  settings.enabled && !settings.sitesOff.includes(normalHost(host) ?? host);

/**
 * `settings` with Peel switched on or off for `host`. A host that cannot be one changes nothing.
 * @throws Error with a sentence for the reader where the list is full.
 */
export function withSite(settings: Settings, host: string, on: boolean): Settings {
  const name = normalHost(host);
  if (name === null) return settings;
  const others = settings.sitesOff.filter((site) => site !== name);
  if (!on && others.length >= MOST_SITES) throw new Error(t('sites_off_full'));
  return { ...settings, sitesOff: on ? others : [...others, name].sort() };
}

/** Where the dial stands on `host`: its own, or the one for everywhere. */
export function levelOn({ level, siteLevels }: Settings, host: string): Level {
  const name = normalHost(host) ?? '';
  return Object.hasOwn(siteLevels, name) ? (siteLevels[name] ?? level) : level;
}

/**
 * `settings` with a dial for `host` alone; null lets it follow the one for everywhere again.
 * @throws Error with a sentence for the reader where the list is full.
 */
export function withSiteLevel(settings: Settings, host: string, level: Level | null): Settings {
  const name = normalHost(host);
  if (name === null) return settings;
  const { [name]: own, ...others } = settings.siteLevels;
  if (level !== null && own === undefined && Object.keys(others).length >= MOST_SITES)
    throw new Error(t('sites_dial_full'));
  return { ...settings, siteLevels: level === null ? others : { ...others, [name]: level } };
}

/** `settings` with a kind of mark shown or not. */
export function withKind(settings: Settings, kind: Kind, on: boolean): Settings {
  const others = settings.kindsOff.filter((off) => off !== kind);
  return { ...settings, kindsOff: on ? others : [...others, kind] };
}

/**
 * `settings` with a phrase left alone, or marked again. What is no phrase changes nothing.
 * @throws Error with a sentence for the reader where the list is full.
 */
export function withPhrase(settings: Settings, phrase: string, spare: boolean): Settings {
  const name = normalPhrase(phrase);
  if (name === null) return settings;
  const others = settings.spared.filter((other) => other.toLowerCase() !== name.toLowerCase());
  if (spare && others.length >= SPARED.most) throw new Error(t('spared_full'));
  return { ...settings, spared: spare ? [...others, name] : others };
}

/** The packs that are switched on, the first to be asked first. */
export const packsOn = ({ packs, packsOff }: Settings): string[] => packs.filter((id) => !packsOff.includes(id));

/** What a page's report depends on: where it differs, the page must be read again. */
export const readingKey = (settings: Settings): string =>
  JSON.stringify([settings.density, settings.spared, packsOn(settings), settings.kindsOff]);

const without = <T>(list: readonly T[], gone: readonly T[]): T[] => list.filter((item) => !gone.includes(item));

/** `now` with what `before` → `after` added to a list taken out, and what it took out put back. */
function listTakenBack<T>(before: readonly T[], after: readonly T[], now: readonly T[]): T[] {
  return [...without(now, without(after, before)), ...without(without(before, after), now)];
}

/** What a list holds at most. What was put into it since stays; what would be put back beyond that is left out. */
function mostOf(field: keyof Settings): number | undefined {
  const most: Partial<Record<keyof Settings, number>> = {
    sitesOff: MOST_SITES,
    spared: SPARED.most,
    packs: MOST_PACKS,
  };
  return most[field];
}

type Dials = Settings['siteLevels'];

/** As `listTakenBack`, for the sites with a dial of their own: only those that the change touched, and that are as it left them. */
function dialsTakenBack(before: Dials, after: Dials, now: Dials): Dials {
  const touched = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (host) => before[host] !== after[host] && now[host] === after[host],
  );
  const others = Object.entries(now).filter(([host]) => !touched.includes(host));
  const back = Object.entries(before).filter(([host]) => touched.includes(host));
  return Object.fromEntries([...others, ...back].slice(0, MOST_SITES));
}

/**
 * The step that takes the change `before` → `after` back and leaves alone whatever was changed since, on this page or on
 * another: a list, and the sites with a dial of their own, lose and regain only what the change moved, any other field only
 * while it is as it was left.
 */
export function takenBack(before: Settings, after: Settings): (now: Settings) => Settings {
  return (now) => {
    const back = (field: keyof Settings): unknown => {
      const [was, left, is] = [before[field], after[field], now[field]];
      if (JSON.stringify(is) === JSON.stringify(left)) return was;
      if (field === 'siteLevels') return dialsTakenBack(before.siteLevels, after.siteLevels, now.siteLevels);
      if (!Array.isArray(is)) return is;
      const list = listTakenBack<string>(was as string[], left as string[], is).slice(0, mostOf(field));
      return field === 'sitesOff' ? list.sort() : list;
    };
    const fields = Object.keys(now) as (keyof Settings)[];
    return Object.fromEntries(fields.map((field) => [field, back(field)])) as unknown as Settings;
  };
}
