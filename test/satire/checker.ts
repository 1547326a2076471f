/**
 * A second, plain implementation of what a sub-editor would circle in a printed note. It shares no code with lib/satire, so that a slip
 * there is not excused here.
 */
export function slips(text: string): string[] {
  const out: string[] = [];
  const tell = (what: string, found: RegExpExecArray | null) =>
    found && out.push(`${what}: “${found[0]}” in “${text}”`);
  tell('a slot shows', /[{}|]/.exec(text));
  tell('not a word', /\b(?:undefined|NaN|null|Infinity|object Object)\b/.exec(text));
  tell('space', / {2}| [.,;:?!”]|^\s|\s$/.exec(text));
  tell('doubled stop', /[.,;:]{2}(?<!\.\.)|\.\.(?!\.)(?<!\.\.\.)|,\./.exec(text.replace('…', '')));
  tell('doubled word', /\b(?!that|had|no|very|more|talks?|chips)(\p{L}{2,}) \1\b/iu.exec(text));
  tell('doubled possessive', /’s’s|'s’s|s’s’/.exec(text));
  tell('straight mark', /["']/.exec(text));
  tell(
    'a before a vowel sound',
    /\ba (?:[aeioAEIO](?!ne\b|nce\b|u[rp])|un(?!i[cfoqtv])|8|11\b|18\b|MRI|LLM|HR|SMS|API|AI|hour)\S*/.exec(text),
  );
  tell(
    'an before a consonant sound',
    /\ban (?:[bcdfgjklmpqrtvwyzBCDGJKPQTUVWYZ](?!\b)|n[a-z]|s[a-z]|h(?!our|on|eir)|uni[cfoqtv]|use|eu|one\b|[1-79]\b(?!1|8))\S*/.exec(
      text,
    ),
  );
  tell(
    'one with a plural',
    /(?<![\d.,$€£-])\b1 (?:agents|people|workers|roles|jobs|employees|positions|analysts|percents)\b/.exec(text),
  );
  tell('lower-case start', /^[a-z](?![A-Z])(?!-)/.exec(text));
  tell('the twice', /\bthe the\b|\ba the\b|\ban the\b|\bthe an?\b/i.exec(text));
  tell('by in', /\bby (?:by|in|within)\b/i.exec(text));
  if ((text.match(/“/g) ?? []).length !== (text.match(/”/g) ?? []).length) out.push(`open quotation in “${text}”`);
  return out;
}

const figure = (text: string): number => {
  const found = /(\d[\d,]*(?:\.\d+)?|\.\d+)\s*(k|thousand|million|billion|trillion|bn|m)?\b/i.exec(text);
  if (!found) return Number.NaN;
  const unit = (found[2] ?? '').toLowerCase();
  const scale: Record<string, number> = {
    k: 1e3,
    thousand: 1e3,
    m: 1e6,
    million: 1e6,
    bn: 1e9,
    billion: 1e9,
    trillion: 1e12,
  };
  const value = Number(found[1]?.replace(/,/g, '')) * (scale[unit] ?? 1);
  return /\bcents?\b/.test(text) ? value / 100 : value;
};

/** Recomputes every sum of a working. Returns those that do not come out, within the rounding that ≈ and three figures allow. */
export function wrongSums(working: string): string[] {
  return working
    .split('; ')
    .filter(Boolean)
    .filter((sum) => {
      const [left = '', right = ''] = sum.split(/ [=≈] /);
      const shown = figure(right);
      const tolerance = sum.includes('≈') ? 0.06 : 0.001;
      let due = Number.NaN;
      if (left.includes('÷')) {
        const [a = '', b = ''] = left.split('÷');
        due = figure(a) / figure(b);
      } else if (left.includes('−')) {
        const [a = '', b = ''] = left.split('−');
        due = figure(a) - figure(b);
      } else if (/% of /.test(left)) {
        const [a = '', b = ''] = left.split('% of ');
        due = (figure(a) / 100) * figure(b);
      }
      return !(Math.abs(due - shown) <= Math.abs(due) * tolerance);
    });
}
