/** Which paragraphs are about whoever wrote the page: a private person's life is nobody's announcement. */
import type { Passage } from '@/lib/model';

/** “Ada Quill is a …”: a name of one to four words. */
const INTRODUCED =
  /^\s*(?:About the author:? )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3} is (?:currently )?(?:an?|the) ([^.;:!?]+)/u;
/** The trades of those who write, or who are given a byline. */
const TRADE =
  /^.{0,90}\b(?:reporter|writer|editor|journalist|correspondent|columnist|author|blogger|contributor|podcaster|manager|marketer|engineer|designer|evangelist|advocate|analyst|researcher|strategist|producer)\b/i;
/** The rest of such a paragraph goes on about the same person, and not with what that person says. */
const GOES_ON =
  /^\s*(?:(?:She|He|They)(?:[’']| (?!sa(?:id|ys)|t(?:old|hinks)|believe|argue|expect|predict|warn|claim|add))|(?:You can )?(?:[Rr]each|[Ff]ollow|[Cc]ontact|[Ff]ind) (?:her|him|them)\b|(?:Her|His|Their) )/;
/** A life longer than that is a portrait, which is what the page is about. */
const MOST_SENTENCES = 6;

/** True for a paragraph that introduces the page's author: at least two sentences, the first with name and trade, each other about the same person. */
export function isBiography({ text, sentences }: Pick<Passage, 'text' | 'sentences'>): boolean {
  if (sentences.length < 2 || sentences.length > MOST_SENTENCES) return false;
  if (!TRADE.test(INTRODUCED.exec(text)?.[1] ?? '')) return false;
  return sentences.slice(1).every(({ start, end }) => GOES_ON.test(text.slice(start, end)));
}
