import type { Condition } from '../types';
import { type Fault, fault } from './faults';
import { isFlag, slotName } from './slots';

/** Conditions in `needs:`, or what is wrong with them in plain words. */
export interface ReadConditions {
  conditions: Condition[];
  wrong: Fault[];
}

/** Words of a list in the short form: “or” is part of a phrase. */
const piped = (text: string): string[] =>
  text
    .split('|')
    .map((w) => w.replace(/[“”"]/g, '').trim().toLowerCase())
    .filter(Boolean);

/** Words of a list in the long form, in which “or” parts words unless it stands between quotation marks. */
const words = (text: string): string[] =>
  piped(text.replace(/([“”"][^“”"]*[“”"])|\bor\b/gi, (_, quoted?: string) => quoted ?? '|'));

function one(part: string): Condition[] | Fault {
  const not = part.startsWith('!') || /^not\s/i.test(part);
  const body = not ? part.replace(/^(!|not\s)\s*/i, '') : part;

  const says = /^(has\s*:|claim says\s+)(.*)$/i.exec(body);
  if (says) {
    const read = /^has/i.test(says[1] ?? '') ? piped : words;
    const [first = '', second] = (says[2] ?? '').split(/\snear(?:\s|$)/i);
    const [list, near] = [read(first), read(second ?? '')];
    if (list.length === 0 || (second !== undefined && near.length === 0)) return fault('no_word', { part });
    return [{ test: 'says', words: list, ...(near.length > 0 ? { near } : {}), not }];
  }
  const range = /^(.+?)\s+from\s+([\d.,]+)\s+to\s+([\d.,]+)$/i.exec(body);
  if (range) {
    // “Not” of two conditions would be “or”, which there is not.
    if (not) return fault('not_understood', { part });
    const slot = slotName(range[1] ?? '');
    const [low, high] = [number(range[2]), number(range[3])];
    if (!slot || low === null || high === null) return fault('not_understood', { part });
    return [
      { test: 'compare', slot, op: '>=', value: low },
      { test: 'compare', slot, op: '<=', value: high },
    ];
  }
  const compare = /^(.+?)\s*(>=|<=|>|<)\s*([\d.,]+)$/.exec(body);
  if (compare) {
    // Written the other way round: n<50.
    if (not) return fault('not_understood', { part });
    const slot = slotName(compare[1] ?? '');
    const value = number(compare[3]);
    if (!slot) return fault('no_slot', { word: compare[1] ?? '' });
    if (value === null) return fault('not_a_number', { word: compare[3] ?? '' });
    return [{ test: 'compare', slot, op: compare[2] as '>=', value }];
  }
  const about = /^(.+?)\s*~\s*(.*)$/.exec(body);
  if (about) {
    const slot = slotName(about[1] ?? '');
    const list = words(about[2] ?? '');
    if (!slot) return fault('no_slot', { word: about[1] ?? '' });
    return list.length > 0 ? [{ test: 'about', slot, words: list, not }] : fault('no_word', { part });
  }
  const exact = /^(.+?)\s*=\s*(.*)$/.exec(body);
  if (exact) {
    const name = (exact[1] ?? '').trim().toLowerCase();
    // “n>=50%”: it is the number that is no number.
    if (/[<>]$/.test(name)) return fault('not_understood', { part });
    // Names of keys have “or” in them: "thinks or reasons".
    const list =
      name === 'key'
        ? (exact[2] ?? '')
            .toLowerCase()
            .split('|')
            .map((w) => w.trim())
            .filter(Boolean)
        : words(exact[2] ?? '');
    if (list.length === 0) return fault('no_word', { part });
    if (name === 'kind' || name === 'key') return [{ test: 'is', slot: name, words: list, not }];
    const slot = slotName(name);
    return slot ? [{ test: 'is', slot, words: list, not }] : fault('no_slot', { word: exact[1] ?? '' });
  }
  const bare = body.trim().toLowerCase();
  if (isFlag(bare)) return [{ test: 'flag', flag: bare, not }];
  const slot = slotName(body);
  return slot ? [{ test: 'slot', slot, not }] : fault('no_slot_or_sign', { part });
}

/** The words that conditions like `hedge=up to` ask for. */
export const soughtIn = (conditions: readonly Condition[], slot: string): string[] =>
  conditions.flatMap((c) => (c.test === 'is' && c.slot === slot && !c.not ? c.words : []));

function number(text: string | undefined): number | null {
  const value = Number((text ?? '').replace(/,/g, ''));
  return text && Number.isFinite(value) ? value : null;
}

/**
 * Reads the conditions of a `needs:` line, in the short form of the spreadsheet (`n>=50, workers~translat|interpret,
 * has:waitlist|beta, hedge=up to, !product, gone`) or the long form (`percent from 60 to 99, workers ~ translator or
 * interpreter`). A comma means "and"; `-` means none.
 */
export function readConditions(text: string): ReadConditions {
  const out: ReadConditions = { conditions: [], wrong: [] };
  for (const raw of splitTop(oneSpace(text))) {
    const part = raw.trim();
    if (part === '' || part === '-') continue;
    const read = one(part);
    if (Array.isArray(read)) out.conditions.push(...read);
    else out.wrong.push(read);
  }
  return out;
}

/** Reads a `when:` or `unless:` line: `claim says "union" or "strike"`, and nothing else that `needs:` can say. */
export function readSays(text: string, not: boolean): ReadConditions {
  const said = /^\s*(?:the\s+)?claim\s+says\b(.*)$/i.exec(oneSpace(text))?.[1] ?? '';
  const near = /\snear(?:\s|$)/i.test(said.replace(/[“”"][^“”"]*[“”"]/g, ''));
  const list = near ? [] : words(said);
  return list.length > 0
    ? { conditions: [{ test: 'says', words: list, not }], wrong: [] }
    : { conditions: [], wrong: [fault('says')] };
}

/** The patterns above would try a long run of spaces from each of them on. */
const oneSpace = (text: string): string => text.replace(/\s+/g, ' ');

/** Splits at commas, but not at that of a figure (“12,000”). */
function splitTop(text: string): string[] {
  return text.split(/,(?!\d{3}\b)/);
}
