const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Digits with thousands commas; from a million up as "2.3 million". */
export function digits(value: number): string {
  const size = Math.abs(value);
  for (const [unit, name] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    if (size >= unit) return `${trim(value / unit)} ${name}`;
  }
  return trim(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

/** At most two decimals, none if they are zeros, no floating-point dust. */
export function trim(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** In words from 0 to 100 and for round hundreds; else digits: "seven hundred", "1,250". */
export function inWords(value: number): string {
  if (!Number.isInteger(value) || value < 0) return digits(value);
  if (value < 20) return SMALL[value] ?? digits(value);
  if (value < 100) {
    const [ten, one] = [Math.floor(value / 10), value % 10];
    return one === 0 ? (TENS[ten] ?? '') : `${TENS[ten]}-${SMALL[one]}`;
  }
  if (value === 100) return 'one hundred';
  if (value < 1000 && value % 100 === 0) return `${SMALL[value / 100]} hundred`;
  return digits(value);
}

/** Rounds to so many significant figures. */
export function significant(value: number, figures: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(figures));
}

const SCALES: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  trn: 1e12,
  tr: 1e12,
  t: 1e12,
};

/** Value of a number in words or digits, without its unit: "2.3 million", "forty-five", "1,900". Null if vague or none. */
export function amount(words: string): number | null {
  const text = words
    .toLowerCase()
    .replace(/^(?:an?|the) (?=hundred|thousand|million|billion)/, 'one ')
    .replace(/\blakh crores?$/, 'trillion')
    .trim();
  const figure =
    /^(\d[\d,]*(?:\.\d+)?)\+?[ -]?(hundred|thousand|lakhs?|crores?|million|billion|trillion|mn|bn|trn|tn|tr|k|m|b|t)?$/.exec(
      text,
    );
  if (figure) return exact(Number(figure[1]!.replace(/,/g, '')) * (figure[2] ? SCALES[figure[2]]! : 1));
  let total = 0;
  let part = 0;
  for (const word of text.split(/[\s-]+/)) {
    const one = SMALL.indexOf(word);
    const ten = TENS.indexOf(word);
    if (one >= 0) part += one;
    else if (ten >= 0) part += ten * 10;
    else if (word === 'hundred') part = (part || 1) * 100;
    else if (SCALES[word]) {
      total += (part || 1) * SCALES[word];
      part = 0;
    } else if (word !== 'and' && word !== 'a') return null;
  }
  return total + part || null;
}

/** Without floating-point dust. */
const exact = (value: number): number => Number(value.toPrecision(12));
