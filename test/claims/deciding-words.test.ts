import { describe, expect, it } from 'vitest';
import { read } from '@/lib/claims';
import { decidingWords } from '@/lib/claims/deciding-words';
import type { Kind, PageText } from '@/lib/model';
import { pageFixture } from '../page-fixture';
import kinds from './fixtures/unseen-kinds.json';
import { encoder } from './network';

/** What decided of the first sentence of a paragraph, that it is marked and as what. */
const decided = (page: PageText, kind: Kind, passage = 0) =>
  decidingWords(page, { passage, sentence: page.passages[passage]!.sentences[0]!, kind }, encoder);
const MADE = kinds as ((typeof kinds)[number] & { kind: Kind })[];

describe('the words that decided', () => {
  it('are up to five words of the sentence, no little ones, none twice', async () => {
    for (const { text, title, kind } of MADE.filter((_, i) => i % 9 === 0)) {
      const words = await decided(pageFixture([text], { title }), kind);
      expect(words.length).toBeLessThanOrEqual(5);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) {
        expect(text).toContain(word);
        expect(word).not.toMatch(/^(?:the|a|of|to|and|is)$/i);
      }
    }
  });

  it('carry what is claimed', async () => {
    const words = await decided(
      pageFixture(['Our assistant does the work of 700 agents.'], { title: 'News' }),
      'labour-equivalence',
    );
    expect(words.join(' ')).toMatch(/work|700|agents/);
    const page = pageFixture(['Vantrell is cutting 900 roles as it becomes AI-first.'], { title: 'News' });
    const cuts = await decided(page, 'workforce-reduction');
    expect(cuts.join(' ')).toMatch(/cutting|roles|AI-first/);
  });

  it('are those of the kind that the card shows, which a phrase may have decided', async () => {
    const page = pageFixture(['Kelmore rehired 200 people after its AI assistant disappointed customers.'], {
      title: 'News',
    });
    const { kind } = (await read(page, encoder)).claims[0]!;
    expect(kind).toBe('strategy-reversal');
    const words = await decided(page, kind);
    expect(words).toContain('rehired');
    expect(words).not.toEqual(await decided(page, 'people'));
  });

  it('are found for nearly every marked sentence', async () => {
    const some = MADE.filter((_, i) => i % 5 === 0);
    const found: number[] = [];
    for (const { text, title, kind } of some) found.push((await decided(pageFixture([text], { title }), kind)).length);
    expect(found.filter((n) => n > 0).length / some.length).toBeGreaterThan(0.9);
  });

  it('are read with the sentence before and the title, as the page was', async () => {
    const lead = 'Kelmore put an AI agent into its claims office.';
    const others = [];
    for (const text of [
      'It now closes nine of ten claims.',
      'It decides nine of ten without a clerk.',
      'It closes nine of ten within the hour and asks nobody.',
      'It reads every letter and pays out before lunch.',
    ]) {
      const alone = await decided(pageFixture([text], { title: 'News' }), 'agentic-autonomy');
      const led = await decided(pageFixture([lead, text], { title: 'News' }), 'agentic-autonomy', 1);
      if (led.join() !== alone.join()) others.push(text);
    }
    expect(others.length).toBeGreaterThanOrEqual(2);
  });

  it('are none where the page has no such sentence, and of one too long only what was read', async () => {
    const page = pageFixture(['Our assistant does the work of 700 agents.']);
    const nowhere = { passage: 3, sentence: { start: 0, end: 4 }, kind: 'labour-equivalence' } as const;
    expect(await decidingWords(page, nowhere, encoder)).toEqual([]);
    const long = `Our assistant does the work of 700 agents ${'and then some more of it '.repeat(40)}with a zeppelin.`;
    expect(await decided(pageFixture([long]), 'labour-equivalence')).not.toContain('zeppelin');
  });
});
