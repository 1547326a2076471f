import { beforeAll, describe, expect, it } from 'vitest';
import { KIND_SPECS } from '@/lib/claims/kinds';
import { KINDS } from '@/lib/model';
import { houseFiles, houseTable, readHouse } from '@/lib/satire/house';
import { readTable } from '@/lib/satire/pack/table';
import type { Pack } from '@/lib/satire/types';

describe('the house pack', () => {
  // Some six thousand lines: parsed once for all.
  let pack: Pack;
  let problems: ReturnType<typeof readHouse>['problems'];
  beforeAll(() => {
    ({ pack, problems } = readHouse());
  });

  it('parses without a problem, file by file', () => {
    expect(problems).toEqual([]);
    expect(pack.lines.length).toBeGreaterThan(580);
    expect(Object.keys(houseFiles()).length).toBeGreaterThan(30);
  });

  it('comes back whole from the table that the build makes of it', () => {
    const { lines, ...head } = readTable(JSON.parse(JSON.stringify(houseTable())));
    expect(head).toEqual({ name: pack.name, writer: pack.writer, language: pack.language });
    expect(lines.length).toBe(pack.lines.length);
    expect(lines).toEqual(pack.lines.map((line) => ({ ...line, at: 0 })));
  });

  it.each(KINDS)('has at least 30 lines of 8 shapes for %s', (kind) => {
    const lines = pack.lines.filter((line) => line.section === kind);
    expect(lines.length).toBeGreaterThanOrEqual(30);
    expect(new Set(lines.map((line) => line.shape)).size).toBeGreaterThanOrEqual(8);
  });

  it('names every line once', () => {
    const ids = pack.lines.map((line) => line.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks for keys that a kind of the line has', () => {
    // Conditions leave commas out of the names.
    const names = new Map(
      KIND_SPECS.map((spec) => [
        spec.id as string,
        Object.keys(spec.strict).map((n) => n.toLowerCase().replace(/,/g, '')),
      ]),
    );
    const asked = pack.lines.flatMap((line) =>
      line.conditions.flatMap((c) =>
        c.test === 'is' && c.slot === 'key' ? c.words.map((word) => ({ line, word })) : [],
      ),
    );
    expect(asked.length).toBeGreaterThan(100);
    for (const { line, word } of asked) {
      const kinds = line.section === 'any' ? [...names.keys()] : [line.section];
      expect(
        kinds.some((kind) => names.get(kind)?.includes(word)),
        `${line.id}: ${word}`,
      ).toBe(true);
    }
  });
});
