const IRREGULAR: Record<string, string> = {
  people: 'person',
  staff: 'employee',
  salespeople: 'salesperson',
  men: 'man',
  women: 'woman',
  children: 'child',
  mice: 'mouse',
  personnel: 'employee',
  headcount: 'employee',
};

/** Singular of a plural noun phrase: its last word changes ("support agents" → "support agent"). */
export function singular(phrase: string): string {
  const words = phrase.trim().split(' ');
  const last = words.pop() ?? '';
  const lower = last.toLowerCase();
  if (IRREGULAR[lower]) words.push(IRREGULAR[lower]);
  else if (/(?:ies)$/.test(lower) && lower.length > 4) words.push(`${last.slice(0, -3)}y`);
  else if (/(?:sses|shes|ches|xes)$/.test(lower)) words.push(last.slice(0, -2));
  else if (/s$/.test(lower) && !/(?:ss|us|is)$/.test(lower)) words.push(last.slice(0, -1));
  else words.push(last);
  return words.join(' ');
}

const PLURALS: Record<string, string> = {
  person: 'people',
  employee: 'employees',
  salesperson: 'salespeople',
  child: 'children',
};

/** Plural of a noun phrase; plurals and collectives are left alone, "staff" becomes "employees". */
export function plural(phrase: string): string {
  const words = phrase.trim().split(' ');
  const last = words.pop() ?? '';
  const lower = last.toLowerCase();
  if (lower === 'staff' || lower === 'headcount') words.push('employees');
  else if (IRREGULAR[lower] || (/s$/.test(lower) && !/ss$/.test(lower))) words.push(last);
  else if (PLURALS[lower]) words.push(PLURALS[lower]);
  else if (/[^aeiou]y$/.test(lower)) words.push(`${last.slice(0, -1)}ies`);
  else if (/(?:s|sh|ch|x)$/.test(lower)) words.push(`${last}es`);
  else words.push(`${last}s`);
  return words.join(' ');
}
