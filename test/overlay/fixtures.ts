/** Small, whole examples of what the overlay is given. */
import type { Claim, Note, Straight } from '@/lib/model';
import type { OverlayActions } from '@/lib/overlay';
import { type ClaimParts, claimFixture } from '../claim-fixture';

export function claim(over: ClaimParts = {}): Claim {
  return claimFixture({
    voice: 'reported-neutral',
    numberSource: 'self',
    hype: {
      score: 38,
      band: 'warm',
      cues: [
        { id: 'base', points: 10, text: '' },
        { id: 'G2', points: 20, text: '' },
        { id: 'G6', points: 8, text: 'the company said' },
      ],
    },
    ...over,
  });
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
    why: [{ because: 'counts', what: 'people' }],
    ...over,
  };
}

export function straight(over: Partial<Straight> = {}): Straight {
  return { question: 'Equivalent by whose count?', receipt: null, jokes: true, why: null, ...over };
}

export function actions(over: Partial<OverlayActions> = {}): OverlayActions {
  return {
    another: async () => null,
    deciding: async () => [],
    earlier: () => false,
    put: async () => '',
    share: async () => true,
    ...over,
  };
}
