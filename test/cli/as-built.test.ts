import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, type Rollup } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { assembleMarks } from '@/lib/claims/assemble';
import { KIND_SPECS } from '@/lib/claims/kinds';
import { ROOT } from '@/lib/cli/build';
import { parsedHouse } from '@/lib/cli/packaging/house';
import { COMPROMISE_UNUSED, compromiseReadOnly, kindsWithoutExamples, trims } from '@/lib/cli/packaging/trim';
import type { Kind } from '@/lib/model';
import { readHouse } from '@/lib/satire/house';
import unseen from '../claims/fixtures/unseen-kinds.json';
import { judgedAs } from '../claims/slots-of';
import { FULL } from '../full';
import { pageFixture } from '../page-fixture';

const folder = mkdtempSync(join(tmpdir(), 'peel-as-built-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A module of ours, or the text of one, bundled as the extension is. */
async function bundle(entry: string, plugins: Plugin[]): Promise<string> {
  const text: Plugin = {
    name: 'entry',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('entry.js') ? '\0entry.js' : null),
    load: (id) => (id === '\0entry.js' ? entry : null),
  };
  const [output] = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    plugins: [text, ...plugins],
    resolve: { alias: { '@': ROOT } },
    build: { write: false, minify: false, lib: { entry: 'entry.js', formats: ['es'] } },
  })) as Rollup.RollupOutput[];
  const chunk = output?.output[0];
  if (!chunk || !('code' in chunk)) throw new Error('nothing came out');
  return chunk.code;
}

/** Our own sentences, each with a kind to be read as; every fourth, unless all are wanted. */
const sentences: { kind: Kind; text: string }[] = [
  ...KIND_SPECS.flatMap(({ id, hits }) => hits.map((text) => ({ kind: id, text }))),
  ...unseen.map(({ kind, text }) => ({ kind: kind as Kind, text })),
].filter((_, at) => FULL || at % 4 === 0);

describe('the reader that ships', () => {
  it('takes our sentences apart as the one that is tested and run from the command line', async () => {
    const code = await bundle("export { assembleMarks } from '@/lib/claims/assemble';", trims());
    expect(code).not.toContain(KIND_SPECS[0]?.hits[0]);
    const file = join(folder, 'reader.mjs');
    writeFileSync(file, code);
    const shipped = (await import(pathToFileURL(file).href)) as { assembleMarks: typeof assembleMarks };
    expect(shipped.assembleMarks).not.toBe(assembleMarks);
    expect(sentences.length).toBeGreaterThan(90);
    for (const { kind, text } of sentences) {
      const page = pageFixture([text]);
      const marks = [judgedAs(page, kind)];
      const [mine, its] = await Promise.all([assembleMarks, shipped.assembleMarks].map((of) => of(page, marks)));
      expect(its, text).toEqual(mine);
    }
  }, 120_000);
});

describe('the writer that ships', () => {
  it('has the jokes that the house keeps', async () => {
    const code = await bundle("export { housePack } from '@/lib/satire/house';", [parsedHouse()]);
    const file = join(folder, 'house.mjs');
    writeFileSync(file, code);
    const { housePack } = await import(pathToFileURL(file).href);
    expect(housePack().lines).toEqual(readHouse().pack.lines.map((line) => ({ ...line, at: 0 })));
  }, 60_000);
});

describe('a change that the build makes', () => {
  it('fails the build where compromise has no such part', async () => {
    const gone = compromiseReadOnly({ ...COMPROMISE_UNUSED, '1-one/gone/plugin': '' });
    await expect(bundle("export { default } from 'compromise/two';", [gone])).rejects.toThrow(/1-one\/gone\/plugin/);
  }, 60_000);

  it('fails the build where a kind has no examples to leave out', async () => {
    const kind: Plugin = {
      name: 'kind',
      enforce: 'pre',
      resolveId: (id) => (id.endsWith('/new-kind') ? join(ROOT, 'lib/claims/kinds/new-kind.ts') : null),
      load: (id) => (id.endsWith('new-kind.ts') ? "export const newKind = { id: 'new', hits: [] };" : null),
    };
    const made = bundle("export { newKind } from '@/lib/claims/kinds/new-kind';", [kind, kindsWithoutExamples()]);
    await expect(made).rejects.toThrow(/new-kind has no lists/);
  });

  it('fails the build where jokes are bundled as text', async () => {
    const { load: _, ...blind } = parsedHouse();
    await expect(bundle("export { housePack } from '@/lib/satire/house';", [blind])).rejects.toThrow(/pack\.txt/);
  }, 60_000);

  it('makes none where what it changes is not bundled', async () => {
    expect(await bundle('export const nothing = 1;', trims())).toContain('nothing');
  });
});
