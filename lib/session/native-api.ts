/**
 * The browser's own extension API, in place of webextension-polyfill, in all but Chrome's background: 11 kB that every
 * page would parse. What the content script calls (storage, ports, sendMessage) gives promises natively in both browsers;
 * only `onMessage` differs, where a listener answers through `sendResponse`.
 */
import type { Browser } from 'webextension-polyfill';

/**
 * The API in `world`, a global object. In Chrome, which has no `browser`, an element of the page with that id answers to the
 * name: only what is the global's own is the browser's.
 */
export function apiOf(world: { browser?: Browser; chrome?: Browser }): Browser {
  return (Object.hasOwn(world, 'browser') ? world.browser : world.chrome) as Browser;
}

export const browser = apiOf(globalThis as { browser?: Browser; chrome?: Browser });
export default browser;
