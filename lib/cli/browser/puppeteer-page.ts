import type { Page } from 'puppeteer-core';
import { ChromiumSurface } from './chromium-tab';
import type { Surface } from './driver';
import { FirefoxTab } from './firefox-tab';

/**
 * Puppeteer's own page behind a document, for what the drivers have in common with nobody else: sizes, media, sessions.
 * @throws Error for a document of the extension in Firefox, which is driven without puppeteer.
 */
export function puppeteerPage(surface: Surface): Page {
  if (surface instanceof ChromiumSurface || surface instanceof FirefoxTab) return surface.page;
  throw new Error('no puppeteer page shows this document');
}
