import type { Candidate } from './candidates';
import { FEW, mostNotes, mostOfKindAlone, mostOfOne, ONCE, type Stop } from './levels';

/** What it is worth that a claim is answered at all: rating and rhythm decide which line stands beside it, not whether one does. */
const ANSWERED = 33;
/** Claims looked at and rounds of swaps, which bound the work on the longest page. */
const MOST_CLAIMS = 40;
const ROUNDS = 3;
/** On a page with more claims than get notes, a stretch of this share of the page between two notes has one. */
const STRETCH = 0.45;
/**
 * What it costs that two neighbors share a shape, that two notes share a mechanism, that the last note only translates: a little. What a claim loses by
 * it readers notice sooner: beside 48 notes that stood there for variety’s sake they preferred the claim’s best line in 65 of 100 choices. Two fifths of a point of rating;
 * with less, one mechanism takes more than a sixth of what a reader meets at Full Onion.
 */
const APART = 6;
/** What it costs that a note speaks of the cake of which another note of the page has spoken. */
const SAME_IMAGE = 6;
/** What a short dry note is worth in the first place. */
const FIRST = 4;
/** No shape may be more than about a quarter of a page's notes; what each note above that costs. */
const SHAPE_SHARE = 0.25;
const CROWDED = 6;

/** The part of a page's plan that the reader may see already. */
export interface Begun {
  notes: readonly Candidate[];
  claims: number;
}

/**
 * Chooses the best set of notes for a page under a stop's caps: greedily, then by swaps while the whole improves.
 * @param options the short list of every claim; `worth` what each claim itself deserves, by its index
 * @param begun what is settled: the notes beside the first so many claims, in reading order. The others are chosen to suit them
 * @returns the notes in reading order
 */
export function planPage(
  options: readonly (readonly Candidate[])[],
  worth: ReadonlyMap<number, number>,
  stop: Stop,
  begun: Begun = { notes: [], claims: 0 },
): Candidate[] {
  const worthOf = ({ claim }: Candidate): number => worth.get(claim) ?? 0;
  const promise = ([first]: readonly Candidate[]): number => (first ? first.score + worthOf(first) : 0);
  const lists = options
    .filter((list) => list.length > 0)
    .sort((a, b) => promise(b) - promise(a))
    .slice(0, MOST_CLAIMS);
  const value = (c: Candidate): number => c.score + worthOf(c);
  // Sum against sum: a worth added to one side and taken off again leaves a rest that engines sort by, each in its way.
  const all = lists
    .flat()
    .filter(({ claim }) => claim >= begun.claims)
    .sort((a, b) => value(b) - value(a) || (a.line.id < b.line.id ? -1 : 1));
  const room = roomOf(lists, stop);
  const stands = new Set(begun.notes);
  let chosen: Candidate[] = [...begun.notes];
  let best = total(chosen, worth);
  const accept = (set: Candidate[]): boolean => {
    if (!feasible(set, stop, room, stands)) return false;
    const sum = total(set, worth);
    if (sum <= best + 1e-9) return false;
    chosen = set;
    best = sum;
    return true;
  };
  for (const candidate of all) if (!chosen.some((c) => c.claim === candidate.claim)) accept(placed(chosen, candidate));
  for (let round = 0; round < ROUNDS; round++) {
    let better = false;
    for (const candidate of all) {
      if (chosen.includes(candidate)) continue;
      const others = chosen.filter((c) => c.claim !== candidate.claim);
      if (leftBy(others, candidate, room, stands).some((rest) => accept(placed(rest, candidate)))) better = true;
    }
    for (const out of [...chosen]) if (!stands.has(out) && accept(chosen.filter((c) => c !== out))) better = true;
    if (!better) break;
  }
  return chosen;
}

/**
 * What a set may be cut down to, the least first, so that a candidate finds room in it: nothing is taken out, or all that stands
 * too near (a claim crowded out by its neighbors may be the better one), or on a page that is full one note after the other.
 */
function leftBy(
  set: readonly Candidate[],
  candidate: Candidate,
  room: Room,
  stands: ReadonlySet<Candidate>,
): (readonly Candidate[])[] {
  const far = set.filter((c) => stands.has(c) || Math.abs(c.at - candidate.at) >= room.apart);
  if (far.length < set.length) return [set, far];
  if (set.length < room.notes) return [set];
  return [set, ...set.filter((c) => !stands.has(c)).map((out) => set.filter((c) => c !== out))];
}

/** A set in reading order with one more note in its place. */
function placed(set: readonly Candidate[], extra: Candidate): Candidate[] {
  const at = set.findIndex((c) => c.at > extra.at || (c.at === extra.at && c.claim > extra.claim));
  return at < 0 ? [...set, extra] : [...set.slice(0, at), extra, ...set.slice(at)];
}

/** How many notes a page has room for, and how many words between them. */
export interface Room {
  notes: number;
  apart: number;
}

/** On a page of many claims the best of each stretch get the notes, so that no part of it stays silent. */
function roomOf(lists: readonly (readonly Candidate[])[], stop: Stop): Room {
  const notes = mostNotes(stop, lists.length);
  if (lists.length <= FEW) return { notes, apart: stop.apart };
  const at = lists.map(([first]) => first?.at ?? 0);
  const words = Math.max(...at) - Math.min(...at);
  return { notes, apart: Math.max(stop.apart, Math.floor((STRETCH * words) / notes)) };
}

/** Whether a set, in reading order, keeps every rule of the stop. Two that stand already may be nearer than a longer page asks for. */
function feasible(set: readonly Candidate[], stop: Stop, room: Room, stands: ReadonlySet<Candidate>): boolean {
  if (set.length > room.notes) return false;
  const frames = new Set<string>();
  const words = new Set<string>();
  const mechanisms = new Map<string, number>();
  let speakers = 0;
  let unanchored = 0;
  let kindAlone = 0;
  let callbacks = 0;
  for (let i = 0; i < set.length; i++) {
    const c = set[i];
    if (!c) continue;
    const before = set[i - 1];
    const isNew = before && !(stands.has(before) && stands.has(c));
    if (isNew && (c.at - before.at < room.apart || c.opening === before.opening)) return false;
    if (frames.has(c.line.frame)) return false;
    frames.add(c.line.frame);
    if (c.answers.some((word) => words.has(word))) return false;
    for (const word of c.answers) words.add(word);
    const { mechanism } = c.line;
    if (mechanism === 'running_gag') callbacks++;
    else mechanisms.set(mechanism, (mechanisms.get(mechanism) ?? 0) + 1);
    if (c.line.shape === 'quote') speakers++;
    if (c.line.unanchored && c.line.section === 'any') unanchored++;
    else if (c.line.unanchored) kindAlone++;
  }
  for (const [mechanism, count] of mechanisms) {
    const cap = ONCE.has(mechanism) ? 1 : mostOfOne(stop, room.notes);
    if (count > cap) return false;
  }
  // Two a page at most, and one for every five notes, the first of them free.
  if (speakers > Math.min(stop.speakers, Math.max(1, Math.ceil(set.length / stop.notesPerSpeaker)))) return false;
  return unanchored <= stop.unanchored && kindAlone <= mostOfKindAlone(room.notes) && callbacks <= stop.callbacks;
}

/** What a feasible set is worth: its notes, their claims, and the rhythm of the page. */
function total(set: readonly Candidate[], worth: ReadonlyMap<number, number>): number {
  let sum = 0;
  const shapes = new Map<string, number>();
  const mechanisms = new Map<string, number>();
  const images = new Set<string>();
  set.forEach((c, i) => {
    sum += c.score + (worth.get(c.claim) ?? 0) + ANSWERED;
    const { shape, mechanism } = c.line;
    const before = set[i - 1];
    if (before?.line.shape === shape) sum -= APART;
    const met = mechanisms.get(mechanism) ?? 0;
    sum -= APART * met;
    mechanisms.set(mechanism, met + 1);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    if (c.images.some((word) => images.has(word))) sum -= SAME_IMAGE;
    for (const word of c.images) images.add(word);
  });
  for (const count of shapes.values())
    sum -= CROWDED * Math.max(0, count - Math.max(1, Math.round(SHAPE_SHARE * set.length)));
  const [first] = set;
  const last = set[set.length - 1];
  if (!first || !last) return sum;
  // The first note teaches the voice: short and dry.
  if (first.text.length < 90 && !['document', 'list', 'quote', 'lede', 'ad'].includes(first.line.shape)) sum += FIRST;
  if (set.length > 1) {
    sum += 0.25 * last.fit;
    if (last.line.mechanism === 'plain_translation') sum -= APART;
    if (last.line.mechanism === 'running_gag') sum += 2;
  }
  if (set.length >= 4) {
    const longest = set.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    const place = set.indexOf(longest) / (set.length - 1);
    if (place >= 0.5 && place <= 0.85) sum += 3;
  }
  return sum;
}
