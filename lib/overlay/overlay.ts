import { h, render } from 'preact';
import { Card, LooseCard } from '@/components/card/Card';
import { Margin, type MarginEntry } from '@/components/card/Margin';
import { type CardGround, CardHolder } from './card';
import { copyLoose, copyText } from './copy';
import { isInteractive, rangeAt } from './hit';
import type { Lane } from './layout';
import { type Measured, measure } from './measure';
import { createPainter } from './painter';
import { arrange, type Entry, entriesOf, keyOf, laneFor } from './scene';
import { createSurface, type Surface } from './surface';
import type { Overlay, OverlayActions, OverlayView } from './types';
import { watchPage, watchPointer } from './watch';

/** The pointer rests this long on a claim before its card shows, and may leave it this long; milliseconds. */
const PEEK_IN = 280;
const PEEK_OUT = 350;
/** How long the word that the notes are hidden stays up; milliseconds. */
const TOAST = 2_800;
/** Windows narrower than this have no room for a card beside the text; pixels. */
const NARROW = 720;

/**
 * Peel's layer over a document: highlights, the margin, the card. Nothing is on the page before the first `paint` that
 * has something to show, and nothing is left after `clear` or when `signal` aborts.
 */
export function createOverlay(document: Document, actions: OverlayActions, signal: AbortSignal): Overlay {
  return new PageOverlay(document, actions, signal);
}

class PageOverlay implements Overlay {
  private readonly painter = createPainter();
  private surface: Surface | null = null;
  private holder: CardHolder | null = null;
  private view: OverlayView | null = null;
  private entries: Entry[] = [];
  /** The words as they stood when painted, by key. */
  private words = new Map<string, string>();
  private hidden = false;
  /** Ends the listeners of one showing. */
  private showing: AbortController | null = null;
  private measured: Measured | null = null;
  private lane: Lane | null = null;
  private heights = new Map<string, number>();
  private margin: MarginEntry[] = [];
  private lit: string | null = null;
  private card: { key: string; peek: boolean; returnTo: HTMLElement | null } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private toastTimer: ReturnType<typeof setTimeout> | undefined;

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
    this.entries = entriesOf(view);
    this.words = new Map(this.entries.map(({ key, range }) => [key, range.toString()]));
    if (this.card && !this.entryOf(this.card.key)) this.closeCard(false);
    if (!this.hidden) this.show();
  }

  open(index: number): void {
    const entry = this.entryOf(keyOf(index));
    if (!entry || this.hidden || !this.surface) return;
    this.reveal(entry.range);
    this.layout();
    if (this.measured?.lines.has(entry.key)) this.openCard(entry.key, { peek: false, focus: true });
  }

  close(): void {
    this.closeCard(true);
  }

  next(): void {
    this.step(1);
  }

  previous(): void {
    this.step(-1);
  }

  hide(hidden: boolean): void {
    if (hidden === this.hidden) return;
    this.hidden = hidden;
    if (!this.view) return;
    if (hidden) {
      this.takeDown();
      this.toast('Peel’s notes are hidden. The same keys bring them back.');
    } else {
      this.show();
      this.announce('Peel’s notes are back.');
    }
  }

  verify(): number[] {
    const gone = this.entries.filter(
      ({ key, range }) =>
        range.collapsed || !range.startContainer.isConnected || range.toString() !== this.words.get(key),
    );
    if (gone.length === 0 || !this.view) return [];
    const keys = new Set(gone.map(({ key }) => key));
    const { items, headline, end } = this.view;
    this.paint({
      ...this.view,
      items: items.filter(({ index }) => !keys.has(keyOf(index))),
      headline: keys.has('headline') ? null : headline,
      end: keys.has('end') ? null : end,
    });
    return gone.flatMap(({ item }) => (item ? [item.index] : []));
  }

  clear(): void {
    this.view = null;
    this.entries = [];
    this.words.clear();
    this.takeDown();
    this.surface?.remove();
    this.surface = null;
    this.holder = null;
    clearTimeout(this.toastTimer);
  }

  isOwn(node: Node): boolean {
    const surface = this.surface;
    return surface !== null && (node === surface.host || surface.root.contains(node));
  }

  // ------------------------------------------------------------------------------------------------ putting it up

  private entryOf(key: string): Entry | null {
    return this.entries.find((entry) => entry.key === key) ?? null;
  }

  private mountPoint(name: string): HTMLElement {
    const { sheet } = this.surface!;
    const found = sheet.querySelector<HTMLElement>(`:scope > .${name}`);
    if (found) return found;
    const made = this.document.createElement('div');
    made.className = name;
    if (name === 'live') made.setAttribute('aria-live', 'polite');
    sheet.append(made);
    return made;
  }

  private show(): void {
    if (!this.surface) {
      this.surface = createSurface(this.document, this.signal);
      this.mountPoint('margin-mount');
      this.holder = new CardHolder(this.mountPoint('card-mount'), () => this.cardGround());
      this.mountPoint('live');
      this.listenInside(this.surface);
    }
    clearTimeout(this.toastTimer);
    this.mountPoint('toast-mount').replaceChildren();
    if (!this.surface.attach()) return;
    this.layout();
    this.drawCard();
    if (this.showing) return;
    this.showing = new AbortController();
    const { signal } = this.showing;
    watchPage(
      this.document,
      {
        layout: () => this.layout(),
        settled: () => this.drifted() && this.layout(),
        scrolls: (element) => element === this.measured?.scroller,
      },
      signal,
    );
    watchPointer(
      this.document,
      {
        find: (x, y, target) => rangeAt(this.entries, x, y, target)?.key ?? null,
        hover: (key) => this.hover(key),
        click: (key) => this.clicked(key),
        escape: () => this.closeCard(true),
        isOwn: (target) => target === this.surface?.host,
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
    this.lit = null;
    this.lane = null;
    this.margin = [];
    this.measured = null;
    if (this.surface) render(null, this.mountPoint('margin-mount'));
  }

  /** Reads the page once, then draws. */
  private layout(): void {
    const { surface, view } = this;
    if (!surface?.attach() || !view || this.hidden) return;
    const measured = measure(this.document, surface.sheet, this.entries);
    if (!measured) return;
    const fresh = this.measured?.tone !== measured.tone;
    this.measured = measured;
    this.lane = laneFor(this.entries, measured, view, this.lane?.side ?? null);
    const visible = this.entries.filter(({ key }) => measured.lines.has(key));
    if (this.lane) this.takeHeights(visible, this.lane);
    const state = { lit: this.lit, open: this.card?.key ?? null };
    this.margin = arrange(visible, measured, view.level, this.lane, this.heightsOf(visible), state);
    this.drawMargin(false);
    if (fresh || !this.painted(view)) this.painter.paint(view.items, measured.tone);
    this.painter.restore();
    this.activate();
    const open = this.card && this.entryOf(this.card.key);
    if (open) this.holder?.follow(measured.toSheet(open.range.getBoundingClientRect()));
  }

  private lastPainted: OverlayView | null = null;
  private painted(view: OverlayView): boolean {
    const same = this.lastPainted === view;
    this.lastPainted = view;
    return same;
  }

  private heightKey(entry: Entry): string {
    return `${this.view?.level} ${this.lane?.width} ${entry.role} ${entry.label} ${entry.paragraphs.join('\n')}`;
  }

  private heightsOf(entries: readonly Entry[]): Map<string, number> {
    return new Map(entries.map((entry) => [entry.key, this.heights.get(this.heightKey(entry)) ?? 0]));
  }

  /** Draws unseen what was never measured at this width, and measures it. */
  private takeHeights(entries: readonly Entry[], lane: Lane): void {
    const { measured, view, surface } = this;
    const missing = entries.filter((entry) => entry.paragraphs.length > 0 && !this.heights.has(this.heightKey(entry)));
    if (missing.length === 0 || !measured || !view || !surface) return;
    const state = { lit: this.lit, open: this.card?.key ?? null };
    this.margin = arrange(entries, measured, view.level, null, new Map(), state).map((entry) =>
      entry.paragraphs.length > 0
        ? { ...entry, place: { left: lane.left, top: entry.mark.top, width: lane.width } }
        : entry,
    );
    this.drawMargin(true);
    for (const element of surface.root.querySelectorAll<HTMLElement>('.note')) {
      const entry = entries.find(({ key }) => key === element.dataset.key);
      if (entry) this.heights.set(this.heightKey(entry), element.offsetHeight);
    }
  }

  private drawMargin(measuring: boolean): void {
    const { measured, view } = this;
    if (!measured || !view || !this.surface) return;
    const { ground: tone, depth, width, height } = measured;
    const props = { entries: this.margin, level: view.level, tone, depth, width, height, measuring };
    render(h(Margin, props), this.mountPoint('margin-mount'));
  }

  /** True if a claim is not where it was when the notes were laid out. */
  private drifted(): boolean {
    const { measured } = this;
    if (!measured) return false;
    for (const { key, range } of this.entries) {
      const box = range.getClientRects()[0];
      const line = measured.lines.get(key)?.first;
      if (!box !== !line) return true;
      if (box && line && Math.abs(measured.toSheet(box).top - line.top) > 1) return true;
    }
    return this.painter.restore();
  }

  // ------------------------------------------------------------------------------------------------- the one lit up

  private activate(): void {
    const key = this.card?.key ?? this.lit;
    const entry = key ? this.entryOf(key) : null;
    this.painter.activate(entry?.item ?? null, this.card !== null);
  }

  private refresh(): void {
    const open = this.card?.key ?? null;
    this.margin = this.margin.map((entry) => ({ ...entry, lit: entry.key === this.lit, open: entry.key === open }));
    this.drawMargin(false);
    this.activate();
  }

  private hover(key: string | null): void {
    if (key === this.lit) return;
    this.lit = key;
    this.refresh();
    clearTimeout(this.timer);
    if (this.card?.peek && this.card.key !== key) this.timer = setTimeout(() => this.closeCard(false), PEEK_OUT);
    const placed = this.margin.some((entry) => entry.key === key && entry.place);
    if (key && !placed && (!this.card || this.card.peek)) {
      this.timer = setTimeout(() => this.openCard(key, { peek: true, focus: false }), PEEK_IN);
    }
  }

  private clicked(key: string | null): void {
    clearTimeout(this.timer);
    if (!key || (this.card?.key === key && !this.card.peek)) this.closeCard(false);
    else this.openCard(key, { peek: false, focus: false });
  }

  private listenInside({ root }: Surface): void {
    const keyAt = (event: Event): string | null => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('.card')) return this.card?.key ?? null;
      return target?.closest<HTMLElement>('[data-key]')?.dataset.key ?? null;
    };
    const options = { signal: this.signal, passive: true };
    root.addEventListener('pointerover', (event) => this.hover(keyAt(event)), options);
    root.addEventListener('pointerout', (event) => !(event as PointerEvent).relatedTarget && this.hover(null), options);
    root.addEventListener(
      'click',
      (event) => {
        const target = event.target as Element;
        if (target.closest('.card')) {
          if (this.card) this.card.peek = false;
          return;
        }
        const key = keyAt(event);
        const again = this.card?.key === key && !this.card?.peek;
        if (again) this.closeCard(true);
        else if (key) this.openCard(key, { peek: false, focus: target.closest('button') !== null });
      },
      options,
    );
    root.addEventListener(
      'keydown',
      (event) => (event as KeyboardEvent).key === 'Escape' && this.closeCard(true),
      options,
    );
  }

  // ------------------------------------------------------------------------------------------------------- the card

  private openCard(key: string, how: { peek: boolean; focus: boolean }): void {
    const entry = this.entryOf(key);
    if (!entry || !this.surface || !this.measured) return;
    clearTimeout(this.timer);
    const before = this.card?.returnTo ?? null;
    const active = (this.surface.root.activeElement ?? this.document.activeElement) as HTMLElement | null;
    const inCard = active !== null && this.holder?.element?.contains(active) === true;
    const returnTo = how.focus ? (inCard ? before : active) : before;
    this.card = { key, peek: how.peek, returnTo };
    this.drawCard();
    this.refresh();
    if (how.focus) this.holder?.element?.focus({ preventScroll: true });
  }

  private closeCard(restoreFocus: boolean): void {
    if (!this.card) return;
    const { returnTo } = this.card;
    const hadFocus = this.holder?.element?.contains(this.surface?.root.activeElement ?? null) ?? false;
    this.card = null;
    this.holder?.close();
    this.refresh();
    if (restoreFocus && hadFocus && returnTo?.isConnected) returnTo.focus({ preventScroll: true });
  }

  private cardGround(): CardGround | null {
    const entry = this.card && this.entryOf(this.card.key);
    const view = this.document.defaultView;
    if (!entry || !this.measured || !view) return null;
    const { toSheet, column } = this.measured;
    const seen = view.visualViewport;
    const left = seen?.offsetLeft ?? 0;
    const top = seen?.offsetTop ?? 0;
    const width = seen?.width ?? view.innerWidth;
    const height = seen?.height ?? view.innerHeight;
    return {
      claim: toSheet(entry.range.getBoundingClientRect()),
      column,
      view: toSheet({ left, top, right: left + width, bottom: top + height }),
      prefer: this.lane?.side ?? 'right',
    };
  }

  private drawCard(): void {
    const entry = this.card && this.entryOf(this.card.key);
    if (!entry || !this.measured || !this.holder) return;
    const { tone } = this.measured;
    const { key, item } = entry;
    const label = item ? `${entry.label}: “${entry.quote}”` : entry.label;
    const content = item ? this.claimCard(entry, item) : this.looseCard(entry);
    this.holder.draw({ key, label, tone, content });
  }

  private claimCard(entry: Entry, item: NonNullable<Entry['item']>) {
    const { index, claim, straight, note } = item;
    const away = (act: () => void) => () => {
      this.closeCard(true);
      act();
    };
    return h(Card, {
      claim,
      straight,
      note,
      family: entry.family,
      actions: {
        close: () => this.closeCard(true),
        another: async () => (await this.actions.another(index)) !== null,
        copy: () => this.actions.copied(copyText(this.document.location.href, claim.quote, note, straight)),
        share: () => this.actions.share(index),
        less: () => note && this.actions.less(note.mechanism),
        kindOff: away(() => this.actions.kindOff(claim.kind)),
        sitOut: away(() => this.actions.sitOut()),
        siteOff: away(() => this.actions.siteOff()),
      },
    });
  }

  private looseCard({ label, paragraphs }: Entry) {
    return h(LooseCard, {
      label,
      paragraphs,
      onClose: () => this.closeCard(true),
      onCopy: () => this.actions.copied(copyLoose(this.document.location.href, paragraphs.join(' '))),
    });
  }

  // ------------------------------------------------------------------------------------------------- getting around

  private step(by: 1 | -1): void {
    const claims = this.entries.filter(({ item, range }) => item && range.getClientRects().length > 0);
    if (claims.length === 0 || this.hidden) return;
    const open = claims.findIndex(({ key }) => key === this.card?.key);
    let to: number;
    if (open >= 0) to = (open + by + claims.length) % claims.length;
    else {
      const from = claims.findIndex(({ range }) => range.getBoundingClientRect().top > 0);
      to = by > 0 ? Math.max(0, from) : (from <= 0 ? claims.length : from) - 1;
    }
    // Folded away, a claim is passed over; scrolled away inside a box, it is brought back.
    for (const _ of claims) {
      const target = claims[to]?.item;
      if (target) this.open(target.index);
      if (this.card && this.card.key === claims[to]?.key) return;
      to = (to + by + claims.length) % claims.length;
    }
  }

  /** Scrolls only if the claim is not comfortably in sight. */
  private reveal(range: Range): void {
    const view = this.document.defaultView;
    const element = range.startContainer.parentElement;
    if (!view || !element) return;
    // Where the card has to stand under the claim, the claim goes to the top of the window.
    const narrow = view.innerWidth < NARROW;
    const comfortable = () => {
      const { top, bottom } = range.getBoundingClientRect();
      return top > view.innerHeight * 0.12 && bottom < view.innerHeight * (narrow ? 0.4 : 0.75);
    };
    if (comfortable()) return;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (!comfortable()) {
      const top = range.getBoundingClientRect().top - view.innerHeight * (narrow ? 0.14 : 0.3);
      view.scrollBy({ top, behavior: 'instant' });
    }
  }

  private announce(text: string): void {
    if (this.surface) this.mountPoint('live').textContent = text;
  }

  /** Says something once, in sight and aloud, and then leaves the page without a trace. */
  private toast(text: string): void {
    const view = this.document.defaultView;
    if (!this.surface?.attach() || !view) return;
    const { sheet } = this.surface;
    const mount = this.mountPoint('toast-mount');
    const toast = this.document.createElement('p');
    toast.className = 'toast';
    toast.textContent = text;
    mount.replaceChildren(toast);
    const origin = sheet.getBoundingClientRect();
    const left = view.innerWidth - toast.offsetWidth - 24 - origin.left;
    const top = view.innerHeight - toast.offsetHeight - 24 - origin.top;
    toast.style.transform = `translate(${Math.round(Math.max(8, left))}px, ${Math.round(top)}px)`;
    this.announce(text);
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => {
      if (this.hidden) this.surface?.remove();
      mount.replaceChildren();
    }, TOAST);
  }
}
