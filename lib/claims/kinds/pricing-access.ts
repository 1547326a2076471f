import type { KindSpec } from './spec';

export const pricingAccess: KindSpec = {
  id: 'pricing-access',
  about: 'price, credits or access as generosity or value',
  strict: {
    'no extra cost': String.raw`\b(?:at )?no (?:additional|extra|added) (?:cost|charge)\b|\bfree of charge\b|\bincluded (?:in|with) (?:your|every|all|the) \w+|\bat (?:the same|standard|no) pric\w+\b`,
    'free for': String.raw`\b(?:free|available|accessible|affordable|open) (?:for|to) (?:all|everyone|students|anyone|every|teachers|more people|everybody)\b|\bfor free\b(?! (?:and|or|users?|accounts?|members?|subscribers?|tiers?)\b)|\bfree (?:tier|access|plan)\b|\bAI for all\b|\bwithin reach of\b`,
    'price reflects value': String.raw`\bto reflect the (?:\w+ )?(?:value|benefits)\b|\b(?:simplif\w+|simpler) (?:our |its )?(?:plans?|pric\w+)\b`,
    'fraction of the cost': String.raw`\b(?:at )?an? fraction of (?:the|what|its|their|that)\b|\b<NUM>(?:x| times)? (?:cheaper|less expensive|lower cost)\b|\b(?:one-third|half|1/\d+(?:th)?|a (?:third|quarter|tenth) of|\d+%(?: of)?) (?:of )?the (?:cost|price)\b|\b(?:cheaper|lower[- ]cost|less expensive|more affordable|cost-effective\w*|cost efficien\w+|more cost-efficient)\b|\bnear-zero cost\b|\blower (?:cost|price)s?\b`,
    'price of a coffee': String.raw`\bfor (?:less than )?the (?:price|cost) of\b|\bpay only for\b|\bcost per resolution\b|\bunlimited\*? (?:generations|use|access|messages)\b|\bno hidden fees\b|\bfor \d+ cents\b`,
    credits: String.raw`\b(?:AI |free |monthly |\d+ )credits\b|\bgenerous (?:limits|usage|free)\b|\busage limits\b|\bhigher limits\b`,
    'upgraded automatically': String.raw`\bupgraded (?:automatically|for free)\b|\beven more value\b`,
    'price and speed': String.raw`\b(?:1/\d+(?:th)?|fraction|half|third|lower|low) (?:of )?(?:the )?(?:cost|price)\b`,
  },
  cues: [
    String.raw`\b(?:price\w*|pricing|costs?|cheaper|affordable|free|plans?|credits|subscri\w+)\b`,
    String.raw`\$\d|\bper (?:million|month|seat|user)\b`,
    String.raw`\baccess\w*\b|\bavailable\b|\bincluded\b`,
    String.raw`\beveryone\b|\ball users\b`,
  ],
  guard: [
    String.raw`\b(?:tax|carbon|film|closing|university) credits\b|\b(?:watchdog|complained|complaint|suing|refund|per million tokens have fallen|lender)\b|\bneed \d+ credits\b`,
  ],
  hits: [
    'We are simplifying our pricing so that everyone can benefit from intelligence, the company told customers.',
    'The agent resolves a case for 99 cents, a fraction of what a human costs.',
    "“A barrister's opinion for the price of a coffee,” the founder likes to say.",
    'AI for all: Lumeric makes premium assistant free for students',
    'You pay only for outcomes, says Quillon, which defines an outcome.',
    'By bundling the copilot into every licence, we are putting AI within reach of every business.',
    'The model is ten times cheaper than its rivals with no loss of quality, according to its maker.',
    'Existing customers will be upgraded automatically to the new AI plan, giving them even more value.',
    'For less than the cost of one hire, you get a whole team of agents.',
  ],
  misses: [
    'The plan costs $20 a month, with a limit of 50 messages every three hours.',
    'Subscribers complained that a cheaper plan without AI was hidden behind the cancel button.',
    'The studio will receive tax credits for filming in Wales.',
    'The consumer watchdog is suing over how the price rise was explained.',
    'The closing credits list 400 animators.',
    'Average prices per million tokens have fallen since 2023, the index shows.',
    'Only the account owner receives the credits; family members do not.',
    'Students need 120 credits to progress to the second year.',
    'Why am I paying more for a feature I switched off?',
    'The lender has tightened its credit rules.',
  ],
};
