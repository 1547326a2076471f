/**
 * When each choice was made: kept in the record of sync (sync.ts) from the first time that choices are shared, and written together
 * with the choice itself. So an old choice is never taken for a new one, whenever the background ends.
 */
import { damagedFields, defaultSettings, parseSettings, type Settings } from './settings';

export const SYNC_KEY = 'sync';
/** What stays on the machine where it was chosen. */
const HERE_ONLY: readonly (keyof Settings)[] = ['enabled', 'packs', 'packsOff'];

export type Field = keyof Settings;
/** One choice as it travels. */
export interface Choice {
  value: unknown;
  /** When it was made, in ms. */
  at: number;
}
export type Choices = Partial<Record<Field, Choice>>;

/** The choices that travel. */
export const sharedFields = () =>
  (Object.keys(defaultSettings()) as Field[]).filter((field) => !HERE_ONLY.includes(field));

/** True if both would be stored alike. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The choices in a record of sync as found in storage, not looked at further; none where it holds none. */
export function knownIn(record: unknown): Partial<Record<Field, Partial<Choice> | null>> {
  const { known } = (record ?? {}) as { known?: unknown };
  return typeof known === 'object' && known !== null ? known : {};
}

/** Fields of stored settings that are damaged, and of which the record of sync does not know either what was chosen. */
export function lostFields(stored: unknown, record: unknown): (keyof Settings)[] {
  const known: Partial<Record<keyof Settings, Partial<Choice> | null>> = knownIn(record);
  return damagedFields(stored).filter((field) => known[field]?.value === undefined);
}

/**
 * Reads stored settings like `parseSettings`, but what is damaged or missing in them is as it was last chosen, where the record of
 * sync says how: that something was lost is no choice, and the other browsers must not be told so.
 * @param record of sync, as found in storage
 */
export function withLastChosen(stored: unknown, record: unknown): Settings {
  const known = knownIn(record);
  const [settings, damaged] = [parseSettings(stored), damagedFields(stored)];
  const there = (stored ?? {}) as Partial<Settings>;
  const lost = sharedFields().filter((field) => damaged.includes(field) || there[field] === undefined);
  const chosen = lost.flatMap((field) => {
    const value = known[field]?.value;
    return value === undefined ? [] : [[field, parseSettings({ [field]: value })[field]] as const];
  });
  return { ...settings, ...Object.fromEntries(chosen) };
}

/**
 * The record of sync with the time of each choice that `before` → `after` changed; the same where none did, or where choices were
 * never shared. A clock that goes ahead elsewhere must not outvote a choice that was made after its own was seen.
 * @param record as found in storage
 */
export function stamped(record: unknown, before: Settings, after: Settings, now: number): unknown {
  const known = knownIn(record);
  const { on } = (record ?? {}) as { on?: unknown };
  if (on !== true && Object.keys(known).length === 0) return record;
  const made = sharedFields().filter((field) => !same(before[field], after[field]));
  if (made.length === 0) return record;
  const choiceOf = (field: Field): Choice => {
    const at = known[field]?.at;
    return { value: after[field], at: Number.isFinite(at) ? Math.max(now, Number(at) + 1) : now };
  };
  const choices = Object.fromEntries(made.map((field) => [field, choiceOf(field)]));
  return { ...(record as object), known: { ...known, ...choices } };
}
