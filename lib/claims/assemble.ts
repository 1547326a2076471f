import { fnv1a } from '@/lib/hash';
import type { Claim, PageText, PartName, Span } from '@/lib/model';
import { evidenceOf, modalityOf, numberSourceOf, polarityOf, voiceOf } from './attributes';
import { attributionOf } from './attribution';
import { chooseKind } from './choose';
import { claimSpan, wholeSpan } from './claim-span';
import { type PageContext, pageContextOf, type Spot } from './context';
import { withRole } from './figure-role';
import { NO_HYPE, scoreHype } from './hype';
import type { Judgement } from './judge';
import { keysOf, withPhrases } from './keys';
import { familyOf } from './network/groups';
import { withRoots } from './parse';
import { buildOf } from './sentence-build';
import { fillSlots } from './slots';
import { timeSlices } from './time-slices';
import { wordsOf } from './word-class';

/** Takes the marked sentences of a page apart, in page order. */
export async function assembleMarks(page: PageText, marks: readonly Judgement[]): Promise<Claim[]> {
  const context = pageContextOf(page);
  const spots = new Map(context.spots.map((spot) => [spot.sentence, spot]));
  const out: Claim[] = [];
  const endOfSlice = timeSlices();
  for (const mark of marks) {
    await endOfSlice();
    const spot = spots.get(mark.sentence);
    if (spot) out.push(assemble(context, spot, mark));
  }
  return out;
}

/** Builds the mark of a sentence. Offsets become those of the passage. */
export function assemble(context: PageContext, spot: Spot, mark: Judgement): Claim {
  const { kind, second, kinds, sure, group } = chooseKind(withPhrases(mark.kinds, spot.text));
  const attribution = attributionOf(context, spot);
  const family = familyOf(kind);
  // An announcement is told by its whole sentence: "told investors about its new assistant" is the act itself.
  const base = spot.sentence.start;
  const tokens = withRoots(spot.text);
  const words = wordsOf(spot.passage.text.slice(base, spot.sentence.end), tokens, { start: 0, end: spot.text.length });
  const inner = family === 'claim' ? claimSpan(spot.text, words) : wholeSpan(spot.text);
  const span = { start: base + inner.start, end: base + inner.end };
  const { slots, parts } = fillSlots({ kind, context, spot, attribution, span: inner, tokens });
  const voice = voiceOf(context, spot, attribution);
  const modality = modalityOf(spot.text.slice(inner.start, inner.end));
  const numberSource = numberSourceOf(spot.text, slots.quantities, attribution);
  const evidence = evidenceOf(spot);
  return {
    id: fnv1a(`${spot.passage.text}|${span.start}|${span.end}`).toString(36),
    family,
    grade: mark.prime >= mark.fair / 2 ? 2 : 1,
    kind,
    second,
    kinds,
    group,
    kindSure: sure,
    passage: spot.passage.index,
    sentence: { start: spot.sentence.start, end: spot.sentence.end },
    span,
    quote: spot.passage.text.slice(span.start, span.end),
    voice,
    modality,
    numberSource,
    evidence,
    polarity: polarityOf(spot.text),
    slots: {
      ...slots,
      quantities: slots.quantities.map((q) => withRole(spot.passage.text, { ...q, span: shift(q.span, base) })),
    },
    parts: Object.fromEntries(Object.entries(parts).map(([name, at]) => [name, shift(at, base)])) as Partial<
      Record<PartName, Span>
    >,
    build: buildOf(spot.passage.text.slice(base, spot.sentence.end)),
    keys: keysOf(kind, spot.text).map((key) => ({ ...key, ...shift(key, base) })),
    hype:
      family === 'claim'
        ? scoreHype({ kind, slots, numberSource, modality, voice, evidence }, spot)
        : { ...NO_HYPE, cues: [] },
    confidence: mark.fair,
  };
}

const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
