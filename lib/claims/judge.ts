import type { Kind } from '@/lib/model';
import type { PageContext, Spot } from './context';
import { type Gates, pass } from './gates';
import { analyse, type Grammar } from './grammar';
import { KIND_SPECS, type KindSpec } from './kinds';
import { re } from './pattern';
import { type Hearing, listen } from './voice';

/** Everything found out about one sentence. */
export interface Verdict {
  claim: boolean;
  kind: Kind;
  second: Kind | null;
  confidence: number;
  reasons: string[];
  signs: Evidence;
}

/** What patterns, gates and grammar say of a sentence, before anything is decided. */
export interface Evidence {
  hearing: Hearing;
  gates: Gates;
  grammar: Grammar;
  /** Kinds whose strict pattern matched and whose guard did not, in the order of the ladder, with the pattern's name. */
  strict: { kind: Kind; name: string; count: number }[];
  /** Number of cues by kind. */
  cues: Map<Kind, number>;
}

/** Looks for one kind: names of the strict patterns found, number of cues. */
export function look(spec: KindSpec, text: string): { names: string[]; cues: number } {
  const cues = spec.cues.reduce((n, cue) => n + (re(cue).test(text) ? 1 : 0), 0);
  const names: string[] = [];
  for (const [name, source] of Object.entries(spec.strict)) if (re(source).test(text)) names.push(name);
  if (names.length && spec.guard.some((g) => re(g).test(text))) return { names: [], cues };
  return { names, cues };
}

/** Gathers the evidence for one sentence. */
export function gather(context: PageContext, spot: Spot): Evidence {
  const hearing = listen(context, spot);
  const gates = pass(context, spot, hearing);
  const strict: Evidence['strict'] = [];
  const cues = new Map<Kind, number>();
  for (const spec of KIND_SPECS) {
    const found = look(spec, spot.text);
    if (found.cues) cues.set(spec.id, found.cues);
    if (found.names.length) strict.push({ kind: spec.id, name: found.names[0]!, count: found.names.length });
  }
  return { hearing, gates, grammar: analyse(spot.text), strict, cues };
}

/** Decides whether a sentence is a claim, and of which kind, with reasons. */
export function judge(context: PageContext, spot: Spot): Verdict {
  const signs = gather(context, spot);
  const { gates, strict } = signs;
  const reasons: string[] = [];
  const first = strict[0];
  const kind = first?.kind ?? 'capability-superlative';
  const second = strict[1]?.kind ?? null;
  const verdict = (claim: boolean): Verdict => ({ claim, kind, second, confidence: claim ? 0.6 : 0.1, reasons, signs });
  if (gates.outside) reasons.push(`gate D: ${gates.outside}`);
  if (gates.anchor === 0) reasons.push('gate A: no AI anchor');
  if (!gates.promoter) reasons.push('gate B: no promoter heard');
  if (gates.fallen && kind !== 'strategy-reversal') reasons.push(`gate C: ${gates.fallen}`);
  if (!first) reasons.push('no key of any kind');
  if (reasons.length) return verdict(false);
  reasons.push(`${first!.kind}: ${first!.name}`);
  return verdict(true);
}
