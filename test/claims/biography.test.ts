import { describe, expect, it } from 'vitest';
import { isBiography } from '@/lib/claims/biography';

/** A paragraph of these sentences. */
function paragraph(...said: string[]) {
  const text = said.join(' ');
  const sentences = said.map((one) => {
    const start = text.indexOf(one);
    return { start, end: start + one.length, candidate: true };
  });
  return { text, sentences };
}

describe('a paragraph about the author', () => {
  it.each([
    ['Ada Quill is a senior writer at the Ledger, covering AI.', 'She has reported from Harwick since 2019.'],
    [
      'Tomas is a Product Manager at Orbis, focused on developer tools.',
      'He’s passionate about agents that redefine how teams ship.',
      'You can reach him by post.',
    ],
    [
      'About the author: Jo Marsh-Bell is an editor who has tested assistants for a decade.',
      'Her book is out in June.',
    ],
  ])('is known by name, trade and what goes on about the same person: %s', (...said) =>
    expect(isBiography(paragraph(...said))).toBe(true),
  );

  it.each([
    [['Ada Quill is a senior writer at the Ledger.'], 'one sentence may be news'],
    [
      ['Idris Valcourt is the founder of Kelmore Pay.', 'He said the assistant does the work of 700 people.'],
      'no trade of a byline',
    ],
    [
      ['Lena Marchetti is an engineer at Orbis.', 'The company is cutting 200 roles as it becomes AI-first.'],
      'it goes on about something else',
    ],
    [
      ['Jo Marsh-Bell is a researcher at Harwick.', 'She says that AI will do half of all office work.'],
      'a source, who says something',
    ],
    [['Halo is a tool that writes code.', 'It will replace the editor by spring.'], 'a thing'],
    [['The assistant is a researcher in your browser.', 'They said it reads ten papers a second.'], 'no name'],
  ])('is not %j: %s', (said) => expect(isBiography(paragraph(...said))).toBe(false));
});
