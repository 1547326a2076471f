/** Keys and pointer of a page, as puppeteer drives them in both browsers. */
import type { KeyInput, Page } from 'puppeteer-core';

/** Presses a key while others are held. */
export async function press(page: Page, key: string, modifiers: readonly string[]): Promise<void> {
  for (const held of modifiers) await page.keyboard.down(held as KeyInput);
  await page.keyboard.press(key as KeyInput);
  for (const held of modifiers) await page.keyboard.up(held as KeyInput);
}

/** Moves the pointer to a place in the window, and clicks there if asked to. */
export async function point(page: Page, x: number, y: number, click: boolean): Promise<void> {
  await page.mouse.move(x, y);
  if (click) await page.mouse.click(x, y);
}
