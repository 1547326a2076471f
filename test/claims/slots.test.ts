import { describe, expect, it } from 'vitest';
import { claimOf, slotsOf } from './slots-of';

describe('technology: the thing itself, without praise', () => {
  it.each([
    ['Kelmore sells the most complete AI platform for branches.', 'AI platform', 'AI platform'],
    ['Branches run on native AI and automation.', 'AI', ''],
    ['Halcyon 3 is our smartest model.', 'Halcyon 3', 'model'],
    ['Our virtual adviser answers every letter.', 'Our virtual adviser', 'virtual adviser'],
    ['Kelmore has a state-of-the-art AI model for ovens.', 'AI model', 'AI model'],
    ['Bakers know which AI agents sleep.', 'AI agents', 'AI agent'],
    ['Bakers saw the role its model plays in claims.', 'its model', 'model'],
    ['Kelmore today launched these AI agents for bakers.', 'these AI agents', 'AI agent'],
    ['Both those AI agents sleep.', 'Both those AI agents', 'AI agent'],
    ['Kelmore sells several AI agents.', 'several AI agents', 'AI agent'],
    ['Kelmore said its AI saves lawyers 10 hours a week.', 'AI', ''],
    ['Its AI helps lawyers draft contracts.', 'AI', ''],
    ['Kelmore will replace its advisers with AI.', 'AI', ''],
    ['Our colleagues bake bread.', '', ''],
    ['Kelmore brings its AI mortgage adviser to branches.', 'its AI mortgage adviser', 'AI mortgage adviser'],
    ['The AI SOC analyst answers every letter.', 'The AI SOC analyst', 'AI SOC analyst'],
    ['Our AI credit analyst sleeps.', 'Our AI credit analyst', 'AI credit analyst'],
    ['An AI trading analyst sleeps.', 'An AI trading analyst', 'AI trading analyst'],
    ['Kelmore’s AI coding colleague sleeps.', 'AI coding colleague', 'AI coding colleague'],
    ['Kelmore’s AI bread research analyst sleeps.', 'AI bread research analyst', 'bread research analyst'],
    ['The AI personal lawyer sleeps.', 'The AI personal lawyer', 'AI personal lawyer'],
    ['Kelmore said AI gives lawyers calm.', 'AI', ''],
    ['Kelmore said AI lets many lawyers sleep.', 'AI', ''],
    ['With AI freeing lawyers, bakers sleep.', 'AI', ''],
    ['AI cut analyst hours by half.', 'AI', ''],
    ['A new AI health adviser sleeps.', 'AI health adviser', 'AI health adviser'],
    ['The AI tools lawyers like sleep.', 'The AI tools', 'AI tool'],
    ['Kelmore named an AI policy adviser.', '', ''],
    ['Our AI co-founder answers every letter.', 'Our AI co-founder', 'AI co-founder'],
    ['Bakers spend years on the wrong platform.', '', ''],
    ['Kelmore sells ovens to AI companies and AI startups.', '', ''],
    ['Roughly 4,000 loaves were sold at larch.ai today.', '', ''],
    ['Bakers asked for Opus-class calm in ovens.', '', ''],
    ['Kelmore cut the network diameter of its ovens.', '', ''],
  ])('%s', (text, technology, noun) => {
    expect(slotsOf(text)).toMatchObject({ technology, technologyNoun: noun });
  });

  it.each([
    ['Claude is loved by bakers, and their AI knows.', 'Claude'],
    ['Bakers asked Gemini 3 Pro for calm.', 'Gemini 3 Pro'],
    ['Introducing Oven Larch 2, an AI model for bakers.', 'Oven Larch 2'],
    ['Qwen7-120B answers bakers.', 'Qwen7-120B'],
    ['Larch 4.5 is the calmest AI for bakers.', 'Larch 4.5'],
    ['Larch 0.19 is the calmest AI for bakers.', ''],
    ['Starting June 1, Kelmore brings its calmest AI agent to bakers.', ''],
    ['By June 1 Kelmore brings its calmest AI agent to bakers.', ''],
    ['From Bergen 3 bakers ask our AI for calm.', ''],
    ['Founded 2.5 years ago, Kelmore sells AI to bakers.', ''],
    ['Baked 1.2 Million Loaves: How AI Helps Bakers', ''],
    ['Slept 8 hours a night thanks to AI.', ''],
  ])('product: %s', (text, product) => {
    expect(slotsOf(text).product).toBe(product);
  });

  it('marks the words that it names', () => {
    const text = 'Kelmore sells the most complete AI platform for branches.';
    const { parts } = claimOf([text]);
    expect(text.slice(parts.technology!.start, parts.technology!.end)).toBe('AI platform');
  });
});

it.each(Object.getOwnPropertyNames(Object.prototype))('a sentence may hold any word: %s', (word) => {
  const text = `Larch helps the ${word} write ${word}s, and our AI ${word} will outdo every ${word}.`;
  expect(claimOf([text], { title: word }).quote).toBe(text.slice(0, -1));
});

it.each([
  ['We will reach AGI by the end of the decade.', ''],
  ['Our AI will bring an end of all ovens.', ''],
  ['Our AI will end all disease by 2030.', 'all disease'],
])('“end” as a noun does nothing: %s', (text, task) => {
  expect(slotsOf(text, 'future-promise').task).toBe(task);
});

describe('comparison', () => {
  it.each([
    ['Larch is calmer than Halcyon 4.5 at night.', 'Halcyon 4.5'],
    ['The AI baker is faster than the previous version and more polite.', 'the previous version'],
    ['Our AI is better than ever.', ''],
    ['Our AI has launched more than thirty ovens.', ''],
    ['Larch is the calm AI agent for VS Code with an oven.', ''],
    ['Larch bakes faster than any oven we have tested.', 'any oven we have tested'],
    ['Larch bakes 40% less than bakers at night.', 'bakers'],
    ['Our costs fell to $2 million, up from $3 million.', '$3 million'],
    ['Larch is more than a great oven for bakers.', ''],
    ['Larch bakes bread as well as great rolls.', ''],
    ['Larch bakes rolls rather than plain bread.', ''],
    ['Larch costs less than I do.', ''],
    ['Larch came sooner than we had planned for.', ''],
    ['Larch bakes as fast as possible.', ''],
    ['Larch stays ahead of market shifts in bread.', ''],
    ['Larch carries loaves heavier than 20kg.', ''],
    ['Larch weighs quality versus cost.', ''],
    ['Larch has 40% fewer crumbs versus Halcyon.', 'Halcyon'],
  ])('%s', (text, comparison) => {
    expect(slotsOf(text, 'capability-superlative').comparison).toBe(comparison);
  });
});

describe('hedge', () => {
  it.each([
    ['Our AI saves up to forty loaves a day.', 'up to'],
    ['Our AI is set up to help bakers.', ''],
    ['We brought AI to bakers in May.', ''],
    ['In May, our AI had helped bakers.', ''],
    ['Last May we brought AI to bakers.', ''],
    ['Since May, our AI has helped bakers.', ''],
    ['Our AI may help bakers.', 'may'],
    ['May AI help bakers?', 'May'],
    ['Our AI thinks about bread.', ''],
    ['Our AI bakes nearly 40 loaves.', 'nearly'],
    ['Our AI is nearly sold out.', ''],
    ['Our AI bakes almost everything.', ''],
    ['Our AI baked bread over six months.', ''],
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

it('the claim’s own figure comes first, though a deadline has its digits', () => {
  const { quantities } = slotsOf('Our AI will save 20 hours a month for 1,000 bakers by 2030.', 'productivity-gain');
  expect(quantities.map(({ text }) => text)).toEqual(['20', '1,000']);
});

it.each([
  ['Kelmore brings AI to your toothbrush.', 'toothbrush'],
  ['Empowering your AI kettle at dawn.', 'kettle'],
  ['Kelmore combines AI and a kettle.', 'kettle'],
  ['Kelmore brings AI to your spring.', ''],
])('a thing with AI is a whole word: %s', (text, thing) => {
  expect(slotsOf(text, 'ai-washed-product').thing).toBe(thing);
});

it('a time gone by is no deadline', () => {
  expect(slotsOf('Our AI baked 40 loaves over six months.').deadline).toBe('');
  expect(slotsOf('Kelmore will spend $4 billion on AI ovens over six years.').deadline).toBe('over six years');
});

describe('people', () => {
  it('customers of a product are no workers, nor is a firm’s name', () => {
    expect(slotsOf('Our AI model delights developers.', 'capability-superlative').workers).toBe('');
    expect(slotsOf('Our AI does the work of Kelmore Associates.', 'labour-equivalence').workers).toBe('');
    expect(slotsOf('Our AI does the work of 700 support agents.', 'labour-equivalence').workers).toBe('support agents');
  });

  it.each([
    ['Kelmore said its agents do the work of 100 engineers.', 'engineers'],
    ['Kelmore said that their agents do the work of 100 support agents.', 'support agents'],
    ['Larch does the work of its agents.', 'agents'],
  ])('whose agents are software, whose people: %s', (text, workers) => {
    expect(slotsOf(text, 'labour-equivalence').workers).toBe(workers);
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
    expect(speaker('“Our AI bakes while bakers sleep soundly,” the Oven Safety Alliance said.')).toBe('');
    expect(speaker('“Our AI bakes while bakers sleep soundly,” said the head of Larch Ovens.')).toBe('');
    expect(speaker('“Our AI bakes while bakers sleep soundly,” said Márta Kovács, founder of Kelmore.')).toBe(
      'Márta Kovács',
    );
  });
});
