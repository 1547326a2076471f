import type { Level } from '@/lib/model';
import type { JokeLevel, Line } from './types';

/** What one stop of the dial allows. Words and characters are of the page's text and the filled line. */
export interface Stop {
  level: JokeLevel;
  /** Lines written for these levels may appear. */
  admits: readonly JokeLevel[];
  /** Share of the claims that get a note, on a page with up to `FEW` of them. */
  share: number;
  /**
   * Least points for fit and rating of a line that is shown unasked. Of notes chosen for unseen sentences judges found the lowest fifth by points a third
   * of a point of five less to the point than the rest, and less funny; so many are left away as leaves a note on at least 50, 75 and 90 of 100 claims of
   * pages with a dozen or fewer, counted on documents that nobody writes for.
   */
  weakest: number;
  /** Fewest words of page text between two notes. */
  apart: number;
  /** Characters of the longest note. */
  longest: number;
  /** Share of a page's notes that one mechanism may have, and in any case two. */
  perMechanism: number;
  /** Fictional speakers on a page, and the notes it takes to earn one. */
  speakers: number;
  notesPerSpeaker: number;
  /** Lines for any kind that nothing ties to their claim. */
  unanchored: number;
  callbacks: number;
}

/** Up to here nearly every claim is answered; of what a page has beyond, every other one: the best of each stretch. */
export const FEW = 12;

/**
 * Most notes on a page.
 * @param claims those on which jokes are welcome
 */
export function mostNotes(stop: Stop, claims: number): number {
  return Math.ceil(stop.share * (Math.min(claims, FEW) + Math.max(0, claims - FEW) / 2));
}

/** A third of a page's notes, and in any case one, may answer nothing but the kind of their claim. */
const KIND_SHARE = 1 / 3;

/** Most notes of a page that answer nothing but the kind of their claim. */
export function mostOfKindAlone(notes: number): number {
  return Math.max(1, Math.round(KIND_SHARE * notes));
}

/** Most notes of one mechanism on a page with room for so many notes. */
export function mostOfOne(stop: Stop, notes: number): number {
  return Math.max(2, Math.round(stop.perMechanism * notes));
}

export const STOPS: Record<JokeLevel, Stop> = {
  eyebrow: {
    level: 'eyebrow',
    admits: ['eyebrow'],
    share: 0.6,
    weakest: -14,
    apart: 28,
    longest: 140,
    perMechanism: 0.3,
    speakers: 0,
    notesPerSpeaker: 5,
    unanchored: 0,
    callbacks: 0,
  },
  roast: {
    level: 'roast',
    admits: ['eyebrow', 'roast'],
    share: 0.85,
    weakest: -3,
    apart: 8,
    longest: 200,
    perMechanism: 0.2,
    speakers: 0,
    notesPerSpeaker: 5,
    unanchored: 1,
    callbacks: 1,
  },
  onion: {
    level: 'onion',
    admits: ['eyebrow', 'roast', 'onion'],
    share: 1,
    weakest: -20,
    apart: 0,
    longest: 240,
    perMechanism: 0.15,
    speakers: 2,
    notesPerSpeaker: 5,
    unanchored: 1,
    callbacks: 3,
  },
};

/** The level of a line that is asked for on a card: a dry one where the dial shows none, for whoever asks there has not asked for more. */
export const askedAt = (level: Level): JokeLevel => (level === 'straight' ? 'eyebrow' : level);

/** Mechanisms that state only what is in the claim, computed from it, or trivially true. */
const EYEBROW = new Set([
  'plain_translation',
  'number_inversion',
  'arithmetic',
  'hedge',
  'missing_object',
  'understatement',
  'false_analogy',
]);
/** Allowed there too, if the line has two sentences at most. */
const EYEBROW_SHORT = new Set(['literalise', 'category_demotion']);
/** What Slow Roast adds: opinions and exaggeration, nothing invented. */
const ROAST = new Set([
  ...EYEBROW,
  ...EYEBROW_SHORT,
  'dialogue',
  'self_own',
  'role_reversal',
  'price_vs_cost',
  'accountability_downhill',
  'always_meant',
  'mock_praise',
  'echo_history',
  'footnote',
  'time_jump',
  'running_gag',
]);
/** One of each at most on a page, and at Full Onion only. */
export const ONCE = new Set(['mock_lede', 'mock_award', 'mock_law', 'knife_list', 'job_ad']);

/** The lowest level at which a line may appear: its writer's word, or higher if its mechanism demands it. */
export function lowest(line: Line): JokeLevel {
  const asked = line.level;
  if (asked === 'onion') return 'onion';
  if (asked === 'eyebrow' && allowedAtEyebrow(line)) return 'eyebrow';
  if (!ROAST.has(line.mechanism)) return 'onion';
  // A dated look into the future is an invented scene.
  if (line.mechanism === 'time_jump' && line.texts.some((t) => /\{year\||\{deadline_year\||\b(?:19|20)\d\d\b/.test(t)))
    return 'onion';
  return 'roast';
}

/** Whether a line may stand at Raised Eyebrow; the only lines beside claims about health and education. */
export function allowedAtEyebrow(line: Line): boolean {
  if (line.level !== 'eyebrow' || line.shape === 'quote' || line.shape === 'list' || line.shape === 'dialogue')
    return false;
  if (EYEBROW.has(line.mechanism)) return true;
  return EYEBROW_SHORT.has(line.mechanism) && line.texts.every((t) => (t.match(/[.!?](?=\s|$|”)/g) ?? []).length <= 2);
}
