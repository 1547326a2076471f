import type { Claim } from '@/lib/model';
import type { PageContext } from './context';

/** Most annotations a page can bear (taxonomy, section 7): a press release would light up on every line. */
const PER_PAGE = 12;
const PER_KIND = 3;

/** Keeps the best claims: one a sentence, one from the foot, three of a kind, twelve a page; results in page order. */
export function applyCaps(context: PageContext, claims: Claim[]): Claim[] {
  const foot = new Set(context.spots.filter((s) => s.foot).map((s) => s.passage.index));
  const fresh = claims.filter((claim, i) => !repeats(claim, claims[i - 1]));
  const ranked = [...fresh].sort((a, b) => merit(b) - merit(a) || a.passage - b.passage || a.span.start - b.span.start);
  const perKind = new Map<string, number>();
  const first = new Map<string, Claim>();
  for (const claim of fresh) if (!first.has(claim.kind)) first.set(claim.kind, claim);
  const kept = new Set<Claim>();
  let fromFoot = 0;
  for (const claim of ranked) {
    if (kept.size >= PER_PAGE) break;
    const used = perKind.get(claim.kind) ?? 0;
    // The first of its kind on the page has a seat of its own among the three.
    const reserved = first.get(claim.kind)!;
    const room = claim === reserved || kept.has(reserved) || used < PER_KIND - 1;
    if (used >= PER_KIND || !room) continue;
    if (foot.has(claim.passage)) {
      if (fromFoot) continue;
      fromFoot++;
    }
    perKind.set(claim.kind, used + 1);
    kept.add(claim);
  }
  return claims.filter((c) => kept.has(c));
}

/** How sure, and how much there is to say. */
function merit(claim: Claim): number {
  return claim.confidence + claim.hype.score / 400 + Math.min(2, claim.slots.quantities.length) * 0.05;
}

/** Two neighbouring sentences that state the same number: the first is enough. */
function repeats(claim: Claim, before: Claim | undefined): boolean {
  if (!before || before.passage !== claim.passage || before.kind !== claim.kind) return false;
  const figure = claim.slots.quantities[0];
  return (
    !!figure && before.slots.quantities[0]?.text === figure.text && before.slots.quantities[0].unit === figure.unit
  );
}
