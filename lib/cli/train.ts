/**
 * `train [--corrections FILE] [--corpus DIR] [--claims DIR] [--hold FOLD] [--dry] …`: makes the network anew, in Python. The first
 * run makes a virtual environment in .cache/training and installs what lib/claims/training/requirements.txt names
 * (about 2 GB). Arguments are handed on to lib/claims/training/train.py. Stopped anywhere, the next run goes on.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build';

const WORK = join(ROOT, '.cache/training');
const SCRIPTS = join(ROOT, 'lib/claims/training');

/** Runs a program in sight of the reader. @returns its exit code; 127 where it cannot be started. */
function run(program: string, args: string[]): number {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error) console.error(`train: ${program} cannot be run: ${error.message}`);
  return status ?? 127;
}

/** Makes the virtual environment where there is none, or where what it should hold has changed. */
function prepare(python: string): number {
  const wanted = readFileSync(join(SCRIPTS, 'requirements.txt'), 'utf8');
  const digest = createHash('sha256').update(wanted).digest('hex');
  const stamp = join(WORK, 'installed');
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return 0;
  mkdirSync(WORK, { recursive: true });
  console.log('Installing what training needs (once, about 2 GB) …');
  const made = run('python3', ['-m', 'venv', join(WORK, 'venv')]);
  if (made !== 0) {
    console.error('train: Python 3.11 or newer with venv is needed');
    return made;
  }
  const code = run(python, ['-m', 'pip', 'install', '--quiet', '-r', join(SCRIPTS, 'requirements.txt')]);
  if (code === 0) writeFileSync(stamp, digest);
  return code;
}

/** @returns the exit code of the training. */
export async function main(args: string[]): Promise<number> {
  const python = join(WORK, 'venv/bin/python');
  const code = prepare(python);
  if (code !== 0) return code;
  return run(python, [join(SCRIPTS, 'train.py'), '--work', WORK, ...args]);
}
