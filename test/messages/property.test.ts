import { describe, expect, it } from 'vitest';
import { check, is, type MessageName, Refusal } from '@/lib/messages/check';
import { isToPage, noteIn, readAnswerOf } from '@/lib/messages/in-page';
import { MESSAGES } from '@/lib/messages/schema';
import { checkJob, shareJob } from '@/lib/share/job';
import fc, { runs } from '../property';
import { junk, spoilt, valuesOf } from './arbitrary';

const NAMES = Object.keys(MESSAGES) as MessageName[];
/** All that is checked, by name: its schema and its check. */
const ALL = [
  ...NAMES.map((name) => ({ name, schema: MESSAGES[name], accept: (value: unknown): unknown => check(name, value) })),
  { name: 'share job', schema: shareJob, accept: checkJob as (value: unknown) => unknown },
];

/** What `accept` throws; null where it takes `value`. */
function refusalOf(accept: (value: unknown) => unknown, value: unknown): unknown {
  try {
    accept(value);
    return null;
  } catch (error) {
    return error;
  }
}

describe.each(ALL)('$name', ({ name, schema, accept }) => {
  it('arrives as it was sent, whichever way the browser carries it', () => {
    fc.assert(
      fc.property(valuesOf(schema), (value) => {
        expect(accept(value)).toBe(value);
        for (const carry of [structuredClone, (sent: unknown) => JSON.parse(JSON.stringify(sent))])
          expect(accept(carry(value))).toEqual(value);
      }),
      { numRuns: runs(40) },
    );
  });

  it('refuses anything else, with a word on what it should have been', () => {
    fc.assert(
      fc.property(junk, (value) => {
        const refusal = refusalOf(accept, value);
        expect(refusal).toBeInstanceOf(Refusal);
        expect(refusal).toMatchObject({ what: name, message: expect.stringContaining(name) });
      }),
    );
  });

  it('names the place of the one thing that is wrong', () => {
    let refused = 0;
    fc.assert(
      fc.property(spoilt(valuesOf(schema) as fc.Arbitrary<object>), ({ value, path }) => {
        const refusal = refusalOf(accept, value);
        if (refusal === null) return;
        refused += 1;
        expect(refusal).toBeInstanceOf(Refusal);
        const place = (refusal as Refusal).place.split('.').filter(Boolean);
        const both = Math.min(place.length, path.length);
        expect(place.slice(0, both)).toEqual(path.slice(0, both));
      }),
      { numRuns: runs(60) },
    );
    expect(refused).toBeGreaterThan(0);
  });
});

describe('what a page knows of the protocol', () => {
  it('is what the schema says, of messages to it', () => {
    const messages = valuesOf(MESSAGES.toPage) as fc.Arbitrary<object>;
    const tried = fc.oneof(
      messages,
      spoilt(messages).map(({ value }) => value),
      junk,
    );
    fc.assert(
      fc.property(tried, (value) => {
        expect(isToPage(value)).toBe(is('toPage', value));
      }),
      { numRuns: runs(500) },
    );
  });

  it('takes every answer there is, of its own pass alone', () => {
    fc.assert(
      fc.property(valuesOf(MESSAGES.readAnswer), valuesOf(MESSAGES.anotherAnswer), (answer, another) => {
        expect(readAnswerOf(answer, answer.pass)).toBe(answer);
        expect(readAnswerOf(answer, answer.pass + 1)).toBeNull();
        expect(noteIn(another)).toBe(another.note);
      }),
      { numRuns: runs(30) },
    );
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(junk, (value) => {
        isToPage(value);
        expect(readAnswerOf(value, 1)).toBeNull();
        noteIn(value);
      }),
    );
  });
});
