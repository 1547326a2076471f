/**
 * Property tests: the same cases in every run and on every machine; with PEEL_FULL=1, as `npm run test:full` sets it, many
 * times as many.
 */
import fc from 'fast-check';

export const FULL = process.env.PEEL_FULL === '1';

/** How often a property is tried that has its own number of runs. */
export const runs = (few: number): number => (FULL ? few * 20 : few);

fc.configureGlobal({ seed: 20_260_304, numRuns: runs(100) });

export default fc;
