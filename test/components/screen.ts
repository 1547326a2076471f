/** What the tests of the screens share: a screen is drawn, read and pressed as by a reader, and taken away. */
import { type ComponentChild, render } from 'preact';
import { expect, vi } from 'vitest';

/** Takes away what is drawn; whoever listened for it hears no more. */
export function close(): void {
  for (const root of document.body.children) render(null, root);
}

/** Draws `what` on an empty page and waits until `there` finds something. */
export async function draw(what: ComponentChild, there: () => unknown): Promise<void> {
  close();
  document.body.replaceChildren();
  render(what, document.body.appendChild(document.createElement('div')));
  await vi.waitFor(() => expect(there()).toBeTruthy());
}

/** For after each test: no screen and no spy is left. */
export async function tidyUp(): Promise<void> {
  close();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  // Preact's hooks settle up to 35 ms after the last frame; the page must still be there then.
  await new Promise((resolve) => setTimeout(resolve, 50));
}

/** All the words on the page. */
export const screen = () => document.body.textContent ?? '';

export const button = (label: string) =>
  [...document.querySelectorAll('button')].find((found) => found.textContent === label) as HTMLButtonElement;

/** What went wrong, where the options say it. */
export const alert = () => document.querySelector('.said [role=alert]')?.textContent ?? '';

/** What is labeled so, from the label's beginning. */
export const field = (label: string) =>
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label))
    ?.control as HTMLInputElement;
