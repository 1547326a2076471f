/**
 * Functions that run in Firefox's own window, with the browser's rights, called by the other files on Firefox. Each stands
 * alone: it is sent as text. The names of Firefox's internals are declared here as far as they are used.
 */

interface MessageManager {
  addMessageListener(name: string, listener: (message: { data: { value?: string; error?: string } }) => void): void;
  loadFrameScript(url: string, later: boolean): void;
}
interface BrowserElement extends Element {
  currentURI?: { spec: string };
  contentDocument: Document | null;
  messageManager: MessageManager;
  browsingContext: {
    currentWindowGlobal: { drawSnapshot(rect: null, scale: number, colour: string): Promise<ImageBitmap> };
  };
}
interface ToolbarAction {
  triggerAction(window: unknown): Promise<void>;
}
interface Addon {
  backgroundState: string;
  terminateBackground(how: { disableResetIdleForTest: boolean }): Promise<void>;
}
interface FirefoxTabElement {
  linkedBrowser: BrowserElement;
}
declare const gBrowser: {
  tabs: FirefoxTabElement[];
  addTab(url: string, options: object): FirefoxTabElement;
  removeTab(tab: FirefoxTabElement): void;
  removeAllTabsBut(tab: FirefoxTabElement, options: object): void;
};
declare const gUnifiedExtensions: { isPanelOpen(): boolean; panel: Element | null };
declare const SidebarController: { hide(): void };
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionParent: {
      GlobalManager: { getExtension(id: string): Addon };
      apiManager: { global: { browserActionFor(addon: Addon): ToolbarAction } };
    };
  };
};
declare const Services: {
  scriptSecurityManager: { getSystemPrincipal(): object };
  console: { getMessageArray(): unknown[]; reset(): void };
  focus: { clearFocus(window: Window): void };
};
interface TextInputProcessor {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}
declare const Ci: { nsIScriptError: { warningFlag: number }; nsITextInputProcessor: object };
declare const Cc: Record<string, { createInstance(of: object): TextInputProcessor }>;

/**
 * Presses the add-on's toolbar button and waits until its popup stands. One that is open is closed first, since the button would
 * only close it. Firefox loads the popup in a browser that nobody sees and then hands its document to another: only that one
 * is waited for, as what is asked of the first is never answered once it is gone.
 */
export async function openPopup(addon: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(addon);
  const open = () => {
    const shown = document.querySelectorAll('browser.webextension-popup-browser:not(.webextension-preload-browser)');
    return [...shown] as BrowserElement[];
  };
  const within = async (ms: number, is: () => boolean) => {
    const end = Date.now() + ms;
    while (!is() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    return is();
  };
  for (let attempt = 0; attempt < 3; attempt++) {
    for (const browser of open()) (browser.closest('panel') as unknown as { hidePopup(): void } | null)?.hidePopup();
    await within(5000, () => open().length === 0);
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    const stands = (browser: BrowserElement) =>
      browser.currentURI?.spec.includes('/popup.html') &&
      (browser.closest('panel') as unknown as { state: string } | null)?.state === 'open';
    if (await within(5000, () => open().some(stands))) return;
  }
  throw new Error('the popup did not open');
}

interface MenuPopup extends Element {
  state: string;
  parentElement: (HTMLElement & { openMenu(open: boolean): void }) | null;
  activateItem(item: Element): void;
  hidePopup(): void;
}

/** Presses the entry whose id ends in `id` in the menu that is open over a page. */
export async function pressMenu(id: string): Promise<void> {
  const menu = document.getElementById('contentAreaContextMenu') as MenuPopup | null;
  const end = Date.now() + 10_000;
  while (menu?.state !== 'open') {
    if (Date.now() > end) throw new Error('the menu did not open');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const items = [...menu.querySelectorAll('menuitem')].filter(
    (item) => !(item as unknown as { hidden: boolean }).hidden,
  );
  const found = items.find((item) => item.id.endsWith(`-menuitem-_${id}`));
  if (found) {
    // Where an add-on has several entries, they stand in a menu of their own.
    const own = found.parentElement as unknown as MenuPopup;
    if (own !== menu) own.parentElement?.openMenu(true);
    while (own.state !== 'open') {
      if (Date.now() > end) throw new Error('the menu of the add-on did not open');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    own.activateItem(found);
  } else menu.hidePopup();
  if (!found) throw new Error(`no ${id} among ${items.map((item) => item.getAttribute('label')).join(', ')}`);
}

/** Presses a letter key with modifiers held, as the keyboard would with the window in front and nothing in it focused. */
export function pressKeys(letter: string, held: string[]): void {
  const processor = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  if (!processor?.beginInputTransactionForTests(window)) throw new Error('the keyboard is taken');
  Services.focus.clearFocus(window);
  const key = new KeyboardEvent('', { key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) });
  const modifiers = held.map((name) => new KeyboardEvent('', { key: name }));
  for (const event of [...modifiers, key]) processor.keydown(event);
  for (const event of [key, ...modifiers]) processor.keyup(event);
}

/** Closes every open popup of an add-on. */
export function closePopup(): void {
  for (const browser of document.querySelectorAll('browser.webextension-popup-browser')) {
    (browser.closest('panel') as unknown as { hidePopup(): void } | null)?.hidePopup();
  }
}

/** Opens an address of the add-on in a tab that stays behind, and waits for its document. */
export async function openBehind(url: string): Promise<void> {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const tab = gBrowser.addTab(url, { triggeringPrincipal });
  const end = Date.now() + 10_000;
  while (tab.linkedBrowser.currentURI?.spec !== url) {
    if (Date.now() > end) throw new Error(`${url} did not open`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Closes the tabs that show `url`. @returns false where none does. */
export function closeBrowser(url: string): boolean {
  const shown = [...gBrowser.tabs].filter((tab) => tab.linkedBrowser.currentURI?.spec === url);
  for (const tab of shown) gBrowser.removeTab(tab);
  return shown.length > 0;
}

/** True once the side panel shows the page at `url`. */
export function panelShows(url: string): boolean {
  const panel = document.querySelector<Element & { contentDocument: Document | null }>('#sidebar')?.contentDocument;
  const shown = [...(panel?.querySelectorAll('browser') ?? [])] as BrowserElement[];
  return shown.some((browser) => browser.currentURI?.spec === url);
}

/** Closes the side panel, whatever it shows. */
export function closePanel(): void {
  SidebarController.hide();
}

/** Waits until popups that were closed are gone, which comes before their add-on may go, and closes every tab but one that is new and empty. */
export async function closeTabs(): Promise<void> {
  const end = Date.now() + 5000;
  const pressed = () =>
    document.querySelector('browser.webextension-popup-browser') || gUnifiedExtensions.isPanelOpen();
  while (pressed() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const fresh = gBrowser.addTab('about:blank', { triggeringPrincipal });
  // None is asked whether it may go.
  gBrowser.removeAllTabsBut(fresh, { animate: false, skipWarnAboutClosingTabs: true, skipPermitUnload: true });
}

/** Empties the browser's console. */
export function forgetErrors(): void {
  Services.console.reset();
}

/**
 * Has Firefox make the panel that holds the buttons of add-ons, as it otherwise does when it is first opened. Made after an add-on was taken
 * out and put in again, it would open an empty popup.
 */
export function makeButtonPanel(): boolean {
  return gUnifiedExtensions.panel !== null;
}

/**
 * Runs the function `source` with the arguments `json` in the document at `id` (an address; `popup:` or `panel:` before it means
 * the open popup, or the side panel). With `overlay`, its first argument is the closed shadow root beside body, or the answer
 * is null. With `pressed` it runs as if the reader had just pressed something there.
 */
export async function inFrame(
  id: string,
  source: string,
  json: string,
  overlay: boolean,
  pressed = false,
): Promise<unknown> {
  const [, where, url = ''] = /^(popup:|panel:)?(.*)$/s.exec(id) ?? [];
  const panel = document.querySelector<Element & { contentDocument: Document | null }>('#sidebar')?.contentDocument;
  const all = [...((where === 'panel:' ? panel : document)?.querySelectorAll('browser') ?? [])] as BrowserElement[];
  const target = all.find(
    (browser) =>
      browser.classList.contains('webextension-popup-browser') === (where === 'popup:') &&
      !browser.classList.contains('webextension-preload-browser') &&
      (where ? browser.currentURI?.spec.startsWith(url) : browser.currentURI?.spec === url),
  );
  if (!target) throw new Error(`nothing shows ${id}`);
  const name = `peel-driver:${Math.random()}`;
  const body = `(async () => {
    let answer = {};
    try {
      // A timer of a tab behind others fires once a second.
      while (content.document.readyState !== 'complete')
        await new Promise((done) => addEventListener('load', done, { capture: true, once: true }));
      const overlay = ${overlay};
      const root = overlay
        ? [...content.document.documentElement.children].map((node) => node.openOrClosedShadowRoot)
            .find((shadow) => shadow && shadow.mode === 'closed')
        : null;
      if (overlay && !root) answer.value = 'null';
      else {
        const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
        sandbox.peelRoot = root && Cu.waiveXrays(root);
        const call = ${JSON.stringify(
          `(async () => JSON.stringify(await (${source})(...(${overlay} ? [peelRoot] : []), ...${json})))()`,
        )};
        const hand = ${pressed} && content.windowUtils.setHandlingUserInput(true);
        const going = Cu.evalInSandbox(call, sandbox);
        if (hand) hand.destruct();
        answer.value = await going;
      }
    } catch (error) {
      answer.error = String(error) + ' ' + ((error && error.stack) || '');
    }
    sendAsyncMessage(${JSON.stringify(name)}, answer);
  })()`;
  const answer = await new Promise<{ value?: string; error?: string }>((resolve) => {
    // A document that goes while it is asked never answers.
    setTimeout(() => resolve({ error: `${id} did not answer within a minute` }), 60_000);
    target.messageManager.addMessageListener(name, (message) => resolve(message.data));
    target.messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(body)}`,
      false,
    );
  });
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value === undefined ? undefined : JSON.parse(answer.value);
}

/** A picture of the document at `id`, as a data address. */
export async function captureBrowser(id: string): Promise<string> {
  const [, where, url = ''] = /^(popup:|panel:)?(.*)$/s.exec(id) ?? [];
  const panel = document.querySelector<Element & { contentDocument: Document | null }>('#sidebar')?.contentDocument;
  const all = [...((where === 'panel:' ? panel : document)?.querySelectorAll('browser') ?? [])] as BrowserElement[];
  const target = all.find(({ currentURI }) => (where ? currentURI?.spec.startsWith(url) : currentURI?.spec === url));
  if (!target) throw new Error(`nothing shows ${id}`);
  const bitmap = await target.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png');
}

/** "running", "stopped", "starting" or "suspending". */
export function backgroundState(addon: string): string {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  return ExtensionParent.GlobalManager.getExtension(addon).backgroundState;
}

/**
 * Ends the add-on's background, also one that has an answer to give: that one Firefox would leave running, and say nothing.
 * @returns its state then; a page may wake it at once
 */
export async function terminateBackground(addon: string): Promise<string> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(addon);
  await extension.terminateBackground({ disableResetIdleForTest: true });
  return extension.backgroundState;
}

/** Script errors in the browser's console that come from the add-on with this internal id: page, popup, background. */
export function consoleErrors(uuid: string): string[] {
  return Services.console.getMessageArray().flatMap((entry) => {
    const error = entry as { sourceName?: string; flags?: number; errorMessage?: string; lineNumber?: number };
    if (typeof error.errorMessage !== 'string' || !error.sourceName?.includes(uuid)) return [];
    if (((error.flags ?? 0) & Ci.nsIScriptError.warningFlag) !== 0) return [];
    return [`${error.sourceName}:${error.lineNumber} ${error.errorMessage}`];
  });
}
