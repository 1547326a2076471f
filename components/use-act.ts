/** What a screen does for its reader, one thing at a time. */
import { useCallback, useRef, useState } from 'preact/hooks';
import { attempt } from './attempt';

export interface Act {
  /** What is being done now, in a word of ours; null when nothing is. */
  doing: string | null;
  /** One plain sentence on what failed last; else empty. */
  failure: string;
  /** Does `work` unless something else is being done. */
  act(name: string, work: () => Promise<unknown>): Promise<void>;
}

/** What failed last, where several kinds of act on one screen say it in one place: `useState('')`. */
type Failure = [failure: string, setFailure: (sentence: string) => void];

/**
 * Runs what the reader asks for, one thing at a time: a second press while the first is at work does nothing.
 * @param shared where the failure stands; a place of its own unless given
 */
export function useAct(shared?: Failure): Act {
  const [doing, setDoing] = useState<string | null>(null);
  const own = useState('');
  const [failure, setFailure] = shared ?? own;
  const busy = useRef(false);
  const act = useCallback(
    async (name: string, work: () => Promise<unknown>) => {
      if (busy.current) return;
      busy.current = true;
      setDoing(name);
      await attempt(work, setFailure);
      busy.current = false;
      setDoing(null);
    },
    [setFailure],
  );
  return { doing, failure, act };
}
