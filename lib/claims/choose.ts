/** Chooses among judged sentences those that are marked: sure enough for the wished density, and no more than the page can bear. */
import type { Density, Kind } from '@/lib/model';
import { CALIBRATION } from './calibration';
import type { Judgement } from './judge';
import { likeliestGroup } from './network/groups';

/**
 * How strongly a sentence asks for a note: half for a note being welcome, half for its being expected. On sentences of publishers
 * held out it ranks better than either alone.
 */
export function meritOf({ fair, prime }: Pick<Judgement, 'fair' | 'prime'>): number {
  return (fair + prime) / 2;
}

/** Share of a page's sentences that may be marked, and how many in any case. Nine in ten of those that a quarter left out were fair, with four layers. */
const SHARE: Record<Density, number> = { fewer: 0.1, normal: 0.3, all: 0.5 };
const ALWAYS: Record<Density, number> = { fewer: 3, normal: 6, all: 8 };
/** A page with more marks than this reads like a ransom note. */
const MOST: Record<Density, number> = { fewer: 8, normal: 24, all: 40 };

/** Judged sentences from which on a text counts as an article; of a notice or a lone sentence no more is asked than of a mark. */
const ARTICLE = 12;
/** Sentences of a text in which each is as good as alone. */
const ALONE = 2;

/**
 * The sentences to mark, in page order. In a paper or a guide a sentence or two look like a claim by chance, and none looks
 * much like one; an announcement has at least one that does. So an article without a strong sentence is left alone; at the density “fewer” a
 * mark must be as strong itself.
 * @param total sentences of the page, judged or not
 * @param part of the page, where that is not all: of how many sentences to judge these are the first (`of`), from which of them on to choose (`from`),
 * and how many marks stand above (`marks`)
 */
export function chooseMarks(
  judged: readonly Judgement[],
  total: number,
  density: Density,
  { of = judged.length, from = 0, marks = 0 }: { of?: number; from?: number; marks?: number } = {},
): Judgement[] {
  const isMarkable = marks > 0 || of < ARTICLE || judged.some((one) => meritOf(one) >= CALIBRATION.page[density]);
  if (!isMarkable) return [];
  const least = CALIBRATION[total <= ALONE ? 'alone' : 'merit'][density];
  const enough = judged
    .slice(from)
    .filter((one) => meritOf(one) >= least && (density !== 'fewer' || one.prime >= one.fair / 2));
  const room = Math.min(MOST[density], Math.max(ALWAYS[density], Math.floor(total * SHARE[density]))) - marks;
  const best = new Set([...enough].sort((a, b) => meritOf(b) - meritOf(a)).slice(0, Math.max(0, room)));
  return enough.filter((one) => best.has(one));
}

/** The kinds that the writer and the card may name. */
export interface ChosenKind {
  kind: Kind;
  second: Kind | null;
  kinds: { kind: Kind; weight: number }[];
  sure: boolean;
  group: ReturnType<typeof likeliestGroup>;
}

/** A second kind is named from this probability on. */
const SECOND = 0.2;
const KEPT = 3;

/** Ranks the kinds of a sentence. */
export function chooseKind(weights: ReadonlyMap<Kind, number>): ChosenKind {
  const kinds = [...weights]
    .map(([kind, weight]) => ({ kind, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, KEPT);
  const [first, next] = kinds;
  if (!first) throw new RangeError('no kinds');
  return {
    kind: first.kind,
    second: next && next.weight >= SECOND ? next.kind : null,
    kinds,
    sure: first.weight >= CALIBRATION.kind,
    group: likeliestGroup(weights),
  };
}
