/** Thresholds of the network that ships, measured on publishers held out (MODEL_CARD.md); that of lone sentences on sentences of our own. */
import type { Density } from '@/lib/model';

export const CALIBRATION: {
  merit: Record<Density, number>;
  alone: Record<Density, number>;
  page: Record<Density, number>;
  kind: number;
} = {
  /** Least merit of a mark. */
  merit: { fewer: 0.78, normal: 0.65, all: 0.54 },
  /**
   * The same in a text of one or two sentences, where nothing beside them can make the network surer: of 99 near misses of our own, each alone, 5 are
   * marked so, 96 of 99 claims and announcements.
   */
  alone: { fewer: 0.78, normal: 0.56, all: 0.5 },
  /** Least merit that the strongest sentence of an article must have for any of it to be marked. */
  page: { fewer: 0.78, normal: 0.67, all: 0.62 },
  /** Probability from which a kind is named; below it the card names the wider group. */
  kind: 0.35,
};
