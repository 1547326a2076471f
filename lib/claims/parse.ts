import nlp from 'compromise/two';

/** One word as compromise sees it, with its place in the string that was parsed. */
export interface Token {
  text: string;
  /** Lower case, without punctuation. */
  norm: string;
  start: number;
  end: number;
  tags: ReadonlySet<string>;
  /** Dictionary form, for verbs and nouns; else the same as `norm`. */
  root: string;
}

interface Term {
  text: string;
  pre: string;
  post: string;
  normal: string;
  implicit?: string;
  root?: string;
  tags: Set<string>;
}

/** Words that the general lexicon mistakes in this trade: tag by tag, see compromise's tag list. */
const LEXICON = {
  copilot: 'Noun',
  copilots: 'Plural',
  chatbot: 'Noun',
  chatbots: 'Plural',
  agentic: 'Adjective',
  generative: 'Adjective',
  deflect: 'Verb',
  upskill: 'Verb',
  headcount: 'Noun',
  workflow: 'Noun',
  workflows: 'Plural',
  ai: 'Noun',
  llm: 'Noun',
  llms: 'Plural',
  gpt: 'Noun',
  touts: 'PresentTense',
  outperforms: 'PresentTense',
  supercharges: 'PresentTense',
  frees: 'PresentTense',
  slashes: 'PresentTense',
} as const;

let ready = false;

/** Loads compromise's models and our additions ahead of the first sentence. Idempotent. */
export function prepare(): void {
  if (ready) return;
  ready = true;
  nlp.plugin({ words: { ...LEXICON } });
  nlp('Ready.').compute('root');
}

/**
 * The words of a parsed sentence with tags and offsets into the string that was parsed, from the terms themselves (phrases' offsets are unsafe).
 * Contractions give one token: the implied second word has no letters of its own.
 */
export function parse(doc: ReturnType<typeof nlp>, roots = false): Token[] {
  if (roots) doc.compute('root');
  const tokens: Token[] = [];
  let at = 0;
  for (const sentence of doc.docs as unknown as Term[][]) {
    for (const term of sentence) {
      const start = at + term.pre.length;
      const end = start + term.text.length;
      at = end + term.post.length;
      if (end === start) continue;
      tokens.push({ text: term.text, norm: term.normal, start, end, tags: term.tags, root: term.root ?? term.normal });
    }
  }
  return tokens;
}

/** Words of a sentence with tags and dictionary forms. */
export function withRoots(text: string): Token[] {
  prepare();
  return parse(nlp(text), true);
}
