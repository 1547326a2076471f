import { fnv1a } from '../hash';

/** FNV-1a with a final avalanche: the house's only source of variety. */
export function hash(text: string): number {
  let h = fnv1a(text);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in [0, 1) that depends on the text alone. */
export function jitter(text: string): number {
  return hash(text) / 0x1_0000_0000;
}

/** Seven letters and digits that name a text. */
export function shortHash(text: string): string {
  return hash(text).toString(36).padStart(7, '0');
}
