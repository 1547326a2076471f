/** What lines of a pack may play on in a sentence. */

/** The parts of a sentence's build that a line may play on, by name; what each holds the writers' README says. */
export const SENTENCE_PARTS = [
  'item',
  'item2',
  'lastitem',
  'items',
  'nitems',
  'helper',
  'helped',
  'act',
  'hope',
  'still',
  'without',
  'all',
  'super',
  'degree',
  'manner',
  'twice',
  'ago',
  'soon',
  'creed',
  'future_of',
  'merely',
  'vague',
  'vague_of',
  'order',
  'single',
  'existing',
  'more',
  'tasks',
  'label',
  'length',
  'nai',
  'nyou',
  'nwe',
  'tail',
  'scope',
  'straw',
  'tide',
  'sort_of',
  'span',
  'more2',
  'chain',
  'image',
  'image2',
  'ever',
  'one_of',
  'this_does',
  'potential',
  'preview',
] as const;
export type SentencePart = (typeof SENTENCE_PARTS)[number];

/** What can be said of a sentence's build without words of its own. */
export const SENTENCE_SIGNS = [
  'verbs',
  'doings',
  'nouns',
  'adjectives',
  'acts',
  'deeds',
  'helps-you',
  'yet',
  'our-best',
  'new',
  /** No digit stands in it, but in names: "Opus 4.6". */
  'no-digits',
] as const;
export type SentenceSign = (typeof SENTENCE_SIGNS)[number];

/** How a claim's own sentence is built: the phrases and counts that are plainly there. Read once, with the claim's other parts. */
export interface SentenceBuild {
  /** As printed, first letters small; counts in digits. */
  parts: Partial<Record<SentencePart, string>>;
  signs: SentenceSign[];
}
