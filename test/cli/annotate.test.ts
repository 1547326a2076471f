import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '@/lib/cli/annotate';

const file = (name: string) => fileURLToPath(new URL(`../pages/${name}`, import.meta.url));

async function run(...args: string[]) {
  let out = '';
  let err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  const code = await main(args);
  vi.restoreAllMocks();
  return { code, out, err };
}

afterEach(() => vi.restoreAllMocks());

describe('annotate', () => {
  it('prints one object a page with claims and notes that belong together', async () => {
    const { code, out } = await run(file('columns.html'), file('plain.html'), '--json');
    expect(code).toBe(0);
    const [about, plain] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(about).toMatchObject({ file: file('columns.html'), language: 'en', room: 'open' });
    expect(about.claims.length).toBeGreaterThanOrEqual(2);
    for (const claim of about.claims) {
      expect(claim.sentence).toContain(claim.quote);
      expect(claim).toMatchObject({
        family: expect.stringMatching(/^(?:claim|announcement)$/),
        kind: expect.any(String),
      });
      expect([1, 2]).toContain(claim.grade);
      expect(claim.confidence).toBeGreaterThan(0.3);
    }
    for (const note of about.notes) {
      expect(about.claims[note.claim]).toBeDefined();
      expect(note).toMatchObject({ level: 'roast', text: expect.stringMatching(/\S/) });
      const { question, receipt } = about.claims[note.claim];
      expect(note).toMatchObject({ question, receipt });
    }
    for (const key of ['title', 'score', 'headline', 'end']) expect(about).toHaveProperty(key);
    expect(plain).toMatchObject({ claims: [], notes: [], score: 0, candidates: 0 });
  });

  it('prints a table for people', async () => {
    const { out } = await run(file('columns.html'));
    expect(out).toMatch(/\d+ claims, \d+ announcements, \d+ notes/);
    expect(out).toMatch(/1\. [a-z]+(?:-[a-z]+)*(?: \([a-z-]+\))?, (?:prime|fair) [01]\.\d\d/);
  });

  it('reads a page by the encoding that it names, and as UTF-8 where it names none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'peel-annotate-'));
    const [named, silent, late] = ['named.html', 'silent.html', 'late.html'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(named, '<meta charset="windows-1252"><title>The caf\xe9\x92s AI</title>', 'latin1');
    writeFileSync(silent, '<title>The café’s AI</title>');
    // What sniffs an encoding looks through the first kilobyte.
    writeFileSync(late, `<title>The café’s AI</title><!--${'-'.repeat(1_500)}--><meta charset="utf-8">`);
    const { out } = await run(named, silent, late, '--json');
    rmSync(folder, { recursive: true });
    const titles = out.split('\n', 3).map((line) => JSON.parse(line).title);
    expect(titles).toEqual(['The café’s AI', 'The café’s AI', 'The café’s AI']);
  });

  it('writes no joke at the straight level, but claims and their straight questions', async () => {
    const { out } = await run(file('columns.html'), '--json', '--level', 'straight');
    const page = JSON.parse(out);
    expect(page.claims.length).toBeGreaterThan(0);
    for (const claim of page.claims) expect(claim).toMatchObject({ question: expect.stringMatching(/\?$/) });
    expect(page.notes).toEqual([]);
    expect((await run(file('columns.html'), '--level', 'straight')).out).toContain(`? ${page.claims[0].question}`);
  });

  it('names what it cannot read and prints the rest', async () => {
    const { code, out, err } = await run(file('nowhere.html'), file('empty.html'), '--json');
    expect(code).toBe(1);
    expect(err).toContain('nowhere.html');
    expect(JSON.parse(out)).toMatchObject({ claims: [], notes: [], headline: null, end: null });
    expect((await run('lib')).err).toContain('lib is a folder. Name a saved page (FILE.html).');
  });

  it.each([[[]], [['--level', 'loud', 'x.html']], [['--nonsense']]])('refuses %j', async (args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain('usage:');
  });
});
