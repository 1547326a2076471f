import { describe, expect, it } from 'vitest';
import { read } from '@/lib/claims';
import { phrasesIn } from '@/lib/claims/keys';
import { KIND_SPECS } from '@/lib/claims/kinds';
import { re } from '@/lib/claims/pattern';
import { fold } from '@/lib/english/fold';
import { CLAIM_KINDS } from '@/lib/model';
import { pageFixture } from '../page-fixture';
import { encoder } from './network';

const marksOf = async (sentence: string) => (await read(pageFixture([sentence]), encoder)).claims;

describe('kinds', () => {
  it('are the claims of the model, in the order of the ladder', () => {
    expect(KIND_SPECS.map((s) => s.id)).toEqual([...CLAIM_KINDS]);
  });

  for (const spec of KIND_SPECS) {
    describe(spec.id, () => {
      it('has patterns that compile, with examples of both sides', () => {
        for (const source of [...Object.values(spec.strict), ...spec.cues, ...spec.guard])
          expect(() => re(source)).not.toThrow();
        expect(spec.hits.length).toBeGreaterThanOrEqual(6);
        expect(spec.misses.length).toBeGreaterThanOrEqual(5);
      });
      it('has two in three of its examples marked, its own words and no others', async () => {
        const missed: string[] = [];
        for (const sentence of spec.hits) {
          const [mark] = await marksOf(sentence);
          if (!mark) missed.push(sentence);
          else expect(sentence.slice(mark.span.start, mark.span.end)).toBe(mark.quote);
        }
        expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(spec.hits.length / 3);
      });
    });
  }

  it('have six in seven of all their examples marked, and at most 44 in 100 of what only looks like claims', async () => {
    const share = async (sentences: string[]) => {
      let marked = 0;
      for (const sentence of sentences) if ((await marksOf(sentence)).length > 0) marked++;
      return marked / sentences.length;
    };
    expect(await share(KIND_SPECS.flatMap(({ hits }) => hits))).toBeGreaterThanOrEqual(0.85);
    expect(await share(KIND_SPECS.flatMap(({ misses }) => misses))).toBeLessThanOrEqual(0.44);
  }, 120_000);

  it('have no pattern that no sentence of ours needs', () => {
    const ours = KIND_SPECS.flatMap(({ hits }) => hits).map(fold);
    const unneeded = KIND_SPECS.flatMap((spec) => {
      const found = new Set(ours.flatMap((text) => phrasesIn({ ...spec, guard: [] }, text)));
      return Object.keys(spec.strict)
        .filter((name) => !found.has(name))
        .map((name) => `${spec.id}: ${name}`);
    });
    expect(unneeded).toEqual([]);
  });
});

describe('other senses of the words', () => {
  it.each([
    'Air India (AI) flight 171 was delayed for two hours on Monday.',
    'The estate agent showed the couple three homes in Leeds.',
    'The fashion model wore a coat by a student of the academy.',
    'Save the logo as an .ai file before you send it to the printer.',
  ])('are not marked: %s', async (sentence) => {
    expect((await read(pageFixture([sentence], { title: 'Local news' }), encoder)).claims).toEqual([]);
  });
});
