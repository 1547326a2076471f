import { flat } from '@/lib/english/fold';
import type { Claim, Key } from '@/lib/model';

/** Words with which no phrase ends or begins that can be quoted alone. */
const LOOSE_END =
  /(?:^|\s)(?:a|an|the|this|that|which|who|how|what|of|to|for|from|with|without|in|into|on|onto|at|by|and|or|but|as|than|is|are|was|be|been|being|has|have|had|will|can|our|your|its|their|his|her|more|most|much|very|so|not|even|every|any|all)$/i;
const LOOSE_START =
  /^(?:and|or|but|of|that|which|who|than|to|was|were|be|been|is|are|has|have|had|for|from|as|so|it|they)\s/i;
/** What may follow a phrase that is quoted whole. */
const AFTER =
  /^(?:$|[.,;:!?)”"—–]|\s[—–-]\s|\s(?:and|as|at|by|for|from|if|in|into|of|on|or|so|than|that|through|to|across|using|when|where|while|with|without|is|are|was|were|will|can|has|have)\b)/;
const LONGEST = 5;

/** Names of the claim's keys as `key=` asks for them: "saves time"; commas, which part conditions, are left out. */
export const keyNamesOf = (claim: Claim): ReadonlySet<string> =>
  new Set((claim.keys ?? []).map(keyName).filter(Boolean));

const keyName = (key: Key): string => key.name.toLowerCase().replace(/,/g, '');

/**
 * By name, the keys of a claim that can be quoted by themselves: two to five words that begin and end a phrase and are no name.
 * @param text the passage
 */
export function claimedIn(claim: Claim, text: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const key of claim.keys ?? []) {
    const words = flat(text.slice(key.start, key.end));
    const count = words.split(' ').length;
    if (key.name === '' || count < 2 || count > LONGEST || /[\d(),;:“”"*#|]|\p{Ll}\p{Lu}/u.test(words)) continue;
    if ((words.match(/\b\p{Lu}\p{Ll}/gu)?.length ?? 0) > 1) continue;
    if (LOOSE_END.test(words) || LOOSE_START.test(words) || !AFTER.test(text.slice(key.end))) continue;
    const low = /^\p{Lu}\p{Ll}+\s/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
    out.set(keyName(key), low.replace(/'/g, '’'));
  }
  return out;
}
