/** The sites that the reader allowed, followed while the options are open. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type AllowedSite, allowedSites } from '@/lib/settings';
import { usePermissionChanges } from '../use-permission-changes';

export function useAllowed(): { allowed: AllowedSite[]; look: () => Promise<void> } {
  const [allowed, setAllowed] = useState<AllowedSite[]>([]);
  const look = useCallback(async () => setAllowed(await allowedSites()), []);
  useEffect(() => void look(), [look]);
  usePermissionChanges(look);
  return { allowed, look };
}
