import type { PageText, Passage } from '@/lib/model';

/** A page made of paragraphs, each given as sentences; every sentence is a candidate. */
export function pageOf(paragraphs: (string | string[])[], more: Partial<PageText> = {}): PageText {
  const passages: Passage[] = paragraphs.map((paragraph, index) => {
    const parts = Array.isArray(paragraph) ? paragraph : [paragraph];
    let at = 0;
    const sentences = parts.map((text) => {
      const start = at;
      at += text.length + 1;
      return { start, end: start + text.length, candidate: true };
    });
    return { index, role: 'paragraph', text: parts.join(' '), sentences, leadIn: null };
  });
  return {
    address: 'https://news.example/story',
    host: 'news.example',
    title: 'Company announces AI',
    language: 'en',
    kind: 'news',
    published: null,
    publisher: null,
    passages,
    ...more,
  };
}
