import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';

/** What the card says back: a sentence, and text to copy by hand where the clipboard refused. */
export interface Words {
  text: string;
  byHand: string;
  /** Takes back what was done; null where nothing was. */
  undo: (() => void) | null;
}

/** What was said last, and a Copy that says how it went. */
export function useSaid(clip: (text: string) => Promise<boolean>) {
  const [said, setSaid] = useState<Words>({ text: '', byHand: '', undo: null });
  const say = (text: string, undo: (() => void) | null = null) => setSaid({ text, byHand: '', undo });
  const copy = async (text: string) => {
    // Said twice in a row, it must be heard twice.
    say('');
    const done = await clip(text).catch(() => false);
    if (done) say(t('card_copied'));
    else setSaid({ text: t('card_no_copy'), byHand: text, undo: null });
  };
  return { said, say, copy };
}

/** The last word under the buttons with its way back, always in sight: short enough for the one line that is kept for it. */
export function Said({ said }: { said: Words }) {
  return (
    <p class="said">
      <span role="status">{said.text}</span>
      {said.undo && (
        <>
          {' '}
          <button type="button" ref={focusWhenNew} onClick={said.undo}>
            {t('undo')}
          </button>
        </>
      )}
    </p>
  );
}

/** What was pressed may be gone with what it was about. */
const focusWhenNew = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true });

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
      {t('card_by_hand')}
      <textarea ref={field} readOnly rows={4} value={text} />
    </label>
  ) : null;
}
