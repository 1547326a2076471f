import { useCallback, useState } from 'preact/hooks';
import { attempt } from '../attempt';

/** A sentence for the reader that a screen reader speaks as it changes; empty shows nothing. */
export function useSay(): [
  string,
  (sentence: string) => void,
  (work: () => Promise<string | undefined>) => Promise<void>,
] {
  const [sentence, say] = useState('');
  const saying = useCallback(async (work: () => Promise<string | undefined>) => {
    await attempt(async () => say((await work()) ?? ''), say);
  }, []);
  return [sentence, say, saying];
}
