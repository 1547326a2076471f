const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

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

/** "first" to "twelfth", then "13th". */
export function ordinal(value: number): string {
  const word = ORDINALS[value];
  if (word && value > 0) return word;
  const last = value % 10;
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}

/** Rounds to so many significant figures. */
export function significant(value: number, figures: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(figures));
}
