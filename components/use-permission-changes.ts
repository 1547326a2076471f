import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Calls `again` whenever the reader gives or withdraws a permission, for as long as the component stands. */
export function usePermissionChanges(again: () => Promise<unknown>): void {
  useEffect(() => {
    const changed = () => void again();
    browser.permissions.onAdded.addListener(changed);
    browser.permissions.onRemoved.addListener(changed);
    return () => {
      browser.permissions.onAdded.removeListener(changed);
      browser.permissions.onRemoved.removeListener(changed);
    };
  }, [again]);
}
