/**
 * The words of the user interface, in the reader's language: public/_locales has a file for each. The browser itself looks
 * them up, so no script carries them. Jokes, straight questions and receipts are no interface: they are English everywhere.
 */
import { browser } from 'wxt/browser';
import type english from '../public/_locales/en/messages.json';

type Messages = typeof english;

/** The name of a message. */
export type MessageKey = keyof Messages;
/** What a message that counts something is called, without the category at its end: `_one`, `_other`. */
export type CountedKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** A message without placeholders. */
export type PlainKey = { [K in MessageKey]: Messages[K] extends { placeholders: unknown } ? never : K }[MessageKey];

type HolesIn<K extends MessageKey> = Messages[K] extends { placeholders: infer Holes } ? keyof Holes : never;
type Values<Names extends PropertyKey> = [Names] extends [never] ? [] : [values: Record<Names, string | number>];

/** Only what is used of the browser's API: the build's own types know no key that is put together. */
interface Lookup {
  getMessage(key: string, values: string[]): string;
}

/** What was said so far. A page outlives an extension that was updated under it, and then the browser looks up nothing more. */
const said = new Map<string, string>();

/** What the background looked up already. */
const brought = new Map<string, string>();

/**
 * Takes messages as `wordsToBring` gave them. A page that holds them need not ask the browser, whose first answer to each page
 * waits for the files of all messages to be read.
 */
export function bringWords(words: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(words)) brought.set(key, text);
}

/** The messages `keys` as `bringWords` takes them, with their placeholders left open. */
export function wordsToBring(keys: readonly MessageKey[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, (browser.i18n as Lookup).getMessage(key, OPEN)]));
}

/** In the place of each value, its number. */
const OPEN = ['$1', '$2', '$3'];

/** Placeholders are numbered in the order of their names, which a test sees to. */
function look(key: string, values: Record<string, string | number> = {}): string {
  const inOrder = Object.keys(values)
    .sort()
    .map((name) => `${values[name]}`);
  const open = brought.get(key);
  if (open) return open.replace(/\$([123])/g, (whole, n: string) => inOrder[Number(n) - 1] ?? whole);
  const asked = [key, ...inOrder].join('\n');
  try {
    said.set(asked, (browser.i18n as Lookup).getMessage(key, inOrder));
  } catch {
    // Said again as before, or not at all.
  }
  return said.get(asked) ?? '';
}

/** The message `key`, with `values` in its placeholders. */
export function t<K extends MessageKey>(key: K, ...[values]: Values<HolesIn<K>>): string {
  return look(key, values);
}

/** The message of a name that came from elsewhere; empty where there is none. Whoever sends names holds them to the file by a test. */
export function byName(name: string, values: Record<string, string>): string {
  return look(name, values);
}

/**
 * The message that fits `count` in the language of the messages, with the count in its placeholder `count`: of
 * `popup_claims`, where there is one, `popup_claims_one`.
 */
export function tCount<K extends CountedKey>(
  key: K,
  count: number,
  ...[values]: Values<Exclude<HolesIn<`${K}_other`>, 'count'>>
): string {
  const category = new Intl.PluralRules(language()).select(count);
  const all = { ...values, count };
  return look(`${key}_${category}`, all) || look(`${key}_other`, all);
}

/** The language of the messages, for `lang` and for dates and lists: not the browser's, which may have none of its own here. */
export function language(): string {
  return t('locale_language');
}

/** "a, b and c", as the language has it. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(language()).format(items);
}

/** "1 MB", "9.5 MB", as the language has it. */
export function megabytes(bytes: number): string {
  const words = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language(), words).format(bytes / 1e6);
}

/** "2026-11-23", by the clock of this machine: the day that its reader saw, in the form that every language has. */
export function shortDate(iso: string): string {
  const date = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A name with dashes as part of a key, which has none. */
export type KeyPart<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${KeyPart<B>}` : S;
/** `ai-washed-product` as a key has it: `ai_washed_product`. */
export function keyPart<S extends string>(name: S): KeyPart<S> {
  return name.replaceAll('-', '_') as KeyPart<S>;
}

/** Gives a page of Peel's own its title, and the language and direction of its words. */
export function speakOn(document: Document, title: PlainKey & `${string}_title`): void {
  document.title = t(title);
  document.documentElement.lang = language();
  document.documentElement.dir = t('locale_direction');
}
