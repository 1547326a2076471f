import { builtIn, closest } from '../page-document';
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
/** The same for claims that were drawn anew with the same words, as pages do that poll: their notes are soon back. */
const REDRAWN = 5_000;
/** When what may get a shadow tree is looked at again, in milliseconds after each reading. */
const LOOKS = [1_000, 4_000, 16_000];
/** Less text than this is a counter, a clock or a label. */
const SOME = 20;
/** After this many nodes in one batch it is plain that much has changed. */
const MANY = 200;

/** Places whose changes are never article text. A form or preformatted text may be the whole article. */
const DEAF =
  'script,style,noscript,nav,aside,footer,input,textarea,select,button,svg,canvas,video,audio,iframe,[contenteditable]:not([contenteditable=false]),[role=textbox],[role=timer],[role=log],[role=status],[role=marquee],[role=tooltip],[role=dialog]';

/**
 * Watches a document and says when it is worth reading again. One observer; bursts are gathered; own changes, furniture
 * and hidden tabs are passed over; after fruitless passes it rests, longer each time, but not while paragraphs pour in.
 *
 * @returns to be called after each reading, whoever asked for it: watches the shadow trees that were read, too.
 */
export function follow(document: Document, options: FollowOptions): () => void {
  const { signal, isOwn } = options;
  const view = document.defaultView!;
  const observer = new view.MutationObserver(seen);
  const observed = new WeakSet<Node>();
  const here = () => document.location.href.replace(/#.*$/, '');
  let address = here();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: Change['reason'] | null = null;
  /** New text since the last pass, in characters. */
  let fresh = 0;
  let since = 0;
  let fruitless = 0;
  let restUntil = 0;
  let busy = false;
  /** Attributes or style sheets changed: what was hidden may show. */
  let attributesChanged = false;
  /** Edits of claims in a row, and when the last was. */
  let edits = 0;
  let editedAt = 0;
  /** The last pass found what was there before. */
  let same = false;
  let looks: ReturnType<typeof setTimeout>[] = [];

  const listen = (target: EventTarget, type: string, listener: (event: Event) => void, capture = false) =>
    target.addEventListener(type, listener, { signal, capture, passive: true });
  observe(document);
  listen(view, 'popstate', navigated);
  listen(view, 'hashchange', navigated);
  listen(view, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) anew('restored');
  });
  listen(document, 'visibilitychange', arm);
  // `toggle` of details does not bubble, nor does `load`: a style sheet of a file of its own counts from when it is there.
  listen(document, 'toggle', lookForShown, true);
  listen(
    document,
    'load',
    ({ target }) => {
      if ((target as Element).localName !== 'link') return;
      attributesChanged = true;
      if (!timer) arm();
    },
    true,
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    looks.forEach(clearTimeout);
    clearTimeout(timer);
  });
  return watchTrees;

  function navigated(): void {
    if (moved()) anew('navigation');
  }

  /** Notes what no rest from earlier passes holds up. */
  function anew(reason: Change['reason']): void {
    passed(true);
    note(reason);
  }

  function passed(fruitful: boolean): void {
    if (fruitful) {
      fruitless = 0;
      restUntil = 0;
      return;
    }
    restUntil = Date.now() + Math.min(LONGEST_REST, REST * 2 ** fruitless++);
  }

  /** True once for each new address. A new fragment is the same page. */
  function moved(): boolean {
    const now = here();
    if (now === address) return false;
    address = now;
    return true;
  }

  function observe(node: Node): void {
    if (signal.aborted || observed.has(node)) return;
    observed.add(node);
    observer.observe(node, {
      subtree: true,
      childList: true,
      characterDataOldValue: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'media', 'hidden', 'open', 'aria-hidden', 'aria-expanded', 'inert'],
    });
  }

  function watchTrees(): void {
    const roots = lastReading(document)?.roots ?? [];
    for (const root of roots) if (root.nodeType === 11) observe(root);
    looks.forEach(clearTimeout);
    const isTreeToCome = roots.some(({ nodeType }) => nodeType === 1) && !signal.aborted;
    looks = isTreeToCome ? LOOKS.map((ms) => setTimeout(() => void (hasNewTree() && note('shown')), ms)) : [];
  }

  function seen(records: readonly MutationRecord[]): void {
    if (signal.aborted) return;
    let growth = 0;
    let changed = false;
    let looked = 0;
    let touched = false;
    for (const record of records) {
      if (record.type === 'attributes') {
        if (!isOwn(record.target)) attributesChanged = true;
        continue;
      }
      if (++looked > MANY) {
        growth = PARAGRAPH;
        touched = changed = true;
        break;
      }
      if (isDeaf(record.target)) continue;
      touched = true;
      let more = weigh(record.addedNodes);
      let less = weigh(record.removedNodes);
      if (record.type === 'characterData') {
        more = weigh([record.target]);
        less = more && record.oldValue!.length;
      }
      if (more + less > 0) changed = true;
      // What is put in the place of something is no more to read than before; what goes elsewhere takes nothing from it.
      growth += Math.max(0, more - less);
    }
    const edited = touched && options.verify?.() === true;
    fresh += growth;
    if (moved()) anew('navigation');
    else if (edited) claimEdited();
    else if (changed) note('content');
    // What moves by script writes attributes all the time: a look that is due is not put off.
    else if (attributesChanged && !timer) arm();
  }

  /** A claim was edited: read again at once, but ever later where the edits do not end. */
  function claimEdited(): void {
    const now = Date.now();
    if (now - editedAt > (same ? REDRAWN : CORRECTION)) edits = 0;
    editedAt = now;
    restUntil = edits === 0 ? 0 : now + Math.min(LONGEST_REST, REST * 2 ** edits);
    edits++;
    note('content');
  }

  function isDeaf(node: Node): boolean {
    if (isOwn(node)) return true;
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    return element !== null && closest(element, DEAF) !== null;
  }

  /** Characters of text that nodes bring; what is no text has none. */
  function weigh(nodes: Iterable<Node>): number {
    let sum = 0;
    for (const node of nodes) {
      const element = node.nodeType === 1 ? (node as Element) : null;
      // A style sheet that comes or goes shows and hides as a class does.
      if (element && /^(?:style|link)$/.test(element.localName)) attributesChanged = true;
      if (isOwn(node) || (element ? builtIn(element, 'matches').call(element, DEAF) : node.nodeType !== 3)) continue;
      const { length } = node.textContent!.trim();
      if (element?.shadowRoot) sum += PARAGRAPH;
      else if (length >= SOME) sum += length;
    }
    return sum;
  }

  function note(reason: Change['reason']): void {
    if (pending === null) since = Date.now();
    // A navigation outranks changes, and a return from the cache all: whoever hears of it tells the toolbar its count again.
    const outranked = pending === 'navigation' || pending === 'restored';
    if (reason === 'restored' || !outranked) pending = reason;
    arm();
  }

  /** Sets the one timer to when the next pass, or the next look at hidden text, is due. */
  function arm(): void {
    if (signal.aborted) return;
    clearTimeout(timer);
    timer = undefined;
    if (document.hidden || busy) return;
    if (pending === null && !attributesChanged) return;
    const now = Date.now();
    let wait = QUIET;
    if (pending !== null) {
      wait = Math.max(0, Math.min(QUIET, since + PATIENCE - now));
      let rest = restUntil - now;
      if (fresh >= PARAGRAPH) rest = Math.min(rest, since + FLOOR - now);
      wait = Math.max(wait, rest);
    }
    timer = setTimeout(() => due(), wait);
  }

  function due(): void {
    timer = undefined;
    if (signal.aborted || document.hidden || busy) return;
    if (attributesChanged) {
      attributesChanged = false;
      if (pending === null && somethingShown()) {
        pending = 'shown';
        // What turns all day, as a row of slides does, waits like any change that brought nothing to read.
        if (restUntil > Date.now()) {
          arm();
          return;
        }
      }
    }
    if (pending !== null) void pass(pending);
  }

  async function pass(reason: Change['reason']): Promise<void> {
    pending = null;
    fresh = 0;
    busy = true;
    try {
      const result = await options.onChange({ reason });
      same = result === false || result === 0;
      if (result != null) passed(!same);
    } catch {
      // Whoever was called reports its own failures; to the follower a failed pass is a fruitless one.
      passed(false);
    }
    busy = false;
    arm();
  }

  function lookForShown(): void {
    if (somethingShown()) note('shown');
  }

  /** True where an element has got a shadow tree since the last reading. */
  function hasNewTree(): boolean {
    return lastReading(document)?.roots.some(({ shadowRoot }) => shadowRoot) === true;
  }

  /** True where text shows now that was hidden at the last reading or not yet there. */
  function somethingShown(): boolean {
    if (hasNewTree()) return true;
    for (const element of lastReading(document)?.hidden ?? []) {
      if (!element.isConnected) continue;
      const tag = element.localName;
      if (tag === 'details' && !element.hasAttribute('open')) continue;
      const verdict = judge(element, tag, true, false);
      if (verdict !== 'hidden' && verdict !== 'skip' && isVisible(element)) return true;
    }
    return false;
  }
}
