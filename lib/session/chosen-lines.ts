/** The lines that the reader asked for in place of the planned ones, on one page, and the way back from each. */
import type { Note } from '../model';

/** Claims and levels are told apart by `key`, whatever it is. */
export class ChosenLines {
  /** By key, all lines that stood there in their order, and which of them stands there now. */
  readonly #lists = new Map<string, { notes: Note[]; at: number }>();
  /** Mechanisms of jokes that are not to be shown. */
  readonly unwanted = new Set<string>();

  readonly #isWanted = (note: Note): boolean => !this.unwanted.has(note.mechanism);

  /** The last wanted line at or before the one that stands there. */
  #find(key: string, before = 0): number {
    const { notes = [], at = -1 } = this.#lists.get(key) ?? {};
    return notes.slice(0, at + 1 - before).findLastIndex(this.#isWanted);
  }

  /** What stands beside a claim: what was asked for, else `planned`; none that is unwanted. */
  shown(key: string, planned: Note | null): Note | null {
    return this.#lists.get(key)?.notes[this.#find(key)] ?? (planned && this.#isWanted(planned) ? planned : null);
  }

  /** The lines that the reader has had where they asked for others, beside whatever claim: one that is told twice is no other. */
  used(): string[] {
    return [...this.#lists.values()].flatMap(({ notes }) => notes.map(({ line }) => line));
  }

  /** Puts `note` in the place of `before`. */
  pick(key: string, note: Note, before: Note | null): void {
    const { notes = before ? [before] : [] } = this.#lists.get(key) ?? {};
    this.#lists.set(key, { notes: [...notes, note], at: notes.length });
  }

  /** True where another line stood there before. */
  hasEarlier(key: string): boolean {
    return this.#find(key, 1) >= 0;
  }

  /** Puts the line before back. False where there was none. */
  back(key: string): boolean {
    const list = this.#lists.get(key);
    const at = this.#find(key, 1);
    if (list && at >= 0) list.at = at;
    return at >= 0;
  }
}
