import { wordSet } from './word-list';

/** Nouns that take no plural s and no article games. */
const UNCOUNTED = wordSet(
  'staff software hardware firmware data personnel police crew workforce equipment information research',
  'furniture advice news media series species sheep aircraft spacecraft homework feedback traffic code',
  'labor labour help support talent management leadership people',
);
const IRREGULAR = new Map(
  Object.entries({
    person: 'people',
    man: 'men',
    woman: 'women',
    child: 'children',
    foot: 'feet',
    tooth: 'teeth',
    goose: 'geese',
    mouse: 'mice',
    half: 'halves',
    life: 'lives',
    wife: 'wives',
    midwife: 'midwives',
    housewife: 'housewives',
    knife: 'knives',
    shelf: 'shelves',
    bookshelf: 'bookshelves',
    calf: 'calves',
    scarf: 'scarves',
    leaf: 'leaves',
    wolf: 'wolves',
    self: 'selves',
    loaf: 'loaves',
    thief: 'thieves',
    quiz: 'quizzes',
    analysis: 'analyses',
    crisis: 'crises',
    thesis: 'theses',
    hypothesis: 'hypotheses',
    basis: 'bases',
    diagnosis: 'diagnoses',
    prognosis: 'prognoses',
    synthesis: 'syntheses',
    emphasis: 'emphases',
    matrix: 'matrices',
    vertex: 'vertices',
    criterion: 'criteria',
    phenomenon: 'phenomena',
    medium: 'media',
    hero: 'heroes',
    potato: 'potatoes',
    tomato: 'tomatoes',
    echo: 'echoes',
    veto: 'vetoes',
    bus: 'buses',
    gas: 'gases',
    lens: 'lenses',
    paralegal: 'paralegals',
  }),
);
const SINGULAR = new Map([...IRREGULAR].map(([one, many]) => [many, one])).set('indices', 'index');
/** Plurals of words in -ie: “movies” is of no “movy”. */
const OF_IE =
  /^(?:mov|cook|self|zomb|calor|rook|smooth|tech|newb|brown|hood|gen|prair|ind|food|freeb|road|walk|talk)ies$/i;
/** Plurals of words in -us and -as, which have no e of their own, as “houses” and “phases” have. */
const OF_S =
  /(?:vir|bon|camp|cens|consens|chor|circ|foc|min|pl|stat|apparat|prospect|octop|radi|nex)uses$|^(?:bi|ali|atl|canv)ases$/i;
/** Words in -s that are one. */
const ONE_IN_S = /(?:ss|us|is|news|series|species|lens|gas|bus|^bias|^alias|^atlas|^canvas|^chaos)$/;
/** Words in -men that are no men. */
const NO_MEN = /(?:speci|regi|abdo|acu|^o|^a)men$/i;
/** Words in -ch that are said with a k: “epochs”. */
const HARD_CH = /(?:tech|epoch|stomach|monarch|patriarch|matriarch)$/i;
/** Words in -man that are not men: humans, Germans, talismans. */
const NOT_MEN = /(?:hu|ger|ro|talis|nor|sha|cai|otto)man$/i;

/** Plurals of words in -i and -u, which end like “analysis” and “bus”. */
const IN_A_VOWEL = /(?:taxi|emoji|menu|guru|wiki|kiwi|ski|safari|alibi)s$/i;

/** Changes the head of a noun phrase: the word before " of ", else the last word. */
function onHead(phrase: string, change: (word: string) => string): string {
  const compound = /^(.*?)([\p{L}]+)(-in-\p{L}+)$/u.exec(phrase.trim());
  if (compound) return `${compound[1]}${change(compound[2] ?? '')}${compound[3]}`;
  const found = /^(.*?)([\p{L}\p{N}’'-]+)(\s(?:of|in|at|on|for|with)\s.*)?$/u.exec(phrase.trim());
  if (!found) return phrase;
  const [, before = '', head = '', after = ''] = found;
  const hyphen = /^(.*-)(\p{L}+)$/u.exec(head);
  return hyphen ? `${before}${hyphen[1]}${change(hyphen[2] ?? '')}${after}` : `${before}${change(head)}${after}`;
}

const keepCase = (from: string, to: string): string =>
  /^\p{Lu}/u.test(from) ? to.charAt(0).toUpperCase() + to.slice(1) : to;

/** Plural of a noun phrase: "account executives", "heads of sales", "salespeople"; staff and software stay as they are. */
export function plural(phrase: string): string {
  return onHead(phrase, (word) => {
    const low = word.toLowerCase();
    if (UNCOUNTED.has(low) || isPlural(word)) return word;
    const irregular = IRREGULAR.get(low);
    if (irregular) return keepCase(word, irregular);
    if (/person$/i.test(word)) return word.replace(/person$/i, 'people');
    if (/(?:child)$/i.test(word)) return `${word}ren`;
    if (/man$/i.test(word) && !NOT_MEN.test(word)) return word.replace(/man$/, 'men');
    if (/^[A-Z]{2,}$/.test(word)) return `${word}s`;
    if (/[^aeiou]y$/i.test(word)) return word.replace(/y$/, 'ies');
    if (/(?:s|x|z|ch|sh)$/i.test(word) && !HARD_CH.test(word)) return `${word}es`;
    return `${word}s`;
  });
}

/** Singular of a plural noun phrase: "support agent", "salesperson". */
export function singular(phrase: string): string {
  return onHead(phrase, (word) => {
    const low = word.toLowerCase();
    const irregular = SINGULAR.get(low);
    if (irregular) return keepCase(word, irregular);
    if (low === 'people') return keepCase(word, 'person');
    if (UNCOUNTED.has(low)) return word;
    if (/people$/i.test(word)) return word.replace(/people$/, 'person');
    if (/men$/i.test(word) && !NO_MEN.test(word)) return word.replace(/men$/, 'man');
    if (OF_IE.test(word)) return word.replace(/s$/i, '');
    if (OF_S.test(word)) return word.replace(/es$/i, '');
    if (/ies$/i.test(word) && word.length > 4) return word.replace(/ies$/, 'y');
    // "Caches", "headaches" and "niches" have an e of their own, as "prizes" have; "beaches", "coaches" and "waltzes" have none.
    if (/(?:ss|x|zz|tz|ch|sh)es$/i.test(word) && !/(?:(?<![eo])ach|nich|clich|avalanch)es$/i.test(word))
      return word.replace(/es$/, '');
    if (/^[A-Z]{2,}s$/.test(word)) return word.slice(0, -1);
    if (ONE_IN_S.test(low) && !IN_A_VOWEL.test(word)) return word;
    return word.replace(/s$/i, '');
  });
}

/** Whether a noun phrase reads as more than one: "agents", "people", "staff". */
export function isPlural(phrase: string): boolean {
  const head = /^(.*?)(?:\s(?:of|in|at|on|for|with)\s.*)?$/.exec(phrase.trim())?.[1] ?? phrase;
  const word = (/[\p{L}\p{N}]+$/u.exec(head.replace(/-in-\p{L}+$/u, ''))?.[0] ?? '').toLowerCase();
  if (/[A-Z]{2,}s$/.test(head)) return true;
  if (SINGULAR.has(word) || /(?:people|children)$/.test(word)) return true;
  if (/[^u]men$/.test(word)) return !NO_MEN.test(word);
  if (['staff', 'personnel', 'police'].includes(word)) return true;
  return /s$/.test(word) && (IN_A_VOWEL.test(word) || !ONE_IN_S.test(word));
}

/** Whether a noun takes neither article nor s: software, data. */
export function isUncounted(phrase: string): boolean {
  return UNCOUNTED.has((/[\p{L}]+$/u.exec(phrase.trim())?.[0] ?? '').toLowerCase());
}

/** House rule: always ’s (“Atlassian’s”); a name that already is a possessive stays (“McDonald’s”). */
export function possessive(name: string): string {
  return /[’']s$/.test(name) ? name.replace(/'s$/, '’s') : `${name}’s`;
}
