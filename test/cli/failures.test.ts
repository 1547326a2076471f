import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { main as bench } from '@/lib/cli/bench';
import { ROOT } from '@/lib/cli/build';
import { main as store } from '@/lib/cli/store';
import { takeShots } from '@/lib/cli/store/shots';

// Should a command not refuse as it must, it gets no further than to look for its browser.
beforeEach(() => vi.stubEnv('PEEL_CHROMIUM', '/nowhere/chromium'));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('a benchmark of one part is never kept in place of a whole run', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await bench(['--only', 'page', '--save'])).toBe(1);
  expect(error.mock.calls).toEqual([[expect.stringContaining('leave --only out')]]);
});

it('a benchmark of a folder says that it is one', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await bench(['lib'])).toBe(1);
  expect(error.mock.calls).toEqual([[expect.stringMatching(/lib is a folder. Name a saved page/)]]);
});

it('the pictures for the stores say in a sentence what they lack', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await store([])).toBe(1);
  expect(error.mock.calls).toEqual([[expect.stringMatching(/^PEEL_CHROMIUM names \/nowhere\/chromium, .*\.$/)]]);
});

it('a picture for the stores that is not there is named, with those that are', async () => {
  const taken = takeShots('/nowhere/chromium', 1, 'typo', () => undefined);
  await expect(taken).rejects.toThrow(/No picture is called typo; there are 1-notes, /);
});

it('whoever has read enough of what a command prints may go', async () => {
  const pages = ['plain', 'empty', 'plain', 'empty'].map((name) => `test/pages/${name}.html`);
  const child = spawn(process.execPath, [join(ROOT, 'lib/cli/run.mjs'), 'annotate', ...pages], { cwd: ROOT });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((done) => child.on('close', done));
  expect(said).toBe('');
  expect(code).toBe(141);
});
