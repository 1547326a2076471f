/** The sweep finds nothing where nothing is wrong, and says so where something is: on our own pages. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROOT } from '@/lib/cli/build';
import { main } from '@/lib/cli/sweep';
import { FULL } from '../full';
import { BROWSERS } from './harness';

const PAGES = join(ROOT, 'test/pages');

/**
 * More elements than Peel looks at for what stands in the margin (lib/overlay/obstacles.ts), and after them words in it on
 * both sides: notes come to stand on those.
 */
const aside = (side: string, words: string) =>
  `<aside style="position:absolute;top:0;${side}:5px;width:22%">${`The weather in the ${words} will stay as it was. `.repeat(400)}</aside>`;
const CROWD = `${'<i></i>'.repeat(7_000)}${aside('left', 'west')}${aside('right', 'east')}`;

// The sweep is a tool of ours and drives both browsers through one interface.
describe.each(BROWSERS)('the sweep in %s', (name) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'peel-sweep-'));
    const dark = readFileSync(join(PAGES, 'dark.html'), 'utf8');
    writeFileSync(
      join(folder, 'crowd.html'),
      dark.replace(/<body[^>]*>/, (body) => body + CROWD),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => vi.restoreAllMocks());

  async function sweep(...args: string[]): Promise<{ code: number; said: string[] }> {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const code = await main(['--browser', name, ...args]);
    return { code, said: log.mock.calls.map(([line]) => String(line)) };
  }

  it.runIf(FULL)(
    'finds nothing wrong with notes that stand as they should, nor with a page without claims',
    async () => {
      const { code, said } = await sweep(join(PAGES, 'dark.html'), join(PAGES, 'plain.html'), '--width', '1440,390');
      expect(said.filter((line) => line.startsWith('FAIL'))).toEqual([]);
      expect(said).toHaveLength(5);
      expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ pages: 2, looks: 4, annotated: 2, failed: 0 });
      expect(code).toBe(0);
    },
  );

  it.runIf(FULL || name === 'chromium')('reports notes that stand on words, and fails', async () => {
    const { code, said } = await sweep(folder, '--width', '1440');
    expect(said.join('\n')).toMatch(/FAIL \w+ 1440 crowd[\s\S]*note \w+ at [\d,]+ on "The weather/);
    expect(JSON.parse(said.at(-1) ?? '').breaches).toBeGreaterThan(0);
    expect(code).toBe(1);
  });
});
