import type { Kind } from '@/lib/model';

/**
 * One kind of claim: what must be in a sentence for it to be one. Sources of patterns are regular expressions over
 * folded text in which `<NAME>` stands for a word class; they are compiled on first use.
 */
export interface KindSpec {
  id: Kind;
  /** One line for cards and tests. */
  about: string;
  /** Name of what it shows → source. Any one of these, after the gates, makes the kind. */
  strict: Record<string, string>;
  /** Looser signs: they help to choose a kind and to weigh a sentence, and never make a claim alone. */
  cues: string[];
  /** Any of these forbids the kind. */
  guard: string[];
  /** Sentences of our own that must be read as this kind, each on a page headed "Company announces AI". */
  hits: string[];
  /** Sentences of our own that must not be read as a claim at all, on the same page. */
  misses: string[];
}
