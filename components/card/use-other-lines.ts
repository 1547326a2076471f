import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import type { Level } from '@/lib/model';
import type { CardProps } from './Card';

/** True where the focus went with what was taken away, and the reader has put it nowhere since. */
function isFocusLost(document: Document): boolean {
  const active = document.activeElement;
  return active === null || active.localName === 'body';
}

/** The lines that may stand in the place of a card's note: asks for another, and puts the one before back. */
export function useOtherLines(
  { note, jokes, level, straight, actions }: Pick<CardProps, 'note' | 'jokes' | 'level' | 'straight' | 'actions'>,
  say: (text: string) => void,
) {
  const [asking, setAsking] = useState(false);
  /** The level at which no further line was found: an answer that comes late is none for the level that shows by then. */
  const [emptyAt, setEmptyAt] = useState<Level | null>(null);
  const empty = emptyAt === level;
  const shown = useRef(level);
  shown.current = level;
  const anotherButton = useRef<HTMLButtonElement>(null);
  const earlierButton = useRef<HTMLButtonElement>(null);
  const noneSaid = useRef<HTMLParagraphElement>(null);
  const pressed = useRef<'another' | 'earlier' | null>(null);
  // Looked up while it can be: what fails may fail because the extension is gone.
  const shelfEmpty = t('card_shelf_empty');
  const unheard = t('page_unheard');
  useLayoutEffect(() => {
    // The buttons are new; whoever pressed one stays on it.
    if (pressed.current) {
      const button = (pressed.current === 'earlier' ? earlierButton.current : null) ?? anotherButton.current;
      if (button && isFocusLost(button.ownerDocument)) button.focus({ preventScroll: true });
    }
    pressed.current = null;
    // Another line has a shelf of its own, and so has another level.
    setEmptyAt(null);
  }, [note?.line, level]);
  useLayoutEffect(() => {
    // The button is gone with its press.
    if (!empty || !noneSaid.current || !isFocusLost(noneSaid.current.ownerDocument)) return;
    noneSaid.current.focus({ preventScroll: true });
    const card = noneSaid.current.closest('.card');
    if (card) card.scrollTop = 0;
  }, [empty]);
  const another = async () => {
    if (asking || empty) return;
    setAsking(true);
    // Said twice in a row, it must be heard twice.
    say('');
    pressed.current = 'another';
    const found = await actions.another().catch(() => undefined);
    if (!found) pressed.current = null;
    setAsking(false);
    if (found === null) setEmptyAt(level);
    // Where there was none before, the card says so in its place.
    if (found === undefined) say(unheard);
    else if (!found && note && shown.current === level) say(shelfEmpty);
  };
  const earlier = () => {
    pressed.current = 'earlier';
    if (actions.earlier()) say('');
    else pressed.current = null;
  };
  // Nothing stands here, and nothing can.
  const none = !note && jokes && (empty || straight.noLineAt?.includes(level) === true);
  return { idle: asking || empty, none, noneSaid, another, earlier, anotherButton, earlierButton };
}
