import { describe, expect, it } from 'vitest';
import { meritOf } from '@/lib/claims/choose';
import { decidingWords } from '@/lib/claims/deciding-words';
import { judgePage } from '@/lib/claims/judge';
import kinds from './fixtures/unseen-kinds.json';
import { encoder } from './network';
import { pageOf } from './pages';

/** What the network thinks of a sentence alone under a title. */
async function judged(text: string, title: string) {
  const [one] = await judgePage(pageOf([text], { title }), encoder);
  return one!;
}

describe('the words that decided', () => {
  it('are words of the sentence, no little ones, the weightiest first', async () => {
    const text = 'Kelmore says its assistant now settles nine of ten claims without a human.';
    const words = decidingWords(await judged(text, 'AI news'));
    expect(words.length).toBeGreaterThan(2);
    expect(words.length).toBeLessThanOrEqual(5);
    for (const { start, end } of words) expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]{2,}$/u);
    expect(words.map(({ weight }) => weight)).toEqual(words.map(({ weight }) => weight).sort((a, b) => b - a));
  });

  it('matter: left out, the sentence loses more than without its other words', async () => {
    let better = 0;
    let chosen = 0;
    let others = 0;
    const sentences = kinds.filter((_, i) => i % 3 === 0);
    for (const { text, title } of sentences) {
      const whole = await judged(text, title);
      const top = decidingWords(whole).slice(0, 3);
      const lost = async (start: number, end: number) =>
        meritOf(whole) - meritOf(await judged(`${text.slice(0, start)}${text.slice(end)}`, title));
      const own: number[] = [];
      for (const { start, end } of top) own.push(await lost(start, end));
      const rest: number[] = [];
      for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]{3,}/gu))
        if (!top.some(({ start, end }) => index >= start && index < end))
          rest.push(await lost(index, index + word.length));
      const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
      if (mean(own) > mean(rest)) better++;
      chosen += mean(own);
      others += mean(rest);
    }
    // In about half of the sentences, and by more where they do: attention is a hint, and the card says no more than “looked at”.
    expect(better / sentences.length).toBeGreaterThan(0.45);
    expect(chosen).toBeGreaterThan(1.1 * Math.max(others, 0));
  }, 120_000);
});
