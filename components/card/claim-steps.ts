import { createContext } from 'preact';

/** From one claim to the next, for who cannot press the note beside it. */
export interface ClaimSteps {
  /** Which of how many: "2 of 5". */
  at: string;
  previous(): void;
  next(): void;
}

/** Given to whatever card is drawn; its head shows the steps. Null where there are none. */
export const ClaimStepsContext = createContext<ClaimSteps | null>(null);
