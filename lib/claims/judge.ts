import type { Key, Kind } from '@/lib/model';
import { chooseKind, SHARP } from './choose';
import type { PageContext, Spot } from './context';
import { type Gates, pass } from './gates';
import { analyse, type Grammar } from './grammar';
import { KIND_SPECS, type KindSpec } from './kinds';
import { threshold, weighKinds, weighPage } from './model/claim-model';
import { type Features, featuresOf, looksLikeClaim, surroundings } from './model/features';
import { asOne, re, standsIn } from './pattern';
import { type Hearing, listen } from './voice';

/** Everything found out about one sentence. */
export interface Verdict {
  claim: boolean;
  kind: Kind;
  second: Kind | null;
  /** Probability by the weights, 0 to 1. */
  confidence: number;
  /** Gates, keys and largest features that decided, in plain words. */
  reasons: string[];
  signs: Evidence;
}

/** What patterns, gates and grammar say of a sentence, before anything is decided. */
export interface Evidence {
  hearing: Hearing;
  gates: Gates;
  grammar: Grammar;
  /** Kinds whose strict pattern matched and whose guard did not, in the order of the ladder, with the patterns' names. */
  strict: { kind: Kind; name: string; names: string[]; count: number }[];
  /** Number of cues by kind. */
  cues: Map<Kind, number>;
}

type Weighed = ReturnType<typeof weighPage>[number];

/** Share of the usual threshold that is asked of a sentence with a narrow key: the corpus holds too few to weigh them. */
const SHARP_SHARE = 0.5;

/** The same where a key stands in what the firm or its officer is said, in this sentence, to have said. */
const REPORTED_SHARE = 0.6;
/** Verbs that can only report words, not deeds: what "adds" or "reports" may be either. */
const SPOKEN =
  '\\b(?:said|says|told|tells|according to|argue[ds]|claim(?:s|ed)|state[ds]|believes?|promise[ds]|tout(?:s|ed)|boast(?:s|ed)|insist(?:s|ed)|wrote|explain(?:s|ed)|vow(?:s|ed)|assured)\\b';
const FIRMS_OWN: ReadonlySet<Hearing['source']> = new Set(['company', 'insider']);

/** Looks for one kind: names of the strict patterns found, number of cues. */
export function look(spec: KindSpec, text: string): { names: string[]; cues: number } {
  const cues = spec.cues.reduce((n, cue) => n + (re(cue).test(text) ? 1 : 0), 0);
  const names: string[] = [];
  for (const [name, source] of Object.entries(spec.strict)) if (re(source).test(text)) names.push(name);
  if (names.length && spec.guard.some((g) => re(g).test(text))) return { names: [], cues };
  return { names, cues };
}

/** Where a kind's strict patterns stand in a sentence, or its cues if none of them does: the words that carry the claim. */
export function keysOf(kind: Kind, text: string): Key[] {
  const spec = KIND_SPECS.find((s) => s.id === kind);
  if (!spec) return [];
  const keys = (sources: readonly [name: string, source: string][]): Key[] =>
    sources.flatMap(([name, source]) => {
      const found = re(source).exec(text);
      return found ? [{ name, start: found.index, end: found.index + found[0].length }] : [];
    });
  const strict = keys(Object.entries(spec.strict));
  return strict.length > 0 ? strict : keys(spec.cues.map((cue) => ['', cue]));
}

/** The kinds with only those of their patterns that stand in any of the sentences. */
export function present(sentences: readonly string[], specs: readonly KindSpec[] = KIND_SPECS): KindSpec[] {
  const joined = asOne(sentences);
  return specs.map((spec) => ({
    ...spec,
    cues: spec.cues.filter((cue) => standsIn(joined, cue)),
    strict: Object.fromEntries(Object.entries(spec.strict).filter(([, source]) => standsIn(joined, source))),
  }));
}

/** Gathers the evidence for one sentence. */
function gather(context: PageContext, spot: Spot, specs: readonly KindSpec[]): Evidence {
  const hearing = listen(context, spot);
  const gates = pass(context, spot, hearing);
  const strict: Evidence['strict'] = [];
  const cues = new Map<Kind, number>();
  for (const spec of specs) {
    const found = look(spec, spot.text);
    if (found.cues) cues.set(spec.id, found.cues);
    if (found.names.length)
      strict.push({ kind: spec.id, name: found.names[0]!, names: found.names, count: found.names.length });
  }
  return { hearing, gates, grammar: analyse(spot.text), strict, cues };
}

/** Gathers the evidence for each of a page's candidates, in page order. */
export function gatherAll(context: PageContext): { spot: Spot; evidence: Evidence }[] {
  const spots = context.spots.filter((s) => s.sentence.candidate);
  const specs = present(spots.map((spot) => spot.text));
  return spots.map((spot) => ({ spot, evidence: gather(context, spot, specs) }));
}

/** Judges every candidate of a page, in page order: evidence for all, then each by itself, then in its surroundings. */
export function judgePage(context: PageContext): { spot: Spot; verdict: Verdict }[] {
  const all = gatherAll(context);
  const around = surroundings(all);
  const features = all.map(({ spot, evidence }, i) => featuresOf(context, spot, evidence, around[i]!));
  const weighed = weighPage(features, context.house === 'company');
  return all.map(({ spot, evidence }, i) => ({ spot, verdict: judge(evidence, features[i]!, weighed[i]!) }));
}

/** What gates leave to the weights: why a sentence is no claim at any weight, if so, and the share of the threshold it needs. */
export function admit(signs: Evidence): { shut: string[]; share: number } {
  const { gates, strict, hearing } = signs;
  const walkback = strict[0]?.kind === 'strategy-reversal';
  const shut: string[] = [];
  if (gates.outside) shut.push(`gate D: ${gates.outside}`);
  if (gates.anchor === 0) shut.push('gate A: no AI anchor');
  if (hearing.source === 'independent' || (walkback && !gates.promoter)) shut.push('gate B: no promoter heard');
  if (gates.fallen && !walkback) shut.push(`gate C: ${gates.fallen}`);
  const sharp = looksLikeClaim(signs) && strict.some((s) => SHARP.has(s.kind)) && !gates.advice;
  const reported =
    strict.length > 0 &&
    hearing.attribution !== null &&
    FIRMS_OWN.has(hearing.source) &&
    re(SPOKEN).test(hearing.words);
  const share = sharp || (walkback && gates.promoter) ? SHARP_SHARE : reported ? REPORTED_SHARE : 1;
  return { shut, share };
}

/** Decides whether a sentence is a claim, and of which kind, with reasons. */
function judge(signs: Evidence, features: Features, { probability, why }: Weighed): Verdict {
  const { strict } = signs;
  const { kind, second } = chooseKind(strict, weighKinds(features));
  const { shut, share } = admit(signs);
  const needed = threshold() * share;
  const claim = shut.length === 0 && probability >= needed;
  const key = strict.find((s) => s.kind === kind);
  const reasons = [
    ...shut,
    key
      ? `key: ${key.name}`
      : strict.length
        ? `keys of other kinds: ${strict.map((s) => s.kind).join(', ')}`
        : 'no key; weighed by cues',
    `${Math.round(100 * probability)} % against ${Math.round(100 * needed)} %`,
    ...why,
  ];
  return { claim, kind, second, confidence: probability, reasons, signs };
}
