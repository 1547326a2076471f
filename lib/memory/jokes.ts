/** What sorts of joke there are, in the words of the options. */
import { type PlainKey, t } from '../locale';

type Named<K> = K extends `joke_${infer Mechanism}` ? Mechanism : never;

/** Those with a name for the reader. */
const NAMED_JOKES: readonly Named<PlainKey>[] = [
  'plain_translation',
  'literalise',
  'number_inversion',
  'arithmetic',
  'price_vs_cost',
  'mock_award',
  'mock_law',
  'accountability_downhill',
  'knife_list',
  'fictional_source',
  'self_own',
  'mock_praise',
  'footnote',
  'job_ad',
  'always_meant',
  'time_jump',
  'hedge',
  'false_analogy',
  'missing_object',
  'form_parody',
  'role_reversal',
  'understatement',
  'echo_history',
  'running_gag',
  'reader_aside',
  'headline_unspin',
  'category_demotion',
  'dialogue',
  'mock_lede',
];

/** What a sort of joke is called; one that has no name here is called by its own. */
export function jokeName(mechanism: string): string {
  const named = NAMED_JOKES.find((one) => one === mechanism);
  return named ? t(`joke_${named}`) : mechanism.replaceAll('_', ' ');
}
