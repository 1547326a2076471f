import { anyOf } from '@/lib/english/word-list';
import {
  type Claim,
  HYPE_BANDS,
  HYPE_FROM,
  type Hype,
  type HypeBand,
  type HypeCue,
  type HypeCueId,
  type Kind,
  type NumberSource,
} from '@/lib/model';
import type { Spot } from './context';
import { OUTSIDE_CHECK } from './lexicon/roles';
import { find, re } from './pattern';

/** Rubric of the hype score: base 10 plus language, gaps, time and stakes, less support; each cue is visible. */
const BASE = 10;
const CAPS = { L: 35, G: 40, T: 15, S: 10, E: 45 };

const NUMBER_KINDS = new Set<Kind>([
  'labour-equivalence',
  'productivity-gain',
  'business-impact',
  'accuracy-reliability',
  'adoption-scale',
  'societal-benefit',
]);

/** Innocent uses that look like superlatives or absolutes: "first weeks", "at all", "leading to", "most employees". */
const NOT_HEAT = new RegExp(
  anyOf(
    String.raw`\b(?:first|last) (?:\w+ )?(?:days?|weeks?|months?|quarter|half|year|draft|brief|line|quote)\b`,
    String.raw`\bat (?:most|best|least|first)\b|\bfirst-line\b|\bmost of\b|\bno longer\b|\bno (?:doubt|one)\b`,
    String.raw`\ball(?: the)? same\b|\bafter all\b|\bfirst,|\bat all\b(?! \w{3,}s\b)|\bleading (?:to|up to)\b`,
    String.raw`\bbest[- ]practices?\b`,
    String.raw`(?<!\b(?:the|our|its|their) |'s )\bmost (?:(?:other|large|small) )?(?:(?!\w*[su]s\b)[a-z]+s|people)\b`,
  ),
  'gi',
);

const SUPERLATIVE =
  "\\b(?:world's|industry's|world-leading|industry-leading|state-of-the-art|best-in-class|most (?!of\\b)[\\w-]+|best|first|only (?=\\w+ (?:\\w+ )?(?:AI|model|platform|tool|company))|leading|smartest|fastest|strongest|largest|safest|biggest|highest|greatest|sharpest|cheapest|broadest|deepest|finest|newest)\\b";
const ABSOLUTE =
  '\\b(?:(?<![.,])100%(?!\\w)|(?:every(?:one|thing|where)?|all|always|never|any(?:one|thing)?|no|zero|none|nothing|fully|completely|entirely|totally|end-to-end|eliminat\\w+|guarantee[ds]?)\\b)';
const SWEEPING =
  '\\b(?:transform\\w*|revolutioni[sz]\\w+|redefin\\w+|reinvent\\w*|reimagin\\w*|reshap\\w+|unlock\\w*|democrati[sz]\\w+|disrupt\\w*|supercharg\\w+|new era|paradigm shift|inflection point|platform shift)\\b';
export const HYPERBOLE =
  String.raw`\b` +
  anyOf(
    String.raw`ground-?breaking|unprecedented|seamless(?:ly)?|effortless(?:ly)?|revolutionary|game[- ]chang\w+`,
    'cutting-edge|world-class|next-generation|unparalleled|unmatched|unrivall?ed|breakthrough',
    'incredible|incredibly|extraordinary|remarkabl[ey]|stunning|magical|blazing|lightning-fast',
    String.raw`truly [\w-]+|quantum leap|superhuman|powerful|robust|intelligent|innovative|pioneering|premier`,
    'holistic|frictionless|turnkey|transformative|immersive|visionary',
  ) +
  String.raw`\b`;
const PERSON =
  '\\b(?:thinks?|understands?|cares|never sleeps|colleague|teammate|co-?founder|co-?worker|empath\\w+|feels?|imagines?|intern|companion|knows? (?:you|it|what))\\b';

/** All matches of a pattern, case-blind. */
function all(source: string, text: string): string[] {
  return [...text.matchAll(new RegExp(re(source).source, 'gi'))].map((m) => m[0]);
}

/** First hit costs `first`, further ones `more`, to `cap`. */
function repeated(id: HypeCueId, hits: string[], first: number, more: number, cap: number): HypeCue[] {
  if (!hits.length) return [];
  return [{ id, points: Math.min(cap, first + more * (hits.length - 1)), text: hits.slice(0, 4).join(', ') }];
}

/**
 * Scores the wording of a claim, 0 to 100. It says how much more heat than support the words show
 * and nothing about truth. The cues' points add up to the score less the base, before the ends of the scale cut it.
 */
export function scoreHype(
  claim: Pick<Claim, 'kind' | 'slots' | 'numberSource' | 'modality' | 'voice' | 'evidence'>,
  spot: Spot,
): Hype {
  const text = spot.text.replace(NOT_HEAT, (m) => ' '.repeat(m.length));
  const groups: Record<keyof typeof CAPS, HypeCue[]> = {
    L: language(text),
    G: [],
    T: time(claim, text),
    S: [],
    E: support(claim, spot),
  };
  const named = groups.E.some(({ id }) => id === 'E1');
  groups.G = gaps(claim, text, named);
  groups.S = stakes(text, groups.E.length > 0);
  const cues: HypeCue[] = [{ id: 'base', points: BASE, text: '' }];
  let score = BASE;
  for (const group of ['L', 'G', 'T', 'S', 'E'] as const) {
    let room = CAPS[group];
    for (const cue of groups[group]) {
      const size = Math.min(Math.abs(cue.points), room);
      if (size === 0) continue;
      room -= size;
      const points = group === 'E' ? -size : size;
      cues.push({ ...cue, points });
      score += points;
    }
  }
  cues.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const clamped = Math.max(0, Math.min(100, score));
  return { score: clamped, band: bandOf(clamped), cues };
}

/** The text with the month of May blanked out: "in May" hedges nothing. Same length. */
export const noMonth = (text: string): string =>
  text.replace(
    /(?<=\b(?:[Ii]n|of|[Ss]ince|[Bb]y|[Ff]rom|to|[Oo]n|[Uu]ntil|[Ll]ast|this|[Nn]ext|[Ee]arly|[Mm]id|[Ll]ate)[ -])May\b|\bMay(?= (?:\d|of\b))/g,
    '   ',
  );

/** An announcement claims nothing, so there is nothing to score. */
export const NO_HYPE: Readonly<Hype> = { score: 0, band: 'plain', cues: [] };

/** The word shown beside a score. */
export function bandOf(score: number): HypeBand {
  return HYPE_BANDS.findLast((band) => score >= HYPE_FROM[band]) ?? 'plain';
}

function language(text: string): HypeCue[] {
  return [
    ...repeated('L1', all(SUPERLATIVE, text), 12, 4, 20),
    ...repeated('L2', all(ABSOLUTE, text), 8, 4, 16),
    ...repeated('L3', all(SWEEPING, text), 8, 3, 14),
    ...repeated('L4', all(HYPERBOLE, text), 5, 5, 15),
    ...repeated('L5', all(PERSON, text).slice(0, 1), 6, 0, 6),
  ];
}

function gaps(claim: Pick<Claim, 'kind' | 'slots' | 'numberSource'>, text: string, named: boolean): HypeCue[] {
  const out: HypeCue[] = [];
  const figures = claim.slots.quantities.filter((q) => q.type !== 'duration' || claim.kind === 'productivity-gain');
  const effect = NUMBER_KINDS.has(claim.kind);
  const add = (id: HypeCueId, points: number, words = '') => out.push({ id, points, text: words });
  if (!figures.length && effect) add('G1', 12);
  if (figures.length) {
    if (!re('\\b(?:than|from|versus|vs|compared|before|against|up from)\\b').test(text)) add('G2', 8);
    if (
      !re(
        '\\b(?:per|in (?:the|its|our|a|an|\\d|20\\d\\d)|over|since|among|within|every|each|a (?:day|week|month|year)|last (?:week|month|quarter|year)|this (?:week|month|quarter|year))\\b|\\bof (?:<NUM>)',
      ).test(text)
    )
      add('G3', 6);
    const ceiling = find(
      '\\b(?:up to|as much as|as many as)(?= (?:an? )?(?:<NUM>|<PCT>|[$£€]|half|third|quarter|tenth|ten|twice))|\\bcan [^.]{0,30}\\d',
      text,
    );
    if (ceiling) add('G4', 6, ceiling.text);
    const modelled = find(
      '\\b(?:equivalent|estimat\\w+|projected|annuali[sz]ed|run-rate|could be worth|expected)\\b',
      text,
    );
    if (modelled) add('G5', 5, modelled.text);
  }
  const unproven: Record<NumberSource, number> = {
    self: 8,
    commissioned: 6,
    customer: 6,
    'perception-survey': 6,
    none: 8,
    independent: 0,
  };
  // "No source given" beside "independent evidence named" would be false.
  if (unproven[claim.numberSource] && !(named && claim.numberSource === 'none'))
    add('G6', unproven[claim.numberSource]);
  const vague = find(
    '\\b(?:studies show|research (?:suggests|shows)|experts agree|widely regarded|many customers|award-winning|trusted by|customers tell us)\\b',
    text,
  );
  if (vague) add('G7', 6, vague.text);
  const object = find(
    '\\b(?:potential|the future|innovation|value|journey|possibilities|(?:every aspect|everything)|how [^.]{0,40}do business)\\b',
    text,
  );
  if (object) add('G8', 6, object.text);
  const open = find('\\b(?:first|only|leading|agentic)\\b', text);
  if (
    open &&
    (claim.kind === 'capability-superlative' || claim.kind === 'agentic-autonomy') &&
    !re('\\b(?:plans?|books?|buys?|resolves?|files?|negotiates?)\\b').test(text)
  )
    add('G9', 5, open.text);
  return out;
}

function time(claim: Pick<Claim, 'modality' | 'slots'>, text: string): HypeCue[] {
  const out: HypeCue[] = [];
  const future = find("\\b(?:will|going to|set to|poised to|on track to)\\b|'ll\\b", text);
  if (future) out.push({ id: 'T1', points: 6, text: future.text });
  if (
    future &&
    (!claim.slots.deadline ||
      re('\\b(?:soon|coming|decade|lifetime|(?:five|six|seven|eight|nine|ten|[5-9]|\\d\\d) years)\\b').test(
        claim.slots.deadline,
      ))
  )
    out.push({
      id: 'T2',
      points: 4,
      text: claim.slots.deadline,
    });
  const must = find('\\b(?:inevitabl[ey]|no going back|left behind|adapt or|only a matter of time|no choice)\\b', text);
  if (must) out.push({ id: 'T3', points: 7, text: must.text });
  return out;
}

function stakes(text: string, supported: boolean): HypeCue[] {
  const out: HypeCue[] = [];
  const high = find(
    '\\b(?:jobs?|roles?|positions|headcount|redundan\\w+|full-time|support agents|patients?|doctors?|physicians?|clinic\\w+|cancer|disease|child(?:ren)?|pupils?|students?|verdict|court|legal|lawyers?|mortgages?|loans?|credit decisions?|insurance claims?|medical|diagnos\\w+|superhuman)\\b',
    text,
  );
  if (high && !supported) out.push({ id: 'S1', points: 7, text: high.text });
  const soothing = find(
    '\\b(?:robust safeguards|(?:taken?|takes?) [^.]{0,25}seriously|humans? remain\\w* at the heart|at the heart of|committed to|peace of mind)\\b',
    text,
  );
  if (soothing) out.push({ id: 'S2', points: 5, text: soothing.text });
  return out;
}

function support(claim: Pick<Claim, 'voice' | 'evidence'>, spot: Spot): HypeCue[] {
  const { text } = spot;
  const out: HypeCue[] = [];
  const add = (id: HypeCueId, points: number, words = '') => out.push({ id, points, text: words });
  const independent = find(
    `\\b(?:randomi[sz]ed (?:controlled )?trial|published in|(?:approved|cleared|tested) by [^.]{0,30}regulators?|regulators? (?:(?!never|not)\\w+ )?(?:approved|cleared))\\b|${OUTSIDE_CHECK}`,
    text,
  );
  if (independent) add('E1', 20, independent.text);
  const method = find(
    '\\b(?:n ?= ?\\d+|sample of|baseline|control group|trial of [\\d,]+|methodology|error rates|confidence interval)\\b',
    `${text} ${spot.next}`,
  );
  if (method) add('E2', 12, method.text);
  const limit = find(
    '\\b(?:in \\d+ of \\d+ cases|still makes mistakes|only for|except|(?<!\\b(?:no|without|zero|any|beyond|overcom\\w+|address\\w*|remov\\w+|eliminat\\w+|free (?:of|from))(?: \\w+)? )limitations?|error rates?)\\b',
    text,
  );
  if (limit) add('E3', 10, limit.text);
  const pointer = find('\\b(?:paper|system card|model card|technical report|white ?paper|footnotes?)\\b', text);
  // A paper may be what the machine reads.
  if (pointer && claim.evidence !== 'none') add('E4', 6, pointer.text);
  const sober = find('\\b(?:(?<!-)pilot|experimental|preview|aims to|may|plans to test)\\b', noMonth(text));
  if (sober) add('E5', 5, sober.text);
  if (claim.voice === 'reported-distanced') add('E6', 5);
  return out;
}
