import { useEffect, useState } from 'preact/hooks';

/** Reads what is stored; never rejects. `onLate` is told of an answer that comes after the reader has given up. */
type Read<T> = (onLate: (late: T) => void) => Promise<T>;
/** Tells of every change from now on, until `signal` aborts. */
type Watch<T> = (onChange: (now: T) => void, signal: AbortSignal) => void;

/**
 * Something stored, read once and followed from then on: undefined until storage has answered, and a way to say what it
 * has become. `read` and `watch` stay the same from painting to painting.
 */
export function useStored<T>(read: Read<T>, watch: Watch<T>): [T | undefined, (now: T) => void] {
  const [held, setHeld] = useState<T>();
  useEffect(() => {
    const controller = new AbortController();
    let told = false;
    const know = (now: T) => {
      told = true;
      setHeld(now);
    };
    watch(know, controller.signal);
    const show = (found: T) => {
      // What was told of a change meanwhile is newer than any reading.
      if (!told && !controller.signal.aborted) setHeld(found);
    };
    void read(show).then(show);
    return () => controller.abort();
  }, [read, watch]);
  return [held, setHeld];
}
