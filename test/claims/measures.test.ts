import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '@/lib/claims';
import { CLAIMS, CORPUS } from '@/lib/cli/corpus';
import { readTable, toPage } from '@/lib/cli/evaluation/labelled';
import type { Kind } from '@/lib/model';
import { missing } from '../missing';
import { encoder } from './network';
import { claimOf } from './slots-of';

const EXAMPLES = join(CLAIMS, 'examples.tsv');
const SLOTS = join(CLAIMS, 'slots_gold.jsonl');
const WITHOUT_AI = join(CORPUS, 'sentences-neg-dev.tsv');

describe('measures', () => {
  const marked = async (docs: ReturnType<typeof readTable>) => {
    let count = 0;
    for (const doc of docs) if ((await read(toPage(doc), encoder)).claims.length > 0) count++;
    return count / docs.length;
  };

  const untried = missing('the reader on examples', EXAMPLES);
  it.skipIf(untried)(
    'finds six in seven examples and on at most 42 in 100 of what is no claim but may be an announcement',
    async () => {
      const docs = readTable(EXAMPLES);
      expect(await marked(docs.filter((d) => d.sentences[0]!.claim))).toBeGreaterThanOrEqual(0.85);
      expect(await marked(docs.filter((d) => !d.sentences[0]!.claim))).toBeLessThanOrEqual(0.42);
    },
    120_000,
  );

  it.skipIf(missing('spans of claims', SLOTS))('marks the span of the claim: token F1 at least 0.85', () => {
    const tokens = (s: string): string[] => s.toLowerCase().match(/[\p{L}\d%$£.,'-]+/gu) ?? [];
    let sum = 0;
    const lines = readFileSync(SLOTS, 'utf8').trim().split('\n');
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

  const unknown = missing('the reader on sentences without AI', WITHOUT_AI);
  it.skipIf(unknown)(
    'stays silent on sentences of pages that never mention AI',
    async () => {
      expect(await marked(readTable(WITHOUT_AI))).toBeLessThanOrEqual(0.005);
    },
    120_000,
  );
});
