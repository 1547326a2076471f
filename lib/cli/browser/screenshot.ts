import type { Page } from 'puppeteer-core';

/** A PNG of what is visible, or of the page from its top down to `height` CSS pixels. */
export function capture(page: Page, height?: number): Promise<Uint8Array> {
  if (height === undefined) return page.screenshot();
  const width = page.viewport()?.width ?? 1440;
  return page.screenshot({ clip: { x: 0, y: 0, width, height }, captureBeyondViewport: true });
}
