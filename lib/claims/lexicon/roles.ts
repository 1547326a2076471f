import { anyOf } from '@/lib/english/word-list';
import { FIRMS } from './names';

/** Who speaks: words that place a speaker. Sources of patterns over folded text, tested on the attribution alone. */
export const INSIDER =
  String.raw`\b` +
  anyOf(
    '<OFFICER>|co-?founders?|founders?|developers? of|makers?|executives?|CISO|head|leader',
    'engineer(?:ing)? (?:lead|manager)|product (?:manager|lead|marketing)|blog post|press release',
    '(?:to|by|in) (?:the|its) announcement|in a (?:statement|post|release|memo|letter|blog)|the release',
    'company blog|memo|letter to (?:staff|shareholders)',
    '(?:wrote|told|said) to (?:its |the |his |her )?(?:shareholders|investors|staff)|annual letter',
    'earnings call|told (?:staff|employees|investors|analysts|delegates)',
  ) +
  String.raw`\b`;
export const COMPANY = String.raw`\b(?:the|its|their|this|a) (?:[\w-]+ ){0,3}(?:company|firm|start-?up|vendor|maker|lab|group|bank|insurer|retailer|airline|studio|lender|software maker|developers?|provider|consultancy|chipmaker|giant|phone maker|partners?|publisher|operator|agency's maker)\b`;
export const CUSTOMER = String.raw`\b(?:customers?(?! email)|clients?|user|general counsel|early adopters?|testimonial|partner(?:s|ed)?|reseller|investor)\b`;
/** Houses of analysts and pollsters, and bodies that watch over economies. */
export const ANALYSTS = anyOf(
  'Gartner|Forrester|IDC|Omdia|Canalys|Statista|Ipsos|YouGov|Gallup|Pew|Morning Consult|CB Insights',
  "PitchBook|TrendForce|Sensor Tower|Similarweb|Oxford Economics|Everest Group|Frost & Sullivan|Moody's",
  'Fitch Ratings|Bloomberg Intelligence|Challenger, Gray & Christmas|IMF|OECD|ILO|IEA|WEF|NBER',
  'World Bank|World Economic Forum',
  'International (?:Monetary Fund|Energy Agency|Labou?r Organi[sz]ation)',
);
export const INDEPENDENT =
  String.raw`\b` +
  anyOf(
    'researchers?|professors?|academics?|universit(?:y|ies)|scientists? at|courts?|judges?|tribunal',
    String.raw`regulators?|watchdog|FTC|SEC|FBI|unions?|analysts?|${ANALYSTS}|market research`,
    String.raw`(?<!\bAI )research firm(?! (?:${FIRMS.join('|')})\b)|pollsters?|polling (?:firm|company)|reviewers?`,
    'critics?|campaigners?|economists?|stud(?:y|ies)|paper|report(?:s|ed)? by|survey|poll|auditors?|audit',
    'lawmakers?|senators?|ministers?|ministry|commission(?:er)?|government|White House',
    '(?:the|this|Biden|Trump|Obama) administration',
    '(?:home|foreign|state|treasury|trade|commerce|health|defen[cs]e|education|energy|labou?r|interior) secretary',
    'secretary of (?:state|commerce|defen[cs]e|energy|labou?r|education|the)|(?:prime|deputy) minister',
    'officials?|lawsuit|complaint|filing|prosecutors?|police|former employees?|ex-employees?',
    String.raw`whistle-?blower|experts? (?:say|said|warn\w*)|advocates?|advocacy|think[- ]?tank|journalists?`,
    'columnist|linguist|philosopher|lawyers? for|attorney general|non-?profit|institute|NGO|EFF',
    String.raw`residents?|students? (?:said|say)|users? (?:say|said|complain\w*|report\w*)|inquiry`,
  ) +
  String.raw`\b`;

/** A word between “independent” and what is done: “clinical”, and not an agent that reviews or apps that test. */
const BETWEEN = String.raw`(?:(?!(?:agent|app|assistant|bot|code|data|risk|supplier|tool|system|vendor|and|of|or|from) |AI lab|\w*[^\Ws]s )[\w-]+ )?`;
/** A check by somebody outside. An agent that works independently and a third-party app check nothing. */
export const OUTSIDE_CHECK =
  String.raw`\b(?:peer-reviewed|audited by|independently (?:tested|verified|audited|reviewed|evaluated|assessed|benchmarked|measured|confirmed|validated|replicated|checked|assured)|(?:independent|third-party) ${BETWEEN}` +
  anyOf(
    'tests?|testing|testers?|trials?|stud(?:y|ies)|surveys?|reviews?|reviewers?|audits?|auditors?',
    'auditing|verification|evaluations?|evaluators?|assessments?|assessors?|analys[ei]s|researchers?',
    'experts?|lab(?:oratorie)?s?|laboratory|benchmarks?|benchmarking',
  ) +
  String.raw`)\b`;

export const SAY = String.raw`(?:said|says|say|saying|told|tells|announced?|announces|stated?|states|added|adds|wrote|writes|noted|notes|explain(?:ed|s)|according to|report(?:ed|s)|confirmed|confirms|conceded|estimat(?:es|ed)|puts?|expects?|plans?|aims?|argues?|argued|assured|stressed|believes?|continued|commented|shared|reveal(?:s|ed))`;
/** Verbs of saying that are never nouns: safe at the end of a sentence. */
export const SAID = String.raw`(?:said|says|(?:likes?|liked) to say|told|tells|announced|stated|states|added|adds|wrote|writes|noted|explain(?:ed|s)|reported|confirmed|confirms|conceded|estimates|(?<!\ban )estimated|expects|argues|argued|assured|stressed|believes|continued|commented|revealed)`;
export const DISTANCE = anyOf(
  'claimed|claiming|claim(?= (?:that|to|it|its|their|the)|[.!]?$)',
  "(?<!(?:'s|motor|insurance|medical|the|our|of|all|resolves|handles|process|file|their|bank|which|every|these|such) )claims(?! (?:bot|model|process|handl|team|adjust|manag|data|and|are|is|per|were))",
  String.raw`tout(?:s|ed|ing)?|boast(?:s|ed|ing)?|insist(?:s|ed|ing)?|maintain(?:s|ed)?(?= that\b|[.!]?$)`,
  String.raw`trumpet\w*|hail(?:s|ed)?|bill(?:s|ed) (?:itself|it)|pitch(?:es|ed)|vow(?:s|ed)?|promis(?:es|ed)`,
  'argues?|argued|what it calls|so-called|market(?:s|ed) (?:it )?as|markets? itself',
);
