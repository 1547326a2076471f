/** How a benchmark repeats, how it speaks, and what it keeps. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { dirname } from 'node:path';

/** Milliseconds with as many decimals as they bear. */
export const ms = (value: number) => `${value.toFixed(Math.abs(value) < 10 ? 2 : 1)} ms`;

const lines: string[] = [];

/** Prints a line and keeps it for `keep`. */
export function say(line: string): void {
  lines.push(line);
  console.log(line);
}

/** Says one figure: what it is, its value, and beside it what it is to be held against. */
export function row(what: string, value: string, note = ''): void {
  say(`  ${what.padEnd(46)} ${value.padStart(12)}  ${note}`.trimEnd());
}

/** Writes all that was said into `file`, under a description of the machine. */
export function keep(file: string, browser: string): void {
  const [first] = cpus();
  const machine = [
    `${cpus().length} × ${first?.model ?? 'processor unknown'}, ${(totalmem() / 1e9).toFixed(0)} GB, ${type()}`,
    `${browser}, Node ${process.version}`,
    `load average of the last minute at the end: ${loadavg()[0]?.toFixed(1)}`,
  ];
  const text = `# Results of \`npm run bench -- --save\`

${new Date().toISOString().slice(0, 10)}. Milliseconds of two machines, or of one machine on two days, cannot be compared: compare each row with its
yardstick, which was measured in the same run.

${machine.map((line) => `- ${line}`).join('\n')}

\`\`\`
${lines.join('\n').trim()}
\`\`\`
`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What `work` gives, so many times, one after the other. */
export async function repeat<T>(times: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let n = 0; n < times; n += 1) results.push(await work(n));
  return results;
}
