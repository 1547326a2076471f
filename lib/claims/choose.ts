import { KINDS, type Kind } from '@/lib/model';

/** Kinds that a general corpus hardly holds and whose keys are narrow: their patterns outrank the weights. */
export const SHARP: ReadonlySet<Kind> = new Set([
  'strategy-reversal',
  'workforce-reduction',
  'labour-equivalence',
  'ai-washed-product',
  'privacy-assurance',
  'human-oversight',
]);

/** How many logits a strict pattern is worth, and a rung of the ladder. */
const KEY = 2;
/** Boast words stand in claims of every kind: beside a narrower key, theirs is worth less (words of upheaval are as broad). */
const BROAD: Kind = 'capability-superlative';
const BROAD_KEY = 1;
const TWICE = 0.4;
const RUNG = 0.02;
/** More than any weights can hold against it: the narrow kind that is highest on the ladder wins. */
const SHARP_BONUS = 6;

/**
 * Chooses primary and secondary kind: a sharp kind with a strict pattern by the ladder, else the weights with a bonus for
 * each kind whose pattern matched; nearness on the ladder breaks ties.
 */
export function chooseKind(
  strict: { kind: Kind; count: number }[],
  weights: ReadonlyMap<Kind, number>,
): { kind: Kind; second: Kind | null } {
  const sharpest = KINDS.find((kind) => SHARP.has(kind) && strict.some((s) => s.kind === kind));
  const narrower = strict.some((s) => s.kind !== BROAD && s.kind !== 'sweeping-transformation');
  const ranked = KINDS.map((kind, rung) => {
    const found = strict.find((s) => s.kind === kind);
    const sharp = kind === sharpest ? SHARP_BONUS : 0;
    return {
      kind,
      found,
      score:
        (weights.get(kind) ?? 0) +
        sharp +
        (found ? (kind === BROAD && narrower ? BROAD_KEY : KEY) + (found.count > 1 ? TWICE : 0) : 0) -
        rung * RUNG,
    };
  }).sort((a, b) => b.score - a.score);
  const second = ranked.find((r, i) => i > 0 && r.found);
  return { kind: ranked[0]!.kind, second: second?.kind ?? null };
}
