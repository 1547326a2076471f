/**
 * The browser's own extension API, in place of webextension-polyfill, for the content script alone: 11 kB that every
 * page would parse. What the content script calls (storage, ports, sendMessage) gives promises natively in both browsers;
 * only `onMessage` differs, where a listener answers through `sendResponse`.
 */
import type { Browser } from 'webextension-polyfill';

const globals = globalThis as { browser?: Browser; chrome?: Browser };

export const browser = (globals.browser ?? globals.chrome) as Browser;
export default browser;
