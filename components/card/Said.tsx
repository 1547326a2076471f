import { useEffect, useRef, useState } from 'preact/hooks';

/** What the card says back: a sentence, and text to copy by hand where the clipboard refused. */
export interface Words {
  text: string;
  byHand: string;
}

/** What was said last, and a Copy that says how it went. */
export function useSaid(clip: (text: string) => Promise<boolean>) {
  const [said, setSaid] = useState<Words>({ text: '', byHand: '' });
  const say = (text: string) => setSaid({ text, byHand: '' });
  const copy = async (text: string) => {
    // Said twice in a row, it must be heard twice.
    say('');
    const done = await clip(text).catch(() => false);
    if (done) say('Copied.');
    else setSaid({ text: 'The browser did not let Peel copy.', byHand: text });
  };
  return { said, say, copy };
}

/** The last word under the buttons, always in sight: short enough for the one line that is kept for it. */
export function Said({ said }: { said: Words }) {
  return (
    <p class="said" role="status">
      {said.text}
    </p>
  );
}

/** The text to copy, selected, for a press of the keys. */
export function ByHand({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!text || !field.current) return;
    field.current.focus({ preventScroll: true });
    field.current.select();
    const card = field.current.closest('.card');
    if (card) card.scrollTop = card.scrollHeight;
  }, [text]);
  return text ? (
    <label class="by-hand">
      Copy this yourself:
      <textarea ref={field} readOnly rows={4} value={text} />
    </label>
  ) : null;
}
