/** What the kinds have in common: the families, and the wider groups that are named where the kind is in doubt. */
import { ANNOUNCEMENT_KINDS, type Family, GROUPS, type Group, type Kind } from '@/lib/model';

const GROUP_OF: Record<Kind, Group> = {
  'strategy-reversal': 'work',
  'workforce-reduction': 'work',
  'labour-equivalence': 'work',
  'productivity-gain': 'work',
  'augmentation-reassurance': 'work',
  cuts: 'work',
  mandate: 'work',
  'benchmark-performance': 'power',
  'human-parity': 'power',
  'accuracy-reliability': 'power',
  'agentic-autonomy': 'power',
  'capability-superlative': 'power',
  'ai-washed-product': 'power',
  'pricing-access': 'money',
  'business-impact': 'money',
  'funding-partnership': 'money',
  'money-in': 'money',
  'money-out': 'money',
  'societal-benefit': 'safety',
  'privacy-assurance': 'safety',
  'human-oversight': 'safety',
  'safety-responsibility': 'safety',
  rules: 'safety',
  'future-promise': 'future',
  'sweeping-transformation': 'future',
  forecast: 'future',
  'adoption-scale': 'news',
  launch: 'news',
  deal: 'news',
  people: 'news',
  terms: 'news',
  setback: 'news',
  figure: 'news',
};

/** The family of a kind. */
export function familyOf(kind: Kind): Family {
  return (ANNOUNCEMENT_KINDS as readonly Kind[]).includes(kind) ? 'announcement' : 'claim';
}

/** The wider group of a kind. */
export function groupOf(kind: Kind): Group {
  return GROUP_OF[kind];
}

/** The group whose kinds are likeliest together. */
export function likeliestGroup(weights: ReadonlyMap<Kind, number>): Group {
  const sums = new Map<Group, number>(GROUPS.map((group) => [group, 0]));
  for (const [kind, weight] of weights) sums.set(groupOf(kind), sums.get(groupOf(kind))! + weight);
  return GROUPS.reduce((best, group) => (sums.get(group)! > sums.get(best)! ? group : best));
}
