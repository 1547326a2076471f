/** Whether Peel is off for a while, followed from then on and to its end. */
import { useEffect } from 'preact/hooks';
import { loadPause, type Pause, watchPause } from '@/lib/settings';
import { useStored } from '../use-stored';

export function usePause(): Pause | null {
  const [held = null, setHeld] = useStored(loadPause, watchPause);
  useEffect(() => {
    if (typeof held?.until !== 'number') return;
    const timer = setTimeout(() => setHeld(null), Math.max(0, held.until - Date.now()));
    return () => clearTimeout(timer);
  }, [held]);
  return held;
}
