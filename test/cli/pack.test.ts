import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '@/lib/cli/pack';

const GOOD =
  'pack: mine\n\n== capability-superlative ==\n\neyebrow, understatement\nneeds: co\nSo says {co}, of itself.\n';

describe('npm run pack', () => {
  let folder = '';
  let said: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'peel-pack-'));
    said = [];
    const keep = (...words: unknown[]) => void said.push(words.join(' '));
    vi.spyOn(console, 'log').mockImplementation(keep);
    vi.spyOn(console, 'error').mockImplementation(keep);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('prints every joke filled, and coverage', async () => {
    expect(await main([file('mine.pack.txt', GOOD)])).toBe(0);
    const all = said.join('\n');
    expect(all).toContain('So says Commonwealth Bank of Australia, of itself.');
    expect(all).toMatch(/capability-superlative\s+1/);
    expect(all).toContain('1 jokes in 1 places');
  });

  it.each([
    ['Latin-1', 'a.pack.txt', Buffer.from(`${GOOD}# caf\xe9\n`, 'latin1'), /not UTF-8/],
    ['UTF-16', 'b.pack.txt', Buffer.from(`\uFEFF${GOOD}`, 'utf16le'), /not UTF-8/],
    ['10 MB', 'c.pack.txt', GOOD.repeat(110_000).slice(0, 10_000_000), /10\.0 MB; a pack may be 1 MB/],
    ['an unknown slot', 'f.pack.txt', GOOD.replace('{co}', '{worm}'), /line 5: .*no slot “worm”/],
    ['HTML', 'g.pack.txt', GOOD.replace('So says', '<b>So</b> says'), /line 5: the joke holds HTML/],
  ])('refuses a file for %s, with the reason and the line, and ends with 1', async (_, name, content, reason) => {
    expect(await main([file(name, content)])).toBe(1);
    const all = said.join('\n');
    expect(all).toMatch(reason);
    expect(all).toContain('refused; nothing of it is used');
    expect(all).not.toContain('jokes in');
  });

  it('names a file that is not there', async () => {
    expect(await main([join(folder, 'none.pack.txt')])).toBe(2);
    expect(said.join('\n')).toContain('there is no file');
  });

  it('names a folder as one', async () => {
    expect(await main([folder])).toBe(2);
    expect(said).toEqual([`pack: ${folder} is a folder; name the files in it`]);
  });

  it.each([[['--hous']], [[]], [['--claim']]])('says how it is used for %j, and does nothing', async (args) => {
    expect(await main(args)).toBe(2);
    expect(said.join('\n')).toContain('usage: pack');
    expect(said).toHaveLength(1);
  });
});
