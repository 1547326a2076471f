/** How a benchmark repeats, and how it speaks. */

export const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

export function row(what: string, value: string, note = ''): void {
  console.log(`  ${what.padEnd(46)} ${value.padStart(12)}  ${note}`);
}

export async function repeat<T>(times: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let n = 0; n < times; n += 1) results.push(await work(n));
  return results;
}

export const timed = (work: () => unknown) => {
  const at = performance.now();
  work();
  return performance.now() - at;
};
