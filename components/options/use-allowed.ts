/** The sites that the reader allowed, followed while the options are open. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type AllowedSite, allowedSites } from '@/lib/settings';

export function useAllowed(): { allowed: AllowedSite[]; look: () => Promise<void> } {
  const [allowed, setAllowed] = useState<AllowedSite[]>([]);
  const look = useCallback(async () => setAllowed(await allowedSites()), []);
  useEffect(() => {
    const again = () => void look();
    again();
    browser.permissions.onAdded.addListener(again);
    browser.permissions.onRemoved.addListener(again);
    return () => {
      browser.permissions.onAdded.removeListener(again);
      browser.permissions.onRemoved.removeListener(again);
    };
  }, [look]);
  return { allowed, look };
}
