/** Everything a picture says in words beside itself: alt text, copied text, address of the sentence, file name. */

import { type Around, linkTo, pageLink } from '../link';
import { language, shortDate, t } from '../locale';
import type { PageStatus, StatusClaim } from '../messages';
import type { Claim, PartName } from '../model';
import type { CardText, Fact } from './card';
import type { Mark } from './scene';

/** The host as a reader names it, without "www.". */
export function siteName(host: string): string {
  return host.replace(/^www\./, '') || t('picture_saved_page');
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** True if `part` of a title says where the page is rather than what it is about. */
function namesSite(part: string, host: string, bar: boolean): boolean {
  if (part.length > 40 || part.split(/\s+/).length > 5) return false;
  const name = letters(part.replace(/\.(?:com|org|net|io|ai|co\.uk)$/i, ''));
  const site = letters(siteName(host));
  // The host's own label below the public suffix: "example" of news.example.co.uk.
  const label = letters(/([^.]+)\.(?:co\.|com\.|org\.)?[^.]+$/.exec(siteName(host))?.[1] ?? '');
  // A host without a name bears nobody out: there a name in capitals has to do.
  const nameless = /^[\d.:[\]]*$/.test(host) && /^(?:\p{Lu}[\p{L}\p{N}’'.&]*\s*){1,4}$/u.test(part);
  return bar || nameless || (name.length > 2 && site.includes(name)) || (label.length > 2 && name.includes(label));
}

/** A page's title without the site's name behind it ("… | Site", "… - Site") or before it. */
export function titleOf(title: string, host: string): string {
  let rest = title.trim();
  for (let turn = 0; turn < 2; turn++) {
    const [, before = '', sign = '', after = ''] = /^(.*\S)\s+([|•·–—-]|::|»)\s+(.+)$/u.exec(rest) ?? [];
    if (before.split(/\s+/).length >= 3 && namesSite(after, host, sign === '|')) rest = before;
    else break;
  }
  const [, before = '', after = ''] = /^(.{3,40}?)\s+(?:[|·–—-]|::)\s+(.*)$/u.exec(rest) ?? [];
  return after.split(/\s+/).length >= 3 && namesSite(before, host, false) ? after : rest;
}

/** "23 November 2026", by the clock of this machine. */
function longDate(iso: string): string {
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));
}

/** The date of a picture, with what it is the date of: the article's own where its page states one, else the day it was seen. */
export function datedAs(published: string | null | undefined, made: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(published ?? '') ? new Date(`${published}T12:00:00`) : null;
  return day && !Number.isNaN(day.getTime())
    ? t('picture_date_published', { date: longDate(day.toISOString()) })
    : t('picture_date_seen', { date: longDate(made) });
}

/** "peel-satire-example-com-2026-11-23-claim.png": plain letters, figures and dashes, whatever the host holds. */
export function fileName(host: string, iso: string, what: string): string {
  const site = siteName(host)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `peel-satire-${site || 'page'}-${shortDate(iso)}-${what}.png`;
}

const sentence = (text: string) => (/[.!?…”"]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
const inLine = (text: string) => text.replace(/\s*\n\s*/g, ' / ').trim();

/** What a description says of the reader's own line in a picture; '' where there is none. */
export const altOfCaption = (caption: string): string =>
  caption && t('alt_caption', { caption: sentence(inLine(caption)) });

/** What a card says, for those who do not see it. */
export function altOfClaim(card: CardText): string {
  const parts = [
    t(`alt_${card.family}`, { site: card.host, kind: card.kind, quote: card.quote }),
    card.note && t('alt_note', { note: sentence(inLine(card.note)) }),
    card.question && t('alt_question', { question: sentence(card.question) }),
    card.receipt && t('alt_last_time', { receipt: `${sentence(card.receipt.line)} ${card.receipt.caveat}`.trim() }),
    altOfCaption(card.caption),
  ];
  return parts.filter(Boolean).join('\n');
}

/** `words` with the way back under them, where there is one. */
const withLink = (words: string, link: string): string => (link ? `${words}\n${link}` : words);

/** What is copied as text: quote, note, and the mark that no joke may lose; question and record are none. `address` may be ''. */
export function copiedText(card: CardText, address: string, quote: string, around: Around | null = null): string {
  const lines = [
    card.caption,
    t('copied_quote', { quote: card.quote, site: card.host }),
    card.note && t('copied_satire', { note: card.note }),
    card.question && t('copied_question', { question: card.question }),
    card.receipt && [card.receipt.line, card.receipt.caveat, `(${card.receipt.source})`].filter(Boolean).join(' '),
  ].filter(Boolean);
  return withLink(lines.join('\n\n'), linkTo(address, quote, around));
}

const LOOKS: Partial<Record<PartName, Mark['look']>> = {
  quantity: 'wash',
  workers: 'wash',
  comparison: 'wash',
  hedge: 'wave',
  actor: 'line',
  technology: 'line',
  deadline: 'line',
  task: 'line',
  beneficiary: 'line',
};

/**
 * The quote as a card shows it, with an ellipsis where the page's sentence goes on, and its parts marked. A quote without
 * known parts is marked as a whole.
 */
export function markedQuote({ claim }: StatusClaim): { quote: string; marks: Mark[] } {
  const { span, sentence: whole } = claim;
  const before = span.start > whole.start + 1 ? '… ' : '';
  const after = span.end < whole.end - 2 && !/[.!?…]["”’]?$/.test(claim.quote) ? ' …' : '';
  const shift = before.length - span.start;
  const marks: Mark[] = [];
  for (const [name, part] of Object.entries(claim.parts) as [PartName, { start: number; end: number }][]) {
    const look = LOOKS[name];
    if (!look || !part || part.start < span.start || part.end > span.end || part.end <= part.start) continue;
    marks.push({ start: part.start + shift, end: part.end + shift, look });
  }
  // A rule under words that are washed already says nothing more.
  const washed = marks.filter(({ look }) => look === 'wash');
  const shown = marks.filter(
    (mark) => mark.look !== 'line' || !washed.some((other) => other.start < mark.end && mark.start < other.end),
  );
  if (!shown.some(({ look }) => look === 'wash') && shown.length < 2)
    shown.push({ start: before.length, end: before.length + claim.quote.length, look: 'wash' });
  return { quote: before + claim.quote + after, marks: shown };
}

/** Words that say "we" without saying who. */
const PRONOUN = /^(?:we|us|our|ours|it|its|they|them|their|i|my|he|she|his|her|you|your|this|these|who|which)\b/i;

/** The facts as a card gives them: read away from its page, "we" is nobody, so the firm stands for it or nothing. */
function namedFacts(facts: readonly (Fact & { part?: PartName | null })[], { slots }: StatusClaim['claim']): Fact[] {
  return facts.flatMap((fact) =>
    fact.part !== 'actor' || !fact.said || !PRONOUN.test(fact.text)
      ? [fact]
      : slots.actor && !PRONOUN.test(slots.actor)
        ? [{ ...fact, text: slots.actor }]
        : [],
  );
}

/** What the reader asked to have on a card. */
export interface CardOptions {
  question: boolean;
  receipt: boolean;
  caption: string;
}

/** The words of the card of one sentence. `nameOf` says what it is, `facts` are its parts. */
export function cardText(
  one: StatusClaim,
  page: { host: string; made: string; published?: string | null | undefined; title?: string },
  nameOf: (claim: Claim) => string,
  facts: readonly (Fact & { part?: PartName | null })[],
  options: CardOptions,
): CardText {
  const { claim, straight, note } = one;
  const { receipt } = straight;
  const { quote, marks } = markedQuote(one);
  return {
    family: claim.family,
    kind: nameOf(claim),
    host: siteName(page.host),
    date: datedAs(page.published, page.made),
    title: page.title ?? '',
    quote,
    marks,
    facts: namedFacts(facts, claim),
    note: note?.text ?? '',
    working: note?.working ?? '',
    question: options.question ? straight.question : '',
    receipt:
      options.receipt && receipt
        ? {
            line: receipt.line,
            caveat: receipt.caveat,
            source: [receipt.publisher, receipt.date].filter(Boolean).join(', '),
          }
        : null,
    heat:
      claim.family === 'claim'
        ? t('hype_score_band', { score: claim.hype.score, band: t(`band_${claim.hype.band}`) })
        : '',
    caption: options.caption.trim(),
  };
}

/**
 * What a picture of the page itself shows, for those who do not see it. `shown` are the claims, by index, whose notes are to be
 * read in it: no other is quoted.
 */
export function altOfView(
  status: PageStatus,
  page: { host: string; caption: string },
  whole: boolean,
  shown: readonly number[],
): string {
  const notes = status.claims.filter(({ note, index }) => note && shown.includes(index));
  const said = notes.slice(0, 3).map(({ note }) => `“${inLine(note?.text ?? '')}”`);
  const which = whole ? 'article' : 'view';
  const marked = status.claims.length > 0 && !status.hidden;
  const parts = [
    t(marked ? `alt_${which}` : `alt_${which}_unmarked`, { title: status.title, site: page.host }),
    said.length > 0 && t(notes.length > said.length ? 'alt_notes_more' : 'alt_notes', { notes: said.join('; ') }),
    altOfCaption(page.caption),
  ];
  return parts.filter(Boolean).join('\n');
}

/** Text beside a picture of a whole page; `jokes` where there is one in it. `address` may be ''. */
export function copiedPage(
  page: { host: string; title: string; caption: string },
  verdict: string,
  address: string,
  jokes = true,
): string {
  const lines = [page.caption, t('copied_quote', { quote: page.title, site: page.host }), verdict].filter(Boolean);
  const words = lines.join('\n\n');
  return withLink(jokes ? t('copied_page_satire', { words }) : words, pageLink(address));
}
