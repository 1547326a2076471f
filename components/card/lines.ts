import type { Note } from '@/lib/model';

/** Where a line of text breaks when it is spoken, counted or filled in; everything else runs on. */
const BREAKS: Partial<Record<Note['shape'], RegExp>> = {
  dialogue: /\s+(?=[—–] )/,
  list: /\s+(?=\d{1,2}[.)] )/,
  document: /\s+(?=(?:Q|A): )/,
};

/** The text of a note as it is set: a dialogue by speaker, a list by item. The words are never changed. */
export function linesOf({ text, shape }: Pick<Note, 'text' | 'shape'>): string[] {
  const rule = BREAKS[shape];
  const lines = rule ? text.split(rule) : [text];
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** Class names of a line: what opens with a dash or a number hangs from it. */
export function lineClass(text: string): string {
  return /^(?:[—–] |\d{1,2}[.)] |[QA]: )/.test(text) ? 'line hang' : 'line';
}
