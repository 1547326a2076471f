import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import type { Note } from '@/lib/model';
import type { CardActions } from './Card';

/** The lines that may stand in the place of `note`: asks for another, and puts the one before back. */
export function useOtherLines(
  note: Note | null,
  actions: Pick<CardActions, 'another' | 'earlier'>,
  say: (text: string) => void,
) {
  const [asking, setAsking] = useState(false);
  const [empty, setEmpty] = useState(false);
  const anotherButton = useRef<HTMLButtonElement>(null);
  const earlierButton = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'another' | 'earlier' | null>(null);
  // Looked up while it can be: what fails may fail because the extension is gone.
  const noLine = t(note ? 'card_shelf_empty' : 'card_no_line');
  const unheard = t('page_unheard');
  useLayoutEffect(() => {
    // The buttons are new; whoever pressed one stays on it.
    if (pressed.current) {
      const button = pressed.current === 'earlier' ? earlierButton.current : null;
      (button ?? anotherButton.current)?.focus({ preventScroll: true });
    }
    pressed.current = null;
    // Another line, as of another level, has a shelf of its own.
    setEmpty(false);
  }, [note?.line]);
  const another = async () => {
    if (asking || empty) return;
    setAsking(true);
    // Said twice in a row, it must be heard twice.
    say('');
    pressed.current = 'another';
    const found = await actions.another().catch(() => undefined);
    if (!found) pressed.current = null;
    setAsking(false);
    setEmpty(found === null);
    if (!found) say(found === null ? noLine : unheard);
  };
  const earlier = () => {
    pressed.current = 'earlier';
    if (actions.earlier()) say('');
    else pressed.current = null;
  };
  return { idle: asking || empty, another, earlier, anotherButton, earlierButton };
}
