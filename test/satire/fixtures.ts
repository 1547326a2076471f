import { withRole } from '@/lib/claims/figure-role';
import { buildOf } from '@/lib/claims/sentence-build';
import type { Claim, Kind, PageText, Passage, Quantity, Reading, Slots } from '@/lib/model';
import { claimFixture } from '../claim-fixture';
import { pageFixture, passageFixture } from '../page-fixture';

/** A quantity as the reader gives it: [words of the sentence, value, type, unit, hedge]. */
export type Q = [text: string, value: number | null, type: Quantity['type'], unit?: string, hedge?: string];

/** An invented claim: one sentence, its kind, its parts. */
export interface Told {
  kind: Kind;
  sentence: string;
  slots?: Partial<Omit<Slots, 'quantities'>>;
  q?: Q[];
  claim?: Partial<Omit<Claim, 'slots'>>;
  /** Plain reporting around it, in the same paragraph. */
  after?: string;
}

/** A page of invented claims, one to a paragraph, with plain paragraphs of `gap` words between. */
export function pageOf(
  told: readonly Told[],
  extra: Partial<PageText> = {},
  gap = 80,
): { page: PageText; reading: Reading } {
  const passages: Passage[] = [];
  const claims: Claim[] = [];
  const add = (text: string, role: Passage['role'] = 'paragraph') => passages.push(passageFixture(text, { role }));
  add('An invented page for the tests', 'headline');
  for (const { kind, sentence, slots, q, claim, after } of told) {
    const passage = passages.length;
    add(after ? `${sentence} ${after}` : sentence);
    const quantities: Quantity[] = (q ?? []).map(([text, value, type, unit = '', hedge = '']) => {
      const start = sentence.indexOf(text);
      if (start < 0) throw new Error(`“${text}” is not in “${sentence}”`);
      const span = { start, end: start + text.length };
      return withRole(after ? `${sentence} ${after}` : sentence, { text, value, type, unit, hedge, span });
    });
    claims.push(
      claimFixture({
        id: `c${claims.length}`,
        kind,
        passage,
        quote: sentence,
        build: buildOf(sentence),
        numberSource: q ? 'self' : 'none',
        slots: { ...slots, quantities },
        hype: { score: 50, band: 'frothy', cues: [] },
        confidence: 0.8,
        ...claim,
      }),
    );
    if (gap > 0)
      add(Array.from({ length: gap }, (_, i) => ['the', 'quiet', 'paragraph', 'goes', 'on'][i % 5]).join(' '));
  }
  const page = pageFixture(passages, { title: 'An invented page for the tests', published: '2026-03-01', ...extra });
  return { page, reading: { claims, score: 50, supported: 0 } };
}

/** Invented claims over all kinds, with the parts as the reader would give them. */
export const TOLD: readonly Told[] = [
  {
    kind: 'labour-equivalence',
    sentence: 'Kelmore says its assistant does the work of 700 customer service agents.',
    slots: {
      actor: 'Kelmore',
      technologyNoun: 'AI assistant',
      workers: 'customer service agents',
      worker: 'customer service agent',
      quote: 'the work of 700',
    },
    q: [['700', 700, 'count', 'customer service agents']],
  },
  {
    kind: 'labour-equivalence',
    sentence: 'The AI agent now resolves two-thirds of customer conversations at Vantrell.',
    slots: { actor: 'Vantrell', technologyNoun: 'AI agent', task: 'customer conversations' },
    q: [['two-thirds', 66.7, 'percent', 'customer conversations']],
  },
  {
    kind: 'labour-equivalence',
    sentence: 'Lumeric said 30% of its code is now written by AI.',
    slots: { actor: 'Lumeric' },
    q: [['30%', 30, 'percent', 'code']],
  },
  {
    kind: 'workforce-reduction',
    sentence: 'Kelmore will cut 1,200 jobs as it embraces AI, in a difficult decision for shareholders.',
    slots: { actor: 'Kelmore', gone: true, euphemism: 'difficult decision' },
    q: [['1,200', 1200, 'count', 'jobs']],
  },
  {
    kind: 'workforce-reduction',
    sentence: 'The company replaced 40 translators with an AI system.',
    slots: {
      actor: 'Duvessa Inc.',
      workers: 'translators',
      worker: 'translator',
      technologyNoun: 'AI system',
      gone: true,
    },
    q: [['40', 40, 'count', 'translators']],
  },
  {
    kind: 'workforce-reduction',
    sentence: 'Halden Bank will free up resources by cutting one role, it said.',
    slots: { actor: 'Halden Bank', gone: true },
    q: [['one', 1, 'count', 'role']],
  },
  {
    kind: 'strategy-reversal',
    sentence: 'Kelmore is hiring human agents again so that customers can always speak to a person.',
    slots: { actor: 'Kelmore', workers: 'human agents', worker: 'human agent' },
  },
  {
    kind: 'strategy-reversal',
    sentence: 'Orbis has delayed Halcyon 3 until next year to get it right.',
    slots: { actor: 'Orbis', product: 'Halcyon 3', deadline: 'next year' },
  },
  {
    kind: 'benchmark-performance',
    sentence: 'Halcyon 3 sets a new state of the art on MMLU with 91%, Orbis said.',
    slots: { actor: 'Orbis', product: 'Halcyon 3', benchmark: 'MMLU' },
    q: [['91%', 91, 'percent']],
  },
  {
    kind: 'human-parity',
    sentence: 'Its diagnosis engine outperforms radiologists on the exam.',
    slots: { actor: 'Orbis', rival: 'radiologists', technologyNoun: 'diagnosis engine' },
  },
  {
    kind: 'human-parity',
    sentence: 'The model reasons like a PhD-level expert and beats lawyers at contract review.',
    slots: { actor: 'Lexmoor', rival: 'lawyers', technologyNoun: 'model' },
  },
  {
    kind: 'accuracy-reliability',
    sentence: 'The system is 94% accurate, according to the company.',
    slots: { actor: 'Vantrell', technologyNoun: 'system' },
    q: [['94%', 94, 'percent']],
  },
  {
    kind: 'accuracy-reliability',
    sentence: 'Errors fell by 40% after Atlas Systems added the checker.',
    slots: { actor: 'Atlas Systems', technologyNoun: 'checker' },
    q: [['40%', 40, 'percent']],
  },
  {
    kind: 'productivity-gain',
    sentence: 'Teams using Nova Mind are 40% more productive, Kelmore reports.',
    slots: { actor: 'Kelmore', product: 'Nova Mind' },
    q: [['40%', 40, 'percent']],
  },
  {
    kind: 'productivity-gain',
    sentence: 'Staff save up to 30% of their time when they draft reports.',
    slots: { actor: 'Commonwealth Bank of Australia', hedge: 'up to', task: 'drafting reports' },
    q: [['30%', 30, 'percent', '', 'up to']],
  },
  {
    kind: 'productivity-gain',
    sentence: 'Developers ship code ten times faster with Forge.',
    slots: { actor: 'Lumeric', product: 'Forge' },
    q: [['ten times', 10, 'multiple']],
  },
  {
    kind: 'pricing-access',
    sentence: 'AI features are now included in every plan at $20 a month, which will rise in May.',
    slots: { actor: 'Papertrail', plan: '$20 a month' },
  },
  {
    kind: 'business-impact',
    sentence: 'The assistant saved $10 million and 700 jobs a year, Kelmore told investors.',
    slots: { actor: 'Kelmore', technologyNoun: 'assistant' },
    q: [
      ['$10 million', 10_000_000, 'money', 'USD'],
      ['700', 700, 'count', 'jobs'],
    ],
  },
  {
    kind: 'adoption-scale',
    sentence: 'Nova Mind now has 400 million weekly users.',
    slots: { actor: 'Kelmore', product: 'Nova Mind' },
    q: [['400 million', 400_000_000, 'count', 'weekly users']],
  },
  {
    kind: 'adoption-scale',
    sentence: 'In a survey 78% of executives said they plan to increase AI budgets.',
    slots: { actor: 'Brightwater' },
    q: [['78%', 78, 'percent', 'executives']],
  },
  {
    kind: 'societal-benefit',
    sentence: 'The AI scribe gives doctors back two hours a day of paperwork.',
    slots: { actor: 'Medrow', technologyNoun: 'AI scribe' },
    q: [['two hours', 2, 'duration', 'hours']],
  },
  {
    kind: 'societal-benefit',
    sentence: 'Every student will have a personal tutor, Orbis promised.',
    slots: { actor: 'Orbis' },
  },
  {
    kind: 'societal-benefit',
    sentence: 'The 2 gigawatts data center will run on renewable energy and help the climate.',
    slots: { actor: 'Orbis', place: 'Iowa' },
    q: [['2 gigawatts', 2, 'power', 'GW']],
  },
  {
    kind: 'ai-washed-product',
    sentence: 'The AI toothbrush learns how you brush, Dentiva says.',
    slots: { actor: 'Dentiva', thing: 'toothbrush' },
  },
  {
    kind: 'ai-washed-product',
    sentence: 'An AI umbrella, unveiled by Parapluie, knows when it rains.',
    slots: { actor: 'Parapluie', thing: 'umbrella' },
  },
  {
    kind: 'privacy-assurance',
    sentence: 'We value your privacy and do not sell your data; you can opt out at any time.',
    slots: { actor: 'Kelmore', source: 'your posts' },
  },
  {
    kind: 'human-oversight',
    sentence: 'There is always a human in the loop, Kelmore said.',
    slots: { actor: 'Kelmore' },
  },
  {
    kind: 'agentic-autonomy',
    sentence: 'Agents will shop, book and pay on your behalf, fully autonomously, with human approval.',
    slots: { actor: 'Orbis', technologyNoun: 'agent' },
  },
  {
    kind: 'agentic-autonomy',
    sentence: 'The humanoid robot folds laundry and will reach full autonomy by 2027, self-driving style.',
    slots: { actor: 'Servomark', technologyNoun: 'humanoid robot', deadline: '2027' },
  },
  {
    kind: 'augmentation-reassurance',
    sentence: 'AI will augment our people, not replace them, freeing staff for higher-value work.',
    slots: { actor: 'Halden Bank', workers: 'staff', buzzwords: ['augment'] },
  },
  {
    kind: 'safety-responsibility',
    sentence: 'Safety is our top priority and we take responsible AI seriously, with robust safeguards.',
    slots: { actor: 'Orbis' },
  },
  {
    kind: 'funding-partnership',
    sentence: 'Lumeric raised $65 million at a valuation of $2 billion.',
    slots: { actor: 'Lumeric' },
    q: [
      ['$65 million', 65_000_000, 'money', 'USD'],
      ['$2 billion', 2_000_000_000, 'money', 'USD'],
    ],
  },
  {
    kind: 'funding-partnership',
    sentence: 'Orbis will spend $65 billion on AI data centers this year in Iowa.',
    slots: { actor: 'Orbis', place: 'Iowa' },
    q: [['$65 billion', 65_000_000_000, 'money', 'USD']],
  },
  {
    kind: 'funding-partnership',
    sentence: 'Kelmore and Orbis announced a strategic partnership to unlock growth with AI.',
    slots: { actor: 'Kelmore', partner: 'Orbis' },
  },
  {
    kind: 'future-promise',
    sentence: 'Superintelligence that is smarter than all humans will arrive by 2028, Orbis predicts.',
    slots: { actor: 'Orbis', deadline: '2028' },
  },
  {
    kind: 'future-promise',
    sentence: 'AI could replace 40% of jobs by the end of 2030.',
    slots: { actor: 'Brightwater', deadline: 'the end of 2030', hedge: 'could' },
    q: [['40%', 40, 'percent', 'jobs']],
  },
  {
    kind: 'sweeping-transformation',
    sentence: 'We are an AI-first company on a journey to transform every industry with a revolutionary platform.',
    slots: {
      actor: 'Papertrail',
      oldBusiness: 'garden furniture',
      buzzwords: ['journey', 'revolutionary'],
      quote: 'transform every industry',
    },
  },
  {
    kind: 'sweeping-transformation',
    sentence: 'This revolutionary, unprecedented moment will change the world like fire and electricity.',
    slots: { actor: 'Orbis', buzzwords: ['revolutionary', 'unprecedented'] },
  },
  {
    kind: 'capability-superlative',
    sentence: 'Halcyon 3 is the most capable AI model ever and reasons before it answers.',
    slots: { actor: 'Orbis', product: 'Halcyon 3' },
  },
  {
    kind: 'capability-superlative',
    sentence: 'The new feature, available today in beta, is a seamless copilot for your inbox, Papertrail announced.',
    slots: { actor: 'Papertrail', product: 'Inkling', buzzwords: ['seamless', 'copilot'] },
  },
  {
    kind: 'capability-superlative',
    sentence: 'Anyone can make a film in an afternoon with Reelmaker, the first video generator of its kind.',
    slots: { actor: 'Orbis', product: 'Reelmaker' },
  },
];
