/** The words by which the parts of a sentence's build are known. Closed lists: what is not on them is not there. */
import { HELPED } from './words';

/** Where a phrase must end, so that no half of it is printed. */
const END = String.raw`(?=[.,;:!?)”"—–]|\s[—–-]\s|$|\s(?:and|as|at|by|for|from|in|into|on|so|than|that|through|to|using|when|while|with|without|across|is|are|will|can)\b)`;
/** The same where the phrase may hold an “and” or an “of”. */
const HARD_END = String.raw`(?=[.,;:!?)”"—–]|\s[—–-]\s|$|\s(?:so|that|using|when|while|without|by|across|for)\b)`;
/** A phrase with one of these in it is none that could be printed. */
export const NOT_A_NOUN =
  /\b(?:is|are|was|be|that|which|who|how|what|when|you|we|they|it|this|these|those|here|there|one|zero|today|now|scratch|beginning|start|end|day|last|first|next|and|or|not|a few)\b|\d/i;

/** What is looked for, by the part that it fills; capitals are lowered before. */
export const PATTERNS = {
  help: new RegExp(
    String.raw`\b(help|helps|helping|helped|enable|enables|enabling|empower|empowers|empowering|allow|allows|allowing|let|lets|letting)\s(?:(?:your|our|the|their|all)\s)?((?:[a-z-]+\s)?(?:${HELPED})|you)\s(?:to\s)?(?:better\s|quickly\s|easily\s|also\s)?([a-z]+)\b`,
  ),
  helpOnly: /\b(helps?|helping)\s(?:to\s)?(?:autonomously\s|better\s)?([a-z]+)\b/,
  hope: /\b(designed to|built to|engineered to|poised to|set to|expected to|aims? to|aiming to|intended to|intends to|plans? to|planning to|looking to|seeks? to|hopes? to|strives? to|ready to|promises? to|on track to)\s(?:further\s|also\s|better\s)?([a-z]+)\b/,
  still: /\b(remains?|continues? to|continuing to|keeps? (?=\w+ing))\b/,
  without: new RegExp(
    String.raw`\bwithout ((?:[a-z]+ing (?:(?:your|the|any|their|its|a|an|on) )?)(?:[a-z-]+ ){0,2}?[a-z-]+)${HARD_END}`,
  ),
  all: new RegExp(
    String.raw`\b(?:(every|any|each) (?!(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|other|few|day|week|month|year|time|hour|minute|second|quarter|morning|night|turn)s?\b)((?:single )?[a-z]{3,}(?:-[a-z]+)?)${END}|(everyone|everything|everywhere|anyone|anything|anywhere|everybody))`,
    'g',
  ),
  super:
    /\b(?:(most) (powerful|advanced|capable|intelligent|comprehensive|complete|efficient|trusted|secure|innovative|ambitious|accurate|specialized|sophisticated|cost-effective|versatile|balanced|intuitive)|(best|fastest|strongest|smartest|easiest|simplest|greatest))\b(?! (?:practices?|schools?|people|minds|talent|of|in class|possible|way|known|for|customers|engineers)\b|-)/gi,
  degree:
    /\b(significantly|dramatically|substantially|greatly|vastly|considerably|radically|fundamentally|massively|exponentially|profoundly|drastically|remarkably|incredibly|far more|much more|even more)\b/i,
  manner:
    /\b(seamlessly|effortlessly|easily|instantly|autonomously|automatically|intelligently|securely|responsibly|safely|continuously|proactively|naturally|confidently|quickly|efficiently|intuitively|(?<!\b(?:quite|very|put) )simply(?!,))\b/i,
  ago: /\b((?:two|three|four|five|six|seven|eight|nine|ten|\d+|a few|several) (?:weeks|months|years) ago|last (?:year|month|week))\b/i,
  soon: /\b(soon|(?:in|over|within) the (?:coming|next|near) (?:(?:few|two|three|five|ten) )?(?:days|weeks|months|years|decade|decades|future)|in (?:coming|the) (?:weeks|months|years)|later this (?:year|month)|next (?:year|month|quarter)|one day|someday|eventually)\b/i,
  creed:
    /\b(we believe|we think|we expect|we envision|we[’']?re excited|we are excited|our vision is|our mission is|our goal is|our ambition is|is committed to|are committed to|we[’']re committed to)\b/i,
  futureOf: new RegExp(String.raw`\bthe future of ((?:AI(?=[\s.,])|[a-z][a-z-]*)(?: [a-z-]+){0,2}?)${END}`, 'i'),
  merely: new RegExp(
    String.raw`\b(?:more than|(?:is|are)(?:n[’']t| not)|beyond) (?:just|simply|merely|only) ((?:an? |the |another )?(?:[a-z-]+ ){0,2}?[a-z-]+)${END}`,
    'i',
  ),
  vague: new RegExp(
    String.raw`\b((?:tens of |hundreds of )?(?:dozens|hundreds|thousands|millions|billions)) of ((?:[a-z-]+ )?[a-z-]+s|people)${END}`,
    'i',
  ),
  more: /\b(faster|cheaper|smarter|better|easier|safer|simpler|stronger|quicker|deeper|smoother|richer|more (?:accurate|efficient|effective|productive|reliable|relevant|secure|personalized|personal|intelligent|powerful|capable|natural|flexible|responsive|affordable|accessible|intuitive|creative|advanced))\b(?! (?:than|and more)\b)/i,
  tasks:
    /\b((?:highly |most )?(?:complex|complicated|tough|difficult|hard|tedious|repetitive|everyday|routine|manual|mundane|time-consuming|demanding|challenging|sophisticated|multi-step|low-value|high-value)(?:, (?:multi-step|complex|repetitive|tedious))?(?: [a-z-]+)? (?:tasks|problems|challenges|workflows|questions|issues|processes|work|topics|projects))\b/i,
  single: new RegExp(
    String.raw`\b((?:one|a single|single) (?:(?:unified|integrated|connected|intelligent|intuitive|central|trusted|open) )?(?:platform|place|app|view|solution|tool|system|workspace|interface|dashboard|environment|model|experience|hub|source of truth))${END}`,
    'i',
  ),
  existing: new RegExp(String.raw`\b(existing (?:[a-z-]+ )?[a-z]+)${END}`),
};
