/**
 * `npm run test:sources`: what a reviewer does. Packs, unpacks the sources into an empty folder elsewhere, runs the two commands
 * that the README names there, and compares every file of every package.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ROOT, wxt } from './build';
import { packageNames, removePackages } from './packaging/packages';
import { differences, unzip } from './packaging/unzip';

/** What the README tells a reviewer to run. */
export const COMMANDS = ['npm ci', 'npm run zip'];

const OUTPUT = '.output';

/** The environment without what this run of npm, and the tools of this folder, put into it. */
export function bare(env: Record<string, string | undefined>, root = ROOT): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(?:NODE_ENV|npm_(?:package|lifecycle)_.*|npm_config_local_prefix|INIT_CWD)$/.test(name),
  );
  const path = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules')));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

function run(command: string, cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(command, { cwd, env: bare(process.env), shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** The files of the packages in a folder, by the name of the package. */
function packagesIn(folder: string): Map<string, Map<string, Buffer>> {
  return new Map(packageNames(folder).map((name) => [name, unzip(readFileSync(join(folder, name)))]));
}

/** @returns 0 where the sources give the very packages that they lie beside. */
export async function main(): Promise<number> {
  removePackages(join(ROOT, OUTPUT));
  for (const browser of ['chrome', 'firefox']) {
    const { code, output } = await wxt('zip', '-b', browser);
    if (code !== 0) {
      console.error(output.trim());
      return 1;
    }
  }
  const ours = packagesIn(join(ROOT, OUTPUT));
  const [, sources] = [...ours].find(([name]) => name.endsWith('-sources.zip')) ?? [];
  if (!sources) {
    console.error('FAIL wxt packed no sources');
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'peel-sources-'));
  try {
    for (const [name, bytes] of sources) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    for (const command of COMMANDS) {
      console.log(`… ${command}, in a folder that holds the ${sources.size} files of the sources`);
      const { code, output } = await run(command, folder);
      if (code !== 0) {
        console.error(`FAIL ${command} ended with ${code}\n${output.trim()}`);
        return 1;
      }
    }
    const theirs = packagesIn(join(folder, OUTPUT));
    let problems = 0;
    for (const [name, files] of ours) {
      const found = differences(files, theirs.get(name) ?? new Map());
      problems += found.length;
      console.log(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${name}: ${files.size} files, byte for byte`);
      for (const line of found) console.log(`       ${line}`);
    }
    return problems === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
