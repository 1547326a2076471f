/** What a slot of a line may be filled with. */
export interface Value {
  text: string;
  /** The number behind it, for conditions and sums; null where the words are vague. */
  amount: number | null;
  currency: string;
  /** "about", "nearly": sums are rounded harder. */
  rough: boolean;
  /** "up to": fills only lines that ask for the hedge. */
  bounded: boolean;
  /** Working of a value that is itself a sum (the rest, one in). */
  working: string;
  /** Set for values that tie a line to this very claim. */
  specific: boolean;
}

/** A value of these words; what `extra` does not say is plain, and tied to this very claim. */
export const value = (text: string, extra: Partial<Value> = {}): Value => ({
  text,
  amount: null,
  currency: '',
  rough: false,
  bounded: false,
  working: '',
  specific: true,
  ...extra,
});
