import { anyOf } from '@/lib/english/word-list';
import type { Evidence, Modality, NumberSource, Polarity, Quantity, Voice } from '@/lib/model';
import { fold } from '../english/fold';
import type { Attribution } from './attribution';
import type { PageContext, Spot } from './context';
import { noMonth } from './hype';
import { OUTSIDE_CHECK } from './lexicon/roles';
import { re } from './pattern';

/** Kind of voice a claim is made in. */
export function voiceOf(context: PageContext, spot: Spot, attribution: Attribution): Voice {
  if (attribution.distanced) return 'reported-distanced';
  if (attribution.source === 'customer' && attribution.quoted) return 'testimonial';
  if (attribution.quoted && attribution.source !== 'none') return 'spokesperson-quote';
  const headline =
    spot.passage.role === 'headline' ||
    (context.spots.length === 1 && !/[.!?]["')]?$/.test(spot.text) && !/^\W/.test(spot.text));
  if (headline && !/^\W*(?:we|our)\b/i.test(spot.text)) return 'headline';
  if (spot.passage.role === 'item' || /^\s*[\u2022*\u25cf\u25aa]/.test(spot.text)) return 'bullet';
  if (attribution.source !== 'none') return 'reported-neutral';
  // "US" is a country.
  return context.page.kind === 'company' || /\b(?:[Ww]e|[Oo]ur|[Uu]s)\b/.test(spot.text)
    ? 'first-party'
    : 'reported-neutral';
}

/** What a firm does to its staff or with its money. */
const ACT = 'to (?:cut|hire|replace|launch|invest)';

/** An act that is tied to a deed done: "used AI to cut costs", "had cut 900 jobs, to invest in AI". */
const DEED =
  "\\b(?:(?<!\\b(?:would|could|may|might|to) (?:be )?)(?:used|uses|(?:is|are|was|were|been|by|now) using|managed|(?:was|were|been) (?:able|forced)|took|turn(?:s|ed) to|(?:deploy|adopt|tap|leverag|harness|employ|appl)(?:p?ed|e?s|i(?:es|ed))|(?:help|allow|enabl)(?:s|ed|es|ing))(?: (?!to\\b)[\\w'$%.-]+){0,6}|ha(?:s|ve|d) (?:cut|\\w+ed) [^,;]{1,60},) " +
  ACT;

/** "Kelmore to cut 900 jobs", at the end of its sentence. */
const isHeadlinesFuture = (text: string): boolean =>
  re(`\\b${ACT}\\b(?=[^.]{0,60}$)`).test(text.replace(re(DEED), ' '));

/** How firmly it is asserted. */
export function modalityOf(text: string): Modality {
  if (re('\\b(?:if|unless|provided that|as long as)\\b').test(text)) return 'conditional';
  if (
    (re(
      `\\b(?:will|won't|going to|set to|poised to|on track to|expect(?:s|ed)? (?:to|that|\\w+ to)|expects? (?:[\\w'-]+ ){2,4}to|by 20\\d\\d|(?<!\\bas )soon|(?:plan(?:s|ned|ning)?|wants?|intends?|agree[sd]|decide[sd]|vow(?:s|ed)|pledge[sd]|promise[sd]|prepar(?:es|ing)|propose[sd]|threaten(?:s|ed)|seeks?|is|are|about|likely|ready|due) ${ACT})\\b|'ll\\b`,
    ).test(text) ||
      isHeadlinesFuture(text)) &&
    !re('\\bwill (?:appreciate|be able)\\b').test(text)
  )
    return 'future';
  if (
    re(
      '\\b(?:may|might|could|can help|aims? to|designed to|potential(?:ly)?|hopes? to|should|intended to|possibly|helps?)\\b',
    ).test(noMonth(text))
  )
    return 'hedged';
  return 'asserted';
}

/** Where the figure of a claim comes from. */
export function numberSourceOf(text: string, figures: Quantity[], attribution: Attribution): NumberSource {
  if (!figures.length) return 'none';
  if (re('\\bcommissioned\\b').test(text)) return 'commissioned';
  if (re('\\brandomi[sz]ed\\b').test(text) || re(OUTSIDE_CHECK).test(text)) return 'independent';
  if (re('\\b(?:survey\\w*|respondents|feel|felt|polled)\\b').test(text)) return 'perception-survey';
  if (attribution.source === 'customer') return 'customer';
  return 'self';
}

/** As many as a test has cases, and no year. */
const MANY = '(?:(?!(?:19|20)\\d\\d\\b)\\d[\\d,]+|hundreds|thousands|dozens|a (?:hundred|thousand|dozen))\\b';
/** How a thing was found out: so many looked at, against what. "Tested by thousands" counts users. */
const METHOD =
  "\\b(?:n ?= ?\\d|(?:random|representative) sample|samples? of|randomi[sz]ed (?:controlled |clinical )?(?:trials?|stud(?:y|ies)|tests?|experiments?)|double-blind|control group|confidence interval|a/b tests?|methodology|in [\\d,]+ of [\\d,]+ cases|(?:compared|relative|against)(?: [\\w'-]+){0,3} baseline" +
  "|(?:in|on|an?|the|its|our|their|this|that|\\w+'s) (?:[\\w-]+ ){0,3}(?:tests?|trials?|pilots?|study|surveys?|polls?|experiments?|evaluations?|review|analysis|audit) (?:of|with|on|among|across|involving|covering|in) (?:[\\w-]+ ){0,3}" +
  MANY +
  '|(?:tested|surveyed|polled|interviewed|evaluated|measured) (?!by (?:[\\w-]+ ){0,3}(?:hundreds|thousands|dozens|a (?:hundred|thousand|dozen))\\b)(?:[\\w-]+ ){0,4}' +
  MANY +
  ')';

/** Words between an article and its noun: a verb or a function word among them begins something else. */
const GAP =
  "(?:(?!(?:an?|the|or|to|into|for|from|by|of|that|which|who|can|will|lets?|helps?|makes?|writes?|reads?|files?|turns?|sends?)\\b)[\\w'-]+ ){0,3}";
/** The same before "report", where no one does the reporting ("new users report"), and it is none of every day. */
const SORT =
  '(?:(?!(?!earnings |results |jobs )\\w*[^\\Ws]s\\b|(?:people|staff|already|an?|the|or|to|into|for|of|daily|weekly|monthly|expense|status|bug)\\b)[\\w-]+ ){0,3}';
const WHOSE =
  "(?:an?|the|this|that|its|their|our|his|her|new|recent|latest|separate|another|both|two|three|20\\d\\d|\\w+'s?) ";
/** Who wrote it, and not how, how fast, when or out of what it is written. */
const AUTHOR =
  '(?:by|from) (?!' +
  anyOf(
    '(?:more|less) than|up to|almost|nearly|about|around|over|half',
    'an? (?:half|third|quarter|factor|few|hundred|thousand)',
    'the (?:end|time|hour|minute|day|dozen|hundred|thousand|field)|itself|themselves|hand|e?-?mail',
    String.raw`phone|post|text|voice|default|(?:us|click|ask|read|pull)ing|\w+day|noon|midnight|tomorrow|home`,
    'anywhere|your|raw|scratch|any|every|hours|days|weeks|minutes|notes|spreadsheets',
  ) +
  String.raw`\b)(?=[a-z'])`;
/** A piece of writing that can be looked up, named as one: bare "report", "study" and "paper" are verbs and stationery as often. */
const POINTER =
  // "a 2025 survey from Kelmore"
  `\\b(?:${WHOSE}${GAP}` +
  '(?:(?:stud(?:y|ies)|surveys?|polls?|pre-?prints?|filings?|prospectus|white ?papers?|research notes?|journal|(?:analys[ie]s|audits?|research) (?:by|from|found|finds|shows?|showed|suggests?|published))\\b' +
  '(?! (?:cards?|forms?|trails?|work|plans?|times?|generation|templates?|writing|features?|tools?|builders?)\\b)' +
  // "a report by the lab", "the paper shows", "two reports found"
  `|(?:reports?|papers?) (?:${AUTHOR}|(?:that |also )?(?:argued|concluded|forecast|found|predicted|projected|published|released|reported|revealed|said|show that|showed|suggested|warned)\\b)` +
  '|(?:report|paper) (?:that |also )?(?:argues|claimed|claims|concluded|concludes|demonstrates|described|describes|estimated|estimates|finds|forecasts|highlights|noted|notes|predicts|presents|projects|proposes|puts|reports|reveals|says|shows|states|suggests|surveyed|warns)\\b)' +
  // "a 2031 report", "its latest annual report", "according to the report", "said in a report"
  `|(?:(?:20\\d\\d|latest|recent|new|previous|separate) ${SORT}|(?:according to|(?:argued|concluded|described|detailed|discussed|estimated|forecast|found|noted|predicted|projected|published|reported|said|says|warned|wrote) in|^in(?= [^,]{0,40}(?:report|paper),)) ${WHOSE}${GAP})(?:report|paper)\\b` +
  // "filed with the regulator", "according to data from Vantrell", "figures from Vantrell show"
  "|filed with|(?:regulatory|court|securities|sec) filings?|10-[kq]|form s-1|published in|peer-reviewed|according to (?:[\\w'-]+ ){0,4}(?:data|figures|statistics|research|records|survey\\w*|documents)" +
  "|(?:data|figures|statistics|records|research) (?:from|by) (?:[\\w.&'-]+ ){1,5}(?:shows?|showed|suggests?|indicates?|found|finds?)|(?:system|model) cards?|tech(?:nical)? reports?|footnotes?|case stud(?:y|ies)" +
  // "tops the Vantrell leaderboard", "on the open benchmark"
  `|(?:on|tops|topped|topping|leads?|led) (?:(?:the|this) (?:(?!(?:most|many|all|every|of)\\b)[\\w.-]+ ){0,3}(?:leaderboard|benchmark)|(?:the )?(?:\\w+ )?public (?:leaderboard|benchmark)s?)\\b(?! (?:positions?|spots?|filters?|features?|pages?)\\b))`;
/** The same with a proper name: "Vantrell's report", "a Vantrell report", "on the MMLU benchmark". */
const NAMED =
  `\\b(?:(?!(?:Today|Yesterday|Tomorrow|\\w+day)\\b)[A-Z][\\w.&-]*(?:'s|s') ${SORT}` +
  '|(?:[Aa]n?|[Tt]he) (?:(?!(?:AI|LLM|ML|PDF|\\w+day)\\b)[A-Z]\\w*[A-Za-z][\\w.&-]* ){1,3})(?:report|paper)\\b' +
  '|\\b(?:[Oo]n|[Tt]ops|[Tt]opped|[Ll]eads?) (?:[a-z]+ ){0,2}(?!(?:AI|LLM|ML)\\b)[A-Z][\\w.-]* (?:\\w+ ){0,2}(?:leaderboard|benchmark)s?\\b' +
  '|\\b(?:[Oo]n|across) (?:[\\w-]+ ){0,3}benchmarks? (?:like|such as|including) [A-Z]';
/** Before a piece of writing: the machine makes or reads it, so that it shows nothing. */
const TASK =
  '\\b(?:writ|draft|creat|generat|prepar|summari[sz]|produc|read|compil|format|automat|finish|upload|build)(?:e?s?|ed|ing) (?:\\w+ ){0,2}$';

/**
 * Whether the claim shows where it comes from: a method, else a named piece of writing or a link, in its sentence or in the one
 * beside it in the same passage; a list's lead-in stands beside its items.
 */
export function evidenceOf(spot: Spot): Evidence {
  const { passage, order } = spot;
  const beside = [passage.sentences[order - 1], passage.sentences[order + 1]].filter((s) => s !== undefined);
  const texts = [spot.text, ...beside.map(({ start, end }) => fold(passage.text.slice(start, end)))];
  if (passage.role === 'item' && spot.lead) texts.push(spot.lead.slice(-LEAD));
  if (texts.some((text) => re(METHOD).test(text))) return 'method';
  const linked = [spot.sentence, ...beside].some(({ start, end }) =>
    passage.links?.some((link) => link.start < end && link.end > start),
  );
  return linked || texts.some(names) ? 'pointer' : 'none';
}

/** Of a list's lead-in, the end counts. */
const LEAD = 240;

/** True where a text names a piece of writing as its source. */
function names(text: string): boolean {
  return [re(POINTER), re(NAMED, true)].some((pattern) => {
    const found = pattern.exec(text);
    return found !== null && !re(TASK).test(text.slice(0, found.index));
  });
}

/** “Not just fast but cheap” limits nothing. */
const BOTH = /(?:\bnot|n't) (?:just|only|merely|simply)\b[^.]{0,80}?\bbut\b/gi;

/** Whether a limitation stands beside the claim. */
export function polarityOf(text: string): Polarity {
  return re(
    '\\b(?:but|however|although|though|despite|still makes|except|only for|without saying|limited to|with limitations?|not yet)\\b',
  ).test(text.replace(BOTH, ' '))
    ? 'mixed'
    : 'promoting';
}
