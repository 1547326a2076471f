import { describe, expect, it } from 'vitest';
import { english, markCandidates, markCandidatesSliced } from '@/lib/article';
import type { PageText } from '@/lib/model';
import { articleFixture, foundFixture } from '../page-fixture';

function candidates(p: PageText): string[] {
  markCandidates(p);
  return p.passages.flatMap(({ text, sentences }) =>
    sentences.filter((s) => s.candidate).map((s) => text.slice(s.start, s.end)),
  );
}

/** One claim or more of each kind, in our own words, as they stand on a page about AI. */
const CLAIMS = [
  'Kelmore said that its assistant does the work of 700 support agents.',
  'Vantrell will cut 340 planning jobs as its dispatcher takes over.',
  'The firm is hiring people again as the next step of its AI strategy.',
  'Halcyon 3 outperforms every rival on the hardest tests.',
  'It understands your customers like an old friend.',
  'The model is right 99.9% of the time.',
  'Teams save eleven hours a week.',
  'It is available to all customers today.',
  'Sales rose by a third after the switch.',
  'More than two million people use it every day.',
  'It will help doctors find illness early.',
  'Meet the toothbrush that thinks.',
  'Your data never leaves your device.',
  'A person always has the last word.',
  'It plans, books and pays without being asked.',
  'It frees our people for higher-value work.',
  'Safety is at the heart of everything we build.',
  'We have raised 40 million to grow faster.',
  'By 2030 nobody will fill in a form again.',
  'This changes how every bank talks to its customers.',
  'It is the most advanced adviser in the world.',
  'More productivity.',
];

describe('markCandidates', () => {
  it.each(CLAIMS)('lets through on a page about AI: %s', (claim) => {
    const p = articleFixture([
      'Kelmore shows its new AI assistant',
      'The AI assistant was shown in Harrow Quay on Tuesday.',
      claim,
    ]);
    expect(candidates(p)).toContain(claim);
  });

  it('keeps silent on a page that never mentions AI, however it boasts', () => {
    const p = articleFixture(['Lamps of the year', ...CLAIMS.filter((c) => !/\bAI\b/.test(c))]);
    expect(markCandidates(p)).toBe(0);
  });

  it('lets next to nothing through where AI is mentioned in passing', () => {
    const plain = Array.from(
      { length: 30 },
      (_, i) => `The council agreed on item ${i} and will build a better bench by 2030.`,
    );
    const p = articleFixture([
      'Council meets',
      ...plain,
      'One member asked whether an AI chatbot could answer the letters.',
    ]);
    expect(candidates(p).length).toBeLessThanOrEqual(2);
  });

  it('finds the claims of a report that names AI only where it matters', () => {
    const claim = 'Kelmore said that artificial intelligence had let it cut 400 jobs since May.';
    const plain = Array.from(
      { length: 20 },
      (_, i) => `Shares of firm number ${i} closed 2% lower in a quiet session.`,
    );
    expect(candidates(articleFixture(['Markets', ...plain, claim]))).toContain(claim);
  });

  it.each([
    ['an airline', 'Air India flight AI 171 landed an hour late with 230 people on board.'],
    ['a charity', 'Amnesty International said that AI would publish its report on 12 May.'],
    ['a disease', 'Farms reported bird flu, known to vets as AI, in 14 flocks.'],
    ['a domain', 'The address ends in .ai and costs $70 a year.'],
    ['a name', 'Ai Weiwei opened a new show of 60 works.'],
    ['an insurer', 'AIG plans to cut 2,000 jobs.'],
    ['a market', 'The AIM-listed firm raised 40 million on AIM.'],
    ['a bank', 'AIB will hire 300 people.'],
  ])('is not fooled by %s', (_what, text) => {
    expect(markCandidates(articleFixture(['News in brief', text, 'It was the first of its kind in the world.']))).toBe(
      0,
    );
  });

  it.each([
    'Air India flight AI-171 route gets new aircraft',
    'Air India flight AI 171 route gets new aircraft',
    'Avian Influenza (AI) vaccine for poultry',
  ])('is not fooled by the title “%s”', (title) => {
    expect(
      markCandidates(articleFixture([title, 'It was the first of its kind in the world.', 'Nobody else has it.'])),
    ).toBe(0);
  });

  it.each(['Air India answers half of all calls with AI', 'Banks spend more on artificial intelligence (AI)'])(
    'reads a page with the title “%s”',
    (title) =>
      expect(markCandidates(articleFixture([title, 'It was the first of its kind in the world.']))).not.toBe(0),
  );

  it.each(['Air India', 'Amnesty International', 'a farm with bird flu'])(
    'is not silenced by one mention of %s',
    (name) => {
      const claim = 'Its AI answers half of all calls.';
      const text = [claim, 'AI also writes its letters.', 'The board heard of AI first.', 'AI costs little, it said.'];
      const sold = `The firm was once sold to ${name}.`;
      expect(candidates(articleFixture(['Kelmore puts AI in every branch', claim, sold]))).toContain(claim);
      expect(candidates(articleFixture(['News in brief', ...text, sold]))).toContain(claim);
    },
  );

  it.each([
    'Kelmore opened a robotaxi service in Leeds.',
    'Its self-driving vans carry 400 people a day.',
    'Vantrell gave its coding agents a new home.',
    'The camera has facial recognition from today.',
    'Its facial-recognition system is used by 40 forces.',
    'Its artificial-intelligence software writes the letters.',
    'Its computer-vision team looks at 400 loaves a day.',
    'KELMORE PUTS ARTIFICIAL INTELLIGENCE IN EVERY BRANCH',
    'Claude Opus and Qwen were tested by the firm.',
    'Its AI-powered vans carry 400 people a day.',
    'Several AIs were tested by the firm.',
    'The firm opened its AI2 laboratory in Leeds.',
  ])('knows other words for it: %s', (text) => {
    expect(candidates(articleFixture(['News in brief', text]))).toContain(text);
  });

  it('reads what stands right beside a mention, and no more', () => {
    const plain = (n: number) =>
      `The board agreed on item ${n} of the long list. It will build a better bench beside the tide tables.`;
    const p = articleFixture(['Board meets', ...Array.from({ length: 40 }, (_, i) => plain(i))]);
    const add = 'Kelmore then spoke of its AI at length.';
    p.passages[20] = foundFixture(add, { index: 20 });
    expect(candidates(p)).toEqual([
      'It will build a better bench beside the tide tables.',
      add,
      'The board agreed on item 20 of the long list.',
    ]);
  });

  it('knows a product page by the name in its title and the company it keeps', () => {
    const claim = 'Your assistants finish the work while you sleep.';
    const text = [
      'Devin on your desk',
      'Devin takes prompts from anybody.',
      claim,
      'Bring your own models and agents.',
    ];
    expect(candidates(articleFixture(text))).toContain(claim);
    expect(
      markCandidates(articleFixture(['Devin, a novel', 'Devin takes the train.', 'He reads a book about models.'])),
    ).toBe(0);
  });

  it('reads list items under a lead-in that names AI', () => {
    const p = articleFixture([
      'Quarter in brief',
      'What our AI agents did in the quarter:',
      'Answered 9,000 letters a day without a pause.',
    ]);
    p.passages[2] = { ...p.passages[2]!, role: 'item', leadIn: 1 };
    expect(candidates(p)).toContain('Answered 9,000 letters a day without a pause.');
  });

  it('unmarks what was marked before', () => {
    const p = articleFixture(['Lamps', 'The lamp is the brightest in the world.']);
    p.passages[1]!.sentences[0]!.candidate = true;
    expect(markCandidates(p)).toBe(0);
    expect(p.passages[1]!.sentences[0]!.candidate).toBe(false);
  });

  it('marks the same in slices, and stops when told to', async () => {
    const long = [
      'AI everywhere',
      ...Array.from({ length: 400 }, (_, i) => `Our AI agent number ${i} does the work of ${i} people.`),
    ];
    const [a, b] = [articleFixture(long), articleFixture(long)];
    const marked = markCandidates(a);
    expect(marked).toBeGreaterThan(390);
    expect(await markCandidatesSliced(b, { budgetMs: 0 })).toBe(marked);
    expect(b).toEqual(a);
    const controller = new AbortController();
    const reason = new Error('enough');
    const work = markCandidatesSliced(articleFixture(long), { budgetMs: 0, signal: controller.signal });
    controller.abort(reason);
    await expect(work).rejects.toBe(reason);
  });

  it('lets nothing through in another language, whatever the page is declared to be', () => {
    const told =
      'Kelmore a déclaré que son assistant, fondé sur GPT et ChatGPT, fait désormais le travail de 700 conseillers dans les agences du pays.';
    expect(markCandidates(articleFixture(['Kelmore et ChatGPT', told, told], { language: 'en' }))).toBe(0);
    const english =
      'Kelmore said that its assistant, built on GPT and ChatGPT, does the work of 700 of the advisers in the country.';
    expect(
      markCandidates(articleFixture(['Kelmore and ChatGPT', english, english], { language: 'en' })),
    ).toBeGreaterThan(1);
  });

  it('takes an empty page', () => {
    expect(markCandidates(articleFixture([]))).toBe(0);
  });
});

describe('english', () => {
  const FRENCH =
    'Kelmore a déclaré que son assistant fait désormais le travail de 700 conseillers, moins d’un an après sa mise en service dans les agences du pays.';
  const GERMAN =
    'Kelmore teilte mit, dass der Assistent inzwischen die Arbeit von 700 Beratern erledigt, und das weniger als ein Jahr nach der Einführung in den Filialen.';
  const ENGLISH =
    'Kelmore said that the assistant now does the work of 700 advisers, less than a year after it was switched on in the branches of the country.';

  it.each([
    ['English declared English', ENGLISH, 'en-GB', true],
    ['English declared nothing', ENGLISH, '', true],
    ['English declared French', ENGLISH, 'fr', true],
    ['French declared French', FRENCH, 'fr', false],
    ['French declared English', FRENCH, 'en', false],
    ['German declared English', GERMAN, 'en', false],
    ['too little to tell, declared English', 'Kelmore', 'en', true],
    ['too little to tell, declared German', 'Kelmore', 'de', false],
  ])('%s', (_what, text, language, expected) => {
    expect(english(articleFixture([text], { language }))).toBe(expected);
  });
});
