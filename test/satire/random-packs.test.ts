import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePack } from '@/lib/satire/pack/parse';
import type { Parsed } from '@/lib/satire/types';
import fc from '../property';

const HOUSE = new URL('../../lib/satire/house/', import.meta.url);
/** Lines of the packs that ship, each by itself. */
const LINES = readdirSync(HOUSE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.pack.txt'))
  .flatMap((name) => readFileSync(new URL(name, HOUSE), 'utf8').split('\n'));

const ODD = [
  ...[
    '== ',
    ' ==',
    '{',
    '}',
    '{co}',
    '{co|',
    '{said}',
    '[[',
    ']]',
    '|',
    '||',
    '#',
    ':',
    ',',
    '\t',
    '\r',
    '\u0000',
    '\u202e',
  ],
  ...[
    'roast, hedge',
    'needs: ',
    'needs: n>',
    'needs: has:',
    'also: ',
    'weight: 9',
    '__proto__',
    'constructor',
    '<b>',
    '&amp;',
    '\ufeff',
  ],
];
const line = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...LINES) },
  fc.constantFrom(...ODD),
  fc.string({ maxLength: 40 }),
  // A line of the house with something wrong put into it.
  fc
    .tuple(fc.constantFrom(...LINES), fc.constantFrom(...ODD), fc.nat(200))
    .map(([text, odd, at]) => `${text.slice(0, at)}${odd}${text.slice(at)}`),
);
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));

/** A pack or a reason, never both and never neither; every problem says where. */
function check(parsed: Parsed, lines: number): void {
  const errors = parsed.problems.filter(({ severity }) => severity === 'error');
  expect(parsed.pack === null).toBe(errors.length > 0);
  for (const problem of parsed.problems) {
    expect(problem.text.length).toBeGreaterThan(3);
    expect(problem.line).toBeGreaterThanOrEqual(0);
    expect(problem.line).toBeLessThanOrEqual(lines);
  }
}

describe('packs made of anything', () => {
  it('are read or refused with a reason, whatever stands in them', () => {
    fc.assert(
      fc.property(text, (written) => check(parsePack(written, 'x.pack.txt'), written.split(/\r\n|\r|\n/).length)),
    );
  });
});
