import type { Claim, Reading } from '@/lib/model';
import { pageScore } from './page-score';

/**
 * What a page's marks add up to. Announcements have no score and owe no source.
 * @param opening how many of them, from the first on, were read before the rest
 */
export function summarise(claims: Claim[], opening = 0): Reading {
  const own = claims.filter(({ family }) => family === 'claim');
  return {
    claims,
    score: pageScore(own.map(({ hype }) => hype.score)),
    supported: own.filter(({ evidence }) => evidence !== 'none').length,
    ...(opening > 0 && { opening }),
  };
}
