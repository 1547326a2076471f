import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/build';
import { SENTENCE_PARTS, SENTENCE_SIGNS } from '@/lib/model';
import { FLAGS } from '@/lib/satire/flags';
import { slotName } from '@/lib/satire/pack/slots';
import { SLOT_RULES } from '@/lib/satire/slots';

const README = readFileSync(join(ROOT, 'lib/satire/house/README.md'), 'utf8');

describe('the writers’ README', () => {
  it('has a row for every sign, in the words of the code, and no other', () => {
    const rows = [...README.matchAll(/^\| `([a-z-]+)` +\| (.+?) +\|$/gm)].map(([, name, means]) => [name, means]);
    expect(rows.filter(([name]) => !/^(?:headlines|endnotes|any|keys)$/.test(name ?? ''))).toEqual(
      Object.entries(FLAGS).map(([name, { means }]) => [name, means]),
    );
  });

  it('names every slot', () => {
    expect(Object.keys(SLOT_RULES).filter((slot) => !README.includes(`{${slot}}`))).toEqual([]);
  });

  it('names no slot that there is not', () => {
    const named = [...README.matchAll(/\{([a-z][a-z0-9_' ]*)(?:\|[^{}]*)?\}/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => slotName(name) === null)).toEqual([]);
  });
});

describe('the pack format', () => {
  it('has a slot for every part of the build, and a sign for every sign of it', () => {
    expect(SENTENCE_PARTS.filter((part) => !(part in SLOT_RULES))).toEqual([]);
    // What it says is part of `no-figure`.
    expect(SENTENCE_SIGNS.filter((sign) => !(sign in FLAGS))).toEqual(['no-digits']);
  });

  it('gives no two slots one name', () => {
    const long = Object.values(SLOT_RULES).flatMap((rule) => rule.long ?? []);
    expect(new Set(long).size).toBe(long.length);
    expect(long.filter((name) => name in SLOT_RULES)).toEqual([]);
  });
});
