import { describe, expect, it } from 'vitest';
import { read } from '@/lib/claims';
import { readPage } from '@/lib/claims/context';
import { look, present } from '@/lib/claims/judge';
import { KIND_SPECS } from '@/lib/claims/kinds';
import { re } from '@/lib/claims/pattern';
import { fold } from '@/lib/claims/text';
import { KINDS } from '@/lib/model';
import { pageOf } from './pages';

describe('kinds', () => {
  it('are the 21 of the model, in the order of the ladder', () => {
    expect(KIND_SPECS.map((s) => s.id)).toEqual([...KINDS]);
  });

  for (const spec of KIND_SPECS) {
    describe(spec.id, () => {
      it('has patterns that compile, with examples of both sides', () => {
        for (const source of [...Object.values(spec.strict), ...spec.cues, ...spec.guard])
          expect(() => re(source)).not.toThrow();
        expect(spec.hits.length).toBeGreaterThanOrEqual(6);
        expect(spec.misses.length).toBeGreaterThanOrEqual(5);
      });
      it.each(spec.hits)('fires: %s', (sentence) => {
        const [claim] = read(pageOf([sentence])).claims;
        expect(claim?.kind).toBe(spec.id);
        expect(sentence.slice(claim!.span.start, claim!.span.end)).toBe(claim!.quote);
      });
      it.each(spec.misses)('stays silent: %s', (sentence) => {
        expect(read(pageOf([sentence])).claims).toEqual([]);
      });
    });
  }

  it('every strict pattern is matched by some sentence of ours', () => {
    const ours = KIND_SPECS.flatMap((s) => s.hits).map(fold);
    const used = new Set(
      KIND_SPECS.flatMap((spec) =>
        ours.flatMap((text) => look({ ...spec, guard: [] }, text).names.map((n) => `${spec.id}: ${n}`)),
      ),
    );
    for (const spec of KIND_SPECS) {
      const dead = Object.keys(spec.strict).filter((name) => !used.has(`${spec.id}: ${name}`));
      expect(dead.length, `${spec.id}: ${dead.join(', ')}`).toBeLessThanOrEqual(Object.keys(spec.strict).length / 2);
    }
  });
});

describe('patterns asked of a page as a whole', () => {
  const sentences = KIND_SPECS.flatMap((s) => [...s.hits, ...s.misses]).map(fold);
  /** Every sentence among others: what follows it and goes before it must not reach into it. */
  const pages = [1, 7, 31, 97].flatMap((step) =>
    Array.from({ length: Math.ceil(sentences.length / 12) }, (_, page) =>
      Array.from({ length: 12 }, (_, i) => sentences[((page * 12 + i) * step) % sentences.length]!),
    ),
  );
  it('miss nothing that they find in one sentence alone', () => {
    for (const page of pages) {
      const specs = present(page);
      for (const text of page)
        for (const [i, spec] of KIND_SPECS.entries())
          expect(look(specs[i]!, text), `${spec.id}: ${text}`).toEqual(look(spec, text));
    }
  });
  it('leave out what stands nowhere', () => {
    const left = present(['The ferry was late again.']);
    expect(left.flatMap((s) => [...s.cues, ...Object.keys(s.strict)])).toEqual([]);
  });
});

describe('gate A', () => {
  it('sets no prior on a page about something else', () => {
    const context = readPage(
      pageOf(['The council met on Tuesday.', 'Roads will be mended.'], { title: 'Council meets' }),
    );
    expect(context.prior).toBe(false);
  });
  it.each([
    'Air India (AI) flight 171 was the best in its class.',
    'The estate agent is the leading provider of homes in Leeds.',
    'The fashion model is the most advanced of her generation.',
    'Save the logo as an .ai file for the best results ever.',
  ])('other senses of the words are no anchor: %s', (sentence) => {
    expect(read(pageOf([sentence], { title: 'Local news' })).claims).toEqual([]);
  });
});
