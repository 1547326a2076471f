/** What is driven of Chromium over the DevTools protocol: a document, and a tab with a page in it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import type { InOverlay, InPage, Surface, Tab } from './driver';
import { point, press } from './hand';
import { capture } from './screenshot';

/** A document in Chromium. */
export class ChromiumSurface implements Surface {
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
    await writeFile(path, await capture(this.page, height));
  }

  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }
}

interface DomNode {
  nodeName: string;
  backendNodeId: number;
  shadowRootType?: string;
  shadowRoots?: DomNode[];
  children?: DomNode[];
}

/** A tab of Chromium. */
export class ChromiumTab extends ChromiumSurface implements Tab {
  #session: CDPSession | null = null;

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  url(): string {
    return this.page.url();
  }

  front(): Promise<void> {
    return this.page.bringToFront();
  }

  press(key: string, ...modifiers: string[]): Promise<void> {
    return press(this.page, key, modifiers);
  }

  point(x: number, y: number, click = false): Promise<void> {
    return point(this.page, x, y, click);
  }

  async inject(script: string): Promise<void> {
    await this.page.evaluate(`${script}\n;undefined`);
  }

  async busy(): Promise<number | null> {
    const { TaskDuration } = await this.page.metrics();
    return TaskDuration === undefined ? null : TaskDuration * 1000;
  }

  async inOverlay<A extends unknown[], R>(fn: InOverlay<A, R>, ...args: A): Promise<R | null> {
    this.#session ??= await this.page.createCDPSession();
    const session = this.#session;
    // Peel's host is a child of <html>, beside body; a page's own closed roots are deeper.
    const { root } = await session.send('DOM.getDocument', { depth: 2, pierce: true });
    const html = (root as DomNode).children?.find((node) => node.nodeName === 'HTML');
    const shadow = html?.children
      ?.flatMap((node) => node.shadowRoots ?? [])
      .find((node) => node.shadowRootType === 'closed');
    if (!shadow) return null;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const answer = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `async function (json) { return (${fn.toString()})(this, ...JSON.parse(json)); }`,
      objectId: object.objectId as string,
      arguments: [{ value: JSON.stringify(args) }],
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'failed in overlay');
    return answer.result.value as R;
  }
}
