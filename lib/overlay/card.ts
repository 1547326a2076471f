import { type ComponentChild, h, render } from 'preact';
import { type ClaimSteps, ClaimStepsContext } from '@/components/card/claim-steps';
import { type CardPlace, type Ground, placeCard } from './card-place';
import type { Box } from './layout';
import { grownSheet, placeSheet, type SheetPlace } from './sheet';
import type { Tone } from './tone';

export interface CardView {
  key: string;
  /** For screen readers: what the card is about. */
  label: string;
  tone: Tone;
  content: ComponentChild;
  /** It lies across the bottom of the window, as there is nothing beside the text. */
  sheet: boolean;
  /** Nothing moves, whatever the system would allow. */
  still: boolean;
  /** To the neighbours, from a sheet. */
  steps: ClaimSteps | null;
}

/** Where the card may stand: in the sheet's coordinates, and what a sheet has to know, in the window's. */
export interface CardGround extends Ground {
  window: { claim: Box; seen: Box; clear: Box; height: number };
  /** Scrolls the article; null for the document. */
  scroller: Element | null;
}

const sizeOf = ({ left, right, top, bottom }: Box) => `${right - left} ${bottom - top}`;

/** The one open card: drawn with Preact, placed by hand, so that drawing again never makes it jump. */
export class CardHolder {
  private readonly observer: ResizeObserver | null;
  private ground: CardGround | null = null;
  private place: CardPlace | null = null;
  /** Most height of a sheet, once it stands, and the edge that it stands on. */
  private most = 0;
  private edge: SheetPlace['edge'] = 'bottom';
  private sheet = false;
  private still = false;
  element: HTMLElement | null = null;

  constructor(
    private readonly mount: HTMLElement,
    /** Asked where the card may stand whenever its size changes. */
    private readonly look: () => CardGround | null,
  ) {
    this.observer = globalThis.ResizeObserver ? new ResizeObserver(() => this.put(this.look())) : null;
  }

  draw({ key, label, tone, content, sheet, still, steps }: CardView): void {
    const name = sheet ? 'card low' : 'card';
    const card = h(
      'div',
      { key: `${name} ${key}`, class: name, role: 'dialog', 'aria-label': label, tabIndex: -1 },
      h(ClaimStepsContext.Provider, { value: steps }, content),
    );
    render(h('div', { class: `cards ${tone}${sheet ? ' under' : ''}` }, card), this.mount);
    const element = this.mount.querySelector<HTMLElement>('.card');
    if (element === this.element) return;
    this.observer?.disconnect();
    this.forget();
    this.element = element;
    this.sheet = sheet;
    this.still = still;
    this.put(this.look());
    if (element) this.observer?.observe(element);
  }

  /** Keeps the card beside its claim after the page moved, by as much as the claim moved; in another window, anew. */
  follow(ground: CardGround | null): void {
    if (!this.ground || !this.element || !ground) return;
    const { claim, view } = this.ground;
    if (this.sheet || sizeOf(view) !== sizeOf(ground.view)) {
      this.place = null;
      this.put(ground);
      return;
    }
    const dx = ground.claim.left - claim.left;
    const dy = ground.claim.top - claim.top;
    if (!this.place || (Math.abs(dx) < 0.5 && Math.abs(dy) < 0.5)) return;
    this.ground = ground;
    this.move({ ...this.place, left: this.place.left + dx, top: this.place.top + dy });
  }

  close(): void {
    this.observer?.disconnect();
    this.element = null;
    this.forget();
    render(null, this.mount);
  }

  private forget(): void {
    this.ground = null;
    this.place = null;
    this.most = 0;
  }

  private put(ground: CardGround | null): void {
    if (!this.element || !ground) return;
    if (this.sheet) this.lay(this.element, ground);
    else this.stand(this.element, ground);
    this.ground = ground;
  }

  private stand(element: HTMLElement, ground: CardGround): void {
    const { style, scrollTop } = element;
    style.maxHeight = '';
    const heights = new Map<number, number>();
    const heightAt = (width: number): number => {
      style.width = `${width}px`;
      const height = heights.get(width) ?? element.offsetHeight;
      heights.set(width, height);
      return height;
    };
    const place = placeCard(ground, heightAt, this.place);
    style.width = `${place.width}px`;
    style.maxHeight = `${Math.floor(place.maxHeight)}px`;
    // As tall as it would like to be, it had nothing to scroll.
    element.scrollTop = scrollTop;
    this.move(place);
  }

  private move(place: CardPlace): void {
    this.place = place;
    if (this.element)
      this.element.style.transform = `translate(${Math.round(place.left)}px, ${Math.round(place.top)}px)`;
  }

  /** On the window's edge. Only when it comes is the page scrolled, for then the reader has just asked for it. */
  private lay(element: HTMLElement, { window: { claim, seen, clear, height }, scroller }: CardGround): void {
    const { style } = element;
    style.left = `${seen.left}px`;
    style.width = `${seen.right - seen.left}px`;
    const putOnEdge = () => {
      style[this.edge] = `${this.edge === 'top' ? seen.top : height - seen.bottom}px`;
    };
    if (this.most > 0) {
      style.maxHeight = `${grownSheet(claim, seen, element.offsetHeight, this.most)}px`;
      putOnEdge();
      return;
    }
    const view = element.ownerDocument.defaultView;
    const box = scroller ?? element.ownerDocument.scrollingElement;
    const room = box
      ? { up: box.scrollTop, down: Math.max(0, box.scrollHeight - box.clientHeight - box.scrollTop) }
      : { up: 0, down: 0 };
    style.maxHeight = '';
    const { edge, maxHeight, scroll } = placeSheet(claim, seen, clear, element.offsetHeight, room);
    this.most = maxHeight;
    this.edge = edge;
    style.maxHeight = `${maxHeight}px`;
    putOnEdge();
    const still = this.still || (view?.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true);
    if (Math.abs(scroll) > 1) box?.scrollBy?.({ top: scroll, behavior: still ? 'instant' : 'smooth' });
  }
}
