/** The words by which slots are found, as patterns over a folded sentence; the first group is what the slot holds. */

import { anyOf } from '@/lib/english/word-list';

const WORKER =
  '(' +
  anyOf(
    'support|service|customer service|customer support|sales|software|legal|claims|human|field|content',
    'contract|call-?centre|call-?center|contact-?cent(?:re|er)|back-?office|data|junior|senior',
    'frontline|night|warehouse|care',
  ) +
  ' )?(' +
  anyOf(
    'agents|advis[eo]rs|engineers|developers|programmers|lawyers|paralegals|doctors|physicians',
    'clinicians|nurses|radiologists|teachers|analysts|accountants|marketers|salespeople|reps',
    'representatives|underwriters|designers|writers|copywriters|translators|technicians|consultants',
    'associates|contractors|employees|workers|staff|colleagues|moderators|editors|handlers|tutors',
    'recruiters|cashiers|drivers|servants|specialists|operators|journalists|artists|bankers',
  ) +
  String.raw`)\b`;
/** People at work, with what they do. */
export const WORKERS = `\\b(${WORKER})`;

/** What stands behind "than", "versus", "up from": something that does as well, not something else that is done. */
export const COMPARED =
  String.raw`(?:\b` +
  anyOf(
    String.raw`than\b|[Cc]ompared (?:with|to)|versus|vs\.?|up from|on (?:a )?par with|[Rr]elative to`,
    String.raw`ahead of(?= (?:[A-Z]|all|any|every|other|its|their|rivals|competitors|the (?:competition|rest))\b)`,
    'as (?:good|accurately|fast) as|preferred [^.]{2,40}? to (?:those of )?',
  ) +
  String.raw` ?)((?:[^,;:."]|\.\d){3,60}?)(?=[,;:"]|\.(?!\d)|$| and (?:more|less|better|faster)\b| (?:when|if|at|for|two times|by|as) | \(| and \w+ed\b| on | in \d| while | and (?:is|has|can)\b| across )`;
/** A comparison in time: "used to take eleven minutes now", "from weeks to". */
export const USED_TO_TAKE = '\\bused to take [^.]{0,40}?((?:<NUM>) (?:<TIMEUNIT>)) now\\b';
export const FROM_TO = '\\bfrom ((?:<NUM> )?(?:seconds|minutes|hours|days|weeks|months|years)) to\\b';
/** Those of a comparison who are beaten or matched. */
export const RIVALS =
  '\\b(physicians|doctors|radiologists|clinicians|lawyers|attorneys|analysts|engineers|developers|teachers|experts|humans|human agents|accountants|consultants|translators|writers|rivals|competitors|rival models|frontier models)\\b';

/** By when: a date, or else a stretch of time. */
export const DEADLINE =
  '\\b(?:by|within|before) ((?:the )?(?:end of (?:the )?(?:\\d{4}|this year|next year|year|decade)|20\\d\\d|(?:next|this) (?:year|decade|summer|spring|autumn|month|quarter)|(?:the next )?(?:<NUM>|a few|coming) (?:years|months|weeks|days)|early 20\\d\\d|late 20\\d\\d|mid-20\\d\\d|decade is out|the decade is out))';
export const OVER_YEARS =
  '\\b(over the (?:next|coming) (?:<NUM>|a few) (?:years|months)|(?<=\\b(?:will|plans?|to)\\b.{1,80})over (?:<NUM>|a few) (?:years|months)|in (?:our|their|your) lifetimes?|over the coming (?:years|months)|in the coming (?:years|months|weeks)|this decade)\\b';
export const PERIOD =
  String.raw`\b(?:in (?:its|the|our|their) )?(` +
  anyOf(
    '(?:first|last|past|previous) (?:<NUM> )?(?:days|weeks|months|years|quarter|year|month|week)',
    'last (?:quarter|year|month|week)|the (?:holiday|first|second|third|fourth) (?:quarter|half)',
    String.raw`(?:per|a|each|every) (?:day|week|month|year|quarter)|(?:three|two|four|five|\d)-year|annual(?:ly)?`,
    '(?:this|last) (?:year|quarter|month)',
    String.raw`since (?:launch|january|february|march|april|may|june|july|august|september|october|november|december|last \w+)`,
  ) +
  String.raw`)\b`;

/** Words that hedge only right before a figure. */
const BEFORE_FIGURE =
  '(?= (?:an? )?(?:<NUM>|<PCT>|[$£€]|half|two|three|four|five|ten|twice|third|quarter|tenth|every\\b))';
export const HEDGE =
  String.raw`\b(` +
  anyOf(
    String.raw`(?:up to|as much as|as many as|around|about|at least|more than|over(?! (?:<NUM>|an? (?:few|half)) (?:<TIMEUNIT>))|some)${BEFORE_FIGURE}`,
    String.raw`(?:nearly|almost|roughly|approximately|estimated)(?:${BEFORE_FIGURE}|(?= (?:all|any|no|none)\b))`,
    'an estimated|(?:the )?equivalent (?:of|to)|designed to|aims? to|could|may|might|possibly|potentially',
    'expects?|on average|an average of|can help|helps? to|projected',
  ) +
  String.raw`)\b`;
/** Hedges what the firm says of its future, wherever in the sentence it stands. */
export const EXPECTS = '\\b(expects?)\\b';

export const EUPHEMISM =
  String.raw`\b(` +
  anyOf(
    String.raw`right-?siz\w+|rebalanc\w+|streamlin\w+|reshap\w+ (?:the|our|its) (?:workforce|organi[sz]ation)`,
    String.raw`difficult decision|say goodbye|wound down|re-?structur\w+`,
    String.raw`simplif\w+ (?:our|its|the) (?:structure|organi[sz]ation)|positions will be impacted`,
    String.raw`no longer required|flatten\w* (?:the )?(?:layers|organi[sz]ation)`,
    String.raw`efficienc(?:y|ies) from [\w ]{2,20}|bending our hiring curve|hiring curve|natural attrition`,
    String.raw`attrition|impacted|transition(?:ed|ing)? out|human touch|recalibrat\w+|taking those learnings`,
    'get(?:ting)? (?:it|this|the experience) right|reinvested',
  ) +
  String.raw`)\b`;
/** People have left, and not: they will. */
export const LEFT =
  '\\b(?:laid off|let go of|cut (?:about |some |around |nearly |roughly )?[\\d,]+|has (?:cut|eliminated|shed|dismissed)|have (?:cut|eliminated|shed|dismissed)|eliminated|dismissed|made redundant|said goodbye|not replaced|axed|shed [\\d,]+)\\b';
export const WILL_LEAVE = '\\b(?:will|to|would|plans? to|may|could) (?:cut|eliminate|lay|let|shed)\\b';

/** Case tells these from common words. */
export const BENCHMARK =
  '\\b((?:SWE-?[Bb]ench(?: Verified| Pro)?|GPQA(?: Diamond)?|MMLU(?:-Pro)?|MMMU(?:-Pro)?|ARC-AGI(?:-\\d)?|LMArena|HumanEval|AIME(?: 20\\d\\d)?|Terminal-?Bench(?: [\\d.]+)?|OSWorld|MRCR|GDPval(?:-AA)?|BrowseComp|[A-Z][\\w]*-?Bench(?:-\\w+)?|the (?:bar|medical) exam))(?![\\w-])';
export const PLACE = '\\bin ((?:[A-Z][a-z]+)(?:,? [A-Z][a-z]+)?)(?=[,.;]|$)';
export const PARTNER = '\\b(?:with|alongside) ((?:[A-Z][\\w&]+)(?: [A-Z][\\w&]+){0,2})';

export const PLAN = '\\b((?:pro|plus|premium|enterprise|free|business|team|ultra|starter) (?:plan|tier))\\b';
/** Whose data an assurance is about. */
export const DATA =
  "\\b((?:your|customer|user|our customers'|personal|children's|health|patient) (?:data|content|conversations?|prompts|photos|posts|voices|records|files))\\b";
export const OLD_BUSINESS = '\\bformerly (?:a |an )?(?:maker|seller|provider|supplier) of ([\\w ]{3,30}?)(?=,|\\.| is)';

export const BUZZWORDS =
  String.raw`\b` +
  anyOf(
    String.raw`seamless(?:ly)?|end-to-end|at scale|synerg\w+|empower\w*|unlock\w*|leverag\w+|reimagin\w*`,
    'transform(?:s|ing|ative)?|agentic|AI-first|AI-native|AI-powered|best-in-class|state-of-the-art',
    'industry-leading|world-leading|enterprise-grade|journey|ecosystem|holistic|frictionless|next-level',
    String.raw`actionable|insights|innovation|supercharg\w+|democrati[sz]\w+|paradigm shift|deep dive|learnings`,
    String.raw`stakeholders|solutions?|world's (?:first|most \w+|best)`,
  ) +
  String.raw`\b`;
