import nlp from 'compromise/two';
import { parse, prepare, type Token } from './parse';

/**
 * Grammar signs, found in one sweep of a compiled net: what patterns over letters cannot see. Names are features of the
 * model and reasons on the card.
 */
const SIGNS: { match: string; name: string }[] = [
  { match: '(we|our|us)', name: 'first person' },
  { match: '(you|your)', name: 'second person' },
  { match: '#Superlative', name: 'superlative' },
  { match: '#Comparative', name: 'comparative' },
  { match: 'most #Adjective', name: 'most + adjective' },
  { match: 'more #Adjective', name: 'more + adjective' },
  { match: '(is|are|was|were|been|being) #Adverb? #PastTense by', name: 'passive with agent' },
  {
    match:
      '#ProperNoun #Adverb? (delivers|offers|provides|enables|brings|makes|gives|lets|helps|sets|achieves|combines|outperforms|excels|shows|demonstrates|handles|supports|powers|leads)',
    name: 'name + deed',
  },
  {
    match:
      '(it|model|platform|assistant|agent|agents|ai|system|tool|technology|solution) #Adverb? (delivers|offers|provides|enables|brings|makes|gives|lets|helps|sets|achieves|combines|outperforms|excels|handles|supports|powers|leads|can|is)',
    name: 'thing + deed',
  },
  {
    match:
      '(enabling|allowing|helping|empowering|making|unlocking|giving|letting|delivering|driving|ensuring|improving|reducing)',
    name: 'benefit in -ing',
  },
  {
    match:
      '(helps|help|allows|allow|enables|enable|lets|empowers|empower) #Pronoun? #Determiner? #Noun+ #Adverb? to? #Infinitive',
    name: 'helps someone do',
  },
  { match: 'so (you|that|they|teams|we) #Modal', name: 'so that one can' },
  { match: '#Modal not', name: 'modal + not' },
  { match: '(will|would|could|may|might|should) #Adverb? #Infinitive', name: 'modal' },
  {
    match: '#Adverb (faster|better|cheaper|easier|smarter|stronger|higher|lower|safer)',
    name: 'amplified comparative',
  },
  { match: '(faster|better|cheaper|easier|smarter|stronger|higher|more|less|fewer) than', name: 'comparison' },
  { match: '#Adjective #Adjective #Noun', name: 'adjectives in a row' },
  { match: '#Adjective and #Adjective', name: 'adjectives coordinated' },
  {
    match: '^(introducing|meet|discover|unlock|get|build|create|transform|turn|explore|see|try|learn|read|watch|check)',
    name: 'imperative',
  },
  { match: '(he|she|who) #Adverb? (said|says|told|wrote|added)', name: 'person said' },
  { match: '(said|says|told|wrote|added) #ProperNoun', name: 'said + name' },
  { match: '#PastTense', name: 'past tense' },
  { match: '#Percent', name: 'percent' },
  { match: '#Money', name: 'money' },
  { match: '#Value', name: 'number' },
  { match: '#QuestionWord', name: 'question word' },
  { match: '#Person', name: 'person' },
  { match: '#Organization', name: 'organisation' },
  { match: '#Place', name: 'place' },
  { match: '#Date', name: 'date' },
];

type Net = ReturnType<typeof nlp.buildNet>;
let net: Net | null = null;

/** Compiles the net; done once, on first use. */
export function prepareNet(): void {
  prepare();
  net ??= nlp.buildNet(SIGNS.map((s) => ({ match: s.match, name: s.name })) as never);
}

export interface Grammar {
  tokens: Token[];
  signs: Set<string>;
}

/** Words and grammar signs of a sentence. */
export function analyse(text: string): Grammar {
  prepareNet();
  const doc = nlp(text);
  const { found } = doc.sweep(net!, { tagger: false });
  const signs = new Set<string>();
  for (const hit of found as { name?: string }[]) if (hit.name) signs.add(hit.name);
  return { tokens: parse(doc), signs };
}

/** Words of a sentence with their dictionary forms: dearer, so only for sentences that are claims. */
export function withRoots(text: string): Token[] {
  prepareNet();
  return parse(nlp(text), true);
}
