/** The open card: which one it is, what it says, where it may stand, and the way from it to its neighbours. */
import type { ClaimSteps } from '@/components/card/claim-steps';
import { t } from '../locale';
import type { CardGround } from './card';
import { copyToClipboard } from './clipboard';
import { cardContent } from './contents';
import { focusKept } from './keyboard';
import type { Entry } from './scene';
import { NARROW } from './sheet';
import { groundOf, type Stage } from './stage';
import type { OverlayActions } from './types';

/** What the card needs of the overlay that it belongs to. */
export interface Around {
  readonly document: Document;
  readonly actions: OverlayActions;
  stage(): Stage | null;
  entries(): readonly Entry[];
  /** Of the page that the entries are from. */
  address(): string;
  /** Nothing moves, whatever the system would allow. */
  still(): boolean;
  /** Another card is open, or none. */
  changed(): void;
  step(by: 1 | -1): void;
  say(text: string, undo: (() => void) | null): void;
}

interface Standing {
  key: string;
  peek: boolean;
  /** It is drawn on a sheet across the window's bottom. */
  sheet: boolean;
  returnTo: (() => HTMLElement | null) | null;
}

export class OpenCard {
  private now: Standing | null = null;
  /** The card's last button was pressed by keys. */
  byKeys = false;

  constructor(private readonly around: Around) {}

  /** Of the entry whose card is open; null where none is. */
  get key(): string | null {
    return this.now?.key ?? null;
  }

  /** It shows only as long as the pointer stays. */
  get peek(): boolean {
    return this.now?.peek === true;
  }

  /** The window leaves no room beside the text. */
  get narrow(): boolean {
    return (this.around.document.defaultView?.innerWidth ?? NARROW) < NARROW;
  }

  private get entry(): Entry | null {
    return this.around.entries().find(({ key }) => key === this.now?.key) ?? null;
  }

  /** What peeked stays. */
  keep(): void {
    if (this.now) this.now.peek = false;
  }

  /** The entry goes by another key now; null where it is gone. */
  follow(key: string | null): void {
    if (key === null) this.close(true);
    else if (this.now) this.now.key = key;
  }

  /** Opens the card of `key` in the place of the open one. */
  open(key: string, how: { peek: boolean; focus: boolean }): void {
    const stage = this.around.stage();
    if (!stage?.margin.measured) return;
    const before = this.now?.returnTo ?? null;
    const inCard = stage.holder.element?.contains(stage.surface.root.activeElement) === true;
    const returnTo = how.focus && !inCard ? focusKept(stage.surface.root) : before;
    this.now = { key, peek: how.peek, sheet: this.narrow, returnTo };
    this.draw();
    this.around.changed();
    if (how.focus) stage.holder.element?.focus({ preventScroll: true });
  }

  /** Closes it; the focus goes back to where it was if that is asked for. */
  close(restoreFocus: boolean): void {
    const stage = this.around.stage();
    const { now } = this;
    if (!stage || !now) return;
    const hadFocus = stage.holder.element?.contains(stage.surface.root.activeElement) === true;
    this.now = null;
    stage.holder.close();
    this.around.changed();
    if (restoreFocus && hadFocus) now.returnTo?.()?.focus({ preventScroll: true });
  }

  /** Where it may stand now. */
  ground(): CardGround | null {
    const { entry } = this;
    const stage = this.around.stage();
    return entry && stage ? groundOf(stage, entry.key, entry.range) : null;
  }

  /** The page was laid out again: the card stays beside its claim. */
  settle(): void {
    if (!this.now) return;
    if (this.narrow !== this.now.sheet) this.draw();
    else this.around.stage()?.holder.follow(this.ground());
  }

  draw(): void {
    const { entry, now } = this;
    const stage = this.around.stage();
    const measured = stage?.margin.measured;
    if (!entry || !now || !stage || !measured) return;
    now.sheet = this.narrow;
    const { key, item } = entry;
    const { root } = stage.surface;
    const content = cardContent(entry, {
      address: this.around.address(),
      actions: this.around.actions,
      close: () => {
        this.byKeys = root.activeElement?.matches(':focus-visible') === true;
        this.close(true);
      },
      say: (text, undo) => this.around.say(text, undo),
      copy: (text) => copyToClipboard(root, text),
    });
    stage.holder.draw({
      // By sentence: a card whose place in the count changed stays as it was pressed.
      key: item?.claim.id ?? key,
      label: item ? `${entry.label}: “${entry.quote}”` : entry.label,
      tone: measured.tone,
      content,
      sheet: now.sheet,
      still: this.around.still(),
      steps: this.steps(key, stage),
    });
  }

  /** From a sheet to its neighbours; who pressed a way stays on it. */
  private steps(key: string, stage: Stage): ClaimSteps | null {
    const all = this.around.entries().filter(({ item }) => item);
    if (!this.now?.sheet || all.length < 2) return null;
    const turn = (by: 1 | -1, name: string) => () => {
      this.around.step(by);
      stage.holder.element?.querySelector<HTMLElement>(name)?.focus({ preventScroll: true });
    };
    const at = all.findIndex((entry) => entry.key === key);
    return {
      at: at < 0 ? '' : t('card_at', { place: at + 1, count: all.length }),
      previous: turn(-1, '.way.back'),
      next: turn(1, '.way.on'),
    };
  }
}
