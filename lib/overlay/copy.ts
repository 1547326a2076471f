import type { Note, Straight } from '@/lib/model';

/** Words kept at either end of a long quotation in a text fragment. */
const EDGE_WORDS = 5;

/** Percent-encodes for a text directive, where `-`, `,` and `&` have meaning (WICG Scroll to Text Fragment, §3.1). */
const encode = (text: string) => encodeURIComponent(text).replace(/-/g, '%2D');

/** `address` without its fragment, pointing at `quote`: "https://…#:~:text=does%20the%20work". */
export function linkTo(address: string, quote: string): string {
  const page = address.replace(/#.*$/s, '');
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return page;
  const long = words.length > EDGE_WORDS * 2;
  const parts = long ? [words.slice(0, EDGE_WORDS).join(' '), words.slice(-EDGE_WORDS).join(' ')] : [words.join(' ')];
  return `${page}#:~:text=${parts.map(encode).join(',')}`;
}

/** What Copy puts on the clipboard. A joke never travels without its mark and the words it is about. */
export function copyText(address: string, quote: string, note: Note | null, straight: Straight | null): string {
  const lines = [`“${quote}”`];
  if (note) lines.push(`${note.text} (satire)`);
  else if (straight?.question) lines.push(straight.question);
  lines.push(linkTo(address, quote));
  return lines.join('\n');
}

/** What Copy puts on the clipboard for a headline card or an end note. */
export function copyLoose(address: string, text: string): string {
  return `${text} (satire)\n${address.replace(/#.*$/s, '')}`;
}
