/** The words in which settings, kinds and states are shown to the reader, in one place so that every screen agrees. */
import type { PageState } from '../messages';
import type { HypeBand, Kind, Level } from '../model';
import type { Settings } from './settings';
import type { SettingsFound } from './store';

export const LEVEL_WORDS: Record<Level, { name: string; promise: string }> = {
  straight: { name: 'Straight Face', promise: 'Just underline the claims.' },
  eyebrow: { name: 'Raised Eyebrow', promise: 'Dry translations and sums. Safe at work.' },
  roast: { name: 'Slow Roast', promise: 'The above, with opinions.' },
  onion: { name: 'Full Onion', promise: 'Fake awards, houseplants, a new headline. Will make you cry.' },
};

export const KIND_WORDS: Record<Kind, string> = {
  'strategy-reversal': 'Walk-back as a plan',
  'workforce-reduction': 'Job cuts credited to AI',
  'labour-equivalence': 'Work counted in people',
  'benchmark-performance': 'Test score',
  'human-parity': 'As good as a person',
  'accuracy-reliability': 'How right it is',
  'productivity-gain': 'Time saved',
  'pricing-access': 'Price as generosity',
  'business-impact': 'Money made or saved',
  'adoption-scale': 'How many use it',
  'societal-benefit': 'Good of the public',
  'ai-washed-product': 'Ordinary thing, now with AI',
  'privacy-assurance': 'What happens to your data',
  'human-oversight': 'People check it',
  'agentic-autonomy': 'Acts on its own',
  'augmentation-reassurance': 'Helps, not replaces',
  'safety-responsibility': 'Safe and responsible',
  'funding-partnership': 'Money or alliance as proof',
  'future-promise': 'What it will do',
  'sweeping-transformation': 'Changes everything',
  'capability-superlative': 'First, best, most',
};

export const BAND_WORDS: Record<HypeBand, string> = {
  plain: 'plain',
  warm: 'warm',
  frothy: 'frothy',
  heady: 'heady',
  stratospheric: 'stratospheric',
};

/** One plain sentence for each state in which a page shows no notes. */
export const STATE_WORDS: Record<PageState, string> = {
  starting: 'Peel is waking up.',
  reading: 'Reading the page.',
  annotated: '',
  'no-claims': 'No corporate AI claim found here. Silence is a finding, too.',
  'no-article': 'There is no article here for Peel to read.',
  'not-english': 'Peel reads English only, and this page is in another language.',
  'site-off': 'You switched Peel off on this site.',
  'all-off': 'You switched Peel off everywhere.',
  'sat-out': 'You asked Peel to sit this page out.',
  failed: 'Peel could not read this page.',
};

const FIELD_WORDS: Record<keyof Settings, string> = {
  level: 'the dial',
  enabled: 'the main switch',
  sitesOff: 'the sites you switched off',
  kindsOff: 'the kinds of claim',
  side: 'the side on which notes stand',
  badge: 'the count on the toolbar button',
  print: 'whether notes are printed',
};

/** One plain sentence or two on settings that could not be read, or not all of them; empty where all is well. */
export function troubleWords({ readable, damaged }: Omit<SettingsFound, 'settings'>): string {
  if (!readable) return 'The browser does not show Peel your settings. Peel stays off until it does.';
  if (damaged.length === 0) return '';
  const names = new Intl.ListFormat('en-GB').format(damaged.map((field) => FIELD_WORDS[field]));
  return `Part of your settings was damaged and is back at the default: ${names}. Nothing else is lost.`;
}
