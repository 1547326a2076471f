import type { Claim, Kind, Level, PageText, Reading } from '@/lib/model';
import { plain } from '../english/fold';
import { passageOf } from './claim-view';
import type { PageState } from './evaluate-condition';
import { type Facts, factsOf } from './facts';
import { type Filled, fill } from './fill';
import { hash } from './hash';
import { allowedAtEyebrow, lowest, STOPS, type Stop } from './levels';
import { type Score, type Seen, scoreOf, sumOf } from './score';
import type { Sensitivity } from './sensitive-topics';
import { topicsOf } from './topics';
import type { Line } from './types';

/** What the reader has seen and chosen, with the defaults applied. */
export interface Taste {
  seen: Seen;
  /** Frames that stand in another story of the page, by level. */
  taken: ReadonlyMap<Level, ReadonlySet<string>>;
  muted: ReadonlySet<string>;
  kindsOff: ReadonlySet<Kind>;
  year: number | null;
}

/** A line that could stand beside a claim, with its worth for the page plan. */
export interface Candidate extends Filled {
  claim: number;
  /** Reading position: words of page text before the claim. */
  at: number;
  score: number;
  /** What the score is made of. */
  terms: Score;
  /** First two words, which neighbors must not share. */
  opening: string;
  /** The buzzword and the hedge of the claim that the line answers; one word is answered once a page. */
  answers: readonly string[];
}

/** One claim made ready for choosing. */
export interface Subject {
  index: number;
  facts: Facts;
  state: PageState;
  at: number;
  /** No joke belongs here, or the reader wants none of this kind. */
  silenced: boolean;
  /** Health and education: only what Raised Eyebrow allows, at every level. */
  gentle: boolean;
  /** How much the claim itself deserves a note. */
  worth: number;
}

/** Lines kept for each claim when the page is planned. */
const KEPT = 12;

const countWords = (text: string): number => (text.match(/\S+/g) ?? []).length;

/** Makes all claims of a page ready: facts, counters, position, silence. */
export function subjectsOf(page: PageText, reading: Reading, sensitivity: Sensitivity, taste: Taste): Subject[] {
  const before = new Map<number, number>();
  let words = 0;
  for (const passage of page.passages) {
    before.set(passage.index, words);
    words += countWords(passage.text);
  }
  const all = reading.claims.map((claim) => factsOf(page, claim, taste.year));
  const order = all.map((_, i) => i).sort((a, b) => byPlace(reading.claims[a], reading.claims[b]));
  let jar = 0;
  const care = careOf(page, all);
  const subjects: Subject[] = [];
  for (const index of order) {
    const facts = all[index];
    if (!facts) continue;
    const { claim } = facts;
    jar += facts.buzzwords.length;
    const passage = passageOf(page, claim);
    subjects.push({
      index,
      facts,
      state: { jar },
      at: (before.get(claim.passage) ?? 0) + countWords((passage?.text ?? '').slice(0, claim.span.start)),
      silenced: sensitivity.of(claim) !== null || taste.kindsOff.has(claim.kind),
      gentle: care || facts.topics.has('health') || facts.topics.has('education'),
      worth: worthOf(claim),
    });
  }
  return subjects;
}

/** Whether the page as a whole is about health or education: its headline, or two claims in five. */
function careOf(page: PageText, all: readonly Facts[]): boolean {
  const about = (topics: ReadonlySet<string>) => topics.has('health') || topics.has('education');
  const top = [page.title, ...page.passages.filter((p) => p.role === 'headline').map((p) => p.text)];
  if (top.some((text) => about(topicsOf(plain(text))))) return true;
  return all.length >= 3 && all.filter((f) => about(f.topics)).length >= 0.4 * all.length;
}

function byPlace(a: Claim | undefined, b: Claim | undefined): number {
  if (!a || !b) return 0;
  return a.passage - b.passage || a.span.start - b.span.start;
}

/** Hot wording and a sure reading earn a note; a claim that shows its method and stays calm earns silence. */
function worthOf(claim: Claim): number {
  let worth = claim.hype.score / 20 + claim.confidence * 2;
  if (claim.evidence === 'method') worth -= 2;
  if (claim.polarity === 'mixed') worth -= 2;
  if (claim.voice === 'reported-distanced') worth -= 1;
  return worth;
}

/** Whether the line could stand at this stop at all, whatever the claim. */
export function admitted(line: Line, stop: Stop, taste: Taste): boolean {
  if (line.section === 'headline' || line.section === 'endnote') return false;
  if (!stop.admits.includes(lowest(line))) return false;
  return !taste.muted.has(line.mechanism) && !taste.taken.get(stop.level)?.has(line.frame);
}

/** Whether the claim's kind is enough to call a line that nothing else ties to it; one for any kind may stand where the stop has room for it. */
function answersKind(line: Line, { kind, claim }: Facts, stop: Stop): boolean {
  return line.section === kind ? claim.kindSure : line.section === 'any' && stop.unanchored > 0;
}

/** Sections from which a margin note for any kind may come. */
const COMMON = ['buzzword', 'hedge', 'any'];
const shelved = new WeakMap<readonly Line[], ReadonlyMap<string, readonly Line[]>>();

/** Lines by section, sorted once for each list of lines. */
function shelves(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  let map = shelved.get(lines);
  if (!map) {
    const made = new Map<string, Line[]>();
    for (const line of lines) {
      const shelf = made.get(line.section);
      if (shelf) shelf.push(line);
      else made.set(line.section, [line]);
    }
    map = made;
    shelved.set(lines, map);
  }
  return map;
}

/** All lines that fit one claim at any level, filled once. */
export function fillsFor(subject: Subject, lines: readonly Line[]): Filled[] {
  const { facts, state } = subject;
  const out: Filled[] = [];
  const sections = new Set<string>([facts.kind, ...(facts.claim.second ? [facts.claim.second] : []), ...COMMON]);
  const near = [...sections].flatMap((section) => shelves(lines).get(section) ?? []);
  for (const line of near) {
    if (subject.gentle && !allowedAtEyebrow(line)) continue;
    const filled = fill(line, facts, state, STOPS.onion.longest, hash(`${line.id}${facts.claim.quote}`));
    if (filled) out.push(filled);
  }
  return out;
}

/** Whether a line, filled for a claim, may stand beside it at a stop. */
function mayStand({ line, text }: Filled, { facts }: Subject, stop: Stop, taste: Taste): boolean {
  if (text.length > stop.longest || !admitted(line, stop, taste)) return false;
  return !line.unanchored || answersKind(line, facts, stop);
}

/** Whether a claim has no line that may be asked for at a stop, whatever stands in other stories of the page. */
export function hasNoLine(subject: Subject, fills: readonly Filled[], stop: Stop, taste: Taste): boolean {
  const here: Taste = { ...taste, taken: new Map() };
  return !fills.some((filled) => mayStand(filled, subject, stop, here));
}

/**
 * Those of a claim's fills that a stop allows, best first.
 * @param lower lines that stand beside this claim at a lower stop: they are not new at this one
 */
export function candidatesFor(
  subject: Subject,
  fills: readonly Filled[],
  stop: Stop,
  taste: Taste,
  lower: readonly Line[] = [],
): Candidate[] {
  const out: Candidate[] = [];
  const frames = new Set(lower.map((line) => line.frame));
  for (const filled of fills) {
    if (!mayStand(filled, subject, stop, taste)) continue;
    const { text, why } = filled;
    const terms = scoreOf(filled, subject.facts.claim.second, stop, taste.seen, frames);
    out.push({
      ...filled,
      claim: subject.index,
      at: subject.at,
      score: sumOf(terms),
      terms,
      opening: plain(text)
        .replace(/[^\p{L}\p{N}\s]/gu, '')
        .trim()
        .split(/\s+/, 2)
        .join(' '),
      answers: why.flatMap((one) => (one.because === 'buzzword' || one.because === 'hedge' ? [one.word] : [])),
    });
  }
  return out.sort((a, b) => b.score - a.score || (a.line.id < b.line.id ? -1 : 1));
}

/** The best few for the page plan, no frame twice. */
export function shortList(all: readonly Candidate[]): Candidate[] {
  const frames = new Set<string>();
  const kept: Candidate[] = [];
  for (const candidate of all) {
    if (frames.has(candidate.line.frame)) continue;
    frames.add(candidate.line.frame);
    kept.push(candidate);
    if (kept.length >= KEPT) break;
  }
  return kept;
}
