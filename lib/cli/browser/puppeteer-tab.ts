/** What puppeteer drives of a document in the same way in both browsers. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import type { InOverlay, InPage, Surface, Tab } from './driver';

/** A document that puppeteer has a page for. */
export class PuppeteerSurface implements Surface {
  constructor(readonly page: Page) {}

  evaluate<A extends unknown[], R>(fn: InPage<A, R>, ...args: A): Promise<R> {
    return this.page.evaluate(fn as (...a: unknown[]) => R, ...args) as Promise<R>;
  }

  async resize(width: number, height: number, scale?: number): Promise<void> {
    const deviceScaleFactor = scale ?? this.page.viewport()?.deviceScaleFactor ?? 1;
    await this.page.setViewport({ width, height, deviceScaleFactor });
  }

  async screenshot(path: string, height?: number): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const width = this.page.viewport()?.width ?? 1440;
    const clip = { x: 0, y: 0, width, height: height ?? 0 };
    const shown = height === undefined ? {} : { clip, captureBeyondViewport: true };
    await writeFile(path, await this.page.screenshot(shown));
  }

  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }
}

/** A tab with a page in it. What it costs, and how to get at Peel's closed root, each browser has a way of its own for. */
export abstract class PuppeteerTab extends PuppeteerSurface implements Tab {
  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  url(): string {
    return this.page.url();
  }

  front(): Promise<void> {
    return this.page.bringToFront();
  }

  async press(key: string, ...modifiers: string[]): Promise<void> {
    const { keyboard } = this.page;
    for (const held of modifiers) await keyboard.down(held as KeyInput);
    await keyboard.press(key as KeyInput);
    for (const held of modifiers) await keyboard.up(held as KeyInput);
  }

  async point(x: number, y: number, click = false): Promise<void> {
    await this.page.mouse.move(x, y);
    if (click) await this.page.mouse.click(x, y);
  }

  async inject(script: string): Promise<void> {
    await this.page.evaluate(`${script}\n;undefined`);
  }

  abstract busy(): Promise<number | null>;

  abstract inOverlay<A extends unknown[], R>(fn: InOverlay<A, R>, ...args: A): Promise<R | null>;
}

/**
 * Puppeteer's own page behind a document, for what the drivers have in common with nobody else: sizes, media, sessions.
 * @throws Error for a document of the extension in Firefox, which is driven without puppeteer.
 */
export function puppeteerPage(surface: Surface): Page {
  if (surface instanceof PuppeteerSurface) return surface.page;
  throw new Error('no puppeteer page shows this document');
}
