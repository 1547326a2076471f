import type { Kind } from '@/lib/model';

/**
 * The phrases of one kind of claim. The network says whether a sentence is one and of which kind; its phrases say by which words, and
 * of kinds that the network hardly knows they make it surer (keys.ts). Sources of patterns are regular expressions over folded text in
 * which `<NAME>` stands for a word class; they are compiled on first use.
 */
export interface KindSpec {
  id: Kind;
  /** Name of a phrase → source. Where one stands in a sentence of the kind, a line may ask for it by name (`key=`) and quote it. */
  strict: Record<string, string>;
  /** Looser signs: without a phrase they are the words that carry the claim. They have no name and choose nothing. */
  cues: string[];
  /** Where any of these stands, the phrases make no narrow kind likelier. Once a sentence has the kind, its phrases count all the same. */
  guard: string[];
  /** Sentences of our own that are such claims: nearly all are to be marked, each on a page headed "Company announces AI". */
  hits: string[];
  /** Sentences of our own that only look like it: most are to be left alone, on the same page. */
  misses: string[];
}
