import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '@/lib/locale';

/** Whether the button stands on the toolbar; null where the browser does not say. */
function usePinned(): boolean | null {
  const [pinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const look = async () => {
      const found = await browser.action.getUserSettings?.().catch(() => null);
      setPinned(found?.isOnToolbar ?? null);
    };
    void look();
    // No event tells of it in every browser that Peel runs in; whoever pins it comes back to the page.
    window.addEventListener('pointermove', look);
    window.addEventListener('focus', look);
    return () => {
      window.removeEventListener('pointermove', look);
      window.removeEventListener('focus', look);
    };
  }, []);
  return pinned;
}

/** How to get the button out from behind the puzzle piece. */
export function Pin() {
  const pinned = usePinned();
  return (
    <section aria-labelledby="pin">
      <h2 id="pin">{t('welcome_pin')}</h2>
      {pinned ? (
        <p role="status">{t('welcome_pinned')}</p>
      ) : import.meta.env.FIREFOX ? (
        <ol>
          <li>{t('welcome_pin_firefox_puzzle')}</li>
          <li>{t('welcome_pin_firefox_gear')}</li>
          <li>{t('welcome_pin_firefox_choose')}</li>
        </ol>
      ) : (
        <ol>
          <li>{t('welcome_pin_puzzle')}</li>
          <li>{t('welcome_pin_pin')}</li>
        </ol>
      )}
    </section>
  );
}
