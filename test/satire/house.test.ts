import { describe, expect, it } from 'vitest';
import { houseFiles, readHouse } from '@/lib/satire/house';

describe('the house pack', () => {
  it('parses without a problem, file by file', () => {
    const { pack, problems } = readHouse();
    expect(problems).toEqual([]);
    expect(pack.lines.length).toBeGreaterThan(580);
    expect(Object.keys(houseFiles()).length).toBeGreaterThan(30);
  });

  it('names every line once', () => {
    const ids = readHouse().pack.lines.map((line) => line.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
