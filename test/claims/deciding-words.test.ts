import { describe, expect, it } from 'vitest';
import { decidingWords } from '@/lib/claims/deciding-words';
import type { PageText } from '@/lib/model';
import kinds from './fixtures/unseen-kinds.json';
import { encoder } from './network';
import { pageOf } from './pages';

/** What decided of the first sentence of a paragraph. */
const decided = (page: PageText, passage = 0) =>
  decidingWords(page, { passage, sentence: page.passages[passage]!.sentences[0]! }, encoder);

describe('the words that decided', () => {
  it('are up to five words of the sentence, no little ones, none twice', async () => {
    for (const { text, title } of kinds.filter((_, i) => i % 9 === 0)) {
      const words = await decided(pageOf([text], { title }));
      expect(words.length).toBeLessThanOrEqual(5);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) {
        expect(text).toContain(word);
        expect(word).not.toMatch(/^(?:the|a|of|to|and|is)$/i);
      }
    }
  });

  it('carry what is claimed', async () => {
    const words = await decided(pageOf(['Our assistant does the work of 700 agents.'], { title: 'News' }));
    expect(words.join(' ')).toMatch(/work|700|agents/);
    const cuts = await decided(pageOf(['Vantrell is cutting 900 roles as it becomes AI-first.'], { title: 'News' }));
    expect(cuts.join(' ')).toMatch(/cutting|roles|AI-first/);
  });

  it('are found for nearly every marked sentence', async () => {
    const some = kinds.filter((_, i) => i % 5 === 0);
    const found: number[] = [];
    for (const { text, title } of some) found.push((await decided(pageOf([text], { title }))).length);
    expect(found.filter((n) => n > 0).length / some.length).toBeGreaterThan(0.9);
  });

  it('are read with the sentence before and the title, as the page was', async () => {
    const text = 'It now closes nine of ten claims.';
    const alone = await decided(pageOf([text], { title: 'News' }));
    const led = await decided(pageOf(['Kelmore put an AI agent into its claims office.', text], { title: 'News' }), 1);
    expect(led).not.toEqual(alone);
  });

  it('are none where the page has no such sentence, and of one too long only what was read', async () => {
    const page = pageOf(['Our assistant does the work of 700 agents.']);
    expect(await decidingWords(page, { passage: 3, sentence: { start: 0, end: 4 } }, encoder)).toEqual([]);
    const long = `Our assistant does the work of 700 agents ${'and then some more of it '.repeat(40)}with a zeppelin.`;
    expect(await decided(pageOf([long]))).not.toContain('zeppelin');
  });
});
