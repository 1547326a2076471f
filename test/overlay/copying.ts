/** The browser's half of copying by selection, for tests whose window has none. */

/** The copies that the browser set off; in place of lib/overlay/trusted, since no script can make a trusted event. */
const own = new WeakSet<Event>();
export const isTrusted = (event: Event): boolean => own.has(event);

/**
 * Gives `document` an `execCommand` that copies as browsers do: what is selected in the focused field of `root`, unless a
 * handler puts in something else and prevents that. @returns what is on the clipboard, by type; and an end.
 */
export function fakeCopying(root: () => ShadowRoot, works = true) {
  const clipboard = new Map<string, string>();
  Object.assign(document, {
    execCommand: () => {
      if (!works) return false;
      const put = new Map<string, string>();
      const clipboardData = {
        get types() {
          return [...put.keys()];
        },
        clearData: () => put.clear(),
        setData: (type: string, text: string) => put.set(type, text),
        getData: (type: string) => put.get(type) ?? '',
      };
      const field = root().activeElement as HTMLTextAreaElement | null;
      const event = new Event('copy', { bubbles: true, cancelable: true, composed: true });
      own.add(event);
      const selected = field?.value ?? '';
      const goesOn = (field ?? document.body).dispatchEvent(Object.assign(event, { clipboardData }));
      clipboard.clear();
      for (const [type, text] of goesOn ? [['text/plain', selected] as const] : put) clipboard.set(type, text);
      return true;
    },
  });
  return { clipboard, end: () => Reflect.deleteProperty(document, 'execCommand') };
}
