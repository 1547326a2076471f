/** A whole Claim for tests, out of the few fields that a test is about. */
import { ANNOUNCEMENT_KINDS, type Claim, emptySlots, type Slots } from '@/lib/model';

export type ClaimParts = Omit<Partial<Claim>, 'slots'> & { slots?: Partial<Slots> };

/** A claim that holds `over`, and plain values else; family and group go with the kind. */
export function claimFixture({ slots, ...over }: ClaimParts = {}): Claim {
  const kind = over.kind ?? 'labour-equivalence';
  const quote = over.quote ?? 'The assistant does the work of 700 agents';
  const span = { start: 0, end: quote.length };
  const announced = (ANNOUNCEMENT_KINDS as readonly string[]).includes(kind);
  return {
    id: 'claim-1',
    family: announced ? 'announcement' : 'claim',
    grade: 2,
    kind,
    second: null,
    kinds: [{ kind, weight: 0.9 }],
    group: announced ? 'news' : 'work',
    kindSure: true,
    passage: 0,
    sentence: span,
    span,
    quote,
    voice: 'first-party',
    modality: 'asserted',
    numberSource: 'none',
    evidence: 'none',
    polarity: 'promoting',
    parts: {},
    build: { parts: {}, signs: [] },
    hype: { score: 0, band: 'plain', cues: [] },
    confidence: 0.9,
    ...over,
    slots: { ...emptySlots(), ...slots },
  };
}
