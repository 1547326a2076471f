/** Words to the reader: in sight in a corner of the window, and read aloud. */
import { t } from '../locale';
import type { Stage } from './stage';
import { type Saying, toast } from './toast';

export class Speech {
  /** What is being said: a word, or one that can be taken back. */
  saying: 'word' | 'undo' | null = null;
  private end: () => void = () => undefined;

  /** @param done called when what was said has gone by itself. */
  constructor(private readonly done: () => void) {}

  /** Says `saying` on `stage`, in the place of what was said before. @param fresh the stage has come for these words. */
  say({ live, toasts }: Stage, saying: Saying, fresh: boolean): void {
    const { text, undo } = saying;
    const aloud = () => {
      live.textContent = undo ? t('toast_undo', { said: text }) : text;
    };
    // What comes along with its words is not read out.
    if (fresh) setTimeout(aloud, 100);
    else aloud();
    this.silence();
    this.saying = undo ? 'undo' : 'word';
    this.end = toast(toasts, saying, () => {
      this.saying = null;
      this.done();
    });
  }

  silence(): void {
    this.end();
    this.saying = null;
  }
}
