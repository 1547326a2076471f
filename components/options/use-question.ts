import { useCallback, useRef, useState } from 'preact/hooks';
import { attempt } from '../attempt';

export interface Question {
  /** True while an answer is waited for. */
  asking: boolean;
  /**
   * Shows what `work` finds, or says why it failed, unless another question is asked or this one dropped meanwhile.
   * @param what tells questions apart: the one at work is not asked again.
   */
  ask<T>(what: unknown, work: () => Promise<T>, show: (found: T) => void): Promise<void>;
  /** Nobody waits for an answer any more. */
  drop(): void;
}

/** For a report that the reader asks for: a newer question takes the place of the one at work, so that no press is in vain. */
export function useQuestion(onFail: (sentence: string) => void): Question {
  const [asking, setAsking] = useState(false);
  const newest = useRef<{ what: unknown } | null>(null);
  const drop = useCallback(() => {
    newest.current = null;
    setAsking(false);
  }, []);
  const ask = useCallback<Question['ask']>(
    async (what, work, show) => {
      if (newest.current?.what === what) return;
      const mine = { what };
      newest.current = mine;
      const isNewest = () => newest.current === mine;
      setAsking(true);
      const look = async () => {
        const found = await work();
        if (isNewest()) show(found);
      };
      await attempt(look, (sentence) => isNewest() && onFail(sentence));
      if (isNewest()) drop();
    },
    [onFail, drop],
  );
  return { asking, ask, drop };
}
