/** Builds the extension for the commands that need it built. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserName } from './browser/driver';

export const ROOT = resolve(import.meta.dirname, '../..');

/** What the built extension is made from. Of the commands, only what the build itself runs: `newest` skips the rest. */
export const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'lib/cli/packaging',
  'public',
  'wxt.config.ts',
  'package.json',
  'package-lock.json',
];

const TARGET: Record<BrowserName, string> = { chromium: 'chrome', firefox: 'firefox' };

export type Mode = 'production' | 'e2e';

/** Where the unpacked extension lies once it is built. */
export function builtPath(browser: BrowserName, mode: Mode): string {
  return join(ROOT, '.output', `${TARGET[browser]}-mv3${mode === 'e2e' ? '-e2e' : ''}`);
}

/** When something at `path` changed last, in milliseconds; a folder changes, too, where a file in it is removed. */
export function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== 'cli')
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), info.mtimeMs);
}

/** True if the build is there and nothing that it is made from changed since. */
export function isFresh(browser: BrowserName, mode: Mode): boolean {
  const manifest = join(builtPath(browser, mode), 'manifest.json');
  if (!existsSync(manifest)) return false;
  const built = statSync(manifest).mtimeMs;
  return SOURCES.every((source) => newest(join(ROOT, source)) <= built);
}

/** Runs a command of wxt; resolves to its exit code and all it wrote. */
export const wxt = (...args: string[]) => wxtInto(join(ROOT, '.output'), ...args);

/** The same, with what it builds in another folder. */
export function wxtInto(folder: string, ...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PEEL_OUTPUT: folder },
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * Builds unless the last build is fresh; returns the path of the unpacked extension.
 * @throws Error with wxt's own words when the build fails.
 */
export async function build(browser: BrowserName, mode: Mode): Promise<string> {
  if (!isFresh(browser, mode)) {
    const { code, output } = await wxt('build', '-b', TARGET[browser], '--mode', mode);
    if (code !== 0) throw new Error(`The extension does not build for ${browser}:\n${output.trim()}`);
  }
  return builtPath(browser, mode);
}
