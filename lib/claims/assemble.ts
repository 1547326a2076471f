import type { Claim, PartName, Span } from '@/lib/model';
import { evidenceOf, modalityOf, numberSourceOf, polarityOf, voiceOf } from './attributes';
import type { PageContext, Spot } from './context';
import { withRoots } from './grammar';
import { scoreHype } from './hype';
import { keysOf, type Verdict } from './judge';
import { fillSlots } from './slots';
import { claimSpan } from './span';

/** Builds the claim of a sentence that was judged to be one. Offsets become those of the passage. */
export function assemble(context: PageContext, spot: Spot, verdict: Verdict): Claim {
  const { hearing } = verdict.signs;
  const inner = claimSpan(spot.text, hearing);
  const base = spot.sentence.start;
  const span = { start: base + inner.start, end: base + inner.end };
  const { slots, parts } = fillSlots(verdict.kind, context, spot, hearing, inner, withRoots(spot.text));
  const claimed = spot.text.slice(inner.start, inner.end);
  const voice = voiceOf(context, spot, hearing);
  const modality = modalityOf(claimed);
  const numberSource = numberSourceOf(spot.text, slots.quantities, hearing);
  const evidence = evidenceOf(spot);
  const claim: Claim = {
    id: hash(`${spot.passage.text}|${span.start}|${span.end}`),
    kind: verdict.kind,
    second: verdict.second,
    passage: spot.passage.index,
    sentence: { start: spot.sentence.start, end: spot.sentence.end },
    span,
    quote: spot.passage.text.slice(span.start, span.end),
    voice,
    modality,
    numberSource,
    evidence,
    polarity: polarityOf(spot.text),
    slots: { ...slots, quantities: slots.quantities.map((q) => ({ ...q, span: shift(q.span, base) })) },
    parts: Object.fromEntries(Object.entries(parts).map(([name, at]) => [name, shift(at, base)])) as Partial<
      Record<PartName, Span>
    >,
    keys: keysOf(verdict.kind, spot.text).map((key) => ({ ...key, ...shift(key, base) })),
    hype: scoreHype({ kind: verdict.kind, slots, numberSource, modality, voice, evidence }, spot),
    confidence: verdict.confidence,
    reasons: verdict.reasons,
  };
  return claim;
}

const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** FNV-1a over UTF-16 units, base 36. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}
