/** True under `npm run test:full`: rare variants run too, and property tests try many times as many cases. */
export const FULL = process.env.PEEL_FULL === '1';

/**
 * Of cases that are Peel's own doing and the same in every browser, those for one of them: by turns, so that each is tried in one and
 * about half in each. All under `npm run test:full`.
 */
export function byTurns<T>(cases: readonly T[], browser: 'chromium' | 'firefox'): T[] {
  return cases.filter((_, at) => FULL || (at % 2 === 0) === (browser === 'chromium'));
}
