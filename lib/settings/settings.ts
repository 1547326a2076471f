/**
 * What the reader chose. Stored under one key in local storage, never synced: nothing leaves the machine.
 * Whatever is found there is read field by field; rubbish falls back to the default of that field alone.
 */
import { DENSITIES, type Density, KINDS, type Kind, LEVELS, type Level } from '../model';

/** Version of the stored form. A change of form raises it and adds a step to `migrations`. */
export const SETTINGS_VERSION = 1;
export const SETTINGS_KEY = 'settings';

/** Most hosts that can be switched off: a list that a reader can still read, and that no page can fill the disk with. */
export const MOST_SITES = 1000;

export type Side = 'auto' | 'left' | 'right';

export interface Settings {
  level: Level;
  /** How much of a page is marked. */
  density: Density;
  /** The master switch. */
  enabled: boolean;
  /** Hosts on which the reader switched Peel off. */
  sitesOff: string[];
  /** Kinds of mark the reader does not want to see. */
  kindsOff: Kind[];
  side: Side;
  /** A number on the toolbar button, or none. */
  badge: boolean;
  /** The notes under a printed page. */
  print: boolean;
}

/** A fresh copy of the defaults: what a new reader gets. */
export function defaultSettings(): Settings {
  return {
    level: 'roast',
    density: 'normal',
    enabled: true,
    sitesOff: [],
    kindsOff: [],
    side: 'auto',
    badge: true,
    print: false,
  };
}

type Stored = Record<string, unknown>;
/** `migrations[n]` turns form n into form n + 1. */
const migrations: Record<number, (stored: Stored) => Stored> = {};

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function migrate(stored: Stored): Stored {
  let version = typeof stored.version === 'number' ? stored.version : SETTINGS_VERSION;
  let current = stored;
  while (version < SETTINGS_VERSION) {
    current = migrations[version]?.(current) ?? current;
    version += 1;
  }
  return current;
}

function oneOf<T extends string>(values: readonly T[], value: unknown, fallback: T): T {
  return (values as readonly unknown[]).includes(value) ? (value as T) : fallback;
}

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
  return name.length > 0 && name.length <= 253 && /^[\p{L}\p{N}.:[\]-]+$/u.test(name) ? name : null;
}

/** Reads anything that may lie in storage. Never throws. */
export function parseSettings(value: unknown): Settings {
  const fallback = defaultSettings();
  if (!isStored(value)) return fallback;
  const stored = migrate(value);
  const boolean = (field: unknown, otherwise: boolean) => (typeof field === 'boolean' ? field : otherwise);
  return {
    level: oneOf(LEVELS, stored.level, fallback.level),
    density: oneOf(DENSITIES, stored.density, fallback.density),
    enabled: boolean(stored.enabled, fallback.enabled),
    sitesOff: listOf(stored.sitesOff, (host) => normalHost(host) === host).slice(0, MOST_SITES),
    kindsOff: listOf<Kind>(stored.kindsOff, (kind) => (KINDS as readonly string[]).includes(kind)),
    side: oneOf(['auto', 'left', 'right'], stored.side, fallback.side),
    badge: boolean(stored.badge, fallback.badge),
    print: boolean(stored.print, fallback.print),
  };
}

/**
 * The fields of a stored record that hold rubbish, so that the reader can be told. Nothing stored is no damage, and neither
 * is a field that is not there or a kind of mark that this version does not know.
 */
export function damagedFields(value: unknown): (keyof Settings)[] {
  if (value === undefined) return [];
  const fields = Object.keys(defaultSettings()) as (keyof Settings)[];
  if (!isStored(value)) return fields;
  const stored = migrate(value);
  const read: Settings = parseSettings(value);
  const isStrings = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  return fields.filter((field) => {
    const found = stored[field];
    if (found === undefined) return false;
    if (field === 'kindsOff') return !isStrings(found);
    if (field === 'sitesOff') return !isStrings(found) || new Set(found as string[]).size !== read.sitesOff.length;
    return found !== read[field];
  });
}

/** The stored form of `settings`. */
export function storedForm(settings: Settings): Stored {
  return { version: SETTINGS_VERSION, ...settings };
}

/** False where the reader switched Peel off, for this host or everywhere. */
export function isOn(settings: Settings, host: string): boolean {
  return settings.enabled && !settings.sitesOff.includes(normalHost(host) ?? host);
}

/**
 * `settings` with Peel switched on or off for `host`. A host that cannot be one changes nothing.
 * @throws Error with a sentence for the reader where the list is full.
 */
export function withSite(settings: Settings, host: string, on: boolean): Settings {
  const name = normalHost(host);
  if (name === null) return settings;
  const others = settings.sitesOff.filter((site) => site !== name);
  if (!on && others.length >= MOST_SITES)
    throw new Error('The list of sites that are switched off is full. Take one off it in the options first.');
  return { ...settings, sitesOff: on ? others : [...others, name].sort() };
}

/** `settings` with a kind of mark shown or not. */
export function withKind(settings: Settings, kind: Kind, on: boolean): Settings {
  const others = settings.kindsOff.filter((off) => off !== kind);
  return { ...settings, kindsOff: on ? others : [...others, kind] };
}

const without = <T>(list: readonly T[], gone: readonly T[]): T[] => list.filter((item) => !gone.includes(item));

/** `now` with what `before` → `after` added to a list taken out, and what it took out put back. */
function listTakenBack<T>(before: readonly T[], after: readonly T[], now: readonly T[]): T[] {
  return [...without(now, without(after, before)), ...without(without(before, after), now)];
}

/**
 * The step that takes the change `before` → `after` back and leaves alone whatever was changed since, on this page or on
 * another: a list loses and regains only the items that the change moved, any other field only while it is as it was left.
 */
export function takenBack(before: Settings, after: Settings): (now: Settings) => Settings {
  const single = <K extends keyof Settings>(field: K, now: Settings): Settings[K] =>
    now[field] === after[field] ? before[field] : now[field];
  return (now) => ({
    level: single('level', now),
    density: single('density', now),
    enabled: single('enabled', now),
    sitesOff: listTakenBack(before.sitesOff, after.sitesOff, now.sitesOff).sort(),
    kindsOff: listTakenBack(before.kindsOff, after.kindsOff, now.kindsOff),
    side: single('side', now),
    badge: single('badge', now),
    print: single('print', now),
  });
}
