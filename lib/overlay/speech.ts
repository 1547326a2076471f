/** Words to the reader: in sight in a corner of the window, and read aloud. */
import { t } from '../locale';
import type { Stage } from './stage';
import { type Saying, toast } from './toast';

export class Speech {
  /** What is being said: a word, or one that can be taken back. */
  saying: 'word' | 'undo' | null = null;
  private end: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param done called when what was said has gone by itself. */
  constructor(private readonly done: () => void) {}

  /** Has `text` read aloud. @param fresh the stage comes onto the page with these words. */
  aloud({ live }: Stage, text: string, fresh: boolean): void {
    const tell = () => {
      live.textContent = text;
    };
    clearTimeout(this.timer);
    // What comes along with its words is not read out.
    if (fresh) this.timer = setTimeout(tell, 100);
    else tell();
  }

  /** Says `saying` on `stage`, in the place of what was said before. @param fresh the stage comes onto the page with it. */
  say(stage: Stage, saying: Saying, fresh: boolean): void {
    const { text, undo } = saying;
    this.aloud(stage, undo ? t('toast_undo', { said: text }) : text, fresh);
    this.silence();
    this.saying = undo ? 'undo' : 'word';
    this.end = toast(stage.toasts, saying, () => {
      this.saying = null;
      this.done();
    });
  }

  silence(): void {
    this.end();
    this.saying = null;
  }
}
