/** Forms of verbs. Which words are verbs is for others to know. */

/** Bare verbs that an -ing form may belong to: of "driving" "driv" and "drive", of "cutting" "cutt", "cutte" and "cut". */
export function basesOfIng(word: string): string[] {
  const stem = /^(.{2,})ing$/.exec(word)?.[1];
  if (!stem) return [];
  return [stem, `${stem}e`, ...(/(.)\1$/.test(stem) ? [stem.slice(0, -1)] : [])];
}

/** Bare verbs that a third person may belong to: of "simplifies" "simplifie", "simplifi" and "simplify". */
export function basesOfS(word: string): string[] {
  return word.endsWith('s') ? [word.slice(0, -1), word.slice(0, -2), word.replace(/ies$/, 'y')] : [];
}

const DOUBLED = /^(?:get|let|run|cut|win|set|put|spot|debug)$/;

/** The -ing form of a bare verb: "testing", "driving", "getting". */
export function ingForm(verb: string): string {
  if (DOUBLED.test(verb)) return `${verb}${verb.slice(-1)}ing`;
  if (/ie$/.test(verb)) return `${verb.slice(0, -2)}ying`;
  return `${/[^eoy]e$/.test(verb) ? verb.slice(0, -1) : verb}ing`;
}
