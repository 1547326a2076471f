/** A tab of Chromium: what the DevTools protocol alone tells. */
import type { CDPSession } from 'puppeteer-core';
import type { InOverlay } from './driver';
import { PuppeteerTab } from './puppeteer-tab';

interface DomNode {
  nodeName: string;
  backendNodeId: number;
  shadowRootType?: string;
  shadowRoots?: DomNode[];
  children?: DomNode[];
}

/** A tab of Chromium. */
export class ChromiumTab extends PuppeteerTab {
  #session: CDPSession | null = null;

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
