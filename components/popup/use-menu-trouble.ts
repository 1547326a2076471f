/** What a press in the browser's menu, or a key, could not do on the page in front. */
import { useEffect, useState } from 'preact/hooks';
import { takeTrouble } from '@/lib/tabs/toolbar';
import { tabInFront } from './tab-in-front';

/** A sentence, empty where there is none; it is said once. */
export function useMenuTrouble(): string {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    // Whatever the page does: the popup may have been opened to say this, and a page that is busy says nothing.
    void tabInFront().then(async (tab) => {
      if (tab?.id !== undefined) setSentence(await takeTrouble(tab.id));
    });
  }, []);
  return sentence;
}
