import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '@/lib/claims';
import { readTable, toPage } from '@/lib/cli/labelled';
import type { Kind } from '@/lib/model';
import { encoder } from './network';
import { claimOf } from './slots-of';

const here = existsSync('../shared/claims/examples.tsv');
if (!here)
  console.warn(
    'SKIPPED: measures of the reader on ../shared (examples, slots, sentences without AI): the folder is not there',
  );

describe.skipIf(!here)('measures', () => {
  const marked = async (docs: ReturnType<typeof readTable>) => {
    let count = 0;
    for (const doc of docs) if ((await read(toPage(doc), encoder)).claims.length > 0) count++;
    return count / docs.length;
  };

  it('finds six in seven examples and on at most two in five of what is no claim but may be an announcement', async () => {
    const docs = readTable('../shared/claims/examples.tsv');
    expect(await marked(docs.filter((d) => d.sentences[0]!.claim))).toBeGreaterThanOrEqual(0.85);
    expect(await marked(docs.filter((d) => !d.sentences[0]!.claim))).toBeLessThanOrEqual(0.4);
  }, 120_000);

  it('marks the span of the claim: token F1 at least 0.85', () => {
    const tokens = (s: string): string[] => s.toLowerCase().match(/[\p{L}\d%$£.,'-]+/gu) ?? [];
    let sum = 0;
    const lines = readFileSync('../shared/claims/slots_gold.jsonl', 'utf8').trim().split('\n');
    for (const line of lines) {
      const gold = JSON.parse(line) as { sentence: string; span: string; type: Kind };
      const claim = claimOf([gold.sentence], { kind: 'company' }, 0, gold.type);
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

  it('stays silent on sentences of pages that never mention AI', async () => {
    expect(await marked(readTable('../shared/corpus/sentences-neg-dev.tsv'))).toBeLessThanOrEqual(0.005);
  }, 120_000);
});
