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
    ['Ada Quill is CEO of Kelmore.', 'She leads its AI work.'],
    ['Ada Quill is founder and CEO of Kelmore.', 'She previously worked on ovens.', 'Follow her on the wire.'],
    ['Ada Quill is Vice President of AI at Kelmore.', 'She has led its work on agents since 2029.'],
    ['Ada Quill is the chief product officer of Kelmore.', 'She joined in 2029.'],
    ['Jo Marsh-Bell is senior reporter at the Ledger.', 'He covers AI.'],
    ['Jo Marsh-Bell is senior reporter at the Ledger, covering AI that replaces bakers.'],
    ['Jo Marsh-Bell is an AI reporter at the Ledger, covering bakers.'],
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
    [['Ada Quill is CEO of Kelmore.', 'She is cutting 200 roles as it turns to AI.'], 'the act of one who leads'],
    [['Ada Quill is CEO of Kelmore.', 'Her AI does the work of 700 bakers.'], 'the deed of a firm'],
    [['Ada Quill is CEO of Kelmore, which makes an AI that bakes.'], 'one sentence on a firm'],
    [['Larch is the first AI journalist covering all bakers in 10 languages.'], 'a machine that covers'],
    [['Larch is an AI writer focused on bread that writes posts 10 times faster.'], 'a machine that writes'],
    [['Larch is the AI-powered editor based in your browser.'], 'a machine that edits'],
    [
      ['Ada Quill is founder of Kelmore.', 'She founded it to build an AI that is smarter than any baker.'],
      'what a machine shall be',
    ],
    [['Ada Quill is founder of Kelmore.', 'She founded it to bake without bakers by 2036.'], 'a forecast'],
    [['Ada Quill is CEO of Kelmore.', 'She is the first to say that AI replaces all bakers.'], 'what is said'],
    [['Ada Quill is CEO of Kelmore.', 'She is an optimist who thinks AI cures burns.'], 'what is thought'],
    [['Ada Quill is CEO of Kelmore.', 'She founded a team whose AI will bake all bread.'], 'what will be'],
    [['Ada Quill is CEO of Kelmore.', 'She led the launch of an AI that bakes 10 times faster.'], 'a figure'],
    [['Kelmore is founder-led and grows.', 'They have 700 agents at work.'], 'a firm'],
    [['Kelmore is cutting every editor by spring.', 'They are replaced by AI.'], 'a cut'],
    [['Kelmore is a startup whose founder left.', 'They joined a rival.'], 'a startup'],
    [['Halo is a tool that writes code.', 'It will replace the editor by spring.'], 'a thing'],
    [['The assistant is a researcher in your browser.', 'They said it reads ten papers a second.'], 'no name'],
  ])('is not %j: %s', (said) => expect(isBiography(paragraph(...said))).toBe(false));
});
