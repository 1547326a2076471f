import { useCallback, useState } from 'preact/hooks';
import { t } from '@/lib/locale';

/** A sentence for the reader that a screen reader speaks as it changes; empty shows nothing. */
export function useSay(): [
  string,
  (sentence: string) => void,
  (work: () => Promise<string | undefined>) => Promise<void>,
] {
  const [sentence, say] = useState('');
  const attempt = useCallback(async (work: () => Promise<string | undefined>) => {
    say('');
    try {
      say((await work()) ?? '');
    } catch (error) {
      say(error instanceof Error ? error.message : t('failed'));
    }
  }, []);
  return [sentence, say, attempt];
}
