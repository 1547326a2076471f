import { lettered } from './letters';
import { wordSet } from './rules';

/* Which blocks are no article text by their own words: furniture of pages, and law. */

/*
 * One pattern of all these beginnings takes two milliseconds to be made into code, on every page. Single words and pairs are looked
 * up instead, and what has to be told more closely has a small pattern of its own, made where a text begins with its word.
 */

/** What a kind of text begins with, in small letters. */
interface Beginnings {
  /** Words, and pairs of words with a line between them. */
  labels: ReadonlySet<string>;
  /** What follows the labels. */
  rest: RegExp;
  /** By the words that come first, with a * also with an s: the pattern of what follows those. */
  further: Readonly<Record<string, string>>;
  /** The same, word by word, as it was asked for. */
  made?: Map<string, RegExp | null>;
}

function beginsAs(text: string, kind: Beginnings): boolean {
  const [pair, word] = /^(\w+)(?: \w+)?/.exec(text.toLowerCase()) ?? [];
  if (!pair || !word) return false;
  for (const label of [word, pair])
    if (kind.labels.has(label.replace(' ', '_')) && kind.rest.test(text.slice(label.length))) return true;
  kind.made ??= new Map();
  let pattern = kind.made.get(word);
  if (pattern === undefined) {
    let rests = '';
    for (const words in kind.further)
      if (words.split(' ').some((one) => one.replace('*', '') === word || one === word.replace(/s$/, '*')))
        rests += `|${kind.further[words]}`;
    pattern = rests ? new RegExp(`^(?:${rests.slice(1)})`, 'i') : null;
    kind.made.set(word, pattern);
  }
  return pattern?.test(text.slice(word.length)) === true;
}

/** Short blocks that are about the article and not of it: bylines, dates, credits, invitations. */
const FURNITURE: Beginnings = {
  labels: wordSet(
    'tweet subscribe sign_up sign_in log_in read_more learn_more see_more see_also advertisement sponsored promoted newsletter filed_under contents copy_link skip_to more_from most_read most_popular read_also also_read getty_images',
  ),
  rest: /^[^.!?]{0,50}$/,
  further: {
    // Words that a claim may begin with ("Save ten hours a week"): next to nothing follows them, or what only a frame says.
    'share email print save listen follow comment* reply related topic* tag* recommended trending watch photo* image* credit* source reuters illustration':
      '(?: [^ .!?]+){0,3}$|(?: (?:us|this|by|courtesy)\\b|\\s?[:|/(])[^.!?]{0,50}$',
    // A sentence has its stop at the end; “Jan.” and “min.” have theirs before a word.
    by: '\\s.{3,80}(?:\\b(?:updated|published)\\b|\\b20\\d\\d\\b)(?:[^.!?]|[ap]\\.m\\.|\\.(?= ?\\w)){0,60}$| (?:signing|subscribing|clicking|submitting|continuing|using)\\b.* (?:you|I) (?:\\w+ )?(?:agree|accept|consent|confirm)',
    loading: '(?: [^ .!?]+){0,3}\\W*$',
    copyright: '(?: [^ .!?]+){0,3}\\W*$|\\W*(?:c\\)|©|\\d{4})| the [^.!?]*$|.*\\breserved',
    screenshot: '.{0,40}$',
    paid: ' (?:content|for by|post)\\b',
    'written reviewed edited reported': ' by\\s[^.!?]{3,60}$',
    home: '\\s?[>›»/]',
    this: ' content is reserved',
    register: '.{0,20}sign in',
    credit: '\\.{3}',
    'asked answered modified viewed': '\\s[^.!?]{3,40}$',
    'published updated posted':
      '(?: [^ .!?]+){0,3}$|(?: (?:(?:on|by|in|at)\\b|\\d)|\\W*:|.*\\b20\\d\\d\\b)[^.!?]{0,60}$',
    last: ' (?:updated|modified)\\b[^.!?]{0,60}$',
    'sign subscribe': '(?: up)? (?:for|to|here|now)\\b',
    read: ':\\s[^.!?]{0,50}$',
    table: ' of contents\\b[^.!?]{0,50}$',
    editor: "['’]s (?:pick|note)\\b[^.!?]{0,50}$",
    'photo* image* picture* credit* illustration* photograph* video*': '(?: credits?)?(?: by)?\\s*[:/©]',
    all: ' rights reserved',
    get: ' (?:our|the latest|breaking|more (?:from|news|stories))\\b.{0,80}(?:newsletter|inbox|email)| more.{0,80} to your inbox(?! (?:by|from|using|with)\\b)',
    'we accept this our': ' (?:use |all |(?:web)?site uses )?cookies',
    'correction* clarification*': '\\s*[:(]',
    download: ' (?:our|the) app',
    'please enable': ' (?:enable|javascript)',
    click: ' here',
  },
};
/** Those that begin with a sign or a figure, and dates. */
const LESS_THAN_WORDS =
  /^(?:\[[^\]]{2,40}\]$|©|[\d.,]+k?\s(?:shares|comments|views|likes)\b|\d+\s*min(?:ute)?s?\s+read\b|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4}[^.!?]{0,40}$|\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$)/i;
const DATE =
  /^(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}[^.!?]{0,40}|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s[^.!?]{3,60}\d{4})$/i;
/** A byline without a date. */
const BYLINE = lettered(/^by\s+(?:the\s+)?\p{Ll}[\p{L}.'’-]*(?:\s|$)(?!\d)(?=.{0,60}$)[^.!?]*$/u);
/** Who took a picture, at the end of what is said of it: captions stand in plain paragraphs, too. “Images: up to 4K” is what a plan gives. */
const CREDITED =
  /(?:[.!?”] |\()(?:(?:Photos?|Photograph|Image|Illustration|Credit)(?:s? by|: ?(?=by|courtesy|generated|©|[a-z]?[A-Z]))|AP Photo).{1,60}[^.!?]$|\/ ?(?:AP|AFP|Getty Images)\)?$/;
const FURNITURE_LENGTH = 240;
/** Beyond that a caption is known only by a credit in parentheses: one without was glued to the end of a paragraph. */
const CAPTION_LENGTH = 600;

/** True for a block that is page furniture by its own words. */
export function isFurniture(text: string): boolean {
  if (text.length > FURNITURE_LENGTH)
    return text.length < CAPTION_LENGTH && CREDITED.test(text.slice(text.lastIndexOf('(')));
  return (
    beginsAs(text, FURNITURE) ||
    DATE.test(text) ||
    CREDITED.test(text) ||
    LESS_THAN_WORDS.test(text) ||
    BYLINE(text.toLowerCase()) !== null
  );
}

/** Headings after which, up to the next heading, law speaks and not the writer. */
const LEGAL: Beginnings = {
  labels: wordSet(
    'safe_harbor cookie_settings most_read most_popular share_this subscribe sign_up newsletter newsletters read_next up_next explore_more',
  ),
  rest: /^/,
  further: {
    'cautionary note': '(?: (?:note|statement)s?)? (?:on|regarding|concerning|about)\\s',
    forward: '[- ]looking (?:statement|information)',
    'disclaimer* disclosure* references footnotes notes endnotes citations sources bibliography comment* contents trademark* related recommended trending subscriber*':
      '\\W*$',
    terms: ' (?:of (?:use|service|sale)|(?:and|&) conditions)',
    more: ' (?:from|stories|on(?: this|:))',
    'legal trademark important': ' (?:notice|disclaimer|information|disclosure)',
    'privacy cookie external see further': ' (?:policy|notice|links|also|reading)$',
    you: ' (?:may|might) also',
    leave: ' a (?:comment|reply)',
    'about join': ' the (?:author|conversation|discussion)',
    'recent latest similar popular related recommended trending':
      ' (?:articles|posts|stories|content|news|links|reading|topics|now|for you|coverage|resources|videos)\\b',
    table: ' of contents',
    in: ' this (?:article|story)',
    a: ' message from\\s.*(?:editor|founder|publisher|sponsor).*:$',
    methodology: ' and disclosure',
  },
};
const NEWSLETTERS = /^.{0,40}\bnewsletters?$/i;

/** True for a heading that opens a stretch which is no article text. */
export const opensClutter = (heading: string): boolean =>
  heading.length <= 90 && (beginsAs(heading, LEGAL) || NEWSLETTERS.test(heading));

/** Legal boilerplate inside a paragraph: "This release contains forward-looking statements …". */
const BOILERPLATE =
  /\bforward[- ]looking statements?\b.{0,400}\b(?:risks?|uncertaint|Reform Act|Securities|actual results|differ materially)|\bPrivate Securities Litigation Reform Act\b|\bundertakes? no (?:obligation|duty) to (?:publicly )?(?:update|revise)\b|\bregistered trademarks? of\b|\bmay (?:earn|receive) (?:a|an) (?:affiliate )?commission\b|\baffiliate links?\b/i;

/** One of these is in every such paragraph; looking for plain words first spares a long page the pattern. */
const MARKS = ['looking', 'Litigation', 'ndertake', 'trademark', 'commission', 'ffiliate'];

/** True for a paragraph of law or disclosure. */
export const isBoilerplate = (text: string): boolean =>
  MARKS.some((mark) => text.includes(mark)) && BOILERPLATE.test(text);
