import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedIn, keysIn, looseKeys, tableUnder, undeclared } from '@/lib/cli/packaging/privacy';
import { parsePack } from '@/lib/satire/pack/parse';
import config from '@/wxt.config';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const DOCUMENTS = readdirSync(ROOT).filter((name) => name.endsWith('.md'));

/** Source files of what ships. */
const sources = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^cli[\\/]/.test(name))
    .map((name) => join(folder, name)),
);

describe('PRIVACY.md', () => {
  it('lists every key that the code stores, and no other', () => {
    const stored = sources.flatMap((file) => keysIn(read(file)));
    expect(tableUnder(read('PRIVACY.md'), 'What is stored').sort()).toEqual([...new Set(stored)].sort());
    expect(stored.length).toBeGreaterThan(3);
  });

  it('can be compared: no file names a key where it uses it', () => {
    expect(sources.flatMap((file) => looseKeys(read(file)).map((use) => `${file}: ${use}`))).toEqual([]);
    expect(looseKeys("browser.storage.local.get('hidden')")).toHaveLength(1);
    expect(looseKeys('storage.local.set({ hidden: 1 })')).toHaveLength(1);
    expect(looseKeys("await storedAt('hidden')")).toHaveLength(1);
    expect(looseKeys('storage.local.set({ [SETTINGS_KEY]: 1, ...aside })')).toEqual([]);
  });

  it('says why each permission is asked for, here by the configuration; the package check compares with what is built', () => {
    const said = tableUnder(read('PRIVACY.md'), 'What is asked for');
    const manifestFor = config.manifest as (env: { browser: string; mode: string }) => { permissions: string[] };
    const { permissions } = manifestFor({ browser: 'firefox', mode: 'production' });
    expect(undeclared({ permissions }, askedIn('firefox', said))).toEqual([]);
    expect(undeclared({ permissions: [...said, 'history'] }, said)).toEqual([
      'PRIVACY.md does not say why history is asked for',
    ]);
    expect(undeclared({ permissions: said.slice(1) }, said)).toHaveLength(1);
    expect(askedIn('chrome', said)).toEqual(said);
    expect(said.filter((name) => !askedIn('firefox', said).includes(name))).toEqual(['sidePanel']);
  });
});

describe('THREATS.md', () => {
  const rows = [...read('THREATS.md').matchAll(/^\|[^|]+\|[^|]+\| `([^`]+)`: (.+?) *\|$/gm)];
  it.each(rows.map(([, file = '', title = '']) => [title, file]))('names a test that is there: %s', (title, file) => {
    expect(existsSync(join(ROOT, file)), file).toBe(true);
    expect(read(file).includes(title), `${file} has no test “${title}”`).toBe(true);
  });

  it('has a test in every row', () => {
    const all = read('THREATS.md')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (?:---|what may)/.test(line));
    expect(rows).toHaveLength(all.length);
    expect(rows.length).toBeGreaterThan(15);
  });
});

describe('the documents', () => {
  it.each(DOCUMENTS)('%s names files that are there', (name) => {
    const text = read(name);
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
    const named = [...text.matchAll(/`((?:lib|test|components|entrypoints|public)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    const missing = [...links, ...named].filter(
      (path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, `${path}.ts`)),
    );
    expect(missing).toEqual([]);
  });

  it('name what the files that they name export', () => {
    const pairs = DOCUMENTS.flatMap((name) =>
      [...read(name).matchAll(/`(\w+)` (?:\(|of |in )`((?:lib|test)\/[\w./-]+)`/g)].map(([, what = '', path = '']) => ({
        what,
        path: path.endsWith('.ts') ? path : `${path}/index.ts`,
      })),
    );
    const exported = (what: string) => new RegExp(`^export (?:async )?(?:function\\*?|const|class) ${what}\\b`, 'm');
    expect(pairs.filter(({ what, path }) => !exported(what).test(read(path)))).toEqual([]);
    expect(pairs.length).toBeGreaterThan(8);
  });

  it('are there, all that a comment points to', () => {
    const all = ['lib', 'components', 'entrypoints', 'test'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const known = new Set([...DOCUMENTS, ...all].map((path) => basename(path)));
    const named = all
      .filter((path) => /\.(?:tsx?|mjs|css|py)$/.test(path))
      .flatMap((path) => [...read(path).matchAll(/\b[\w-]+\.md\b/g)].map(([name]) => ({ path, name })));
    expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });

  it.each(DOCUMENTS)('%s names commands that are there', (name) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...read(name).matchAll(/npm run ([\w:]+)/g)].map(([, command = '']) => command);
    expect(commands.filter((command) => !Object.hasOwn(scripts, command))).toEqual([]);
  });
});

describe('what is said to readers', () => {
  const BRITISH =
    /\b\w*(?:(?:col|fav|flav|hon|lab|behavi|neighb)our|licence|centre|grey|catalogue|judgement|[bdlv]elled|[bdlv]elling|isation)\w*/gi;
  const messages = JSON.parse(read('public/_locales/en/messages.json')) as Record<string, { message: string }>;
  /** Names in code and of files are no words for readers. */
  const spelled = (text: string) =>
    [...text.replace(/`[^`]*`|<(code|pre)>.*?<\/\1>|\]\([^)]*\)/gs, '').matchAll(BRITISH)].map(([word]) => word);

  it.each([...DOCUMENTS, 'lib/cli/store/listing.md', 'entrypoints/writing/index.html'])(
    '%s is American English',
    (name) => {
      expect(spelled(read(name))).toEqual([]);
    },
  );

  it('is American English in the messages, too', () => {
    expect(Object.values(messages).flatMap(({ message }) => spelled(message))).toEqual([]);
    expect(spelled('A neighbouring centre is labelled, and organisations modelled on it.')).toHaveLength(5);
  });
});

describe('the page for writers of packs', () => {
  it.each([
    ['a joke', 'too_long', 1_500],
    ['a line', 'long_line', 5_000],
  ])('says how long %s may be', (_what, name, length) => {
    const { problems } = parsePack(`== launch ==\n\nroast, hedge\n${'x'.repeat(length)}\n`, 'x');
    const found = problems.find(({ fault }) => fault.name === name)?.fault;
    const most = Number((found?.values as { most?: string } | undefined)?.most);
    expect(read('entrypoints/writing/index.html')).toContain(` ${most.toLocaleString('en')}`);
  });
});
