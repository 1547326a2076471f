/** Upper quartile of the claims' scores plus a point for each claim beyond five, at most ten. */
export function pageScore(scores: number[]): number {
  if (!scores.length) return 0;
  const sorted = [...scores].sort((a, b) => a - b);
  const quartile = sorted[Math.min(sorted.length - 1, Math.floor(0.75 * sorted.length))]!;
  return Math.min(100, Math.round(quartile + Math.min(10, Math.max(0, scores.length - 5))));
}
