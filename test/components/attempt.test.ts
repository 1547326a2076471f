import { describe, expect, it } from 'vitest';
import { attempt } from '@/components/attempt';

async function said(work: () => Promise<unknown>): Promise<[boolean, string[]]> {
  const sentences: string[] = [];
  const done = await attempt(work, (sentence) => sentences.push(sentence));
  return [done, sentences];
}

describe('what is done for the reader', () => {
  it('is done, and what failed before is forgotten', async () => {
    expect(await said(async () => 'anything')).toEqual([true, ['']]);
  });

  it.each<[string, unknown, string]>([
    ['says why it failed', new Error('The disk is full.'), 'The disk is full.'],
    ['says that it failed where no words are given', new Error(), 'That did not work.'],
    ['says that it failed where it was no error', undefined, 'That did not work.'],
  ])('%s', async (_, thrown, sentence) => {
    expect(await said(() => Promise.reject(thrown))).toEqual([false, ['', sentence]]);
  });

  it('fails alike before it has begun to wait', async () => {
    const work = () => {
      throw new Error('Not here.');
    };
    expect(await said(work)).toEqual([false, ['', 'Not here.']]);
  });
});
