import type { Claim, ClaimKind, Group } from '@/lib/model';

/** Forms of the underline, so that marks are told apart not by colour alone (the page's highlights.css). */
export const UNDERLINES = ['work', 'number', 'promise', 'virtue', 'shine', 'news'] as const;
export type Underline = (typeof UNDERLINES)[number];

const OF_KIND: Record<ClaimKind, Underline> = {
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

/** Of a claim whose kind is in doubt. */
const OF_GROUP: Record<Group, Underline> = {
  work: 'work',
  power: 'shine',
  money: 'number',
  safety: 'virtue',
  future: 'promise',
  news: 'shine',
};

/** The underline of a mark: every announcement has the same, a claim that of its kind. */
export function underlineOf({
  family,
  kind,
  kindSure,
  group,
}: Pick<Claim, 'family' | 'kind' | 'kindSure' | 'group'>): Underline {
  if (family === 'announcement') return 'news';
  return (kindSure ? OF_KIND[kind as ClaimKind] : OF_GROUP[group]) ?? 'promise';
}
