import { useCallback, useRef } from 'preact/hooks';

/** Shows what `looking` finds, or says why it failed, unless a newer look has begun meanwhile: a slow one answers late. */
type Latest = <T>(looking: Promise<T>, show: (found: T) => void, fail?: (error: Error) => void) => Promise<void>;

/** For a screen that looks at the same thing again and again: only its newest look counts. */
export function useLatest(): Latest {
  const looks = useRef(0);
  return useCallback<Latest>((looking, show, fail) => {
    looks.current += 1;
    const mine = looks.current;
    const isNewest = () => mine === looks.current;
    return looking.then(
      (found) => void (isNewest() && show(found)),
      (error: Error) => void (isNewest() && fail?.(error)),
    );
  }, []);
}
