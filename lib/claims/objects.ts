import { wordSet } from '@/lib/english/word-list';
import type { Kind, Span } from '@/lib/model';
import { between, is, object, phrase } from './noun-phrase';
import { re } from './pattern';
import type { Word } from './word-class';

/** A stretch of a sentence; null if not found. */
export type Hit = { start: number; end: number; text: string } | null;
/** First group of a pattern with its place. */
export function group(source: string, text: string, exact = false): Hit {
  const hit = re(source, exact).exec(text);
  if (!hit?.[1]) return null;
  const start = hit.index + hit[0].lastIndexOf(hit[1]);
  return { start, end: start + hit[1].length, text: hit[1] };
}

/** What is done, by the kind of claim. */
export function taskOf(kind: Kind, text: string): Hit {
  switch (kind) {
    case 'productivity-gain':
      return group(
        '\\b(?:cuts?|slash(?:es)?|reduces?|shortens?|accelerates?|speeds? up|streamlines?|automates?|draft|complete|on) ((?:[\\w-]+ ){0,2}(?:review|documentation|filings?|tasks|briefs?|development|workflows?|processes|reports?|contracts?|coding|research|onboarding|reviews|analysis|planning|delivery|paperwork|operations)(?: time)?)\\b',
        text,
      );
    case 'accuracy-reliability':
      return group(
        '\\b(?:identif(?:y|ies)|detects?|spots?|predicts?|flags?|extracts?|recogni[sz]es?) ((?:[\\w-]+ ){0,2}[\\w-]+?)(?= with| that|,|\\.|$)',
        text,
      );
    case 'sweeping-transformation':
      return group(
        '\\b<TRANSFORM> ((?:every aspect of |the way |how )?[^,.;"]{4,60}?)(?=[,.;"]|$| with | through | by )',
        text,
      );
    case 'privacy-assurance':
      return group('\\bon (your [\\w ]{3,20})(?=[,.;]|$)', text);
    case 'safety-responsibility':
      return group('\\b(?:removes?|eliminates?|reduces?) ([^,.;"]{4,50}?)(?=[,.;"]|$)', text);
    case 'human-oversight':
      return group('^\\W*((?:every|each|all) [\\w -]{3,30}?) (?:is|are)\\b', text);
    case 'agentic-autonomy':
      return group('\\b(the (?:entire|whole) [\\w-]+)\\b', text) ?? group('\\bdo(?:es)? (the rest)\\b', text);
    case 'funding-partnership':
      return group(
        '(?:<MONEY>|partnership|alliance|forces with [\\w ]{3,30})[^,.;]{0,20}? (to (?:<TRANSFORM>|accelerate|build|lead|bring|scale|make) [^,.;"]{4,60}?)(?=[,.;"]|$)',
        text,
      );
    case 'future-promise':
      return group(
        '\\b(?:cure|solve|(?<!\\bthe )end|replace|automate) ((?!of\\b)(?:all |the )?[\\w -]{3,30}?)(?=[,.;"]|$)',
        text,
      );
    case 'workforce-reduction':
      return group('\\b(?:takes? over|do|does|handles?|beyond) ((?:[\\w-]+ ){1,3}(?:work|tasks))\\b', text);
    case 'augmentation-reassurance':
      return group(
        '\\b(?:handles?|takes? on|automates?|removes? the) ((?:the )?(?:mundane|drudgery|routine [\\w]+|repetitive [\\w]+|boring parts))\\b',
        text,
      );
    default:
      return null;
  }
}

/** Who gains, by the kind of claim. */
export function beneficiaryOf(kind: Kind, text: string): Hit {
  const shared = group(
    '\\b(?:our|its|their) ((?:associates|advisers|advisors|engineers|developers|people|teams|underwriters|employees|clinicians|customers|clients|colleagues))\\b',
    text,
  );
  switch (kind) {
    case 'productivity-gain':
      return (
        group(
          '\\b((?:our |its )?(?:developers|engineers|lawyers|underwriters|advisers|nurses|teachers|doctors|marketers|analysts|designers|salespeople|employees|teams|public servants))\\b',
          text,
        ) ??
        group(
          '\\b(?:makes?|gives?) ((?:every|each) (?:\\w+er|\\w+or|employee|team|agent|clinician|nurse|analyst))\\b',
          text,
        )
      );
    case 'augmentation-reassurance':
      return (
        group(
          '\\b((?:our|their|your|its|every|each) (?:associates|advisers|advisors|engineers|developers|people|teams|underwriters|employees?|clinicians|colleagues|staff|frontline staff))\\b',
          text,
        ) ??
        group(
          '\\b(teachers|clinicians|developers|engineers|marketers|advisers|radiologists|employees|students)\\b',
          text,
        )
      );
    case 'societal-benefit':
      return (
        group('^\\W*((?:pupils|students|patients|farmers|smallholder farmers|children))\\b', text) ??
        group('\\b(every child(?: on Earth)?|patients|pupils|rural communities|farmers|scientists)\\b', text)
      );
    case 'sweeping-transformation':
      return group('\\b(our customers|every business|small businesses|everyone)\\b', text);
    case 'business-impact':
      return group('\\bfor (customers of [\\w ]{3,20}|its clients|retailers|customers)\\b', text);
    case 'human-oversight':
      return group('\\breach(?:es)? (the \\w+)', text);
    case 'agentic-autonomy':
      return group('\\bwhile (you) sleep\\b', text);
    case 'ai-washed-product':
      return group('\\b(your (?:cat|dog|child|baby|home|family|pet))\\b', text);
    default:
      return kind === 'privacy-assurance' ? null : shared && kind === 'pricing-access' ? shared : null;
  }
}

/** A task found by pattern, ended where its own noun phrase ends: patterns run over coordinated verbs. */
export function tidy(words: Word[], hit: Hit, raw: string): Hit {
  if (!hit) return null;
  const at = words.findIndex((w) => w.start >= hit.start);
  const first = words[at];
  if (!first || is(first, 'conj')) return null;
  const cut = (end: number) => ({ start: hit.start, end, text: raw.slice(hit.start, end) });
  // "how teams build software", "to bring the bot to banks": whole clauses, up to a second one.
  if (is(first, 'sub', 'to') || /\b(?:how|the way)\b/i.test(hit.text)) {
    const stop = words.findIndex(
      (w, i) => i > at && w.start < hit.end && is(w, 'conj') && is(words[i + 1], 'verb', 'adv', 'ger'),
    );
    return cut(stop < 0 ? hit.end : words[stop - 1]!.end);
  }
  const own = phrase(words, at);
  const short = own && object(words, at);
  return short && short.end <= hit.end
    ? cut(short.end)
    : (own && words[own.to]!.end === hit.end) || !/[,:]| and /.test(hit.text)
      ? hit
      : null;
}

const PERSONS =
  '\\b(?:<PEOPLE>|<USERS>|everyone|anyone|businesses|clients|consumers|creators|learners|families|marketers|startups|professionals|pupils|patients|citizens|(?:small )?firms|merchants|shoppers|partners)$';
const NO_PERSONS =
  /(?:^|\b)(?:AI|\w*-?powered|coding|software|autonomous|agentic|intelligent) (?:agents|assistants)$|\bagents$(?<!\b(?:human|support|service|sales|claims|field|cent(?:er|re)) agents)|(?:^|\b)(?:computers?|models?|systems?|servers?|answers?|papers?|numbers?|parameters?|messages|tokens|queries|seats|downloads|installs|names|stars|repositories)$/i;

/** "The demand for engineers" serves none. */
const WANTED = wordSet('demand need account search wait market look hunt competition ask pay');

/** Those who are said to profit: only words for people and their firms, or the reader. */
export function people(words: Word[], helped: Span | null, raw: string): Hit {
  const take = (at: Span, pattern: string): Hit => {
    const text = raw.slice(at.start, at.end);
    const ok = /^you$/i.test(text) || (re(pattern).test(text) && !NO_PERSONS.test(text) && text.split(' ').length < 5);
    return ok ? { ...at, text } : null;
  };
  const own = helped && take(helped, `${PERSONS}|<TRADE>$`);
  if (own) return own;
  for (let i = 0; i < words.length - 1; i++) {
    if (words[i]!.norm !== 'for' || words[i]!.gap || WANTED.has(words[i - 1]?.root ?? '')) continue;
    const who = phrase(words, i + 1);
    const found = who && /s$/.test(words[who.to]!.norm) ? take(between(words, who.from, who.to), PERSONS) : null;
    if (found) return found;
  }
  return null;
}
