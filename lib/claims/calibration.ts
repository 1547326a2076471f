/** Thresholds of the network that ships; `npm run train` measures them on publishers held out (MODEL_CARD.md). */
import type { Density } from '@/lib/model';

export const CALIBRATION: { merit: Record<Density, number>; page: Record<Density, number>; kind: number } = {
  /** Least merit of a mark. */
  merit: { fewer: 0.78, normal: 0.67, all: 0.54 },
  /** Least merit that the strongest sentence of an article must have for any of it to be marked. */
  page: { fewer: 0.78, normal: 0.69, all: 0.62 },
  /** Probability from which a kind is named; below it the card names the wider group. */
  kind: 0.4,
};
