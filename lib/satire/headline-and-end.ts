import type { EndNote, HeadlineCard, PageText, Reading } from '@/lib/model';
import { capital } from '../english/capitals';
import type { Candidate, Subject, Taste } from './candidates';
import type { PageState } from './evaluate-condition';
import type { Facts } from './facts';
import { type Filled, fill } from './fill';
import { hash, jitter } from './hash';
import { STOPS } from './levels';
import { END_SHELVES, type Line } from './types';
import { type Value, value } from './values';

/** Words in a headline, at most. */
export const HEADLINE_WORDS = 14;

/** How long ago a line was read. What was never read comes first, then what was read longest ago: there are few of a sort. */
function ageIn({ seen }: Taste): (line: Line) => number {
  const newestFirst = new Map([...seen.lines].map((id, at) => [id, at]));
  return (line) => newestFirst.get(line.id) ?? newestFirst.size;
}

/** Laws and asides fit every page alike: so that not every page ends on the same one, its title decides among them. */
const turnOf = (page: PageText, line: Line): number => 4 * jitter(`${page.title}|${line.id}`);

/**
 * The card above the real headline: the best headline line over all claims on which jokes are welcome, claims of the headline
 * itself first. Null if none fits.
 */
export function headlineCard(
  page: PageText,
  subjects: readonly Subject[],
  lines: readonly Line[],
  taste: Taste,
): HeadlineCard | null {
  const top = new Set(
    page.passages.filter((p) => p.role === 'headline' || p.role === 'standfirst').map((p) => p.index),
  );
  const ageOf = ageIn(taste);
  let best: { filled: Filled; age: number; score: number } | null = null;
  for (const line of lines) {
    if (line.section !== 'headline' || taste.muted.has(line.mechanism)) continue;
    const age = ageOf(line);
    for (const subject of subjects) {
      if (subject.silenced || subject.gentle) continue;
      const filled = fill(line, subject.facts, subject.state, STOPS.onion.longest);
      if (!filled || filled.text.split(/\s+/).length > HEADLINE_WORDS) continue;
      const place = top.has(subject.facts.claim.passage) ? 4 : 0;
      const score = filled.fit + subject.worth / 2 + place + 2 * line.rated;
      if (!best || age > best.age || (age === best.age && score > best.score)) best = { filled, age, score };
    }
  }
  return best && { text: best.filled.text, line: best.filled.line.id };
}

/** After the article: tally, callback, law or prediction, aside. Null on a page without notes. */
export function endNote(
  page: PageText,
  subjects: readonly Subject[],
  reading: Reading,
  notes: readonly Candidate[],
  lines: readonly Line[],
  taste: Taste,
): EndNote | null {
  const best = [...notes].sort((a, b) => b.fit - a.fit)[0];
  const remembered = subjects.find((s) => s.index === best?.claim);
  const any = subjects.find((s) => !s.silenced);
  if (!best || !remembered || !any) return null;
  const whole = pageFacts(any.facts, reading, taste.year);
  const state: PageState = { jar: Math.max(...subjects.map((s) => s.state.jar)) };
  const sentences: string[] = [];
  const used: string[] = [];
  const ageOf = ageIn(taste);
  const frames = new Set(notes.map((n) => n.line.frame));
  for (const shelf of END_SHELVES) {
    const facts = shelf === 'callback' && !remembered.gentle ? remembered.facts : whole;
    const options = lines
      .filter(
        (line) =>
          line.section === 'endnote' &&
          line.topic === shelf &&
          !taste.muted.has(line.mechanism) &&
          !frames.has(line.frame),
      )
      .map((line) => fill(line, facts, state, STOPS.onion.longest, hash(page.title)))
      .filter((f) => f !== null)
      .map((f) => ({ f, age: ageOf(f.line), score: Math.min(f.fit, 6) + turnOf(page, f.line) }))
      .sort((a, b) => b.age - a.age || b.score - a.score);
    const chosen = options[0]?.f;
    if (!chosen) continue;
    sentences.push(capital(chosen.text));
    used.push(chosen.line.id);
  }
  return sentences.length > 0 ? { sentences, lines: used } : null;
}

/** What can be said of the page as a whole. Announcements are no claims, and where claims are counted, they are not. */
function pageFacts(any: Facts, reading: Reading, year: number | null): Facts {
  const claims = reading.claims.filter(({ family }) => family === 'claim');
  const values = new Map<string, Value>();
  const put = (slot: string, amount: number) => values.set(slot, value(String(amount), { amount, specific: false }));
  put('count', claims.length);
  put('nkinds', new Set(claims.map((c) => c.kind)).size);
  put('figures', claims.filter((c) => c.slots.quantities.length > 0).length);
  put('supported', reading.supported);
  if (year) put('year', year);
  const actors = new Set(reading.claims.map((c) => c.slots.actor).filter(Boolean));
  const co = any.values.get('co');
  if (co && actors.size === 1) values.set('co', co);
  return {
    ...any,
    keyWords: new Set(),
    keys: new Set(),
    claimed: new Map(),
    topics: new Set(),
    flags: new Set(),
    values,
    counts: [],
    buzzwords: [],
    hedges: [],
    text: '',
    sentence: '',
  };
}
