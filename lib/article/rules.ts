/*
 * What counts as article text, as data. Two strengths: SKIP is never read; DOUBT is read but dropped again unless the
 * doubtful element turns out to hold the article itself ("page-with-sidebar" on a wrapper is no sidebar).
 */

/** A set of words. */
export const wordSet = (names: string) => new Set(names.split(' '));

/** True where a word or what it is the plural of is among `words`. */
export const isAmong = (words: ReadonlySet<string>, word: string) =>
  words.has(word) || words.has(word.replace(/s$/, ''));

/** How often a pattern with the flag g is found. */
export const count = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;

/** Elements whose text is no article text, whatever they hold. `peel-margin` is our own host. */
const SKIP_TAGS = wordSet(
  'script style noscript template iframe frame object embed svg math canvas video audio picture img map area input textarea select option fieldset datalist button label meter progress output nav aside footer dialog menu samp xmp listing head title meta link applet peel-margin',
);

/** Elements that flow inside a line. All other known ones start a new block; unknown ones are judged where they stand. */
const INLINE_TAGS = wordSet(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb ruby s small span strike strong sub sup time tt u var wbr slot',
);

const SKIP_ROLES = wordSet(
  'navigation complementary contentinfo search form dialog alertdialog alert menu menubar toolbar tablist tooltip listbox grid treegrid tree log status timer marquee button textbox searchbox combobox switch slider spinbutton progressbar img math',
);

/**
 * Parts of class names and ids that mark clutter. Whole words of a name, or their plurals: "share-bar" and "shareBars", not "shared".
 * What DOUBT_PAIRS knows, as "readmore", needs no word here.
 */
const DOUBT_WORDS = wordSet(
  'ad adslot advert advertisement advertorial affiliate author bio breadcrumb byline captcha comment consent contributors cookie copyright correction cta credit dateline disclaimer discussion disqus disclosure feedback follow footnotes footer gdpr hashtags infobox latest legal login masthead menu metadata modal nav navbar navbox navigation newsletter onetrust outbrain pager pagination piano podcast poll popover popup postmeta print promo promoted promotion rail rating reading recirc recirculation recommended recommendation recommends regwall related replies reply respond rss sharebar share sharing shopping sidebar signin signup social sponsor sponsored subnav subscribe subscription survey syndication tag tagged taboola ticker timestamp tips toc toolbar tooltip topics trending upsell whatsapp',
);
const DOUBT_PAIRS =
  /(?:read|more|see|view|watch|also|up|you|most|top|editor|hot|our)[-_ ]?(?:also|more|next|from|stories|posts|articles|news|read|popular|viewed|shared|picks|topics|like|links|headlines|videos)|table[-_ ]?of[-_ ]?contents|skip[-_ ]?(?:link|to)|call[-_ ]?to[-_ ]?action|back[-_ ]?to[-_ ]?top|site[-_ ]?(?:header|nav)|in[-_ ]?this[-_ ]?(?:article|story)|about[-_ ]?(?:the[-_ ]?)?author|terms[-_ ]?of/i;

/** Names that say what an element has or has not ("has-rail-right", "no-ads", "lg:sidebar"), and not what it is. */
const LABEL = /^(?:has|with|without|no|is|not|js|toc)[-_A-Z]|^\w{2}:|^(?:tag|category)-\w+$/;
/** Blogs hang an article's authors and subjects on its own element. */
const POST = /(?:^|\s)(?:hentry|type-post|single-post|postid-\d+)(?:\s|$)/;

/** Text for screen readers only, which sighted readers do not see. */
const UNSEEN =
  /(?:^|[\s_-])(?:sr[-_]only|screen-?reader(?:-text|s)?|visually-?hidden|(?:a11y|u|is)-hidden|off-?screen|(?:hide|assistive|hidden)-text|d-none)(?:$|[\s_-])|VisuallyHidden|srOnly/;

/** Code editors and rich text fields that are not marked as editable on every element. */
const EDITOR =
  /(?:^|\s)(?:cm-editor|CodeMirror|monaco-editor|ace_editor|tox-tinymce|code-?block|prism-code|shiki)(?:$|[\s-])/;

const verdicts = new Map<string, number>();
const DOUBTFUL = 1;
const HIDDEN = 2;

/** Judges a class or id attribute; remembered, since a page repeats few names thousands of times. */
function nameVerdict(names: string): number {
  const known = verdicts.get(names);
  if (known !== undefined) return known;
  let verdict = 0;
  if (UNSEEN.test(names) || EDITOR.test(names)) verdict |= HIDDEN;
  if (DOUBT_PAIRS.test(names)) verdict |= DOUBTFUL;
  else if (!POST.test(names)) {
    for (const name of names.split(/\s+/)) {
      if (LABEL.test(name)) continue;
      for (const word of name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/)) {
        if (isAmong(DOUBT_WORDS, word.toLowerCase())) verdict |= DOUBTFUL;
      }
    }
  }
  if (verdicts.size > 5000) verdicts.clear();
  verdicts.set(names, verdict);
  return verdict;
}

/** `hidden`: skipped for what may change, an attribute or a class. */
export type Verdict = 'inline' | 'block' | 'doubt' | 'skip' | 'hidden';

/**
 * Judges one element by its own name and attributes, without asking for layout or style.
 *
 * @param inArticle true under an `article` or `main` element, where a header belongs to the text.
 * @param midLine true where text of the same block came right before: decides what an unknown element is.
 */
export function judge(element: Element, tag: string, inArticle: boolean, midLine: boolean): Verdict {
  if (SKIP_TAGS.has(tag)) return 'skip';
  const inline = INLINE_TAGS.has(tag) || (midLine && isUnknown(element, tag));
  let names = 0;
  let id = '';
  // Most elements have one attribute or two: asking for each of eight by name costs more than the rest of the walk.
  for (const attribute of element.getAttributeNames()) {
    if (!TELLING.has(attribute)) continue;
    const value = element.getAttribute(attribute) ?? '';
    if (attribute === 'class') names |= nameVerdict(value);
    else if (attribute === 'id') id = value;
    else if (hides(element, attribute, value)) names |= HIDDEN;
  }
  if (names & HIDDEN) return 'hidden';
  if (inline) return 'inline';
  const verdict = special(element, tag, inArticle);
  return verdict === 'block' && (names | nameVerdict(id)) & DOUBTFUL ? 'doubt' : verdict;
}

/** The attributes that `judge` asks for. */
const TELLING = wordSet('class id hidden inert aria-hidden style contenteditable role');

/** True where an attribute takes its element's text out of the article. */
function hides(element: Element, attribute: string, value: string): boolean {
  switch (attribute) {
    case 'aria-hidden':
      return value === 'true' && !holdsProse(element);
    case 'style':
      return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value);
    case 'contenteditable':
      return value.toLowerCase() !== 'false';
    case 'role':
      return SKIP_ROLES.has(value.toLowerCase()) || (value === 'banner' && !holdsHeadline(element));
    default:
      return true;
  }
}

/** Elements that are article text in some places and clutter in others. */
function special(element: Element, tag: string, inArticle: boolean): Verdict {
  if (tag === 'header') return inArticle || holdsHeadline(element) ? 'block' : 'skip';
  if (tag === 'form') return element.querySelectorAll('p').length > 4 || holdsHeadline(element) ? 'block' : 'skip';
  if (tag === 'pre') return isProse(element) ? 'doubt' : 'skip';
  if (tag === 'table') return isLayoutTable(element) ? 'block' : 'skip';
  return 'block';
}

const holdsHeadline = (element: Element): boolean => element.querySelector('h1,article,main') !== null;

/** Pages hide everything from screen readers while a dialog is open; that is no reason not to read it. */
const holdsProse = (element: Element): boolean => element.querySelector('p,h1,article') !== null;

/** Words and figures of speech that programs and their output have few of, and any text has many of. */
const PLAIN = /\b(?:the|of|and|to|in|is|that|for|it|on|with|as|was|by)\b/gi;
const SYNTAX = /[{}<>=;$\\|_#~^`]/g;
/** Shorter preformatted text than this is no article. */
const PROSE = 400;

/**
 * True for preformatted text that is prose: mailing lists, plain text files and releases of wires come so. It stays doubtful, so
 * that a text quoted in an article is not taken for a part of it.
 */
function isProse(pre: Element): boolean {
  if (pre.querySelector('code,samp,kbd')) return false;
  const text = pre.textContent ?? '';
  if (text.length < PROSE) return false;
  const words = text.split(/\s+/).length;
  return count(PLAIN, text) > words * 0.12 && count(SYNTAX, text) < text.length * 0.01;
}

/** Old pages lay out columns with tables; a table with headings of its own, or without prose, holds data. */
function isLayoutTable(table: Element): boolean {
  const role = table.getAttribute('role')?.toLowerCase();
  if (role === 'table') return false;
  if (role === 'presentation' || role === 'none') return true;
  if (table.querySelector('th,thead,caption')) return table.querySelector('table') !== null;
  return table.querySelector('p,h1,h2,article,table,blockquote') !== null;
}

/** Custom elements, and elements that HTML does not know. */
const isUnknown = (element: Element, tag: string): boolean =>
  tag.includes('-') || element.constructor.name === 'HTMLUnknownElement';

/** A footnote mark: a short figure or sign set high, which would stick to the word or number before it. */
export const isFootnoteMark = (text: string): boolean =>
  /^\s*[[(]?(?:\d{1,3}|[a-z]|[*†‡§¶#]+)(?:\s?[,–-]\s?\d{1,3})*[\])]?\s*$/.test(text);
