import type { PageContext, Spot } from './context';
import { strongAnchors, withoutInnocent } from './context';
import { POINTER, WEAK } from './lexicon/anchors';
import { DOUBT, REVERSAL } from './lexicon/roles';
import { NORM } from './lexicon/tone';
import { re } from './pattern';
import type { Hearing } from './voice';

/** How a sentence fares at the four gates, each with the reason in plain words. */
export interface Gates {
  /** A: 3 names AI, 2 names a product or an ambiguous AI word on a page about AI, 1 points back to one, 0 none. */
  anchor: 0 | 1 | 2 | 3;
  /** B: a party with an interest is heard. */
  promoter: boolean;
  /** C: what stops the sentence from standing; empty if it stands. */
  fallen: string;
  /** D: why the sentence is no body text; empty if it is. */
  outside: string;
  /** Soft signs of C that the weights may use. */
  negated: boolean;
  conditional: boolean;
  /** Says what ought to be done: advice, order or norm. */
  advice: boolean;
}

/** Runs a sentence through gates A to D of the taxonomy. */
export function pass(context: PageContext, spot: Spot, hearing: Hearing): Gates {
  const { text } = spot;
  const negated = re("\\b(?:not|n't|never|cannot|no longer|nobody|none|neither|hardly|barely)\\b|n't\\b").test(text);
  return {
    anchor: anchor(context, spot),
    promoter: promoter(context, spot, hearing),
    fallen: fallen(text),
    outside: outside(spot),
    negated,
    conditional: re('\\b(?:if|whether|unless|would|should|might|could)\\b').test(text),
    advice: re(NORM).test(text) || re(ORDER).test(text),
  };
}

function anchor(context: PageContext, spot: Spot): Gates['anchor'] {
  const { text } = spot;
  if (strongAnchors(text) > 0) return 3;
  const clean = withoutInnocent(text);
  const near = strongAnchors(spot.prev) > 0 || strongAnchors(spot.lead) > 0;
  const subject = context.prior || context.titled;
  if ((subject || near) && (context.names.some((n) => clean.includes(n)) || re(WEAK).test(clean))) return 2;
  if ((subject || near) && re(POINTER).test(clean)) return 1;
  if (subject && (context.announced || spot.passage.role === 'item' || spot.passage.role === 'headline')) return 1;
  return 0;
}

/** Orders that open a piece of advice: none of them sells. */
const ORDER =
  '^\\W*(?:design|define|set|establish|build|test|treat|plan|identify|assess|evaluate|monitor|document|limit|assign|review|decide|choose|begin|invest)\\b(?! by\\b)|\\b(?:agents?|AI|models?|teams?|companies|organi[sz]ations|enterprises|leaders) needs?\\b';
const FIRST = "\\b(?:we|our|us|we've|we're|we'll)\\b";
/** The company's own doings as grammatical subject: what it launches, expects, offers. */
const ACTS =
  '\\b(?:launch|unveil|introduc|announc|releas|offer|deliver|provid|combin|plan|aim|expect|promis|intend|develop|creat|built|build|design|enabl|help|power|rais|invest|join|deploy|set|make|bring|expand|acquir|will|lets|allow|cut|eliminat|hir|slash|unlock|transform)\\w*\\b';

function promoter(context: PageContext, spot: Spot, hearing: Hearing): boolean {
  if (hearing.source === 'independent') return false;
  if (hearing.source === 'insider' || hearing.source === 'company' || hearing.source === 'customer') return true;
  if (context.house === 'company') return true;
  if (re(FIRST).test(spot.text)) return true;
  if (spot.passage.role === 'headline' || spot.passage.role === 'item') return true;
  if (re('^(?:"|\\W)*(?:meet|discover|unlock|introducing|get|imagine|say goodbye|brush|try|see)\\b').test(spot.text))
    return true;
  if (context.announced) return true;
  return context.names.some((n) => spot.text.includes(n)) && re(ACTS).test(spot.text);
}

/** Who uses AI against others; and the words by which a firm says that it guards from them. */
const HOSTILE =
  '\\b(?:attackers?|threat actors?|hackers?|cyber ?criminals?|scammers?|fraudsters?|adversar(?:y|ies)|bad actors|malware|ransomware)\\b';
const GUARDING =
  '\\b(?:defen[cds]\\w*|protect\\w*|prevent\\w*|detect\\w*|stop\\w*|block\\w*|counter\\w*|resist\\w*|against|before|secur(?:e[ds]?|ing|ity)|identif\\w+|find(?:s|ing)?|mitigat\\w*|neutrali[sz]\\w*|catch(?:es)?|ahead of|faster than|outpac\\w*|outsmart\\w*)\\b';

function fallen(text: string): string {
  if (/\?["')\]]*\s*$/.test(text)) return 'a question';
  const doubt = re(DOUBT).exec(text);
  if (doubt) return `in doubt: ${doubt[0]}`;
  if (
    re(
      '\\b(?:took|taking|takes) [^.]{0,12}longer\\b|\\bin a (?:randomi[sz]ed|blinded) (?:controlled )?trial with\\b',
    ).test(text)
  )
    return 'a study';
  if (re(HOSTILE).test(text) && !re(GUARDING).test(text)) return 'a deed of attackers';
  if (re('\\b(?:can|could|may|might|potential to|will) (?:also )?(?:go|turn) rogue\\b').test(text)) return 'a warning';
  // Hiring may be paused, a motor claim settled and data deleted to the company's credit.
  const back = re(REVERSAL).exec(text.replace(/\bhiring (?:is |has been |was )?(?:paused|frozen)\b/gi, ' '));
  if (back) return `taken back: ${back[0]}`;
  if (re('\\b(?:the (?:word|phrase|term)|so-called|supposedly|purportedly)\\b').test(text)) return 'about the words';
  if (
    re(
      '\\b(?:has|have|had|is|are|was|were|do|does|did) not (?:yet )?(?:been )?(?:transformed|shown|seen|proved|demonstrated|understand|appeared|found)\\b',
    ).test(text)
  )
    return 'denied';
  if (
    re(
      '\\b(?:is|was|are|were) (?:hardly |certainly )?not (?:even )?(?:the|an?) (?:first|best|most|only|fastest|largest|smartest)\\b',
    ).test(text)
  )
    return 'denied';
  if (
    re(
      '\\bwhether\\b.*\\b(?:is|remains|are) (?:still )?(?:unclear|uncertain|unknown|open|another question|anyone)\\b',
    ).test(text)
  )
    return 'left open';
  return '';
}

const LEGAL =
  'forward-looking statements?|all rights reserved|terms (?:of|and) (?:service|use|conditions)|privacy (?:policy|notice)|cookies?\\b|copyright ©|subscribe\\b|sign up for|(?<!(?:company|staff|internal) )newsletter|read more|related (?:articles?|stories)|this (?:story|article|post) (?:was|has been)|photo(?:graph)? by|getty images|image credit|follow us|share this|listen to (?:the )?article|advertis|log in\\b|sign in|click here|table of contents|(?:content|summar(?:y|ies)) (?:is|are|was|were) generated by (?:google )?ai|is experimental\\b|view (?:all|more)|minutes? read|min read';

function outside(spot: Spot): string {
  const { text, passage } = spot;
  const words = text.split(/\s+/).filter((w) => /\w/.test(w)).length;
  if (words < 3 && passage.role === 'paragraph') return 'too short';
  const legal = re(`\\b(?:${LEGAL})`).exec(text);
  if (legal) return `page furniture: ${legal[0]}`;
  const method = re(
    '\\b(?:(?:scores?|results) (?:are |were )?reported (?:from|using|with|as)|scores? reported (?:use|are|as)|pass@\\d|sampling parameters|averag\\w+ over \\d+ (?:independent )?runs|thinking budget|per-step|see (?:the )?footnotes?)\\b',
  ).exec(text);
  if (method) return `note on method: ${method[0]}`;
  if (/[{}<>;=]{2}|\b(?:const|import|function|def|npm|curl|sudo)\b .*[({=]/.test(text)) return 'code';
  return '';
}
