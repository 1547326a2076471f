/** Words that the reading of a sentence goes by: closed lists, because a guessed part of speech makes a wrong joke. */

import { basesOfIng, basesOfS } from '../../english/verbs';
import { anyOf, wordSet } from '../../english/word-list';

/** Bare verbs of announcements. Left out: verbs that are nouns as often ("power", "design", "support", "access", "focus", "work"). */
const VERBS = wordSet(
  'accelerate accomplish achieve act amplify adapt address adopt advance analyze analyse anticipate apply assess',
  'attract augment automate avoid become boost brainstorm bring build capture choose close code collaborate',
  'collect communicate compare complete compose compete configure connect convert create customize debug decide',
  'defend define deliver deploy detect develop diagnose discover draft drive earn edit eliminate empower enable',
  'engage enhance enrich ensure evaluate evolve execute expand explain explore express extract extend find fix',
  'foster gain generate get give grow guide handle help identify illustrate imagine implement improve increase',
  'innovate integrate interact investigate iterate keep launch lead learn let leverage locate maintain make',
  'manage maximize meet minimize modernize monitor navigate observe offer operate optimize orchestrate organize',
  'overcome perform personalize predict prepare present prevent prioritize produce protect prove provide publish',
  'pull push reach read reason reclaim redefine reduce refine reimagine remove render replace reshape resolve',
  'respond retain reveal revolutionize run save scale secure sell serve shape share simplify solve spot',
  'strengthen stay streamline succeed summarize tackle tailor test thrive track transform translate trust turn',
  'uncover understand unify unite unleash unlock upgrade validate verify visualize win write',
);

/** Adjectives and comparatives of boasts that are found by no ending. */
const ADJECTIVES = wordSet(
  'accurate advanced affordable agile autonomous better bold bigger bright calm cheap cheaper clean clear',
  'complete creative deep deeper diverse easier easy efficient enterprise-grade fair fast faster flexible',
  'friendly greater healthier human-centered humane inclusive innovative intelligent intuitive lean lighter',
  'modern natural open personal personalized powerful precise predictable private proactive productive quick',
  'quicker rapid relevant reliable resilient responsible responsive rich richer robust safe safer scalable',
  'seamless secure simple simpler slimmer smart smarter smooth stronger sustainable tailored timely transparent',
  'trusted trustworthy trusty unified unbiased useful versatile',
);

/** Things that a list of virtues is made of. */
const NOUNS = wordSet(
  'accuracy agility art availability biology business chemistry clarity code coding commerce compliance compute',
  'consistency control convenience cost costs creativity curiosity data debugging depth design detail diversity',
  'efficiency engineering ethics expertise fairness finance flexibility freedom governance growth hardware',
  'healthcare humanity innovation insight insights integrity intelligence intuition inventory knowledge latency',
  'law learning logic logistics manufacturing marketing math mathematics medicine memory models music',
  'observability operations people performance personalization physics planning power precision pricing privacy',
  'process processes productivity products profit quality reach reasoning reliability research resilience revenue',
  'risk robotics safety sales scalability scale science security service services simplicity skills software',
  'speed stability storage strategy strength style support sustainability talent technology throughput time tools',
  'transparency trust value vision visibility waste workflows writing',
);

/** People and bodies that are helped, enabled and empowered. */
export const HELPED = anyOf(
  'analysts|brands|businesses|clients|clinicians|coders|companies|consumers|creators|customers',
  'designers|developers|doctors|employees|engineers|enterprises|everyone|firms|firefighters|founders',
  'health systems|humans|institutions|leaders|marketers|merchants|operators|organi[sz]ations|partners',
  'patients|people|physicians|professionals|programmers|researchers|retailers|scientists|sellers',
  'startups|students|teachers|teams|technologists|users|workers',
);

/** Whether a word is among the verbs that corporate talk about AI uses, in its bare form. */
export const isVerb = (word: string): boolean => VERBS.has(word.toLowerCase());

/** The same of adjectives. */
export const isAdjective = (word: string): boolean => ADJECTIVES.has(word.toLowerCase());

/** The same of nouns. */
export const isNoun = (word: string): boolean => NOUNS.has(word.toLowerCase());

/** A verb as -ing of a word that the list knows: "driving", "streamlining", "cutting". Not "thing", "marketing", "engineering". */
export const isDoing = (word: string): boolean => basesOfIng(word.toLowerCase()).some((base) => VERBS.has(base));

/** A verb of the list in the third person: "boosts", "grows", "simplifies". */
export const isVerbS = (word: string): boolean => basesOfS(word.toLowerCase()).some((base) => VERBS.has(base));
