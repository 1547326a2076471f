import type { Note } from '@/lib/model';

const BEFORE_SPEAKER = /\s+(?=[—–] )/;
const BEFORE_QUESTION_OR_ANSWER = /\s+(?=(?:Q|A): )/;
const BEFORE_NUMBER = /(?:^|\s+)(?=(\d{1,2})[.)] )/g;

/** Breaks before each number that counts on: one that only ends a sentence does not, as in “4. Reconsider 1 through 3.” */
function itemsOf(text: string): string[] {
  const starts: number[] = [];
  for (const { index, 1: number } of text.matchAll(BEFORE_NUMBER))
    if (Number(number) === starts.length + 1) starts.push(index);
  return [0, ...starts].map((start, i) => text.slice(start, starts[i]));
}

/** The text of a note as it is set: a dialogue by speaker, a list by item; everything else runs on. The words are never changed. */
export function linesOf({ text, shape }: Pick<Note, 'text' | 'shape'>): string[] {
  const setAs: Partial<Record<Note['shape'], () => string[]>> = {
    dialogue: () => text.split(BEFORE_SPEAKER),
    list: () => itemsOf(text),
    document: () => text.split(BEFORE_QUESTION_OR_ANSWER),
  };
  const lines = setAs[shape]?.() ?? [text];
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** Class names of a line: what opens with a dash or a number hangs from it. */
export function lineClass(text: string): string {
  return /^(?:[—–] |\d{1,2}[.)] |[QA]: )/.test(text) ? 'line hang' : 'line';
}
