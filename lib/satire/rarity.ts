import { lowest, type Stop } from './levels';
import type { Line } from './types';

/** What halving the share of a shape, or of a mechanism, is worth to its lines: chance alone carries a line past several. */
const SHAPE = 5;
const MECHANISM = 3;
/** A thing that only a line or two has is no reason to print them on every page. */
const MOST = 6;

const known = new WeakMap<readonly Line[], Map<string, ReadonlyMap<string, number>>>();

/**
 * How far a line goes before others because its shape and its mechanism are rare among all lines that the stop admits, and
 * falls behind because they are common: chance would print what there is most of, and a page would read as one joke.
 * @returns points, negative for what is common
 */
export function rarity(line: Line, lines: readonly Line[], stop: Stop): number {
  const points = tableOf(lines, stop);
  return (points.get(line.shape) ?? 0) + (points.get(line.mechanism) ?? 0);
}

function tableOf(lines: readonly Line[], stop: Stop): ReadonlyMap<string, number> {
  const tables = known.get(lines) ?? new Map<string, ReadonlyMap<string, number>>();
  known.set(lines, tables);
  const ready = tables.get(stop.level);
  if (ready) return ready;
  const admitted = lines.filter((line) => stop.admits.includes(lowest(line)));
  const shapes = admitted.map((line) => line.shape);
  const mechanisms = admitted.map((line) => line.mechanism);
  const table = new Map([...pointsOf(shapes, SHAPE), ...pointsOf(mechanisms, MECHANISM)]);
  tables.set(stop.level, table);
  return table;
}

/** Each value against an even share of all. */
function pointsOf(values: readonly string[], worth: number): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const even = values.length / counts.size;
  return [...counts].map(([value, count]) => [value, Math.max(-MOST, Math.min(MOST, worth * Math.log2(even / count)))]);
}
