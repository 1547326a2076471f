import type { Claim, Kind, PageText, Reading } from '@/lib/model';
import { type Facts, factsOf, passageOf } from './facts';
import { type Filled, fill } from './fill';
import { hash, jitter } from './hash';
import { allowedAtEyebrow, lowest, STOPS, type Stop } from './levels';
import { plain, says } from './match';
import type { PageState } from './meet';
import { rarity } from './rarity';
import type { Gate } from './room';
import { topicsOf } from './topics';
import type { Line } from './types';

/** What the reader has seen and chosen, with the defaults applied. */
export interface Taste {
  seed: string;
  recentLines: ReadonlySet<string>;
  recentFrames: ReadonlySet<string>;
  recentShapes: readonly string[];
  muted: ReadonlySet<string>;
  kindsOff: ReadonlySet<Kind>;
  gag: number;
  year: number | null;
}

/** A line that could stand beside a claim, with its worth for the page plan. */
export interface Candidate extends Filled {
  claim: number;
  /** Reading position: words of page text before the claim. */
  at: number;
  score: number;
  /** First two words, which neighbors must not share. */
  opening: string;
  /** The buzzword or hedge that the line answers, or ''; one word is answered once a page. */
  answers: string;
}

/** One claim made ready for choosing. */
export interface Subject {
  index: number;
  facts: Facts;
  state: PageState;
  at: number;
  /** Why no joke belongs here, or ''. */
  hushed: string;
  /** Health and education: only what Raised Eyebrow allows, at every level. */
  gentle: boolean;
  /** How much the claim itself deserves a note. */
  worth: number;
}

/** How far chance may carry a line past a closer one: the same claim should read differently on two sites. */
const CHANCE = 36;
/** Past this fit lines are close enough to compete by chance; only one keyed to a trade, an object or a name stays ahead. */
const ENOUGH = 10;
/** How far a line goes before one on a single word: what is said to be done first, then how it is said. */
const TIED = { fact: 7, build: 2, word: 0 };
/** What a line gains that says one of the words which make the sentence a claim, and what one loses that answers another. */
const CENTRAL = 4;
const BESIDE = { fact: 0, build: 0, word: -6 };
/** What a line on the same fact loses if it says no word of the sentence. */
const STRANGE = 8;
/** What a writer's favorite gains, and a spare one loses. */
const FAVORITE = 5;
/** Whoever brings a pack would like to see it. */
const OWN = 4;
/** Lines kept for each claim when the page is planned. */
const KEPT = 12;

const countWords = (text: string): number => (text.match(/\S+/g) ?? []).length;

/** Makes all claims of a page ready: facts, counters, position, gates. */
export function subjectsOf(page: PageText, reading: Reading, gate: Gate, taste: Taste): Subject[] {
  const before = new Map<number, number>();
  let words = 0;
  for (const passage of page.passages) {
    before.set(passage.index, words);
    words += countWords(passage.text);
  }
  const all = reading.claims.map((claim) => factsOf(page, reading, claim, taste.year));
  const order = all.map((_, i) => i).sort((a, b) => byPlace(reading.claims[a], reading.claims[b]));
  const texts = page.passages.map((p) => ({ index: p.index, text: plain(p.text) }));
  let jar = 0;
  const care = careOf(page, all);
  const subjects: Subject[] = [];
  for (const index of order) {
    const facts = all[index];
    if (!facts) continue;
    const { claim } = facts;
    jar += facts.buzzwords.length;
    const sightings = new Map(facts.buzzwords.map((word) => [word, seen(texts, plain(word), claim)] as const));
    const passage = passageOf(page, claim);
    subjects.push({
      index,
      facts,
      state: { sightings, jar, gag: taste.gag },
      at: (before.get(claim.passage) ?? 0) + countWords((passage?.text ?? '').slice(0, claim.span.start)),
      hushed: gate.claim(claim) || (taste.kindsOff.has(claim.kind) ? 'This kind of claim is switched off.' : ''),
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

/** How often a word stands in the page's text up to the end of the claim. */
function seen(texts: readonly { index: number; text: string }[], word: string, claim: Claim): number {
  let count = 0;
  for (const { index, text } of texts) {
    if (index > claim.passage) break;
    const upTo = index === claim.passage ? text.slice(0, claim.span.end) : text;
    for (let at = upTo.indexOf(word); at >= 0; at = upTo.indexOf(word, at + word.length)) {
      if (says(upTo.slice(at, at + word.length + 5), word) && !/[\p{L}\p{N}]/u.test(upTo[at - 1] ?? ' ')) count++;
    }
  }
  return count;
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
  if (stop.unanchored === 0 && line.unanchored) return false;
  if (taste.muted.has(line.mechanism) || taste.recentLines.has(line.id)) return false;
  return line.year === null || taste.year === null || line.year >= taste.year;
}

/** Sections from which a margin note for any kind may come. */
const COMMON = ['buzzword', 'hedge', 'any', 'saga'];
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
export function fillsFor(subject: Subject, lines: readonly Line[], taste: Taste): Filled[] {
  const { facts, state } = subject;
  const out: Filled[] = [];
  const sections = new Set<string>([facts.kind, ...(facts.claim.second ? [facts.claim.second] : []), ...COMMON]);
  const near = [...sections].flatMap((section) => shelves(lines).get(section) ?? []);
  for (const line of near) {
    if (subject.gentle && !allowedAtEyebrow(line)) continue;
    const filled = fill(line, facts, state, STOPS.onion.longest, hash(`${taste.seed}${line.id}${facts.claim.quote}`));
    if (filled) out.push(filled);
  }
  return out;
}

/** Those of a claim's fills that a stop allows, best first; `lines` are all in use, of which the fills are some. */
export function candidatesFor(
  subject: Subject,
  fills: readonly Filled[],
  lines: readonly Line[],
  stop: Stop,
  taste: Taste,
): Candidate[] {
  const out: Candidate[] = [];
  for (const filled of fills) {
    const { line, text } = filled;
    if (text.length > stop.longest || !admitted(line, stop, taste)) continue;
    // Lines on the same fact are as good as each other: chance picks among them.
    const fit = filled.tie !== 'fact' ? Math.min(filled.fit, ENOUGH) : filled.echoes ? ENOUGH : ENOUGH - STRANGE;
    let score = fit + CHANCE * jitter(`${taste.seed}|${subject.facts.claim.quote}|${line.id}`);
    if (lowest(line) === stop.level) score += stop.level === 'onion' ? 3.5 : 2;
    // What the sentence says goes before what one of its words is good for.
    score += filled.central ? CENTRAL : BESIDE[filled.tie];
    score += TIED[filled.tie] + (line.id.startsWith('house/') ? 0 : OWN);
    if (filled.tie === 'word' && line.section === 'any')
      score -= line.conditions.some((c) => c.test === 'says' && !c.not) ? 1 : 3;
    score += rarity(line, lines, stop) + FAVORITE * (line.weight - 2);
    if (taste.recentFrames.has(line.frame)) score -= 8;
    score -= 0.4 * taste.recentShapes.filter((s) => s === line.shape).length;
    out.push({
      ...filled,
      claim: subject.index,
      at: subject.at,
      score,
      opening: plain(text)
        .replace(/[^\p{L}\p{N}\s]/gu, '')
        .trim()
        .split(/\s+/, 2)
        .join(' '),
      answers: line.conditions
        .flatMap((k) => (k.test === 'is' && (k.slot === 'buzz' || k.slot === 'hedge') ? k.words : []))
        .join('|'),
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
