/** Small, whole examples of what the overlay is given. */
import type { Claim, Note, Slots, Straight } from '@/lib/model';
import type { OverlayActions } from '@/lib/overlay';

const noSlots: Slots = {
  actor: '',
  actorText: '',
  speaker: '',
  speakerRole: '',
  technology: '',
  technologyNoun: '',
  product: '',
  predicate: '',
  quantities: [],
  workers: '',
  worker: '',
  comparison: '',
  rival: '',
  task: '',
  beneficiary: '',
  deadline: '',
  period: '',
  hedge: '',
  benchmark: '',
  thing: '',
  partner: '',
  place: '',
  plan: '',
  source: '',
  oldBusiness: '',
  euphemism: '',
  quote: '',
  buzzwords: [],
  gone: false,
};

export function claim(over: Omit<Partial<Claim>, 'slots'> & { slots?: Partial<Slots> } = {}): Claim {
  const { slots, ...rest } = over;
  return {
    id: 'claim-1',
    kind: 'labour-equivalence',
    second: null,
    passage: 0,
    sentence: { start: 0, end: 40 },
    span: { start: 0, end: 40 },
    quote: 'The assistant does the work of 700 agents',
    voice: 'reported-neutral',
    modality: 'asserted',
    numberSource: 'self',
    evidence: 'none',
    polarity: 'promoting',
    parts: {},
    hype: {
      score: 38,
      band: 'warm',
      cues: [
        { id: 'base', points: 10, label: 'it is a claim', text: '' },
        { id: 'G2', points: 20, label: 'no comparison given', text: '' },
        { id: 'G6', points: 8, label: 'its own number', text: 'the company said' },
      ],
    },
    confidence: 0.9,
    reasons: ['names a company and its AI'],
    ...rest,
    slots: { ...noSlots, ...slots },
  };
}

export function note(over: Partial<Note> = {}): Note {
  return {
    claim: 0,
    level: 'roast',
    mechanism: 'dialogue',
    shape: 'statement',
    frame: 'frame',
    line: 'house/labour-equivalence#1',
    text: 'A joke about a queue.',
    working: '',
    why: ['the claim counts people'],
    ...over,
  };
}

export function straight(over: Partial<Straight> = {}): Straight {
  return { question: 'Equivalent by whose count?', receipt: null, jokes: true, why: '', ...over };
}

export function actions(over: Partial<OverlayActions> = {}): OverlayActions {
  const nothing = () => undefined;
  return {
    another: async () => null,
    less: nothing,
    sitOut: nothing,
    kindOff: nothing,
    siteOff: nothing,
    share: async () => true,
    ...over,
  };
}
