import type { Evidence, Modality, NumberSource, Polarity, Quantity, Voice } from '@/lib/model';
import type { PageContext, Spot } from './context';
import { re } from './pattern';
import type { Hearing } from './voice';

/** Kind of voice a claim is made in (taxonomy, attributes). */
export function voiceOf(context: PageContext, spot: Spot, hearing: Hearing): Voice {
  if (hearing.distanced) return 'reported-distanced';
  if (hearing.source === 'customer' && hearing.quoted) return 'testimonial';
  if (hearing.quoted && hearing.source !== 'none') return 'spokesperson-quote';
  const headline =
    spot.passage.role === 'headline' ||
    (context.spots.length === 1 && !/[.!?]["')]?$/.test(spot.text) && !/^\W/.test(spot.text));
  if (headline && !/^\W*(?:we|our)\b/i.test(spot.text)) return 'headline';
  if (spot.passage.role === 'item' || /^\s*[\u2022*\u25cf\u25aa]/.test(spot.text)) return 'bullet';
  if (hearing.source !== 'none') return 'reported-neutral';
  return context.page.kind === 'company' || re('\\b(?:we|our|us)\\b').test(spot.text)
    ? 'first-party'
    : 'reported-neutral';
}

/** How firmly it is asserted. */
export function modalityOf(text: string): Modality {
  if (re('\\b(?:if|unless|provided that|as long as)\\b').test(text)) return 'conditional';
  if (
    re(
      "\\b(?:will|won't|going to|set to|poised to|on track to|expect(?:s|ed)? (?:to|that|\\w+ to)|by 20\\d\\d|soon)\\b|'ll\\b|\\bto (?:cut|hire|replace|launch|invest)\\b(?=[^.]{0,60}$)",
    ).test(text) &&
    !re('\\bwill (?:appreciate|be able)\\b').test(text)
  )
    return 'future';
  if (
    re(
      '\\b(?:may|might|could|can help|aims? to|designed to|potential(?:ly)?|hopes? to|should|intended to|possibly|up to|helps?)\\b',
    ).test(text.replace(/\bup to\b/g, ''))
  )
    return 'hedged';
  return 'asserted';
}

/** Where the figure of a claim comes from. */
export function numberSourceOf(text: string, figures: Quantity[], hearing: Hearing): NumberSource {
  if (re('\\bcommissioned\\b').test(text)) return 'commissioned';
  if (re('\\b(?:peer-reviewed|randomi[sz]ed|independent(?:ly)?|audited by|third-party)\\b').test(text))
    return 'independent';
  if (!figures.length) return 'none';
  if (re('\\b(?:survey\\w*|respondents|feel|felt|polled)\\b').test(text)) return 'perception-survey';
  if (hearing.source === 'customer') return 'customer';
  return 'self';
}

/** What the sentence or the next shows of how it was found out. */
export function evidenceOf(spot: Spot): Evidence {
  const both = `${spot.text} ${spot.next}`;
  if (
    re(
      '\\b(?:n ?= ?\\d|sample of|randomi[sz]ed|control group|confidence interval|baseline|over a period of|methodology|in \\d+ of \\d+ cases|trial (?:of|with) [\\d,]+)\\b',
    ).test(both)
  )
    return 'method';
  if (
    re(
      '\\b(?:paper|system card|model card|white ?paper|published (?:in|data)|technical report|study|according to (?:the|a|its) (?:report|analysis|study)|footnotes?|leaderboard|dataset|data (?:show|from))\\b',
    ).test(spot.text)
  )
    return 'pointer';
  return 'none';
}

/** Whether a limitation stands beside the claim. */
export function polarityOf(text: string): Polarity {
  return re(
    '\\b(?:but|however|although|though|despite|still makes|except|only for|without saying|limited to|with limitations?|not yet)\\b',
  ).test(text)
    ? 'mixed'
    : 'promoting';
}
