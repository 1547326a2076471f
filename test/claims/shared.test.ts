import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '@/lib/claims';
import { assemble } from '@/lib/claims/assemble';
import { readPage } from '@/lib/claims/context';
import { judgePage } from '@/lib/claims/judge';
import { readTable, toPage } from '@/lib/cli/labelled';
import type { Kind } from '@/lib/model';
import { pageOf } from './pages';

const here = existsSync('../shared/claims/examples.tsv');
if (!here)
  console.warn(
    'SKIPPED: measures of the reader on ../shared (examples, slots, sentences without AI): the folder is not there',
  );

describe.skipIf(!here)('measures', () => {
  it('finds three in four examples and fires on at most one near-miss in twenty', () => {
    const docs = readTable('../shared/claims/examples.tsv');
    const fired = (claim: boolean) => {
      const own = docs.filter((d) => d.sentences[0]!.claim === claim);
      return own.filter((d) => read(toPage(d)).claims.length > 0).length / own.length;
    };
    expect(fired(true)).toBeGreaterThanOrEqual(0.75);
    expect(fired(false)).toBeLessThanOrEqual(0.05);
  });

  it('marks the span of the claim: token F1 at least 0.85', () => {
    const tokens = (s: string): string[] => s.toLowerCase().match(/[\p{L}\d%$£.,'-]+/gu) ?? [];
    let sum = 0;
    const lines = readFileSync('../shared/claims/slots_gold.jsonl', 'utf8').trim().split('\n');
    for (const line of lines) {
      const gold = JSON.parse(line) as { sentence: string; span: string; type: Kind };
      const { spot, verdict } = judgePage(readPage(pageOf([gold.sentence], { kind: 'company' })))[0]!;
      const claim = assemble(readPage(pageOf([gold.sentence], { kind: 'company' })), spot, {
        ...verdict,
        kind: gold.type,
      });
      const left = tokens(gold.span);
      const mine = tokens(claim.quote);
      const total = left.length + mine.length;
      let same = 0;
      for (const t of mine) {
        const at = left.indexOf(t);
        if (at >= 0) {
          left.splice(at, 1);
          same++;
        }
      }
      sum += (2 * same) / total;
    }
    expect(sum / lines.length).toBeGreaterThanOrEqual(0.85);
  });

  it('stays silent on sentences of pages that never mention AI', () => {
    const docs = readTable('../shared/corpus/sentences-neg-dev.tsv');
    const fired = docs.filter((d) => read(toPage(d)).claims.length > 0).length;
    expect(fired / docs.length).toBeLessThanOrEqual(0.003);
  });
});
