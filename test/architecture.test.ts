import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The import rules between rooms. A file belongs to the room that its path starts with (the longest match), may import
 * from its own room, from what is listed, and nothing else. Packages are named as in package.json.
 */
const ROOMS: Record<string, string[]> = {
  'lib/model': [],
  'lib/messages': ['lib/model', 'valibot'],
  'lib/page-document.ts': [],
  'lib/link.ts': ['lib/page-document.ts', 'lib/english'],
  'lib/hash.ts': [],
  'lib/locale.ts': ['wxt'],
  'lib/english': [],
  'lib/article': ['lib/model', 'lib/page-document.ts'],
  'lib/claims': ['lib/model', 'lib/hash.ts', 'lib/english', 'compromise'],
  'lib/satire': ['lib/model', 'lib/hash.ts', 'lib/english'],
  'lib/overlay': ['lib/model', 'lib/page-document.ts', 'lib/link.ts', 'lib/locale.ts', 'components/card', 'preact'],
  'lib/share': [
    'lib/model',
    'lib/messages',
    'lib/page-document.ts',
    'lib/hash.ts',
    'lib/link.ts',
    'lib/english',
    'lib/locale.ts',
    'lib/storage',
    'valibot',
    'wxt',
  ],
  'lib/storage': ['lib/locale.ts', 'wxt'],
  'lib/settings': ['lib/model', 'lib/messages', 'lib/hash.ts', 'lib/locale.ts', 'lib/storage', 'valibot', 'wxt'],
  'lib/sites': ['lib/locale.ts', 'lib/settings', 'lib/storage', 'wxt'],
  'lib/memory': ['lib/model', 'lib/hash.ts', 'lib/locale.ts', 'lib/settings', 'lib/storage', 'wxt'],
  'lib/ledger': ['lib/model', 'lib/messages', 'lib/link.ts', 'lib/english', 'lib/locale.ts', 'lib/settings'],
  // Speaks to open tabs; the background and the screens both do.
  'lib/tabs': ['lib/messages', 'lib/locale.ts', 'lib/settings', 'lib/storage', 'lib/share', 'wxt'],
  'lib/background': [
    'lib/model',
    'lib/messages',
    'lib/locale.ts',
    'lib/english',
    'lib/claims',
    'lib/satire',
    'lib/settings',
    'lib/sites',
    'lib/memory',
    'lib/storage',
    'lib/share',
    'lib/tabs',
    'wxt',
  ],
  'lib/session': [
    'lib/model',
    'lib/messages',
    'lib/article',
    'lib/overlay',
    'lib/settings',
    'wxt',
    'webextension-polyfill',
  ],
  'components/card': ['lib/model', 'lib/locale.ts', 'lib/settings', 'preact'],
  // What the screens share stands above them, in components itself; no screen borrows from another.
  components: [
    'components/card',
    'lib/model',
    'lib/locale.ts',
    'lib/messages',
    'lib/settings',
    'lib/storage',
    'preact',
    'wxt',
  ],
};
const SCREENS = ['ledger', 'options', 'popup', 'share', 'welcome'];
for (const screen of SCREENS) {
  ROOMS[`components/${screen}`] = [
    'components',
    'components/card',
    'lib/model',
    'lib/messages',
    'lib/locale.ts',
    'lib/ledger',
    'lib/settings',
    'lib/sites',
    'lib/memory',
    'lib/storage',
    'lib/tabs',
    'lib/share',
    'preact',
    'wxt',
  ];
}
// It shows Peel at work on a page of its own.
ROOMS['components/welcome']!.push('lib/article', 'lib/overlay', 'lib/session');
/** The screen that an entry point draws; the others, the background first of all, know nothing of components. */
const drawnBy = (file: string) =>
  SCREENS.find((screen) => new RegExp(`^entrypoints/${screen}(?:\\.sidepanel)?/`).test(file));
/** What runs in the page must not pull in what belongs to the background. */
const IN_THE_PAGE = ['lib/article', 'lib/overlay', 'lib/session', 'components/card'];

const root = resolve(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** What a file imports, as project paths or package names; type-only imports count too. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\b[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'|import\('([^']+)'\)/gm);
  return [...found]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((name) => {
      if (name.startsWith('@/')) return name.slice(2);
      if (name.startsWith('.')) return relative(root, resolve(root, dirname(file), name));
      return name.split('/')[0] ?? name;
    });
}

function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((room) => path === room || `${path}.ts` === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

const files = [...sources('lib'), ...sources('components')].filter((file) => !file.startsWith('lib/cli/'));

describe('rooms', () => {
  it('sees the import graph (sanity: it is not empty)', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(importsOf('lib/messages/schema.ts')).toContain('lib/model');
  });

  it.each(files)('%s keeps to the import rules', (file) => {
    const room = roomOf(file);
    expect(room, `${file} is in no known room`).toBeDefined();
    const allowed = ROOMS[room ?? ''] ?? [];
    const strangers = importsOf(file).filter((target) => {
      // The names of the messages, as types.
      if (target === 'public/_locales/en/messages.json') return room !== 'lib/locale.ts';
      if (/\.(css|txt|json)(\?|$)/.test(target)) return !target.startsWith(`${room}/`);
      const targetRoom = roomOf(target) ?? target;
      return targetRoom !== room && !allowed.includes(targetRoom);
    });
    expect(strangers).toEqual([]);
  });

  it('lets entry points draw only what is their own, and the others nothing', () => {
    const entries = sources('entrypoints');
    const strangers = entries.flatMap((file) => {
      const own = drawnBy(file);
      return importsOf(file)
        .filter((target) => target.startsWith('components/') && !target.startsWith(`components/${own}/`))
        .map((target) => `${file} imports ${target}`);
    });
    expect(strangers).toEqual([]);
    expect(entries).toContain('entrypoints/background.ts');
  });

  it('knows a screen for each folder of components', () => {
    const folders = readdirSync(join(root, 'components'), { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(['card', ...SCREENS].sort());
  });

  it('keeps compromise, the schemas and the jokes out of what runs in the page', () => {
    const reached = new Set<string>();
    const visit = (path: string) => {
      const file = [`${path}`, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((name) => files.includes(name));
      if (!file || reached.has(file)) return;
      reached.add(file);
      const text = readFileSync(join(root, file), 'utf8');
      for (const target of importsOf(file)) {
        const typeOnly = new RegExp(`(?:import|export) type [^;]*'[^']*${target.split('/').at(-1)}'`).test(text);
        if (!typeOnly) visit(target);
      }
    };
    for (const start of files.filter((file) => IN_THE_PAGE.some((room) => file.startsWith(room)))) visit(start);
    expect([...reached].filter((file) => /^lib\/(claims|satire)\//.test(file))).toEqual([]);
    expect([...reached].filter((file) => importsOf(file).includes('valibot'))).toEqual([]);
    expect(reached.size).toBeGreaterThan(3);
  });

  it('loads compromise only behind an import that waits for a mark', () => {
    const waits = (file: string) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bimport\('\.\/([\w-]+)'\)/g)].map(
        ([, name]) => `${dirname(file)}/${name}`,
      );
    const reached = new Set<string>();
    const visit = (path: string, late: boolean) => {
      const file = [path, `${path}.ts`, `${path}/index.ts`].find((name) => files.includes(name));
      if (!file) reached.add(path);
      if (!file || reached.has(file)) return;
      reached.add(file);
      for (const target of importsOf(file)) if (late || !waits(file).includes(target)) visit(target, late);
    };
    visit('lib/background/read-answers', false);
    expect([...reached]).toContain('lib/claims/network/encoder.ts');
    expect([...reached]).not.toContain('compromise');
    visit('lib/claims/assemble', true);
    expect([...reached]).toContain('compromise');
  });

  it('lets nothing that ships import the commands', () => {
    const shipped = [...files, ...sources('entrypoints')];
    expect(shipped.filter((file) => importsOf(file).some((target) => target.startsWith('lib/cli')))).toEqual([]);
  });
});

describe('the commands', () => {
  const commands = [...readFileSync(join(root, 'lib/cli/run.mjs'), 'utf8').matchAll(/^ {2}'([\w-]+)',$/gm)].map(
    ([, name = '']) => `lib/cli/${name}`,
  );
  const all = [...sources('lib/cli'), ...sources('test')];
  const top = sources('lib/cli').filter((file) => dirname(file) === 'lib/cli');

  it('are a file each, which says what it begins with', () => {
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands)
      expect(readFileSync(join(root, `${command}.ts`), 'utf8')).toMatch(/^export async function main\(/m);
  });

  it('have nothing beside them but what several use: the parts of one stand in a folder', () => {
    const usersOf = (file: string) => all.filter((other) => importsOf(other).includes(file.replace(/\.ts$/, '')));
    const shared = top.filter((file) => !commands.includes(file.replace(/\.ts$/, '')));
    expect(shared.filter((file) => usersOf(file).length < 2)).toEqual([]);
    expect(shared).toContain('lib/cli/build.ts');
  });
});

describe('file names', () => {
  it('have hyphens between their words; only a component may be named as its function is', () => {
    const hyphened = /(?:^|\/)[a-z\d]+(?:-[a-z\d]+)*(?:\.(?:as|d|generated|test))?\.tsx?$/;
    const component = /^components\/(?:.+\/)?[A-Z][A-Za-z]+\.tsx$/;
    const named = ['lib', 'components', 'entrypoints', 'test'].flatMap(sources);
    expect(named.filter((file) => !hyphened.test(file) && !component.test(file))).toEqual([]);
  });
});

describe('exports', () => {
  const texts = new Map(
    [...sources('lib'), ...sources('components'), ...sources('entrypoints'), ...sources('test'), 'wxt.config.ts'].map(
      (file) => [file, readFileSync(join(root, file), 'utf8')],
    ),
  );

  it('are used somewhere else', () => {
    const exported = [...texts].flatMap(([file, text]) =>
      /^(?:lib|components)\//.test(file)
        ? [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(([, name = '']) => ({
            file,
            name,
          }))
        : [],
    );
    // `main` is what lib/cli/run.mjs calls.
    const idle = exported.filter(
      ({ file, name }) =>
        name !== 'main' &&
        ![...texts].some(([other, text]) => other !== file && new RegExp(`\\b${name}\\b`).test(text)),
    );
    expect(idle).toEqual([]);
    expect(exported.length).toBeGreaterThan(500);
  });
});
