/**
 * Runs rows of npm scripts side by side: `node lib/cli/abreast.mjs "types lint" test:unit`. Within a row, a script begins when
 * the one before has passed. The first row is heard as it speaks, the others whole once they have ended.
 */
import { spawn } from 'node:child_process';

/** @returns the exit code of `npm run script`; what it says goes to `hear`, or straight to the terminal without one. */
function run(script, hear) {
  return new Promise((done) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', hear ? 'pipe' : 'inherit', hear ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    });
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
async function walk(row, aloud) {
  const said = [];
  const began = Date.now();
  for (const script of row) {
    const code = await run(script, aloud ? null : (chunk) => said.push(chunk));
    if (code !== 0) return { said: Buffer.concat(said), wrong: `${script} failed` };
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  said.push(Buffer.from(`${row.join(', ')}: passed in ${seconds} s\n`));
  return { said: Buffer.concat(said), wrong: '' };
}

const rows = process.argv.slice(2).map((row) => row.split(' '));
if (rows.length === 0) {
  console.error('usage: node lib/cli/abreast.mjs "SCRIPT…" …');
  process.exit(2);
}
const ended = await Promise.all(rows.map((row, at) => walk(row, at === 0)));
for (const { said } of ended) process.stdout.write(said);
const wrong = ended.flatMap((row) => (row.wrong ? [row.wrong] : []));
for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : 0;
