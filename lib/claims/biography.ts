/** Which paragraphs are about whoever wrote the page: a private person's life is nobody's announcement. */
import type { Passage } from '@/lib/model';

/** “Ada Quill is a …”, “Ada Quill is CEO …”: a name of one to four words, the article if any, and what the person is. */
const INTRODUCED =
  /^\s*(?:About the author:? )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3} is (?:currently )?(?:(an?|the) )?([^.;:!?]+)/u;
/** The trades of those who write, or who are given a byline. */
const TRADES =
  'reporter|writer|editor|journalist|correspondent|columnist|author|blogger|contributor|podcaster|manager|marketer|engineer|designer|evangelist|advocate|analyst|researcher|strategist|producer';
const TRADE = new RegExp(`^.{0,90}\\b(?:${TRADES})\\b`, 'i');
/** Words of a title before its trade: “founder and”, “senior”, “Chief Product”. Without an article a verb may stand there: “is hiring an editor”. */
const TITLE =
  '^(?:(?:\\p{Lu}\\p{L}*|senior|deputy|chief|managing|contributing|executive|associate|staff|lead|principal|vice|general|co-?founder|founder|founding|news|product|technology)(?: and| &|,)? ){0,5}';
const ENDS = '(?= (?:of|at|for|and|in|on|with|who|covering|based)\\b|,|\\s*$)';
const TITLED = new RegExp(`${TITLE}(?:${TRADES})${ENDS}`, 'u');
/** Those who lead are in the news as well, so that the rest has to be a life and not an act. */
const LEADS = new RegExp(
  `${TITLE}(?:CEO|C[A-Z]O|[Cc]hief executive|[Oo]fficer|(?:[Cc]o-?)?[Ff]ounder|[Pp]resident|[Hh]ead(?= of)|[Dd]irector)${ENDS}`,
  'u',
);
/** One sentence is enough where it says what a reporter covers. */
const COVERS =
  /\b(?:reporter|writer|editor|journalist|correspondent|columnist)\b.{0,60} (?:covering|(?:who )?covers|based in|(?:writing|writes) about|focus(?:ed|ing) on|speciali[sz]ing in)\b/i;
/** “An AI writer” is a thing, unless it is at somebody's; one sentence does not tell. */
const MACHINE = new RegExp(`^.{0,60}?\\bAI\\b(?:[ -][\\w-]+){0,2}? (?:${TRADES})\\b(?! at )`);
/** The rest of such a paragraph goes on about the same person, and not with what that person says. */
const GOES_ON =
  /^\s*(?:(?:She|He|They)(?:[’']| (?!sa(?:id|ys)|t(?:old|hinks)|believe|argue|expect|predict|warn|claim|add))|(?:You can )?(?:[Rr]each|[Ff]ollow|[Cc]ontact|[Ff]ind) (?:her|him|them)\b|(?:Her|His|Their) )/;
const LIFE =
  /^\s*(?:(?:She|He|They) (?:(?:also|previously|currently|now|has|have) )*(?:leads?|led|overs(?:ees?|aw|een)|holds?|held|joined|(?:co-?)?founded|serve[sd]?|worked|writes?|written|lives?|earned|received|stud(?:ies|ied)|graduated|spent|is (?:an?|the|based|passionate)|was (?:an?|the|named|born|previously))\b|(?:You can )?(?:[Rr]each|[Ff]ollow|[Cc]ontact|[Ff]ind) (?:her|him|them)\b)/;
/** What somebody foresees, thinks or counts is no life; a year is. */
const NO_LIFE = /\b(?:will|sa(?:y|ys|id)|thinks?|believes?|by 20\d\d|AI\b.{0,60} than|(?!(?:19|20)\d\d\b)\d+)\b/;
/** A life longer than that is a portrait, which is what the page is about. */
const MOST_SENTENCES = 6;

/** True for a paragraph that introduces the page's author: a first sentence with name and trade, and each other about the same person. */
export function isBiography({ text, sentences }: Pick<Passage, 'text' | 'sentences'>): boolean {
  if (sentences.length > MOST_SENTENCES) return false;
  const [, article, who = ''] = INTRODUCED.exec(text) ?? [];
  const writes = article ? TRADE.test(who) : TITLED.test(who);
  if (!writes && !LEADS.test(who)) return false;
  if (sentences.length < 2) return writes && COVERS.test(who) && !(article && MACHINE.test(who));
  return sentences.slice(1).every(({ start, end }) => {
    const sentence = text.slice(start, end);
    return writes ? GOES_ON.test(sentence) : LIFE.test(sentence) && !NO_LIFE.test(sentence);
  });
}
