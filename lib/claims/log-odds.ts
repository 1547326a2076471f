/** Log odds of a probability: endless for 0 and 1. */
export const logOdds = (p: number): number => Math.log(p / (1 - p));
