import type { Claim, Kind, PageText } from '@/lib/model';
import { plain } from '../english/fold';
import { claimedIn, keyNamesOf } from './claim-keys';
import { type Count, viewOf } from './claim-view';
import { flagsOf } from './flags';
import { withoutHumanAgents } from './names';
import { keyWords } from './overlap';
import { valuesOf } from './slots';
import { topicsOf } from './topics';
import type { Value } from './values';

/** Everything the choice of a line may depend on for one claim. */
export interface Facts {
  claim: Claim;
  kind: Kind;
  /** The claim's sentence, as `plain` text. */
  text: string;
  /** The same with its capitals. */
  sentence: string;
  /** Stems of the words that tell this claim from others. */
  keyWords: ReadonlySet<string>;
  /** Names of the patterns that make it a claim of its kind: "saves time". */
  keys: ReadonlySet<string>;
  /** The words of those patterns, where they can be quoted. */
  claimed: ReadonlyMap<string, string>;
  topics: ReadonlySet<string>;
  flags: ReadonlySet<string>;
  values: ReadonlyMap<string, Value>;
  counts: readonly Count[];
  buzzwords: readonly string[];
  hedges: readonly string[];
}

/** The facts of one claim. `year` is the page's year, null if unknown. */
export function factsOf(page: PageText, claim: Claim, year: number | null): Facts {
  const view = viewOf(page, claim, year);
  const { text, slots } = view;
  // The firm's name ties a joke to the page, not to the sentence.
  const name = keyWords(slots.actor);
  return {
    claim,
    kind: claim.kind,
    text: withoutHumanAgents(text),
    sentence: view.sentence,
    keyWords: new Set([...keyWords(text)].filter((word) => !name.has(word))),
    keys: keyNamesOf(claim),
    claimed: claimedIn(claim, view.passage),
    topics: topicsOf(text),
    flags: flagsOf(view),
    values: valuesOf(view),
    counts: view.counts,
    buzzwords: slots.buzzwords.map((buzzword) =>
      plain(buzzword)
        .replace(/\bai\b/g, 'AI')
        .replace(/'/g, '’'),
    ),
    hedges: [...new Set(view.hedges)],
  };
}
