/** What sorts of joke there are, in the words of the options. */
const JOKE_WORDS: Record<string, string> = {
  plain_translation: 'Plain translations',
  literalise: 'Figures of speech taken literally',
  number_inversion: 'Numbers turned round',
  arithmetic: 'Sums',
  price_vs_cost: 'Who pays for it',
  mock_award: 'Invented awards',
  mock_law: 'Invented laws',
  accountability_downhill: 'Who gets the blame',
  knife_list: 'Lists that end badly',
  fictional_source: 'Invented sources',
  self_own: 'Claims that tell against themselves',
  mock_praise: 'Praise that is none',
  footnote: 'Footnotes',
  job_ad: 'Job advertisements',
  always_meant: 'What was always meant',
  time_jump: 'Looks into the future',
  hedge: 'Remarks on hedges',
  false_analogy: 'Comparisons that limp',
  missing_object: 'What was left out',
  form_parody: 'Forms and documents',
  role_reversal: 'Parts exchanged',
  understatement: 'Understatements',
  echo_history: 'Echoes of earlier claims',
  running_gag: 'The running gag',
  reader_aside: 'Words to the reader',
  headline_unspin: 'Other headlines',
  category_demotion: 'Grand things called plain ones',
  dialogue: 'Dialogues',
  mock_lede: 'Invented news',
};

/** What a sort of joke is called; one that has no name here is called by its own. */
export function jokeName(mechanism: string): string {
  return Object.hasOwn(JOKE_WORDS, mechanism) ? (JOKE_WORDS[mechanism] ?? mechanism) : mechanism.replaceAll('_', ' ');
}
