/** What a mark may be, and how many of them are wanted. */

/** The kinds of claim: something asserted to the credit of an AI or its maker. In the order of the ladder: the most checkable first. */
export const CLAIM_KINDS = [
  'strategy-reversal',
  'workforce-reduction',
  'labour-equivalence',
  'benchmark-performance',
  'human-parity',
  'accuracy-reliability',
  'productivity-gain',
  'pricing-access',
  'business-impact',
  'adoption-scale',
  'societal-benefit',
  'ai-washed-product',
  'privacy-assurance',
  'human-oversight',
  'agentic-autonomy',
  'augmentation-reassurance',
  'safety-responsibility',
  'funding-partnership',
  'future-promise',
  'sweeping-transformation',
  'capability-superlative',
] as const;

/** The kinds of announcement: a company's act around AI, told as news. */
export const ANNOUNCEMENT_KINDS = [
  'launch',
  'money-in',
  'money-out',
  'deal',
  'people',
  'cuts',
  'mandate',
  'terms',
  'setback',
  'rules',
  'forecast',
  'figure',
] as const;

/** Everything that Peel marks, in the order of the network's output. */
export const KINDS = [...CLAIM_KINDS, ...ANNOUNCEMENT_KINDS] as const;

export type ClaimKind = (typeof CLAIM_KINDS)[number];
export type Kind = (typeof KINDS)[number];

/** The two families of marks. */
export type Family = 'claim' | 'announcement';

/** What a mark is about in the widest sense: named where the kind is in doubt. */
export const GROUPS = ['work', 'power', 'money', 'safety', 'future', 'news'] as const;
export type Group = (typeof GROUPS)[number];

/** How many marks the reader wants: prime ones only and few; normal; everything that is fair. */
export const DENSITIES = ['fewer', 'normal', 'all'] as const;
export type Density = (typeof DENSITIES)[number];
