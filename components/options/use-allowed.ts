/** The sites that the reader allowed, followed while the options are open. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type AllowedSite, allowedSites } from '@/lib/sites/allowed';
import { useLatest } from '../use-latest';
import { usePermissionChanges } from '../use-permission-changes';

export function useAllowed(): { allowed: AllowedSite[]; look: () => Promise<void> } {
  const [allowed, setAllowed] = useState<AllowedSite[]>([]);
  const latest = useLatest();
  const look = useCallback(() => latest(allowedSites(), setAllowed), [latest]);
  useEffect(() => void look(), [look]);
  usePermissionChanges(look);
  return { allowed, look };
}
