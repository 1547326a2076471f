import type { Kind, SentenceSign } from '@/lib/model';
import type { ClaimView } from './claim-view';

/** A sign that a line may ask for: what it says of a claim, to writers, and how it is decided. */
export interface Flag {
  means: string;
  of(view: ClaimView): boolean;
}

/** Kinds of claim that boast: a hedge on bad news or on a promise of care is no joke. */
const BOASTS: ReadonlySet<Kind> = new Set<Kind>([
  'capability-superlative',
  'productivity-gain',
  'business-impact',
  'future-promise',
  'accuracy-reliability',
  'societal-benefit',
  'labour-equivalence',
  'agentic-autonomy',
  'sweeping-transformation',
  'pricing-access',
  'benchmark-performance',
  'human-parity',
  'adoption-scale',
  'funding-partnership',
  'ai-washed-product',
]);

const isCompared = ({ slots, text }: ClaimView): boolean =>
  slots.comparison !== '' || slots.rival !== '' || /\b(?:than|versus|against|compared)\b/.test(text);

const isOwnVoice = ({ claim, page }: ClaimView): boolean =>
  claim.voice === 'first-party' || claim.voice === 'spokesperson-quote' || page.kind === 'company';

/** A sign of the sentence's build, as it was read. */
const built = (sign: SentenceSign, means: string): Flag => ({
  means,
  of: ({ claim }) => claim.build.signs.includes(sign),
});

/** Every sign of the pack format, by name: the lint knows these and no other, and the writers' README lists them. */
export const FLAGS = {
  gone: { means: 'people actually left', of: ({ slots }) => slots.gone },
  accuracy: { means: '{pct} is a share that is right', of: ({ percentOf }) => percentOf === 'accuracy' },
  share: { means: '{pct} is a share of something', of: ({ percentOf }) => percentOf === 'share' },
  change: { means: '{pct} is faster, less, more by', of: ({ percentOf }) => percentOf === 'change' },
  quoted: { means: 'a spokesperson is quoted', of: ({ claim }) => claim.voice === 'spokesperson-quote' },
  'first-party': { means: 'the firm says “we”', of: ({ claim }) => claim.voice === 'first-party' },
  'own-voice': { means: 'the firm itself speaks, in whatever form: use it for “says {co}”', of: isOwnVoice },
  compared: { means: 'it says than what', of: isCompared },
  'no-baseline': {
    means: 'a `change` that does not say than what',
    of: (view) => view.percentOf === 'change' && !isCompared(view),
  },
  future: { means: 'it is about the future', of: ({ claim }) => claim.modality === 'future' },
  hedged: {
    means: 'it has a hedge',
    of: ({ claim, hedges }) => claim.modality === 'hedged' || hedges.length > 0,
  },
  boast: { means: 'not a kind about cuts, reversals, care or data', of: ({ claim }) => BOASTS.has(claim.kind) },
  'no-figure': { means: 'no number in the sentence; numbers of names pass', of: hasNoFigure },
  sourced: {
    means: 'it says where its figure is from',
    of: ({ claim }) => claim.evidence !== 'none' || claim.numberSource === 'independent',
  },
  verbs: built('verbs', 'its list is one of verbs: “test, trust and secure”'),
  doings: built('doings', 'its list is one of -ing forms'),
  nouns: built('nouns', 'its list is one of nouns'),
  adjectives: built('adjectives', 'its list is one of adjectives'),
  acts: built(
    'acts',
    'its list is one of phrases, each begun by a verb: “close more deals, cut costs and win back time”',
  ),
  deeds: built('deeds', 'the same with verbs in -s: “cuts costs, wins deals and boosts morale”'),
  'helps-you': built('helps-you', 'it helps “you” to {act}'),
  yet: built('yet', 'its superlative has a “yet” or “ever”'),
  'our-best': built('our-best', 'its superlative is among “our” own'),
  new: built('new', 'something is “new”'),
} as const satisfies Record<string, Flag>;

/** The “4” of “Sonnet 4” is no figure. */
export function hasNoFigure({ slots, claim }: ClaimView): boolean {
  return slots.quantities.length === 0 && claim.build.signs.includes('no-digits');
}

/** The signs of a claim. */
export function flagsOf(view: ClaimView): Set<string> {
  return new Set(Object.entries<Flag>(FLAGS).flatMap(([name, flag]) => (flag.of(view) ? [name] : [])));
}
