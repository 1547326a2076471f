import type { NoteBox, TextPlace } from '@/lib/model';
import { bringWords, t } from '../locale';
import { isInteractive, rangeAt } from './hit-test';
import { claimsInTurn } from './keyboard';
import { OpenCard } from './open-card';
import { createPainter } from './painter';
import { reveal } from './reveal';
import { changed, type Entry, entriesOf, keyOf, without } from './scene';
import { Speech } from './speech';
import { buildStage, type Stage } from './stage';
import { watchSwipe } from './swipe';
import { placesOf } from './text-places';
import type { Overlay, OverlayActions, OverlayView } from './types';
import { IN_CARD, watchOwn, watchPage, watchPointer } from './watch';

/** The pointer rests this long on a claim before its card shows, and may leave it this long; milliseconds. */
const PEEK_IN = 280;
const PEEK_OUT = 350;

/**
 * Peel's layer over a document: highlights, the margin, the card. Nothing is on the page before the first `paint` that
 * has something to show, and nothing is left after `clear` or when `signal` aborts.
 * @param words of the interface, by their keys, that need not be looked up.
 */
export function createOverlay(
  document: Document,
  actions: OverlayActions,
  signal: AbortSignal,
  words: Readonly<Record<string, string>> = {},
): Overlay {
  bringWords(words);
  return new PageOverlay(document, actions, signal);
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
  private readonly card: OpenCard;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly speech = new Speech(() => this.leave());
  /** Behind the text, when it was last looked at. */
  private tone: 'light' | 'dark' = 'light';

  constructor(
    private readonly document: Document,
    actions: OverlayActions,
    private readonly signal: AbortSignal,
  ) {
    this.card = new OpenCard({
      document,
      actions,
      stage: () => this.stage,
      entries: () => this.entries,
      address: () => this.view?.href ?? '',
      still: () => this.still,
      changed: () => this.refresh(),
      step: (by) => this.step(by),
      say: (text, undo) => this.say(text, undo),
    });
    signal.addEventListener('abort', () => this.clear(), { once: true });
  }

  paint(view: OverlayView): void {
    if (this.signal.aborted) return;
    if (view.items.length === 0) {
      this.clear();
      return;
    }
    this.view = view;
    const before = this.entries;
    this.entries = entriesOf(view);
    this.followMarks(before);
    this.words = new Map(this.entries.map(({ key, range }) => [key, range.toString()]));
    if (this.card.key && !this.entryOf(this.card.key)) this.card.close(true);
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

  next = (): void => this.step(1);
  previous = (): void => this.step(-1);

  hide(hidden: boolean): void {
    if (hidden === this.hidden) return;
    this.hidden = hidden;
    if (!this.view) return;
    this.speech.silence();
    if (hidden) {
      this.takeDown();
      this.say(t('toast_hidden'), null);
    } else {
      const fresh = this.isOff;
      this.show();
      if (this.stage) this.speech.aloud(this.stage, t('toast_back'), fresh);
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
    if (this.signal.aborted || this.speech.saying === 'word') this.speech.silence();
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
    if (this.card.key) this.card.follow(now(this.card.key));
  }

  private entryOf(key: string): Entry | null {
    return this.entries.find((entry) => entry.key === key) ?? null;
  }

  private get still(): boolean {
    return this.view?.still === true;
  }

  private get standing() {
    return { lit: this.lit, open: this.card.key };
  }

  private build(): Stage {
    this.staging = new AbortController();
    // Without its note no underline stays: nobody would see to it when its words change.
    const lost = () => this.takeDown();
    const stage = buildStage(this.document, this.staging.signal, () => this.card.ground(), lost);
    watchOwn(
      stage.surface.root,
      {
        hover: (at) => this.hover(at === IN_CARD ? this.card.key : at),
        escape: () => this.card.close(true),
        click: (at, onButton) => this.clickedOwn(at, onButton),
        focus: (at) => this.light(at === IN_CARD ? this.card.key : at),
      },
      this.staging.signal,
    );
    watchSwipe(
      stage.surface.root,
      { across: (by) => this.step(by), down: () => this.card.close(true) },
      this.staging.signal,
    );
    return stage;
  }

  private show(): void {
    this.stage ??= this.build();
    if (!this.stage.surface.attach()) return;
    this.stage.surface.sheet.classList.toggle('still', this.still);
    this.stage.paper.write(this.view?.print ? this.entries : []);
    this.layout();
    this.card.draw();
    if (this.showing) return;
    this.showing = new AbortController();
    const { signal } = this.showing;
    const retoned = () => this.stage?.margin.measured?.sameTones() === false;
    const settled = () => {
      if (this.painter.restore() || retoned() || this.stage?.margin.drifted(this.entries)) this.layout();
    };
    const switched = () => {
      if (retoned()) this.layout();
    };
    const scroller = () => this.stage?.margin.measured?.scroller ?? null;
    const fits = () => this.stage?.margin.measured?.fits() === true;
    watchPage(this.document, { layout: () => this.layout(), fits, settled, switched, scroller }, signal);
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
        escape: () => this.card.close(true),
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
    this.card.close(true);
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
    if (tone !== this.tone) this.card.draw();
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
    this.card.settle();
  }

  // ------------------------------------------------------------------------------------------------- the one lit up

  private activate(): void {
    const key = this.card.key ?? this.lit;
    const entry = key ? this.entryOf(key) : null;
    this.painter.activate(entry?.item ?? null, this.card.key !== null);
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
    if (key === this.card.key) return;
    // A sheet moves the page: it comes only when it is asked for.
    const peeks = !this.card.narrow && (this.card.key === null || this.card.peek);
    if (key && peeks && !this.stage?.margin.hasPlace(key)) {
      // One that peeks is replaced. By then a new report may have counted anew.
      const open = () => this.lit && this.openCard(this.lit, { peek: true, focus: false });
      this.timer = setTimeout(open, PEEK_IN);
    } else if (this.card.peek) this.timer = setTimeout(() => this.card.close(false), PEEK_OUT);
  }

  private clicked(key: string | null): void {
    clearTimeout(this.timer);
    if (!key || (this.card.key === key && !this.card.peek)) this.card.close(false);
    else this.openCard(key, { peek: false, focus: this.card.narrow });
  }

  private clickedOwn(at: string | null, onButton: boolean): void {
    if (at === IN_CARD) this.card.keep();
    else if (at && this.card.key === at && !this.card.peek) this.card.close(true);
    else if (at) this.openCard(at, { peek: false, focus: onButton || this.card.narrow });
  }

  private openCard(key: string, how: { peek: boolean; focus: boolean }): void {
    if (!this.stage?.margin.measured || !this.entryOf(key)) return;
    clearTimeout(this.timer);
    this.card.open(key, how);
  }

  private step(by: 1 | -1): void {
    if (this.hidden) return;
    for (const { key, item } of claimsInTurn(this.entries, this.card.key, by)) {
      if (item) this.open(item.index);
      if (this.card.key === key) return;
    }
  }

  // ------------------------------------------------------------------------------------------------ words to the reader

  /** In sight and aloud, also where nothing else is on the page; then that is left without a trace. */
  private say(text: string, undo: (() => void) | null): void {
    if (this.signal.aborted) return;
    const fresh = this.isOff;
    this.stage ??= this.build();
    if (!this.stage.surface.attach()) return;
    this.speech.say(this.stage, { text, undo, focus: this.card.byKeys, tone: this.tone }, fresh);
  }

  /** The host is not on the page. */
  private get isOff(): boolean {
    return this.stage?.surface.host.isConnected !== true;
  }

  /** Takes the host off the page where there is nothing to show or to say. */
  private leave(): void {
    if (this.speech.saying || (this.view && !this.hidden)) return;
    this.stage?.surface.remove();
    if (this.view) return;
    this.stage = null;
    this.staging.abort();
  }
}
