import type { Kind } from '@/lib/model';

/** Families of kinds, told apart by the form of the underline and not by colour alone (the page's highlights.css). */
export const FAMILIES = ['work', 'number', 'promise', 'virtue', 'shine'] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY: Record<Kind, Family> = {
  'strategy-reversal': 'work',
  'workforce-reduction': 'work',
  'labour-equivalence': 'work',
  'benchmark-performance': 'number',
  'human-parity': 'work',
  'accuracy-reliability': 'number',
  'productivity-gain': 'number',
  'pricing-access': 'number',
  'business-impact': 'number',
  'adoption-scale': 'number',
  'societal-benefit': 'virtue',
  'ai-washed-product': 'shine',
  'privacy-assurance': 'virtue',
  'human-oversight': 'virtue',
  'agentic-autonomy': 'promise',
  'augmentation-reassurance': 'work',
  'safety-responsibility': 'virtue',
  'funding-partnership': 'shine',
  'future-promise': 'promise',
  'sweeping-transformation': 'promise',
  'capability-superlative': 'shine',
};

/** The family of a kind; unknown kinds look like promises. */
export function familyOf(kind: Kind): Family {
  return FAMILY[kind] ?? 'promise';
}
