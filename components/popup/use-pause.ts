/** Whether Peel is off for a while, followed from then on and to its end. */
import { useEffect, useState } from 'preact/hooks';
import { loadPause, type Pause, watchPause } from '@/lib/settings';

export function usePause(): Pause | null {
  const [held, setHeld] = useState<Pause | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    let told = false;
    const know = (pause: Pause | null) => {
      told = true;
      setHeld(pause);
    };
    watchPause(know, controller.signal);
    const show = (found: Pause | null) => {
      // What was told of a change meanwhile is newer than any reading.
      if (!told && !controller.signal.aborted) setHeld(found);
    };
    void loadPause(show).then(show);
    return () => controller.abort();
  }, []);
  useEffect(() => {
    if (typeof held?.until !== 'number') return;
    const timer = setTimeout(() => setHeld(null), Math.max(0, held.until - Date.now()));
    return () => clearTimeout(timer);
  }, [held]);
  return held;
}
