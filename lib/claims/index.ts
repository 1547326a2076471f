import type { PageText, Reading } from '@/lib/model';
import { assemble } from './assemble';
import { applyCaps } from './caps';
import { type PageContext, readPage, type Spot } from './context';
import { prepareNet } from './grammar';
import { pageScore } from './hype';
import { gather, judge, type Verdict } from './judge';
import { surroundings } from './model/features';
import { prepare } from './parse';

export interface ReadOptions {
  /** Limit claims per page (taxonomy, section 7). True unless given; off for measuring. */
  caps?: boolean;
}

/**
 * Reads a page: finds its corporate claims about AI, in page order. Only sentences marked as candidates are judged, all
 * others are context. Pure; takes about 2 ms a candidate and linear time; any string is safe.
 */
export function read(page: PageText, options: ReadOptions = {}): Reading {
  const context = readPage(page);
  const claims = verdicts(context).flatMap(({ spot, verdict }) =>
    verdict.claim ? [assemble(context, spot, verdict)] : [],
  );
  const kept = options.caps === false ? claims : applyCaps(context, claims);
  return {
    claims: kept,
    score: pageScore(kept.map((c) => c.hype.score)),
    supported: kept.filter((c) => c.evidence !== 'none').length,
  };
}

/** Judges every candidate of a page, in page order: first the evidence for all, then each in its surroundings. */
export function verdicts(context: PageContext): { spot: Spot; verdict: Verdict }[] {
  const all = context.spots
    .filter((s) => s.sentence.candidate)
    .map((spot) => ({ spot, evidence: gather(context, spot) }));
  const around = surroundings(all);
  return all.map(({ spot, evidence }, i) => ({ spot, verdict: judge(context, spot, evidence, around[i]!) }));
}

/** Loads compromise's lexicon and compiles the net ahead of the first page. Takes about 100 ms once; idempotent. */
export function warm(): void {
  prepare();
  prepareNet();
}
