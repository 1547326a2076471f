import type { Ways } from '@/components/card/ways';
import type { NoteBox, TextPlace } from '@/lib/model';
import { t } from '../locale';
import type { CardGround } from './card';
import { copyToClipboard } from './clipboard';
import { cardContent } from './contents';
import { isInteractive, rangeAt } from './hit';
import { createPainter } from './painter';
import { placesOf } from './places';
import { reveal } from './reveal';
import { changed, type Entry, entriesOf, keyOf, without } from './scene';
import { NARROW } from './sheet';
import { buildStage, groundOf, type Stage } from './stage';
import { watchSwipe } from './swipe';
import { toast } from './toast';
import type { Overlay, OverlayActions, OverlayView } from './types';
import { IN_CARD, watchOwn, watchPage, watchPointer } from './watch';
import { focusKept, waysOn } from './way';

/** The pointer rests this long on a claim before its card shows, and may leave it this long; milliseconds. */
const PEEK_IN = 280;
const PEEK_OUT = 350;

/**
 * Peel's layer over a document: highlights, the margin, the card. Nothing is on the page before the first `paint` that
 * has something to show, and nothing is left after `clear` or when `signal` aborts.
 */
export function createOverlay(document: Document, actions: OverlayActions, signal: AbortSignal): Overlay {
  return new PageOverlay(document, actions, signal);
}

interface OpenCard {
  key: string;
  peek: boolean;
  /** It is drawn on a sheet across the window's bottom. */
  sheet: boolean;
  returnTo: (() => HTMLElement | null) | null;
}

class PageOverlay implements Overlay {
  private readonly painter = createPainter();
  private stage: Stage | null = null;
  /** Ends what listens for the stage: in a page of many stories each has its own. */
  private staging = new AbortController();
  private view: OverlayView | null = null;
  private entries: Entry[] = [];
  /** The words as they stood when painted, by key. */
  private words = new Map<string, string>();
  private hidden = false;
  /** Ends the listeners of one showing. */
  private showing: AbortController | null = null;
  /** What is painted now: the view, and the tone behind the text. */
  private painted = { view: null as OverlayView | null, tone: '' };
  private lit: string | null = null;
  private card: OpenCard | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private endToast: () => void = () => undefined;
  /** What is being said to the reader: a word, or one that can be taken back. */
  private saying: 'word' | 'undo' | null = null;
  /** The card's last button was pressed by keys. */
  private byKeys = false;
  /** Behind the text, when it was last looked at. */
  private tone: 'light' | 'dark' = 'light';

  constructor(
    private readonly document: Document,
    private readonly actions: OverlayActions,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.clear(), { once: true });
  }

  paint(view: OverlayView): void {
    if (this.signal.aborted) return;
    if (view.room === 'closed' || view.items.length === 0) {
      this.clear();
      return;
    }
    this.view = view;
    const before = this.entries;
    this.entries = entriesOf(view);
    this.followMarks(before);
    this.words = new Map(this.entries.map(({ key, range }) => [key, range.toString()]));
    if (this.card && !this.entryOf(this.card.key)) this.closeCard(false);
    if (!this.hidden) this.show();
  }

  open(index: number): void {
    const entry = this.entryOf(keyOf(index));
    const view = this.document.defaultView;
    if (!entry || this.hidden || !view) return;
    reveal(entry.range, view);
    this.layout();
    if (this.stage?.margin.measured?.lines.has(entry.key)) this.openCard(entry.key, { peek: false, focus: true });
  }

  close = (): void => this.closeCard(true);
  next = (): void => this.step(1);
  previous = (): void => this.step(-1);

  hide(hidden: boolean): void {
    if (hidden === this.hidden) return;
    this.hidden = hidden;
    if (!this.view) return;
    this.silence();
    if (hidden) {
      this.takeDown();
      this.sayHidden();
    } else {
      this.show();
      if (this.stage) this.stage.live.textContent = t('toast_back');
    }
  }

  verify(): number[] {
    const gone = changed(this.entries, this.words);
    if (gone.length === 0 || !this.view) return [];
    this.paint(without(this.view, gone));
    return gone.flatMap(({ item }) => (item ? [item.index] : []));
  }

  places(): TextPlace[] {
    return placesOf(this.document, this.view?.items ?? []);
  }

  clear(): void {
    this.view = null;
    this.entries = [];
    this.words.clear();
    this.takeDown();
    // What can be taken back must stay in reach: what was asked for may be why all is cleared.
    if (this.signal.aborted || this.saying === 'word') this.silence();
    this.leave();
  }

  notes(): NoteBox[] {
    const { innerWidth = 1, innerHeight = 1 } = this.document.defaultView ?? {};
    return (this.stage?.margin.notes() ?? []).flatMap(({ key, box: { x, y, width, height } }) => {
      const item = this.entryOf(key)?.item;
      const [w, h] = [width / innerWidth, height / innerHeight];
      return item ? [{ index: item.index, x: x / innerWidth, y: y / innerHeight, w, h }] : [];
    });
  }

  isFaded(): boolean {
    return this.stage?.surface.faded() ?? false;
  }

  isOwn(node: Node): boolean {
    const surface = this.stage?.surface;
    return surface !== undefined && (node === surface.host || surface.root.contains(node));
  }

  // ------------------------------------------------------------------------------------------------ putting it up

  /** A new report counts anew: what stands out stays with its sentence, wherever that is in the count now. */
  private followMarks(before: readonly Entry[]): void {
    const now = (key: string): string | null => {
      const id = before.find((entry) => entry.key === key)?.item?.claim.id;
      if (id === undefined || this.entryOf(key)?.item?.claim.id === id) return key;
      return this.entries.find(({ item }) => item?.claim.id === id)?.key ?? null;
    };
    if (this.lit) this.lit = now(this.lit);
    if (!this.card) return;
    const key = now(this.card.key);
    if (key) this.card.key = key;
    else this.closeCard(false);
  }

  private entryOf(key: string): Entry | null {
    return this.entries.find((entry) => entry.key === key) ?? null;
  }

  private get standing() {
    return { lit: this.lit, open: this.card?.key ?? null };
  }

  private build(): Stage {
    this.staging = new AbortController();
    const stage = buildStage(this.document, this.staging.signal, () => this.cardGround());
    watchOwn(
      stage.surface.root,
      {
        hover: (at) => this.hover(at === IN_CARD ? (this.card?.key ?? null) : at),
        escape: () => this.closeCard(true),
        click: (at, onButton) => this.clickedOwn(at, onButton),
        focus: (at) => this.light(at === IN_CARD ? (this.card?.key ?? null) : at),
      },
      this.staging.signal,
    );
    watchSwipe(stage.surface.root, (by) => this.step(by), this.staging.signal);
    return stage;
  }

  private show(): void {
    this.stage ??= this.build();
    if (!this.stage.surface.attach()) return;
    this.stage.surface.sheet.classList.toggle('still', this.view?.still === true);
    this.stage.paper.write(this.view?.print ? this.entries : []);
    this.layout();
    this.drawCard();
    if (this.showing) return;
    this.showing = new AbortController();
    const { signal } = this.showing;
    const settled = () => {
      if (this.painter.restore() || this.stage?.margin.drifted(this.entries)) this.layout();
    };
    const scrolls = (element: Element) => element === this.stage?.margin.measured?.scroller;
    const fits = () => this.stage?.margin.measured?.fits() === true;
    watchPage(this.document, { layout: () => this.layout(), fits, settled, scrolls }, signal);
    watchPointer(
      this.document,
      {
        find: (x, y, target) => rangeAt(this.entries, x, y, target)?.key ?? null,
        hover: (key) => {
          // No highlight has a pointer: the style sheet gives one to the text that is hovered meanwhile.
          this.stage?.surface.host.toggleAttribute('over', key !== null);
          this.hover(key);
        },
        click: (key) => this.clicked(key),
        escape: () => this.closeCard(true),
        isOwn: (target) => target === this.stage?.surface.host,
        isInteractive,
      },
      signal,
    );
  }

  private takeDown(): void {
    this.showing?.abort();
    this.showing = null;
    clearTimeout(this.timer);
    this.closeCard(true);
    this.painter.clear();
    this.painted = { view: null, tone: '' };
    this.stage?.surface.host.removeAttribute('over');
    this.lit = null;
    this.stage?.margin.clear();
    this.stage?.paper.write([]);
  }

  private layout(): void {
    const { stage, view } = this;
    if (!view || this.hidden || !stage?.surface.attach()) return;
    if (!stage.margin.layout(view, this.entries, this.standing)) return;
    const { tone } = stage.margin.measured!;
    this.tone = tone;
    if (this.painted.view !== view || this.painted.tone !== tone) {
      this.painter.paint(
        this.entries.flatMap(({ item }) => item ?? []),
        tone,
      );
      this.painted = { view, tone };
    }
    this.painter.restore();
    this.activate();
    if (!this.card) return;
    if (this.narrow !== this.card.sheet) this.drawCard();
    else stage.holder.follow(this.cardGround());
  }

  // ------------------------------------------------------------------------------------------------- the one lit up

  private activate(): void {
    const key = this.card?.key ?? this.lit;
    const entry = key ? this.entryOf(key) : null;
    this.painter.activate(entry?.item ?? null, this.card !== null);
  }

  private refresh(): void {
    this.stage?.margin.refresh(this.standing);
    this.activate();
  }

  private light(key: string | null): boolean {
    if (key === this.lit) return false;
    this.lit = key;
    this.refresh();
    return true;
  }

  private hover(key: string | null): void {
    if (!this.light(key)) return;
    clearTimeout(this.timer);
    if (this.card?.peek && this.card.key !== key) this.timer = setTimeout(() => this.closeCard(false), PEEK_OUT);
    // A sheet moves the page: it comes only when it is asked for.
    const peeks = !this.narrow && (this.card === null || this.card.peek);
    if (key && peeks && key !== this.card?.key && !this.stage?.margin.hasPlace(key)) {
      this.timer = setTimeout(() => this.openCard(key, { peek: true, focus: false }), PEEK_IN);
    }
  }

  private clicked(key: string | null): void {
    clearTimeout(this.timer);
    if (!key || (this.card?.key === key && !this.card.peek)) this.closeCard(false);
    else this.openCard(key, { peek: false, focus: this.narrow });
  }

  private clickedOwn(at: string | null, onButton: boolean): void {
    if (at === IN_CARD) {
      if (this.card) this.card.peek = false;
    } else if (at && this.card?.key === at && !this.card.peek) this.closeCard(true);
    else if (at) this.openCard(at, { peek: false, focus: onButton || this.narrow });
  }

  // ------------------------------------------------------------------------------------------------------- the card

  private openCard(key: string, how: { peek: boolean; focus: boolean }): void {
    const { stage } = this;
    if (!stage?.margin.measured || !this.entryOf(key)) return;
    clearTimeout(this.timer);
    const before = this.card?.returnTo ?? null;
    const inCard = stage.holder.element?.contains(stage.surface.root.activeElement) === true;
    const returnTo = how.focus && !inCard ? focusKept(stage.surface.root) : before;
    this.card = { key, peek: how.peek, sheet: this.narrow, returnTo };
    this.drawCard();
    this.refresh();
    if (how.focus) stage.holder.element?.focus({ preventScroll: true });
  }

  private closeCard(restoreFocus: boolean): void {
    const { stage, card } = this;
    if (!stage || !card) return;
    const hadFocus = stage.holder.element?.contains(stage.surface.root.activeElement) === true;
    this.card = null;
    stage.holder.close();
    this.refresh();
    if (restoreFocus && hadFocus) card.returnTo?.()?.focus({ preventScroll: true });
  }

  private cardGround(): CardGround | null {
    const entry = this.card && this.entryOf(this.card.key);
    return entry && this.stage ? groundOf(this.stage, entry.key, entry.range) : null;
  }

  /** The window leaves no room beside the text. */
  private get narrow(): boolean {
    return (this.document.defaultView?.innerWidth ?? NARROW) < NARROW;
  }

  private drawCard(): void {
    const { card } = this;
    const entry = card && this.entryOf(card.key);
    const measured = this.stage?.margin.measured;
    if (!entry || !measured) return;
    card.sheet = this.narrow;
    const { key, item } = entry;
    const label = item ? `${entry.label}: “${entry.quote}”` : entry.label;
    const { root } = this.stage!.surface;
    const content = cardContent(entry, {
      address: this.document.location.href,
      actions: this.actions,
      close: () => {
        this.byKeys = root.activeElement?.matches(':focus-visible') === true;
        this.closeCard(true);
      },
      say: (text, undo) => this.say(text, undo),
      copy: (text) => copyToClipboard(root, text),
    });
    // By sentence: a card whose place in the count changed stays as it was pressed.
    this.stage?.holder.draw({
      key: item?.claim.id ?? key,
      label,
      tone: measured.tone,
      content,
      sheet: card.sheet,
      ways: this.ways(key),
    });
  }

  // ------------------------------------------------------------------------------------------------- getting around

  /** From a sheet to its neighbours; who pressed a way stays on it. */
  private ways(key: string): Ways | null {
    const all = this.entries.filter(({ item }) => item);
    if (!this.card?.sheet || all.length < 2) return null;
    const turn = (by: 1 | -1, name: string) => () => {
      this.step(by);
      this.stage?.holder.element?.querySelector<HTMLElement>(name)?.focus({ preventScroll: true });
    };
    const at = all.findIndex((entry) => entry.key === key);
    return {
      at: at < 0 ? '' : t('card_at', { place: at + 1, count: all.length }),
      previous: turn(-1, '.way.back'),
      next: turn(1, '.way.on'),
    };
  }

  private step(by: 1 | -1): void {
    if (this.hidden) return;
    for (const { key, item } of waysOn(this.entries, this.card?.key ?? null, by)) {
      if (item) this.open(item.index);
      if (this.card && this.card.key === key) return;
    }
  }

  // ------------------------------------------------------------------------------------------------ words to the reader

  private sayHidden(): void {
    this.say(t('toast_hidden'), null);
  }

  /** In sight and aloud, also where nothing else is on the page; then that is left without a trace. */
  private say(text: string, undo: (() => void) | null): void {
    if (this.signal.aborted) return;
    const fresh = this.stage === null;
    this.stage ??= this.build();
    const { surface, live, toasts } = this.stage;
    if (!surface.attach()) return;
    const aloud = () => {
      live.textContent = undo ? t('toast_undo', { said: text }) : text;
    };
    // What comes along with its words is not read out.
    if (fresh) setTimeout(aloud, 100);
    else aloud();
    this.silence();
    this.saying = undo ? 'undo' : 'word';
    this.endToast = toast(toasts, { text, undo, focus: this.byKeys, tone: this.tone }, () => {
      this.saying = null;
      this.leave();
    });
  }

  private silence(): void {
    this.endToast();
    this.saying = null;
  }

  /** Takes the host off the page where there is nothing to show or to say. */
  private leave(): void {
    if (this.saying || (this.view && !this.hidden)) return;
    this.stage?.surface.remove();
    if (this.view) return;
    this.stage = null;
    this.staging.abort();
  }
}
