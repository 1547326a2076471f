import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

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
      <h2 id="pin">Where the button is</h2>
      {pinned ? (
        <p role="status">On the toolbar. It says how many sentences were marked on a page.</p>
      ) : import.meta.env.FIREFOX ? (
        <ol>
          <li>Press the puzzle piece at the end of the toolbar.</li>
          <li>Press the gear beside Peel.</li>
          <li>Choose “Pin to Toolbar”.</li>
        </ol>
      ) : (
        <ol>
          <li>Press the puzzle piece beside the address bar.</li>
          <li>Press the pin beside Peel.</li>
        </ol>
      )}
    </section>
  );
}
