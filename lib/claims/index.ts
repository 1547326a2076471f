import type { PageText, Reading } from '@/lib/model';
import { assemble } from './assemble';
import { applyCaps } from './caps';
import { readPage } from './context';
import { prepareNet } from './grammar';
import { pageScore } from './hype';
import { judgePage } from './judge';
import { prepare } from './parse';

export { pageScore } from './hype';

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
  const claims = judgePage(context).flatMap(({ spot, verdict }) =>
    verdict.claim ? [assemble(context, spot, verdict)] : [],
  );
  const kept = options.caps === false ? claims : applyCaps(context, claims);
  return {
    claims: kept,
    score: pageScore(kept.map((c) => c.hype.score)),
    supported: kept.filter((c) => c.evidence !== 'none').length,
  };
}

/** Loads compromise's lexicon and compiles the net ahead of the first page. Takes about 100 ms once; idempotent. */
export function warm(): void {
  prepare();
  prepareNet();
}
