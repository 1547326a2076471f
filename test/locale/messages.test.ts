/** The file of messages as translators get it, and whether the code and it agree. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { packedMessages } from '@/lib/cli/packaging/messages';
import { language, listed, megabytes, t, tCount } from '@/lib/locale';
import { HYPE_CUES } from '@/lib/model';
import { FAULTS } from '@/lib/satire/pack/faults';
import english from '@/public/_locales/en/messages.json';
import config from '@/wxt.config';
import { type Catalogue, lookUp } from './catalogue';

const root = join(import.meta.dirname, '../..');
const messages = english as Catalogue;

const sources = ['lib', 'components', 'entrypoints']
  .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !relative(root, file).startsWith('lib/cli'));
const code = [...sources, join(root, 'wxt.config.ts')].map((file) => readFileSync(file, 'utf8')).join('\n');

describe('the file of messages', () => {
  it.each(Object.entries(messages))('explains %s and declares its placeholders', (key, message) => {
    expect(key).toMatch(/^[a-z]\w+$/i);
    expect(message.description).toMatch(/\S.*\.$/s);
    expect(message.message.trim()).not.toBe('');
    const used = [...new Set([...message.message.matchAll(/\$(\w*)\$/g)].map(([, name = '']) => name.toLowerCase()))];
    const declared = Object.keys(message.placeholders ?? {});
    // A form for one of something may leave the count out, but has it as its fellows have.
    const { placeholders = {} } = messages[key.replace(/_one$/, '_other')] ?? message;
    expect(declared.toSorted()).toEqual(Object.keys(placeholders).sort());
    expect([...new Set([...used, ...(key.endsWith('_one') ? ['count'] : [])])].sort()).toEqual(declared.toSorted());
    // The code hands over the values in the order of their names.
    expect(declared.toSorted().map((name) => message.placeholders?.[name]?.content)).toEqual(
      declared.map((_, i) => `$${i + 1}`),
    );
    for (const { example } of Object.values(message.placeholders ?? {})) expect(example).toBeTruthy();
    expect(message.message.replace(/\$\w+\$/g, '')).not.toContain('$');
  });

  it('has an _other for whatever it counts, with the count in it', () => {
    const bases = new Set(
      Object.keys(messages).flatMap((key) => /^(.+)_(?:zero|one|two|few|many)$/.exec(key)?.[1] ?? []),
    );
    expect(bases.size).toBeGreaterThan(5);
    for (const base of bases) {
      expect(messages[`${base}_other`]?.placeholders).toHaveProperty('count');
      expect(Object.keys(messages)).toContain(`${base}_one`);
    }
  });

  it('says of a pack what the command line says of it, and nothing else', () => {
    const said = Object.entries(FAULTS).map(([name, text]) => [`pack_fault_${name}`, text]);
    const kept = Object.entries(messages).filter(([key]) => key.startsWith('pack_fault_'));
    expect(kept.map(([key, { message }]) => [key, message]).sort()).toEqual(said.sort());
  });

  it('holds nothing that the code does not say', () => {
    // Keys as they stand in the code, and those that are put together there: a beginning, something, and perhaps an end.
    const whole = new Set([
      ...[...code.matchAll(/['"`](\w+)['"`]/g)].map(([, key]) => key),
      ...[...code.matchAll(/__MSG_(\w+?)__/g)].map(([, key]) => key),
    ]);
    const made = [...code.matchAll(/`([a-z]+_(?:[a-z]+_)*)\$\{[^}]+\}((?:_\w+)?)`/g)].map(
      ([, start = '', end = '']) => ({
        start,
        end,
      }),
    );
    const isSaid = (key: string) =>
      whole.has(key) ||
      whole.has(key.replace(/_(?:one|other)$/, '')) ||
      made.some(
        ({ start, end }) => key.startsWith(start) && key.endsWith(end) && key.length > start.length + end.length,
      );
    expect(Object.keys(messages).filter((key) => !isSaid(key))).toEqual([]);
  });

  it('has a name for every reason of the hype score, and for no other', () => {
    const named = Object.keys(messages).flatMap((key) => /^cue_([^_]+)/.exec(key)?.[1] ?? []);
    expect([...new Set(named)].sort()).toEqual([...HYPE_CUES].sort());
  });

  it('ships without what is said to translators', () => {
    const packed = packedMessages(JSON.stringify(messages));
    expect(packed).not.toMatch(/translator|plural category/i);
    const shipped = JSON.parse(packed) as Catalogue;
    expect(Object.keys(shipped)).toEqual(Object.keys(messages));
    for (const one of Object.values(shipped)) expect(Object.keys(one)).toEqual(['message']);
    // Both browsers take `$1` for the first value, wherever it stands.
    expect(shipped.ledger_some_listed_other?.message).toBe('$2 of $1 listed.');
    expect(lookUp(shipped)('dial_own', ['example.com'])).toBe('on example.com alone');
    expect(shipped.description?.message).toBe(messages.description?.message);
  });

  it('keeps to what the stores allow', () => {
    expect(t('name').length).toBeLessThanOrEqual(75);
    expect(t('short_name').length).toBeLessThanOrEqual(12);
    expect(t('description').length).toBeLessThanOrEqual(132);
  });
});

/** What is wrong with a translation, one plain line each. */
function faultsOf(translation: Catalogue): string[] {
  const categories = new Intl.PluralRules(translation.locale_language?.message ?? 'en').resolvedOptions()
    .pluralCategories;
  return Object.entries(translation).flatMap(([key, { message, placeholders = {} }]) => {
    const [, base = key, category = ''] = /^(.+)_(zero|one|two|few|many)$/.exec(key) ?? [];
    const known = messages[key] ?? messages[`${base}_other`];
    if (!known) return [`${key}: there is no such message`];
    if (category && !(categories as string[]).includes(category)) return [`${key}: this language has no such plural`];
    if (JSON.stringify(contents(placeholders)) !== JSON.stringify(contents(known.placeholders ?? {})))
      return [`${key}: its placeholders are not those of the English message`];
    const strange = [...message.matchAll(/\$(\w+)\$/g)].filter(
      ([, name = '']) => !(name.toLowerCase() in placeholders),
    );
    return strange.map(([hole]) => `${key}: ${hole} is no placeholder`);
  });
}
const contents = (placeholders: NonNullable<Catalogue[string]['placeholders']>) =>
  Object.entries(placeholders)
    .map(([name, { content }]) => [name, content])
    .sort();

describe('the manifest', () => {
  it.each(['chrome', 'firefox'])('says nothing in a language of its own, in %s', async (browser) => {
    if (typeof config.manifest !== 'function') throw new Error('the manifest is no function');
    const made = await config.manifest({ browser, mode: 'production' } as never);
    const manifest = { ...made, action: { default_title: 'Peel' }, sidebar_action: { default_title: 'Peel ledger' } };
    const hooks = config.hooks as Record<string, (wxt: unknown, made: unknown) => void>;
    hooks['build:manifestGenerated']?.({ config: { mode: 'production' } }, manifest);
    const commands = Object.values(manifest.commands ?? {}).flatMap(({ description }) => description ?? []);
    const said = [manifest.name, manifest.short_name, manifest.description, ...commands];
    said.push(manifest.action.default_title, manifest.sidebar_action.default_title);
    expect(said).toHaveLength(9);
    for (const words of said) {
      const [, key = ''] = /^__MSG_(\w+)__$/.exec(words ?? '') ?? [];
      expect(Object.keys(messages)).toContain(key);
    }
    expect(manifest.default_locale).toBe('en');
  });
});

describe('a translation', () => {
  const folder = join(root, 'public/_locales');
  const others = readdirSync(folder).filter((name) => name !== 'en');
  it.each(['en', ...others])('%s has the messages and placeholders that the code asks for', (name) => {
    expect(faultsOf(JSON.parse(readFileSync(join(folder, name, 'messages.json'), 'utf8')) as Catalogue)).toEqual([]);
  });

  it('is told what does not fit', () => {
    const { claims_other, popup_off_hour_said, locale_language } = messages as Record<string, Catalogue[string]>;
    const polish = { locale_language: { ...locale_language, message: 'pl' } } as Catalogue;
    expect(faultsOf({ ...polish, claims_few: claims_other } as Catalogue)).toEqual([]);
    const wrong = {
      ...polish,
      claims_two: claims_other,
      no_such: { message: 'x' },
      claims_many: { message: 'x' },
      popup_off_hour_said: { ...popup_off_hour_said, message: '$TIEM$' },
    } as Catalogue;
    expect(faultsOf(wrong)).toEqual([
      'claims_two: this language has no such plural',
      'no_such: there is no such message',
      'claims_many: its placeholders are not those of the English message',
      'popup_off_hour_said: $TIEM$ is no placeholder',
    ]);
  });

  it('is counted in by its own plurals, and in English where it lacks a message', () => {
    const { claims_other } = messages as Record<string, Catalogue[string]>;
    const few = { ...claims_other, message: '$COUNT$ twierdzenia' };
    const polish = lookUp({ ...messages, locale_language: { message: 'pl' }, claims_few: few } as Catalogue);
    const spy = vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(polish as never);
    expect([1, 3, 5].map((count) => tCount('claims', count))).toEqual(['1 claim', '3 twierdzenia', '5 claims']);
    spy.mockRestore();
  });
});

describe('a message', () => {
  it('takes its values by their names', () => {
    expect(t('sites_dial', { level: 'Full Onion', site: 'example.com' })).toBe('example.com: Full Onion');
  });

  it('has the form that its count wants', () => {
    expect([0, 1, 2].map((count) => tCount('claims', count))).toEqual(['0 claims', '1 claim', '2 claims']);
    expect(tCount('verdict_supported', 1, { claims: '9 claims' })).toBe('9 claims, 1 shows its source');
  });

  it('is joined and measured in the language of the file', () => {
    expect(language()).toBe('en-GB');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect([1_000_000, 9_540_000].map(megabytes)).toEqual(['1 MB', '9.5 MB']);
  });
});
