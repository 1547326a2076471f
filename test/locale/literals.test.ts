/** Looks for words of the interface that stand in the code, where no translator finds them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Content, which is English everywhere: examples, an article of our own, and pages that speak to writers of English jokes. */
const CONTENT = [
  'components/welcome/SampleArticle.tsx',
  'entrypoints/writing/main.ts',
  'lib/settings/examples.ts',
  'lib/sites/sites.ts',
];
/** Names and addresses, which are no words of a language. */
const NAMES = ['Peel', 'Peel Serif', 'example.com', 'chrome://extensions/shortcuts', 'about:addons'];

interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** Every node below `node`, with what it stands in, the nearest first. */
function* walk(node: Node, above: Node[] = []): Generator<[Node, Node[]]> {
  yield [node, above];
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, [node, ...above]);
}

/** What a reader sees or hears of an element, or hands to one that shows it. */
const SHOWN = /^(?:title|aria-label|aria-description|placeholder|alt|label|legend|button)$/;
const LETTERS = /\p{L}{2}/u;
/** Words with a space between them that begin as a sentence does, or end as one. */
const SENTENCE = /^["“]?\p{Lu}\p{L}*[’']?\p{L}*,? \p{L}.*|\p{L}+ .*\p{L}[.…:!?]$/u;

/** The words in `code` that a reader would see. */
function wordsIn(code: string, file: string): string[] {
  const found: string[] = [];
  const keep = (text: string) => {
    if (LETTERS.test(text) && !NAMES.includes(text.trim())) found.push(text.trim().replace(/\s+/g, ' '));
  };
  for (const [node, above] of walk(parseSync(file, code).program as unknown as Node)) {
    if (node.type === 'JSXText') keep(node.value as string);
    if (node.type === 'Literal' && typeof node.value === 'string')
      if (isShown(above) || (SENTENCE.test(node.value) && !isForMakers(above[0]))) keep(node.value);
    if (node.type === 'TemplateElement') {
      const { cooked } = node.value as { cooked: string };
      if (/\p{L}{2,} \p{L}{2,}/u.test(cooked) && SENTENCE.test(cooked.trim())) keep(cooked);
    }
  }
  return found;
}

/** True where a string is what an element shows, or one of two things that it may show. */
function isShown(above: readonly Node[]): boolean {
  const at = above.findIndex(({ type }) => !/^(?:Conditional|Logical)Expression$/.test(type));
  const [first, second] = above.slice(at);
  const inBraces = first?.type === 'JSXExpressionContainer';
  const holder = inBraces ? second : first;
  if (holder?.type === 'JSXAttribute') return SHOWN.test((holder.name as Node).name as string);
  return inBraces && /^JSX(?:Element|Fragment)$/.test(holder?.type ?? '');
}

/** True for a file's name, and for the words of an error that only a maker sees. */
const isForMakers = (parent: Node | undefined) =>
  /^(?:Import|Export)/.test(parent?.type ?? '') || (parent?.callee as Node | undefined)?.name === 'ModelError';

const files = [
  'components',
  'entrypoints',
  'lib/ledger',
  'lib/overlay',
  'lib/session',
  'lib/background',
  'lib/tabs',
  'lib/settings',
  'lib/share',
]
  .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .filter((file) => !CONTENT.includes(file));

/** What no reader sees: words in the console, and the title of a page that is made to try a pack on. */
const UNSEEN = ['A company announces AI'];

describe('the code holds no words of the interface', () => {
  it.each(files)('%s', (file) => {
    const words = wordsIn(readFileSync(join(root, file), 'utf8'), file);
    expect(words.filter((text) => !UNSEEN.includes(text))).toEqual([]);
  });

  it('as this test would notice', () => {
    expect(wordsIn('const a = <p>Hello there</p>;', 'a.tsx')).toEqual(['Hello there']);
    expect(wordsIn('const a = <p title="Hello" class="two words">{b}</p>;', 'a.tsx')).toEqual(['Hello']);
    expect(wordsIn('const a = <p>{b ? "On" : c}{"Off"}</p>;', 'a.tsx')).toEqual(['On', 'Off']);
    expect(wordsIn("throw new Error('That did not work.');", 'a.ts')).toEqual(['That did not work.']);
    expect(wordsIn('const a = `Peel is off on $' + '{b}.`;', 'a.ts')).toEqual(['Peel is off on']);
    expect(wordsIn("import a from './Two words.ts'; const b = 'a-b c-d';", 'a.ts')).toEqual([]);
  });
});
