import { isVisible, lastReading } from './last-reading';
import { judge } from './rules';

/** Why the follower asks for another pass. */
export interface Change {
  /** `navigation`: another address in the same document. `shown`: hidden text came out. `restored`: back from the cache. */
  reason: 'content' | 'navigation' | 'shown' | 'restored';
}

export interface FollowOptions {
  /** Ends everything: observers, listeners, timers. */
  signal: AbortSignal;
  /**
   * Called when the page changed so that another pass may be worth it, never twice at once. What it returns is awaited;
   * `false` or `0` means that the pass found nothing new, after which the follower rests longer.
   */
  onChange(change: Change): unknown;
  /** True for our own nodes, whose changes are nobody's business. */
  isOwn(node: Node): boolean;
  /** Asked after every change of text, however short: true where a note stood beside words that changed, and was dropped. */
  verify?(): boolean;
}

/** Quiet to wait for after a change, so that one burst makes one pass; milliseconds, as all that follow. */
const QUIET = 200;
/** Longest wait while changes keep coming. */
const PATIENCE = 1_000;
/** Rest after a fruitless pass, doubled each time up to the longest. */
const REST = 500;
const LONGEST_REST = 30_000;
/** Rest that a paragraph's worth of new text may cut short. */
const FLOOR = 1_500;
const PARAGRAPH = 200;
/** Claims edited so far apart are single corrections, which are read at once; closer together they tick like a clock. */
const CORRECTION = 60_000;
/** Less text than this is a counter, a clock or a label. */
const SOME = 20;
/** After this many nodes in one batch it is plain that much has changed. */
const MANY = 200;

/** Places whose changes are never article text. A form or preformatted text may be the whole article. */
const DEAF =
  'script,style,noscript,nav,aside,footer,input,textarea,select,button,svg,canvas,video,audio,iframe,[contenteditable]:not([contenteditable="false"]),[role="textbox"],[role="timer"],[role="log"],[role="status"],[role="marquee"],[role="tooltip"],[role="dialog"]';

/**
 * Watches a document and says when it is worth reading again. One observer; bursts are gathered; own changes, furniture
 * and hidden tabs are passed over; after fruitless passes it rests, longer each time, but not while paragraphs pour in.
 */
export function follow(document: Document, options: FollowOptions): void {
  new PageFollower(document, options).start();
}

class PageFollower {
  readonly #view: (Window & typeof globalThis) | null;
  readonly #observer: MutationObserver | null;
  readonly #observed = new WeakSet<Node>();
  #address: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: Change['reason'] | null = null;
  /** New text since the last pass, in characters. */
  #fresh = 0;
  #since = 0;
  #fruitless = 0;
  #restUntil = 0;
  #busy = false;
  #attributesChanged = false;
  /** Edits of claims in a row, and when the last was. */
  #edits = 0;
  #editedAt = 0;

  readonly #document: Document;
  readonly #options: FollowOptions;
  constructor(document: Document, options: FollowOptions) {
    this.#document = document;
    this.#options = options;
    this.#view = document.defaultView;
    this.#address = this.#here();
    this.#observer = this.#view ? new this.#view.MutationObserver((records) => this.#seen(records)) : null;
  }

  start(): void {
    const { signal } = this.#options;
    if (signal.aborted || !this.#view) return;
    const listen = (target: EventTarget, type: string, listener: (event: Event) => void, capture = false) =>
      target.addEventListener(type, listener, { signal, capture, passive: true });
    this.#observe(this.#document);
    this.#observeRoots();
    listen(this.#view, 'popstate', () => this.#navigated());
    listen(this.#view, 'hashchange', () => this.#navigated());
    listen(this.#view, 'pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) this.#anew('restored');
    });
    listen(this.#document, 'visibilitychange', () => this.#arm());
    // `toggle` of details does not bubble.
    listen(this.#document, 'toggle', () => this.#lookForShown(), true);
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  #navigated(): void {
    if (!this.#options.signal.aborted && this.#moved()) this.#anew('navigation');
  }

  /** Notes what no rest from earlier passes holds up. */
  #anew(reason: Change['reason']): void {
    this.#passed(true);
    this.#note(reason);
  }

  #passed(fruitful: boolean): void {
    if (fruitful) {
      this.#fruitless = 0;
      this.#restUntil = 0;
      return;
    }
    this.#restUntil = Date.now() + Math.min(LONGEST_REST, REST * 2 ** this.#fruitless++);
  }

  #stop(): void {
    this.#observer?.disconnect();
    clearTimeout(this.#timer);
  }

  #here(): string {
    return (this.#view?.location.href ?? '').replace(/#.*$/, '');
  }

  /** True once for each new address. A new fragment is the same page. */
  #moved(): boolean {
    const now = this.#here();
    if (now === this.#address) return false;
    this.#address = now;
    return true;
  }

  #observe(node: Node): void {
    if (!this.#observer || this.#observed.has(node)) return;
    this.#observed.add(node);
    this.#observer.observe(node, {
      subtree: true,
      childList: true,
      characterDataOldValue: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden', 'aria-expanded', 'inert'],
    });
  }

  #observeRoots(): void {
    for (const root of lastReading(this.#document)?.roots ?? []) {
      if (!this.#options.isOwn(root.host)) this.#observe(root);
    }
  }

  #seen(records: readonly MutationRecord[]): void {
    if (this.#options.signal.aborted) return;
    let growth = 0;
    let changed = false;
    let looked = 0;
    let touched = false;
    for (const record of records) {
      if (record.type === 'attributes') {
        if (!this.#options.isOwn(record.target)) this.#attributesChanged = true;
        continue;
      }
      if (++looked > MANY) {
        growth = PARAGRAPH;
        touched = changed = true;
        break;
      }
      if (this.#isDeaf(record.target)) continue;
      touched = true;
      let more = this.#weigh(record.addedNodes);
      let less = this.#weigh(record.removedNodes);
      if (record.type === 'characterData') {
        more = this.#weigh([record.target]);
        less = more && record.oldValue!.length;
      }
      if (more + less > 0) changed = true;
      // What is put in the place of something is no more to read than before; what goes elsewhere takes nothing from it.
      growth += Math.max(0, more - less);
    }
    const edited = touched && this.#options.verify?.() === true;
    this.#fresh += growth;
    if (this.#moved()) this.#anew('navigation');
    else if (edited) this.#edited();
    else if (changed) this.#note('content');
    // What moves by script writes attributes all the time: a look that is due is not put off.
    else if (this.#attributesChanged && !this.#timer) this.#arm();
  }

  /** A claim was edited: read again at once, but ever later where the edits do not end. */
  #edited(): void {
    const now = Date.now();
    if (now - this.#editedAt > CORRECTION) this.#edits = 0;
    this.#editedAt = now;
    this.#restUntil = this.#edits === 0 ? 0 : now + Math.min(LONGEST_REST, REST * 2 ** this.#edits);
    this.#edits++;
    this.#note('content');
  }

  #isDeaf(node: Node): boolean {
    if (this.#options.isOwn(node)) return true;
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    return element?.closest(DEAF) != null;
  }

  /** Characters of text that nodes bring; what is no text has none. */
  #weigh(nodes: Iterable<Node>): number {
    let sum = 0;
    for (const node of nodes) {
      const element = node.nodeType === 1 ? (node as Element) : null;
      if (this.#options.isOwn(node) || !(element ?? node.nodeType === 3) || element?.matches(DEAF)) continue;
      const { length } = node.textContent!.trim();
      if (element?.shadowRoot) sum += PARAGRAPH;
      else if (length >= SOME) sum += length;
    }
    return sum;
  }

  #note(reason: Change['reason']): void {
    if (this.#pending === null) this.#since = Date.now();
    // A navigation outranks changes, and a return from the cache all: whoever hears of it asks what was chosen meanwhile.
    const outranked = this.#pending === 'navigation' || this.#pending === 'restored';
    if (reason === 'restored' || !outranked) this.#pending = reason;
    this.#arm();
  }

  /** Sets the one timer to when the next pass, or the next look at hidden text, is due. */
  #arm(): void {
    if (this.#options.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#document.hidden || this.#busy) return;
    if (this.#pending === null && !this.#attributesChanged) return;
    const now = Date.now();
    let wait = QUIET;
    if (this.#pending !== null) {
      wait = Math.max(0, Math.min(QUIET, this.#since + PATIENCE - now));
      let rest = this.#restUntil - now;
      if (this.#fresh >= PARAGRAPH) rest = Math.min(rest, this.#since + FLOOR - now);
      wait = Math.max(wait, rest);
    }
    this.#timer = setTimeout(() => this.#due(), wait);
  }

  #due(): void {
    this.#timer = undefined;
    if (this.#options.signal.aborted || this.#document.hidden || this.#busy) return;
    if (this.#attributesChanged) {
      this.#attributesChanged = false;
      if (this.#pending === null && this.#somethingShown()) {
        this.#pending = 'shown';
        // What turns all day, as a row of slides does, waits like any change that brought nothing to read.
        if (this.#restUntil > Date.now()) {
          this.#arm();
          return;
        }
      }
    }
    if (this.#pending !== null) void this.#pass(this.#pending);
  }

  async #pass(reason: Change['reason']): Promise<void> {
    this.#pending = null;
    this.#fresh = 0;
    this.#busy = true;
    try {
      const result = await this.#options.onChange({ reason });
      if (result != null) this.#passed(result !== false && result !== 0);
    } catch {
      // Whoever was called reports its own failures; to the follower a failed pass is a fruitless one.
      this.#passed(false);
    }
    this.#busy = false;
    if (this.#options.signal.aborted) return;
    this.#observeRoots();
    this.#arm();
  }

  #lookForShown(): void {
    if (this.#somethingShown()) this.#note('shown');
  }

  /** True where text that was hidden at the last reading shows now. */
  #somethingShown(): boolean {
    for (const element of lastReading(this.#document)?.hidden ?? []) {
      if (!element.isConnected) continue;
      const tag = element.localName;
      if (tag === 'details' && !element.hasAttribute('open')) continue;
      const verdict = judge(element, tag, true, false);
      if (verdict !== 'hidden' && verdict !== 'skip' && isVisible(element)) return true;
    }
    return false;
  }
}
