/** What could not be done on the page in front: by a press in the browser's menu or a key, and then in the popup itself. */
import { useEffect, useState } from 'preact/hooks';
import { takeTrouble } from '@/lib/tabs/toolbar';
import { tabInFront } from './tab-in-front';

/**
 * A sentence, empty where there is none, and what sets it: the reader's next press may put right what the menu could not do.
 * What the menu has to say is said once.
 */
export function useMenuTrouble(): [sentence: string, say: (sentence: string) => void] {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    // Whatever the page does: the popup may have been opened to say this, and a page that is busy says nothing.
    void tabInFront().then(async (tab) => {
      const trouble = tab?.id === undefined ? '' : await takeTrouble(tab.id);
      setSentence((now) => now || trouble);
    });
  }, []);
  return [sentence, setSentence];
}
