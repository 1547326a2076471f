import type { Claim, Reading } from '@/lib/model';
import { pageScore } from './page-score';

/** What a page's marks add up to. Announcements have no score and owe no source. */
export function summarise(claims: Claim[]): Reading {
  const own = claims.filter(({ family }) => family === 'claim');
  return {
    claims,
    score: pageScore(own.map(({ hype }) => hype.score)),
    supported: own.filter(({ evidence }) => evidence !== 'none').length,
  };
}
