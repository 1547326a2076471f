import { FLAGS } from '../flags';
import { SLOT_RULES } from '../slots';

const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries(SLOT_RULES).flatMap(([short, { long }]) => (long ? [[long, short] as const] : [])),
);

/** Whether a condition may name this sign. */
export const isFlag = (name: string): boolean => Object.hasOwn(FLAGS, name);

/** Short name of a slot written in either form, straight or curly apostrophe; null if there is no such slot. */
export function slotName(written: string): string | null {
  const name = written.trim().toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ');
  const short = SHORT.get(name) ?? name;
  return Object.hasOwn(SLOT_RULES, short) ? short : null;
}
