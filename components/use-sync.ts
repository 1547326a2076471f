/** Whether the browser's own sync carries the choices, and how that goes, followed from then on. */
import { parseSync, readSync, SYNC_KEY, type SyncState } from '@/lib/settings/sync';
import { watchStored } from '@/lib/storage/local';
import { useStored } from './use-stored';

const watchSync = (hear: (state: SyncState | null) => void, signal: AbortSignal) =>
  watchStored(SYNC_KEY, (value) => hear(parseSync(value)), signal);

/** Undefined while storage is asked, null where it does not say. */
export const useSync = (): SyncState | null | undefined => useStored(readSync, watchSync)[0];
