/** Whether the browser's own sync carries the choices, and how that goes, followed from then on. */
import { useEffect, useState } from 'preact/hooks';
import { watchStored } from '@/lib/settings';
import { parseSync, readSync, SYNC_KEY, type SyncState } from '@/lib/settings/sync';

/** Undefined while storage is asked, null where it does not say. */
export function useSync(): SyncState | null | undefined {
  const [sync, setSync] = useState<SyncState | null>();
  useEffect(() => {
    const controller = new AbortController();
    let told = false;
    const know = (found: unknown) => {
      told = true;
      setSync(parseSync(found));
    };
    watchStored(SYNC_KEY, know, controller.signal);
    void readSync().then((found) => {
      if (!told && !controller.signal.aborted) setSync(found);
    });
    return () => controller.abort();
  }, []);
  return sync;
}
