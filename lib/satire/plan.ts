import type { Candidate } from './candidates';
import { ONCE, type Stop } from './levels';
import { plain } from './match';

/** Fewest points a note must bring: silence reads as judgment. */
const THRESHOLD = 4;
/** No shape may be more than about a quarter of a page's notes. */
const SHAPE_SHARE = 0.3;

/**
 * Chooses the best set of notes for a page under a stop's caps: greedily, then by swaps while the whole improves.
 * @param options the short list of every claim; `worth` what each claim itself deserves, by its index
 * @returns the notes in reading order
 */
export function plan(
  options: readonly (readonly Candidate[])[],
  worth: ReadonlyMap<number, number>,
  stop: Stop,
): Candidate[] {
  const all = options.flat();
  let chosen: Candidate[] = [];
  let best = 0;
  const value = (set: readonly Candidate[]): number =>
    feasible(set, stop) ? total(set, worth) : Number.NEGATIVE_INFINITY;
  for (let round = 0; round < 60; round++) {
    let found: Candidate[] | null = null;
    let foundValue = best + 1e-9;
    const consider = (set: Candidate[]) => {
      const v = value(set);
      if (v > foundValue) {
        found = set;
        foundValue = v;
      }
    };
    for (const candidate of all) {
      if (chosen.includes(candidate)) continue;
      const others = chosen.filter((c) => c.claim !== candidate.claim);
      consider(inOrder([...others, candidate]));
      // A claim crowded out by its neighbor may be the better one.
      const near = others.filter((c) => Math.abs(c.at - candidate.at) < stop.apart);
      if (near.length > 0) consider(inOrder([...others.filter((c) => !near.includes(c)), candidate]));
      else if (others.length >= stop.notes)
        for (const out of others) consider(inOrder([...others.filter((c) => c !== out), candidate]));
    }
    for (const out of chosen) consider(chosen.filter((c) => c !== out));
    if (!found) break;
    chosen = found;
    best = foundValue;
  }
  return chosen;
}

const inOrder = (set: Candidate[]): Candidate[] => set.sort((a, b) => a.at - b.at || a.claim - b.claim);

const opening = (text: string): string =>
  plain(text)
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .join(' ');

/** The word a buzzword or hedge line answers, so that one word is answered once a page. */
const answered = (c: Candidate): string =>
  c.line.conditions
    .flatMap((k) => (k.test === 'is' && (k.slot === 'buzz' || k.slot === 'hedge') ? k.words : []))
    .join('|');

/** Whether a set, in reading order, keeps every rule of the stop. */
export function feasible(set: readonly Candidate[], stop: Stop): boolean {
  if (set.length > stop.notes) return false;
  const frames = new Set<string>();
  const words = new Set<string>();
  const mechanisms = new Map<string, number>();
  let speakers = 0;
  let unanchored = 0;
  let callbacks = 0;
  for (let i = 0; i < set.length; i++) {
    const c = set[i];
    if (!c) continue;
    const before = set[i - 1];
    if (before && (c.at - before.at < stop.apart || opening(c.text) === opening(before.text))) return false;
    if (frames.has(c.line.frame)) return false;
    frames.add(c.line.frame);
    const word = answered(c);
    if (word && words.has(word)) return false;
    words.add(word);
    const { mechanism } = c.line;
    if (mechanism === 'running_gag') callbacks++;
    else mechanisms.set(mechanism, (mechanisms.get(mechanism) ?? 0) + 1);
    if (c.line.shape === 'quote') speakers++;
    if (c.line.unanchored) unanchored++;
  }
  for (const [mechanism, count] of mechanisms) {
    const cap = ONCE.has(mechanism) ? 1 : mechanism === 'plain_translation' ? stop.translations : stop.perMechanism;
    if (count > cap) return false;
  }
  // Two a page at most, and one for every five notes, the first of them free.
  if (speakers > Math.min(stop.speakers, Math.max(1, Math.ceil(set.length / stop.notesPerSpeaker)))) return false;
  return unanchored <= stop.unanchored && callbacks <= stop.callbacks;
}

/** What a feasible set is worth: its notes, their claims, and the rhythm of the page. */
function total(set: readonly Candidate[], worth: ReadonlyMap<number, number>): number {
  let sum = 0;
  const shapes = new Map<string, number>();
  const mechanisms = new Map<string, number>();
  set.forEach((c, i) => {
    sum += c.score + (worth.get(c.claim) ?? 0) - THRESHOLD;
    const { shape, mechanism } = c.line;
    const before = set[i - 1];
    if (before?.line.shape === shape) sum -= 3;
    const met = mechanisms.get(mechanism) ?? 0;
    sum -= 3 * met;
    mechanisms.set(mechanism, met + 1);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  });
  for (const count of shapes.values())
    sum -= 2 * Math.max(0, count - Math.max(1, Math.round(SHAPE_SHARE * set.length)));
  const [first] = set;
  const last = set[set.length - 1];
  if (!first || !last) return sum;
  // The first note teaches the voice: short and dry.
  if (first.text.length < 90 && !['document', 'list', 'quote', 'lede', 'ad'].includes(first.line.shape)) sum += 3;
  if (set.length > 1) {
    sum += 0.25 * last.fit;
    if (last.line.mechanism === 'plain_translation') sum -= 5;
    if (last.line.mechanism === 'running_gag') sum += 1;
  }
  if (set.length >= 4) {
    const longest = set.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    const place = set.indexOf(longest) / (set.length - 1);
    if (place >= 0.5 && place <= 0.85) sum += 1.5;
  }
  return sum;
}
