/** The reader's packs of jokes at work: parsed for the writer, and tried out for the options. */

import { type Encoder, read } from '../claims';
import { allKeyNames } from '../claims/kinds';
import type { PackAnswer, PackSample, TryPack } from '../messages';
import { KINDS, type Kind, LEVELS, type PageText } from '../model';
import { another, type Pack, parsePack, type WriteOptions, write } from '../satire';
import { lint } from '../satire/lint';
import { firstOf } from '../satire/pack/faults';
import { KIND_EXAMPLES } from '../settings/examples';
import { loadPacks } from '../settings/packs';
import { packsOn, type Settings } from '../settings/settings';
import { leaveTrace } from './leave-trace';

/** Of two lines that fit as well, that of the earlier pack goes first: what each place further down costs in rating. */
const PLACE = 0.03;
/** Sentences that a pack is tried on by itself, and the jokes shown for each at one level. */
const SAMPLES = 4;
const JOKES = 3;

/** The packs last asked for: the same list as long as the same ones are in use, which the writer counts on. */
let kept: { ids: string; packs: readonly Pack[] } | null = null;

/**
 * The reader's packs that are switched on, in their order, ready for the writer. Of one that is not right in every
 * line any more the others are in use; one without any is left out. Never throws.
 */
export async function packsFor(settings: Settings): Promise<readonly Pack[]> {
  const ids = packsOn(settings);
  const key = ids.join();
  if (kept?.ids === key) return kept.packs;
  const stored = await loadPacks(ids);
  const packs = stored.flatMap(({ id, name, text }, place) => {
    const { pack, rest } = parsePack(text, name);
    // It was right when it was installed: where Peel has become stricter since, what is right of it stays in use.
    const kept = pack ?? rest;
    return kept && kept.lines.length > 0 ? [owned(kept, id, place)] : [];
  });
  if (stored.length === ids.length) kept = { ids: key, packs };
  return packs;
}

/** A pack whose lines are known by its id: whatever it calls itself, no line of it passes for one of another pack. */
function owned(pack: Pack, id: string, place: number): Pack {
  const lines = pack.lines.map((line) => ({
    ...line,
    id: `pack-${id}${line.id.slice(pack.name.length)}`,
    rated: line.rated - PLACE * place,
  }));
  return { ...pack, lines };
}

/** Reads a pack, and has what may be used of it speak of some sentences. Never throws. */
export async function tryPack(asked: TryPack, encoder: () => Promise<Encoder>): Promise<PackAnswer> {
  const { pack, rest, problems } = parsePack(asked.text, asked.name);
  const usable = pack ?? (asked.inPart ? rest : null);
  const found = pack ? firstOf(lint(pack, allKeyNames()).toSorted((a, b) => a.line - b.line)) : problems;
  const answer: PackAnswer = {
    pack: pack && { name: pack.name, writer: pack.writer },
    usable: usable?.lines.length ?? 0,
    problems: found.map(({ line, fault: { name, values }, severity }) => ({
      line,
      name,
      values,
      advice: severity === 'warning',
    })),
    samples: [],
  };
  if (asked.sentence === null || !usable || usable.lines.length === 0) return answer;
  const sentences = asked.sentence.trim() ? [asked.sentence.trim().slice(0, 1000)] : samplesFor(usable);
  try {
    const network = await encoder();
    // The same list for all of them, which the writer counts on.
    const packs = [owned(usable, 'tried', 0)];
    for (const sentence of sentences) answer.samples.push(await sampleOf(packs, sentence, network));
  } catch (error) {
    leaveTrace(error);
    // The report on the pack is worth having without a sample.
  }
  return answer;
}

function samplesFor({ lines }: Pack): string[] {
  const written = new Set<string>(lines.map(({ section }) => section));
  const kinds: Kind[] = KINDS.filter((kind) => written.has(kind));
  const usual: Kind[] = ['capability-superlative', 'labour-equivalence', 'launch'];
  return (kinds.length > 0 ? kinds : usual).slice(0, SAMPLES).map((kind) => KIND_EXAMPLES[kind]);
}

async function sampleOf(packs: readonly Pack[], sentence: string, encoder: Encoder): Promise<PackSample> {
  const page = pageWith(sentence);
  const reading = await read(page, encoder, { density: 'all' });
  if (reading.claims.length === 0) return { sentence, notes: [], why: 'not-marked' };
  const options: Partial<WriteOptions> = { packs, house: false };
  const report = write(page, reading, options);
  const notes = LEVELS.flatMap((level) => {
    const { notes, headline, end } = report.editions[level];
    const said = [...notes];
    for (const first = said[0]; first && said.length < JOKES; ) {
      const used = said.map(({ line }) => line);
      const more = another({ page, report, index: first.claim, level, used }, options);
      if (!more) break;
      said.push(more);
    }
    const texts = [...(headline ? [headline.text] : []), ...said.map(({ text }) => text), ...(end?.sentences ?? [])];
    return texts.map((text) => ({ level, text }));
  });
  const once = notes.filter(({ text }, i) => notes.findIndex((other) => other.text === text) === i);
  const topic = report.roomReason ?? report.straight.find(({ why }) => why)?.why?.topic;
  const why = once.length > 0 ? null : (topic ?? 'no-joke-fits');
  return { sentence, notes: once, why };
}

/** A page of one sentence. */
function pageWith(text: string): PageText {
  return {
    address: 'https://sample.example/',
    host: 'sample.example',
    title: 'A company announces AI',
    language: 'en',
    kind: 'news',
    published: null,
    publisher: null,
    passages: [
      { index: 0, role: 'paragraph', text, sentences: [{ start: 0, end: text.length, candidate: true }], leadIn: null },
    ],
  };
}
