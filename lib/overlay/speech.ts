/** Words to the reader: in sight in a corner of the window, and read aloud. */
import { t } from '../locale';
import type { Stage } from './stage';
import { type Saying, toast } from './toast';

/** After so long whatever listens has heard it: what stayed would be found on the page as if it were true for ever; ms. */
const HEARD = 10_000;

export class Speech {
  /** What is being said: a word, or one that can be taken back. */
  saying: 'word' | 'undo' | null = null;
  private end: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private live: HTMLElement | null = null;

  /** @param done called when what was said has gone by itself. */
  constructor(private readonly done: () => void) {}

  /** Has `text` read aloud. @param fresh the stage comes onto the page with these words. */
  aloud({ live }: Stage, text: string, fresh: boolean): void {
    this.hush();
    this.live = live;
    const tell = () => {
      live.textContent = text;
      this.timer = setTimeout(() => this.hush(), HEARD);
    };
    // What comes along with its words is not read out.
    if (fresh) this.timer = setTimeout(tell, 100);
    else tell();
  }

  /** Says `saying` on `stage`, in the place of what was said before. @param fresh the stage comes onto the page with it. */
  say(stage: Stage, saying: Saying, fresh: boolean): void {
    const { text, undo } = saying;
    this.silence();
    this.aloud(stage, undo ? t('toast_undo', { said: text }) : text, fresh);
    this.saying = undo ? 'undo' : 'word';
    this.end = toast(stage.toasts, saying, () => {
      this.saying = null;
      this.hush();
      this.done();
    });
  }

  silence(): void {
    this.end();
    this.saying = null;
    this.hush();
  }

  private hush(): void {
    clearTimeout(this.timer);
    this.live?.replaceChildren();
  }
}
