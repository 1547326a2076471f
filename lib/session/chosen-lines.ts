/** The lines that the reader asked for in place of the planned ones, on one page, and the way back from each. */
import type { Note } from '../model';

/** Claims and levels are told apart by `key`, whatever it is. */
export class ChosenLines {
  /** By key, all lines that stood there in their order, and which of them stands there now. */
  readonly #lists = new Map<string, { notes: Note[]; now: Note }>();
  /** Mechanisms of jokes that are not to be shown. */
  readonly unwanted = new Set<string>();

  readonly #isWanted = (note: Note): boolean => !this.unwanted.has(note.mechanism);

  /** The wanted lines up to the one that stands there; where that is unwanted, the last of them stands in for it. */
  #had(key: string): Note[] {
    const list = this.#lists.get(key);
    return list ? list.notes.slice(0, list.notes.indexOf(list.now) + 1).filter(this.#isWanted) : [];
  }

  /** What stands beside a claim: what was asked for, else `planned`; none that is unwanted. */
  shown(key: string, planned: Note | null): Note | null {
    return this.#had(key).at(-1) ?? (planned && this.#isWanted(planned) ? planned : null);
  }

  /** The lines that the reader has had where they asked for others, beside whatever claim: one that is told twice is no other. */
  used(): string[] {
    return [...this.#lists.values()].flatMap(({ notes }) => notes.map(({ line }) => line));
  }

  /** Puts `note` in the place of `before`. */
  pick(key: string, note: Note, before: Note | null): void {
    // What stood there is new to the list where it was planned.
    const notes = [...new Set([...(this.#lists.get(key)?.notes ?? []), before ?? note, note])];
    this.#lists.set(key, { notes, now: note });
  }

  /** True where another line stood there before. */
  hasEarlier(key: string): boolean {
    return this.#had(key).length > 1;
  }

  /** Puts the line before back. False where there was none. */
  back(key: string): boolean {
    const list = this.#lists.get(key);
    const before = this.#had(key).at(-2);
    if (list && before) list.now = before;
    return !!before;
  }
}
