/** A whole PageText for tests, out of the few fields that a test is about. */
import { splitSentences } from '@/lib/article';
import type { PageText, Passage } from '@/lib/model';

/** A paragraph of these sentences, a space between each two; every one is a candidate. */
export function passageFixture(said: string | string[], over: Partial<Passage> = {}): Passage {
  const parts = [said].flat();
  let at = 0;
  const sentences = parts.map((text) => {
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length, candidate: true };
  });
  return { index: 0, role: 'paragraph', text: parts.join(' '), sentences, leadIn: null, ...over };
}

/** A passage as it is found: cut into its sentences, none of which has been looked at. */
export const foundFixture = (text: string, over: Partial<Passage> = {}): Passage =>
  passageFixture(text, { sentences: splitSentences(text).map((span) => ({ ...span, candidate: false })), ...over });

/** A page of paragraphs (see `passageFixture`) and passages, numbered in their order. */
export function pageFixture(passages: (string | string[] | Passage)[], over: Partial<PageText> = {}): PageText {
  return {
    address: 'https://news.example/story',
    host: 'news.example',
    title: 'Company announces AI',
    language: 'en',
    kind: 'news',
    published: null,
    publisher: null,
    passages: passages.map((one, index) => ({
      ...(typeof one === 'string' || Array.isArray(one) ? passageFixture(one) : one),
      index,
    })),
    ...over,
  };
}

/** An article as it is found (see `foundFixture`): its headline, which is its title, and paragraphs. */
export const articleFixture = (texts: string[], over: Partial<PageText> = {}): PageText =>
  pageFixture(
    texts.map((text, index) => foundFixture(text, { role: index === 0 ? 'headline' : 'paragraph' })),
    { title: texts[0] ?? '', ...over },
  );
