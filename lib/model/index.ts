/**
 * The plain data that travels between the rooms, and nothing else: no behaviour, no imports.
 *
 *   document --lib/article--> PageText --lib/claims--> Claim[] --lib/satire--> Edition per level --lib/overlay--> page
 *
 * Everything here survives structured cloning and JSON. Offsets are UTF-16 code units, half-open [start, end).
 */

export * from './claim';
export * from './kinds';
export * from './note';
export * from './page';
export * from './sentence-build';
