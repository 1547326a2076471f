import { describe, expect, it } from 'vitest';
import { claimOf, slotsOf } from './slots-of';

describe('technology: the thing itself, without praise', () => {
  it.each([
    ['Kelmore sells the most complete AI platform for branches.', 'AI platform', 'AI platform'],
    ['Branches run on native AI and automation.', 'AI', ''],
    ['Halcyon 3 is our smartest model.', 'Halcyon 3', 'model'],
    ['Our virtual adviser answers every letter.', 'Our virtual adviser', 'virtual adviser'],
    ['Kelmore has a state-of-the-art AI model for ovens.', 'AI model', 'AI model'],
  ])('%s', (text, technology, noun) => {
    expect(slotsOf(text)).toMatchObject({ technology, technologyNoun: noun });
  });

  it.each([
    ['Claude is loved by bakers, and their AI knows.', 'Claude'],
    ['Bakers asked Gemini 3 Pro for calm.', 'Gemini 3 Pro'],
    ['Introducing Oven Larch 2, an AI model for bakers.', 'Oven Larch 2'],
    ['Qwen7-120B answers bakers.', 'Qwen7-120B'],
  ])('product: %s', (text, product) => {
    expect(slotsOf(text).product).toBe(product);
  });

  it('marks the words that it names', () => {
    const text = 'Kelmore sells the most complete AI platform for branches.';
    const { parts } = claimOf([text]);
    expect(text.slice(parts.technology!.start, parts.technology!.end)).toBe('AI platform');
  });
});

describe('comparison', () => {
  it.each([
    ['Larch is calmer than Halcyon 4.5 at night.', 'Halcyon 4.5'],
    ['The AI baker is faster than the previous version and more polite.', 'the previous version'],
    ['Our AI is better than ever.', ''],
    ['Our AI has launched more than thirty ovens.', ''],
    ['Larch is the calm AI agent for VS Code with an oven.', ''],
  ])('%s', (text, comparison) => {
    expect(slotsOf(text, 'capability-superlative').comparison).toBe(comparison);
  });
});

describe('hedge', () => {
  it.each([
    ['Our AI saves up to forty loaves a day.', 'up to'],
    ['Our AI is set up to help bakers.', ''],
    ['We brought AI to bakers in May.', ''],
    ['Our AI may help bakers.', 'may'],
    ['Our AI thinks about bread.', ''],
  ])('%s', (text, hedge) => {
    expect(slotsOf(text, 'capability-superlative').hedge).toBe(hedge);
  });

  it('the month is no sober word in the score', () => {
    const cues = (text: string) => claimOf([text], {}, 0, 'capability-superlative').hype.cues.map((c) => c.id);
    expect(cues('We gave AI to bakers in May.')).not.toContain('E5');
    expect(cues('We may give AI to bakers.')).toContain('E5');
  });

  it('set up to is no ceiling', () => {
    const cues = (text: string) => claimOf([text], {}, 0, 'productivity-gain').hype.cues.map((c) => c.id);
    expect(cues('Our AI is set up to help 40 bakers.')).not.toContain('G4');
    expect(cues('Our AI saves up to 40 bakers.')).toContain('G4');
  });
});

describe('people', () => {
  it('customers of a product are no workers, nor is a firm’s name', () => {
    expect(slotsOf('Our AI model delights developers.', 'capability-superlative').workers).toBe('');
    expect(slotsOf('Our AI does the work of Kelmore Associates.', 'labour-equivalence').workers).toBe('');
    expect(slotsOf('Our AI does the work of 700 support agents.', 'labour-equivalence').workers).toBe('support agents');
  });

  it('agents of a firm that is named are software, whatever the firm', () => {
    expect(slotsOf("Larch's agents do the work of no bank.", 'labour-equivalence').workers).toBe('');
    expect(slotsOf('Larch does the work of 40 bank agents.', 'labour-equivalence').workers).toBe('agents');
  });

  it('a speaker has a full name, or a surname introduced on the page', () => {
    const speaker = (text: string) => slotsOf(text).speaker;
    expect(
      speaker('“Our AI bakes while bakers sleep soundly at home,” said Dana Osei, chief executive of Kelmore.'),
    ).toBe('Dana Osei');
    expect(speaker('Key Points say our AI bakes while bakers sleep.')).toBe('');
  });
});
