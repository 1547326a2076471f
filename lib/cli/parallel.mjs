/**
 * Runs rows of npm scripts side by side: `node lib/cli/parallel.mjs "types lint" test:unit`. Within a row, a script begins when
 * the one before has passed. The first row is heard as it speaks, the others whole once they have ended. Rows after `--gently`
 * give way to those before it: they take what time of the processor is left.
 */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/** @returns the exit code of `npm run script`, at low priority if `gently`; what it says goes to `hear`, or straight to the terminal without one. */
function run(script, gently, hear) {
  return new Promise((done) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', hear ? 'pipe' : 'inherit', hear ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    });
    // What it starts in its turn inherits this.
    if (gently && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** @returns how the row ended, what it said and what is wrong, a line or ''. */
async function walk(row, gently, aloud) {
  const said = [];
  const began = Date.now();
  for (const script of row) {
    const code = await run(script, gently, aloud ? null : (chunk) => said.push(chunk));
    if (code !== 0) return { said: Buffer.concat(said), wrong: `${script} failed` };
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  said.push(Buffer.from(`${row.join(', ')}: passed in ${seconds} s\n`));
  return { said: Buffer.concat(said), wrong: '' };
}

const asked = process.argv.slice(2);
const mark = asked.indexOf('--gently');
const given = asked.filter((argument) => argument !== '--gently');
const rows = given.map((row, at) => ({ scripts: row.split(' '), gently: mark >= 0 && at >= mark }));
if (rows.length === 0) {
  console.error('usage: node lib/cli/parallel.mjs "SCRIPT…" … [--gently "SCRIPT…" …]');
  process.exit(2);
}
const ended = await Promise.all(rows.map(({ scripts, gently }, at) => walk(scripts, gently, at === 0)));
for (const { said } of ended) process.stdout.write(said);
const wrong = ended.flatMap((row) => (row.wrong ? [row.wrong] : []));
for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : 0;
