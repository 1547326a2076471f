import { type ComponentChild, h, render } from 'preact';
import type { Box } from './layout';
import { placeCard } from './place';
import type { Tone } from './tone';

export interface CardView {
  key: string;
  /** For screen readers: what the card is about. */
  label: string;
  tone: Tone;
  content: ComponentChild;
}

/** Where the card may stand, in the sheet's coordinates. */
export interface CardGround {
  claim: Box;
  column: Box | null;
  view: Box;
  /** The window without the bars that float over the page. */
  clear: Box;
  prefer: 'left' | 'right';
}

/** The one open card: drawn with Preact, placed by hand, so that drawing again never makes it jump. */
export class CardHolder {
  private readonly observer: ResizeObserver | null;
  private ground: CardGround | null = null;
  private at = { left: 0, top: 0 };
  element: HTMLElement | null = null;

  constructor(
    private readonly mount: HTMLElement,
    /** Asked where the card may stand whenever its size changes. */
    private readonly look: () => CardGround | null,
  ) {
    this.observer = globalThis.ResizeObserver ? new ResizeObserver(() => this.place(this.look())) : null;
  }

  draw({ key, label, tone, content }: CardView): void {
    const card = h('div', { key, class: 'card', role: 'dialog', 'aria-label': label, tabIndex: -1 }, content);
    render(h('div', { class: `cards ${tone}` }, card), this.mount);
    const element = this.mount.querySelector<HTMLElement>('.card');
    if (element === this.element) return;
    this.observer?.disconnect();
    this.element = element;
    this.ground = null;
    this.place(this.look());
    if (element) this.observer?.observe(element);
  }

  /** Keeps the card beside its claim after the page moved: by as much as the claim moved. */
  follow(claim: Box): void {
    if (!this.ground || !this.element) return;
    const dx = claim.left - this.ground.claim.left;
    const dy = claim.top - this.ground.claim.top;
    if (Math.abs(dx) < 0.5 && Math.abs(dy) < 0.5) return;
    this.ground = { ...this.ground, claim };
    this.move(this.at.left + dx, this.at.top + dy);
  }

  close(): void {
    this.observer?.disconnect();
    this.element = null;
    this.ground = null;
    render(null, this.mount);
  }

  private place(ground: CardGround | null): void {
    if (!this.element || !ground) return;
    this.ground = ground;
    const { style } = this.element;
    style.maxHeight = '';
    const size = { width: this.element.offsetWidth, height: this.element.offsetHeight };
    const { claim, column, view, prefer, clear } = ground;
    const { left, top, maxHeight } = placeCard(claim, column, size, view, prefer, clear);
    style.maxHeight = `${Math.floor(maxHeight)}px`;
    this.move(left, top);
  }

  private move(left: number, top: number): void {
    this.at = { left, top };
    if (this.element) this.element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}
