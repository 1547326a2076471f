import { describe, expect, it } from 'vitest';
import { withRoots } from '@/lib/claims/parse';
import { predicateOf, workOf } from '@/lib/claims/predicate';
import { quoteOf } from '@/lib/claims/quote';
import { wordsOf } from '@/lib/claims/word-class';
import { fold } from '@/lib/english/fold';
import { slotsOf } from './slots-of';

function readDeed(text: string) {
  const words = wordsOf(text, withRoots(fold(text)), { start: 0, end: text.length });
  const predicate = predicateOf(words);
  const at = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : '');
  return {
    verb: predicate.verb,
    object: at(predicate.object),
    helped: at(predicate.helped),
    task: at(workOf(words, predicate).task),
    quote: at(quoteOf(words, predicate)),
  };
}

describe('predicateOf: the verb that carries a claim, and its object', () => {
  it.each([
    ['The assistant handles customer questions without a pause.', 'handle', 'customer questions'],
    ['By reading every letter twice, the bot resolves routine complaints.', 'resolve', 'routine complaints'],
    ['Across lending, leasing and claims, Larch 3 is the calmest adviser.', 'be', ''],
    ['Our scribe, trained in Bergen for a year, writes visit notes.', 'write', 'visit notes'],
    ['The bakers who use Larch will love the quiet.', 'love', 'quiet'],
    ['Larch 3 helps small bakeries write supplier contracts.', 'write', 'supplier contracts'],
    ['The update lets any baker automate oven checks in the night.', 'automate', 'oven checks'],
    ['Larch is designed to quickly sort angry letters.', 'sort', 'angry letters'],
    ['The firm says that Larch answers most calls.', 'answer', 'calls'],
    ['Kelmore to cut oven shifts after the launch', 'cut', 'oven shifts'],
    ['Larch has the potential to replace night shifts.', 'replace', 'night shifts'],
    ['It processes dozens of invoices at once.', 'process', 'invoices'],
    ['Larch speeds up claims handling in every branch.', 'speed up', 'claims handling'],
    ['The tool gives branch managers a clear forecast.', 'give', 'clear forecast'],
  ])('%s', (text, verb, object) => {
    expect(readDeed(text)).toMatchObject({ verb, object });
  });

  it.each([
    ['Larch handles document and image analysis.', 'a head at the end of a list'],
    ['Larch sorts routine, low-risk letters.', 'an adjective taken for a noun'],
    ['Our tests showed Larch to be calm.', 'the subject of a clause'],
    ['Larch makes it easier.', 'a pronoun'],
  ])('%s: no object rather than %s', (text) => {
    expect(readDeed(text).object).not.toMatch(/^(?:document|routine|Larch|it)$/);
  });

  it('never gives a particle for a verb', () => {
    for (const text of ['Up to nine in ten letters.', 'The branch is up and running with Larch.'])
      expect(readDeed(text).verb).not.toMatch(/^(?:up|out|off|on)$/);
  });

  it('says who is helped to do what', () => {
    expect(readDeed('Larch cuts noise, enabling night bakers to plan oven shifts.')).toMatchObject({ task: '' });
    expect(readDeed('Larch is calm, enabling night bakers to schedule oven shifts.')).toMatchObject({
      task: 'oven shifts',
    });
  });

  it('quotes whole phrases of at most six words, or nothing', () => {
    expect(readDeed('Larch 3 represents a generational leap in the quiet art of claims handling.').quote).toBe(
      'represents a generational leap',
    );
    for (const text of [
      'In our own careful tests over a year, Larch was, if anything, rather calmer than the best of our people.',
      'We are now setting up your digital storefront, shelves and all, in an afternoon of calm.',
    ]) {
      const { quote } = readDeed(text);
      expect(quote.split(' ').length).toBeLessThanOrEqual(6);
      expect(quote).not.toMatch(/\b(?:the|of|and|to|with|your)$|^In our/);
    }
  });
});

describe('task and beneficiary', () => {
  it('does not run over a second verb', () => {
    const slots = slotsOf(
      'Generative AI is transforming your bakery and will drive real value.',
      'sweeping-transformation',
    );
    expect(slots.task).not.toContain('drive');
    expect(slots.predicate).toBe('transform');
  });

  it.each([
    'Larch does not handle oven claims.',
    'You read the bill instead of doing oven claims.',
    'Larch fails to identify burnt loaves.',
    'Our AI helps bakers make fairer, more honest bread.',
    'Our AI helps you automate time-consuming, unloved tasks.',
  ])('no task: %s', (text) => {
    expect(slotsOf(text, 'productivity-gain').task).toBe('');
  });

  it('names people and firms that profit, never machines', () => {
    expect(slotsOf('The new AI platform is a gift for enterprise teams.').beneficiary).toBe('enterprise teams');
    expect(slotsOf('Our AI helps marketing teams write letters.').beneficiary).toBe('marketing teams');
    expect(slotsOf('The cache allows the models to process letters.').beneficiary).toBe('');
    expect(slotsOf('The AI layer is made for longer-running agents.').beneficiary).toBe('');
    expect(slotsOf('AI stays calm where the demand for night bakers and experts is high.').beneficiary).toBe('');
  });
});
