/** What a press in the browser's menu, or a key, could not do on the page in front. */
import { useEffect, useState } from 'preact/hooks';
import { takeTrouble } from '@/lib/session/toolbar';

/** A sentence, empty where there is none; it is said once. */
export function useMenuTrouble(tabId: number | null): string {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    // What was said of a page stays until the popup is closed: asked again, the button knows nothing of it any more.
    if (tabId !== null) void takeTrouble(tabId).then((found) => found && setSentence(found));
  }, [tabId]);
  return sentence;
}
