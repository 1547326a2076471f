/** The words in which settings, kinds and states are shown to the reader, in one place so that every screen agrees. */
import type { PageState } from '../messages';
import type { Claim, Density, Family, Group, HypeBand, Kind, Level } from '../model';
import type { Settings } from './settings';
import type { SettingsFound } from './store';

export const LEVEL_WORDS: Record<Level, { name: string; promise: string }> = {
  straight: { name: 'Straight Face', promise: 'Underlines only. No jokes.' },
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
  launch: 'Launch',
  'money-in': 'Money raised',
  'money-out': 'Money spent',
  deal: 'Deal',
  people: 'Hiring and leaving',
  cuts: 'Job cuts',
  mandate: 'Made to use it',
  terms: 'Price and terms',
  setback: 'Setback',
  rules: 'Courts and rules',
  forecast: 'Forecast',
  figure: 'Figure of its own',
};

/** What a mark is about, named where its kind is in doubt. */
export const GROUP_WORDS: Record<Group, string> = {
  work: 'Something about work',
  power: 'Something about what it can do',
  money: 'Something about money',
  safety: 'Something about safety',
  future: 'Something about the future',
  news: 'Something a company did',
};

/** What a mark is, in a few words: its kind, or where that is in doubt what it is about. */
export function markName({ kind, kindSure, group }: Pick<Claim, 'kind' | 'kindSure' | 'group'>): string {
  return kindSure ? KIND_WORDS[kind] : GROUP_WORDS[group];
}

/** "1 claim", "6 announcements". */
export function counted(count: number, family: Family): string {
  return `${count} ${family}${count === 1 ? '' : 's'}`;
}

export const GRADE_WORDS: Record<Claim['grade'], string> = {
  2: 'major: a note is expected',
  1: 'minor: a note is welcome',
};

/** How sure the reader is of a mark, in a word or two. */
export function sureWords(confidence: number): string {
  return confidence >= 0.85 ? 'very sure' : confidence >= 0.65 ? 'fairly sure' : 'leaning';
}

export const DENSITY_WORDS: Record<Density, { name: string; promise: string }> = {
  fewer: { name: 'Fewer', promise: 'Only the clearest sentences, and few of them.' },
  normal: { name: 'Normal', promise: 'The clear sentences and the better of the others.' },
  all: { name: 'All', promise: 'Every sentence that can fairly be marked.' },
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
  'no-claims': 'Peel found no claim and no announcement about AI here.',
  'no-article': 'There is no article here for Peel to read.',
  'not-english': 'Peel reads English only, and this page is in another language.',
  'site-off': 'You switched Peel off on this site.',
  'all-off': 'You switched Peel off everywhere.',
  'sat-out': 'You asked Peel to sit this page out.',
  withdrawn: 'Peel may no longer read this site, so its notes are gone.',
  failed: 'Peel could not read this page.',
};

/** What each choice is called in a sentence. */
export const FIELD_WORDS: Record<keyof Settings, string> = {
  level: 'the dial',
  density: 'how much to mark',
  enabled: 'the main switch',
  sitesOff: 'the sites you switched off',
  siteLevels: 'the sites with a dial of their own',
  kindsOff: 'the kinds you switched off',
  side: 'the side on which notes stand',
  badge: 'the count on the toolbar button',
  print: 'whether notes are printed',
  theme: 'the colours of Peel’s own pages',
  motion: 'whether things move',
  spared: 'the phrases to leave alone',
  packs: 'your packs of jokes',
  packsOff: 'the packs you switched off',
};

/** One plain sentence or two on settings that could not be read, or not all of them; empty where all is well. */
export function troubleWords({ readable, damaged }: Omit<SettingsFound, 'settings'>): string {
  if (!readable) return 'The browser does not show Peel your settings. Peel stays off until it does.';
  if (damaged.length === 0) return '';
  const names = new Intl.ListFormat('en-GB').format(damaged.map((field) => FIELD_WORDS[field]));
  return `Part of your settings was damaged and is back at the default: ${names}. Nothing else is lost.`;
}
