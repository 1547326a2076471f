import type { PageContext, Spot } from './context';
import { strongAnchors } from './context';
import { NAMES } from './lexicon/names';
import { COMPANY } from './lexicon/roles';
import type { Token } from './parse';
import { re } from './pattern';

/** What the grammatical subject of a sentence is: who or what is credited. */
export type Subject =
  | 'we'
  | 'our thing'
  | 'page name'
  | 'known name'
  | 'other name'
  | 'the product'
  | 'the company'
  | 'it'
  | 'this'
  | 'they'
  | 'you'
  | 'I'
  | 'he or she'
  | 'AI at large'
  | 'people'
  | 'verb'
  | 'benefit in -ing'
  | 'there'
  | 'number'
  | 'other'
  | 'none';

export interface Clause {
  subject: Subject;
  /** Words before the first finite verb, opening phrases left out. */
  words: string;
  verb: Token | null;
}

/** Reads subject and first finite verb of a sentence, after an opening phrase set off by a comma. */
export function clauseOf(context: PageContext, spot: Spot, tokens: Token[]): Clause {
  const { text } = spot;
  let from = 0;
  const opening =
    /^\W*(?:(?:in|on|with|by|for|at|as|from|through|using|while|when|if|after|since|over|today|now|thanks|because|whether|unlike|across|beyond|combined|based|driven|built|powered|to|within|during|despite|according|once|earlier|last|this) [^,]{2,110}, |[A-Z][\w ]{2,40}: ?)/i.exec(
      text,
    );
  if (opening) from = opening[0].length;
  let verb: Token | null = null;
  for (const token of tokens) {
    if (token.start < from) continue;
    if (
      token.tags.has('Verb') &&
      !token.tags.has('Gerund') &&
      !(token.tags.has('Infinitive') && /\bto $/i.test(text.slice(0, token.start)))
    ) {
      verb = token;
      break;
    }
  }
  const words = text
    .slice(from, verb ? verb.start : text.length)
    .replace(/^[\s"'*#(>\u2022-]+/, '')
    .trim();
  return { subject: subjectOf(context, words, verb, tokens), words, verb };
}

function subjectOf(context: PageContext, words: string, verb: Token | null, tokens: Token[]): Subject {
  if (!verb) return tokens[0]?.tags.has('Gerund') ? 'benefit in -ing' : 'none';
  if (!words) return 'verb';
  if (/^(?:and |but |so )?we(?:'\w+)?\b/i.test(words)) return 'we';
  if (/^(?:and |but |so )?I\b/.test(words)) return 'I';
  if (/^our\b/i.test(words)) return 'our thing';
  if (/^(?:you|your)\b/i.test(words)) return 'you';
  if (/^(?:and |but |so )?(?:he|she)\b/i.test(words)) return 'he or she';
  if (/^(?:and |but |so )?it(?:'s|s)?\b/i.test(words)) return 'it';
  if (/^(?:these|this|that|those|which)\b/i.test(words)) return 'this';
  if (/^(?:they|their)\b/i.test(words)) return 'they';
  if (/^there\b/i.test(words)) return 'there';
  if (context.names.some((n) => words.includes(n))) return 'page name';
  if (re(`^(?:${COMPANY})`).test(words)) return 'the company';
  if (NAMES.some((n) => words.includes(n))) return 'known name';
  if (
    /^the (?:[\w-]+ ){0,2}(?:model|assistant|agent|agents|tool|platform|system|app|feature|update|release|service|product|engine|software|technology|solution|partnership|collaboration|integration|capability|approach|chip|architecture|method)s?\b/i.test(
      words,
    )
  )
    return 'the product';
  if (strongAnchors(words) > 0 || /^(?:agents?|models?|chatbots?|automation|machine learning)\b/i.test(words))
    return 'AI at large';
  if (/^(?:\d|[$£€])/.test(words)) return 'number';
  if (re('\\b(?:<PEOPLE>|customers?|companies|businesses|organi[sz]ations|enterprises)$').test(words)) return 'people';
  if (/^[A-Z]/.test(words) && /\b[A-Z][a-z]+ [A-Z]/.test(words)) return 'other name';
  return 'other';
}
