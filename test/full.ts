/** True under `npm run test:full`: rare variants run too, and property tests try many times as many cases. */
export const FULL = process.env.PEEL_FULL === '1';
