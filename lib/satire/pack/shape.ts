import type { Shape } from '@/lib/model';
import { hash } from '../hash';

/** The 29 mechanisms of the house, each with the shape it takes unless the text itself says otherwise. */
export const MECHANISMS: Record<string, Shape> = {
  plain_translation: 'statement',
  literalise: 'statement',
  number_inversion: 'sum',
  arithmetic: 'sum',
  price_vs_cost: 'statement',
  mock_award: 'award',
  mock_law: 'law',
  accountability_downhill: 'statement',
  knife_list: 'list',
  fictional_source: 'quote',
  self_own: 'statement',
  mock_praise: 'statement',
  footnote: 'statement',
  job_ad: 'ad',
  always_meant: 'statement',
  time_jump: 'statement',
  hedge: 'fragment',
  false_analogy: 'statement',
  missing_object: 'statement',
  form_parody: 'document',
  role_reversal: 'statement',
  understatement: 'statement',
  echo_history: 'statement',
  running_gag: 'statement',
  reader_aside: 'aside',
  headline_unspin: 'headline',
  category_demotion: 'statement',
  dialogue: 'dialogue',
  mock_lede: 'lede',
};

/** Whether a text counts to three at least. One sign after the other: a pattern of all three tries every 1 with every 2. */
function isList(text: string): boolean {
  let rest = text;
  return [/\b1\. /, /\b2\. /, /\b3\. /].every((sign) => {
    const at = rest.search(sign);
    rest = rest.slice(at + '1. '.length);
    return at >= 0;
  });
}

/** The shape a reader sees, from the text first and the mechanism second. */
export function shapeOf(mechanism: string, text: string): Shape {
  const usual = MECHANISMS[mechanism] ?? 'statement';
  if (/^— .* — /.test(text)) return 'dialogue';
  if (isList(text)) return 'list';
  if (usual !== 'statement') return usual;
  if (/^[A-Z][A-Z’' ,-]{3,}(?:[:.]|\s\()/.test(text)) return 'document';
  if (/^“[^”]+,” (?:said|says)\b|” (?:said|says) /.test(text)) return 'quote';
  // A footnote is said beside the text.
  if (text.startsWith('*')) return 'aside';
  // “Quoted fragment” and its answer, or a name and a colon.
  if (/^“[^”]+[.:?]?”[:.]? (?!says|said)|^[^.!?]{2,40}: /.test(text)) return 'fragment';
  // Speaks to the reader.
  if (
    /^(?:Worth|Note|Notice|Mark|Remove|Wear|Bring|Try|Ask|Count|Read|Look|See|Keep|Find|Follow|Put|Tell|Think|Picture|Divide|Replace|Stand)\b|\byou(?:r|’ll|’ve|’re)?\b/i.test(
      text,
    )
  )
    return 'aside';
  return 'statement';
}

const skeleton = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\{[^}]*\}/g, ' _ ')
    .replace(/[^\p{L}\p{M}\p{N}_’\s]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);

/**
 * Gives every line without a frame of its own one: lines that end on the same five words, or begin with the same four
 * words of which three are not slots, are one joke in two coats and share a frame.
 */
export function assignFrames(lines: { texts: string[]; ownFrame: string; frame: string }[]): void {
  const parent = lines.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const first = new Map<string, number>();
  const skeletons = lines.map(({ texts }) => skeleton(texts[0] ?? ''));
  lines.forEach((line, i) => {
    const keys: string[] = line.ownFrame ? [`frame ${line.ownFrame}`] : [];
    const words = skeletons[i] ?? [];
    if (words.length >= 6) {
      keys.push(`end ${words.slice(-5).join(' ')}`);
      const open = words.slice(0, 4);
      if (open.filter((w) => w !== '_').length >= 4) keys.push(`open ${open.join(' ')}`);
    }
    for (const key of keys) {
      const met = first.get(key);
      if (met === undefined) first.set(key, i);
      else {
        const [a, b] = [find(met), find(i)];
        // The older line keeps the name, so that appending does not rename frames.
        if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  lines.forEach((line, i) => {
    const root = find(i);
    line.frame = lines[root]?.ownFrame || hash((skeletons[root] ?? []).join(' ')).toString(36);
  });
}
