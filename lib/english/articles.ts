import { wordSet } from './word-list';

/** Acronyms said as words, so that their first letter is a consonant sound: "a NASA engineer", "a SIM". */
const SAID_AS_WORDS = wordSet(
  'NASA NATO RAM ROM LAN SIM SIMS FEMA HIPAA NIST RAID SAAS NASDAQ FICO MIDI REST SOAP SWAT MOOC LORA',
  'SARS LIDAR RADAR SONAR LASER SCUBA SLAM SKU RAG MAGA NAFTA FIFA LASIK LAMP MERGE SCORM SEPA SOX NEET',
  'MOMA LLAMA SIEM SPAC RISC SOTA FOMO',
);
const SPELLED_AN = /^[AEFHILMNORSX]/;
/** Words whose h is silent. */
const SILENT_H = /^(?:hour|honest|honou?r|heir|herb(?!al|iv|er))/i;
/** Words that begin with the name of a letter: “en-vidia”. */
const BEGINS_AS_LETTER = /^(?:nvidia|nginx|mRNA)/i;
/** “Uni” of one, and not “un-” before another word: “a uniform”, “an uninspired”. */
const UNI = 'uni(?!mp|ma|mm|nt|nf|ns|nh|nv|ni|de|dl|ro)';
/** Vowel letters said as "you" or "w". */
const CONSONANT_SOUND = new RegExp(
  `^(?:${UNI}|unanim|us(?:e|a|u|i)(?!p)|ut(?:a|en|er|i|o)|ubiq|ude|uga|uip|uk[ru]|ur(?:a|i(?!n?g)|o|u)|eu|ewe|one(?![a-z])|once|ouija)`,
  'i',
);

/** "a" or "an", by sound, for what follows: "an hour", "a user", "an 8%", "an MRI", "a one-off". */
export function article(phrase: string): 'a' | 'an' {
  const word = /[\p{L}\p{N}][\p{L}\p{N}.,’'&-]*/u.exec(phrase)?.[0] ?? '';
  if (/^\d/.test(word)) {
    const lead = /^\d+/.exec(word)?.[0] ?? '';
    const group = word.replace(/^(\d+).*$/, '$1');
    return lead.startsWith('8') || group === '11' || group === '18' ? 'an' : 'a';
  }
  const head = /^[\p{L}\p{N}]+/u.exec(word)?.[0] ?? '';
  // A single letter, alone or before a hyphen: an X-ray, a U-turn, an e-bike, an M&A deal.
  if (/^\p{L}$/u.test(head) && head !== 'A' && head !== 'a') return SPELLED_AN.test(head.toUpperCase()) ? 'an' : 'a';
  if (/^x[A-Z]/.test(head)) return 'an';
  const acronym = /^[A-Z][A-Z0-9]+s?$/.test(head) || /^[A-Z]{2,}/.test(head);
  if (acronym) {
    if (SAID_AS_WORDS.has(head.toUpperCase())) return /^[AEIOU]/.test(head) ? 'an' : 'a';
    return SPELLED_AN.test(head) ? 'an' : 'a';
  }
  if (/^SaaS/.test(head)) return 'a';
  if (BEGINS_AS_LETTER.test(head)) return 'an';
  if (SILENT_H.test(word)) return 'an';
  if (CONSONANT_SOUND.test(word)) return 'a';
  return /^[aeiouàáâäæèéêëìíîïòóôöøùúûü]/i.test(word) ? 'an' : 'a';
}

/** The phrase with its article in front: "a toothbrush". */
export function withArticle(phrase: string): string {
  return `${article(phrase)} ${phrase}`;
}
