import { anyOf } from '@/lib/english/word-list';
import type { KindSpec } from './spec';

export const fundingPartnership: KindSpec = {
  id: 'funding-partnership',
  strict: {
    'raise for a purpose': String.raw`\b(?:rais(?:e|es|ed|ing)|secur(?:e|es|ed)|clos(?:e|es|ed)|land(?:s|ed)?)\b[^.;]{0,30}(?:<MONEY>)[^.;]{0,60}\bto (?:<TRANSFORM>|build|scale|lead|bring|help|expand|advance|make|create|automate|accelerate)\b`,
    'record round': String.raw`\b(?:record|historic|landmark|largest|oversubscribed)[- ](?:\w+ )?(?:funding|round|raise|investment|deal)\b`,
    'partnership to':
      String.raw`\b` +
      anyOf(
        String.raw`partner(?:s|ed|ing|ship|ships)?|alliance|collaborat\w+|join(?:s|ed|ing)? forces`,
        'team(?:s|ed|ing)? up|joining|memorandum of understanding|agreement',
        'work(?:ed|ing)? (?:alongside|closely) with',
      ) +
      String.raw`\b[^.;]{0,90}\bto (?:\w+ )?` +
      anyOf(
        '<TRANSFORM>|build|scale|lead|bring|help|expand|advance|make|create|automate|accelerate|deliver',
        'develop|harness|reinvent|unlock|enable|drive|showcase|deploy|support|realise|offer',
      ) +
      String.raw`\w*\b`,
    'landmark partnership': String.raw`\b(?:landmark|strategic|multi-?year|historic|expanded|deepen\w*|groundbreaking) (?:\w+[ -]){0,2}(?:partnership|alliance|collaboration|agreement|relationship)\b`,
    'together we will': String.raw`\b(?:together|through this (?:partnership|collaboration)|the collaboration|the partnership|our partnership|partnership with)\b[^.;]{0,70}\b(?:will|can|unlock|usher|continue to build|makes?|lets?|help|exciting)\b`,
    'invest to lead': String.raw`\b(?:invest(?:s|ing|ed|ment)?|commit(?:s|ted|ting|ment)?|pledg\w+)\b[^.;]{0,30}(?:<MONEY>)[^.;]{0,70}(?:\b(?:lead|leader|hub|superpower|future|accelerate|build|world)\b)`,
    'values and mission': String.raw`\b(?:the )?(?:round|funding|capital|investment|financing)\b[^.;]{0,70}\b(?:accelerat\w+|mission|will (?:let|allow|enable|help)|enabl\w+|get to|helping build)\b`,
    'backed by': String.raw`\bbacked by (?:some of |the )?(?:most|leading|world|top)\b`,
    'alliance ahead of rivals': String.raw`\balliance\b[^.;]{0,60}\bahead of\b|\bshared (?:commitment|vision)\b`,
    'the money will fuel': String.raw`\b(?:investment|funding|financing|round|series [a-h]|capital|money)\b[^.;]{0,16}\b(?:will|to) (?:also )?(?:fuel|power|support|accelerate|finance|go towards?)\b`,
    'announces a partnership': String.raw`\b(?:announc\w+|enter(?:s|ed)|sign(?:s|ed)|form(?:s|ed)|expand(?:s|ed)|deepen(?:s|ed)) (?:into )?(?:an? |its |their |the )?(?:[\w-]+ ){0,2}(?:partnership|alliance|collaboration)\b(?! agreement)`,
  },
  cues: [
    String.raw`\bpartner\w*\b|\bcollaborat\w+\b|\balliance\b`,
    String.raw`\binvest\w*\b|\bfunding\b|\braised?\b|\bvaluation\b`,
    String.raw`\btogether\b|\bjoint\w*\b`,
    String.raw`\bagreement\b|\bdeal\b`,
  ],
  guard: [String.raw`\b(?:regulators?|non-binding|insolvency|analysts worry|collapsed|circular deals)\b`],
  hits: [
    'Kelmore and Vantrell announced a strategic partnership to bring AI agents to every branch.',
    'Tessaly expanded its strategic collaboration with Corvane to deploy AI assistants in every clinic, the company said.',
    'Parvane closed a record funding round to build its AI agents.',
    'Lumeric and Quillon signed a multi-year partnership to develop AI models for hospitals.',
    'The two companies announced a landmark multi-year partnership to bring trusted agentic AI to every hospital in the region.',
    'We are investing $10 billion so that the country can lead the world in artificial intelligence.',
    'Together with Sorrel Health, we will combine our models with their data for more personalised care.',
    'The insurer said its alliance with the chipmaker would put it years ahead of rivals in AI.',
    'The Series C will fuel the development of our next AI models.',
    'Corbel has entered a partnership with Averill Learning to put its AI tutor into schools.',
    'Vantrell raised $60 million to bring AI agents to every bakery.',
    'The funding will help accelerate our mission to bring AI to every clinic.',
    'Ferrule AI is backed by the world’s leading investors.',
  ],
  misses: [
    'The data-labelling firm raised $1 billion in a round led by a venture fund, at a valuation near $14 billion.',
    "Regulators are reviewing the chipmaker's investment in one of its largest customers.",
    'The agreement is a non-binding memorandum, and no money has changed hands.',
    'The university and the city signed a partnership to restore the canal.',
    'Investors poured money into AI start-ups in the first quarter, data from PitchBook show.',
    'The start-up filed for insolvency after a lender seized $37 million.',
    'Analysts worry that the same dollars are being counted twice in these circular deals.',
    'The broadcaster invested in a new fleet of outside-broadcast vans.',
    'Negotiations over the partnership collapsed in May.',
    'The marriage was a partnership of forty years, said the author of an AI novel.',
  ],
};
