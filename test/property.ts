/** Property tests: the same cases in every run and on every machine, and under `npm run test:full` many times as many. */
import fc from 'fast-check';
import { FULL } from './full';

/** How often a property is tried that has its own number of runs. */
export const runs = (few: number): number => (FULL ? few * 20 : few);

fc.configureGlobal({ seed: 20_260_304, numRuns: runs(100) });

export default fc;
