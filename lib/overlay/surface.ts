/** The one element Peel adds: `<peel-margin>` beside the body, with a closed shadow root that nothing leaks into or out of. */
import { language } from '../locale';
import css from './overlay.css?inline';

/** How often a host that the page threw out comes back. */
const PATIENCE = 3;

export interface Surface {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Holds everything, sized like the document so that nothing in it can make the page scroll farther. */
  readonly sheet: HTMLElement;
  /** Attached to the page. False after the page threw it out too often. */
  attach(): boolean;
  /** True where the page keeps the reader from seeing the host as it was made: took it off, hid, faded or moved it. */
  faded(): boolean;
  remove(): void;
}

/** Out of the page's flow and beyond its style sheets. Set as a property, it is no inline style that a strict page could object to. */
const HOST =
  'all:initial!important;position:absolute!important;top:0!important;left:0!important;width:0!important;height:0!important;display:block!important;pointer-events:none!important';

/** What the host looks like in a page that leaves it alone. */
const UNTOUCHED: Partial<Record<keyof CSSStyleDeclaration, string>> = {
  display: 'block',
  position: 'absolute',
  visibility: 'visible',
  opacity: '1',
  filter: 'none',
  clipPath: 'none',
  maskImage: 'none',
  transform: 'none',
  translate: 'none',
  overflow: 'visible',
  contentVisibility: 'visible',
};

/** Everything by which a page may hear that something was pressed, typed or given the focus. */
const OURS = [
  ...['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup'],
  ...['pointerdown', 'pointerup', 'pointercancel', 'touchstart', 'touchend', 'touchcancel'],
  ...['focusin', 'focusout', 'selectstart', 'dragstart'],
];

function dress(root: ShadowRoot, document: Document): void {
  try {
    // Constructed sheets are no inline style: strict pages cannot object.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // Firefox does not let content scripts adopt sheets; there a style element of theirs is exempt from the page's policy.
  }
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
}

/** Swallows what is meant for Peel alone, so that the page's shortcuts and "click outside" handlers do not hear it. */
function keepToOurselves(root: ShadowRoot, signal: AbortSignal): void {
  for (const type of OURS) {
    root.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  }
}

/**
 * Makes the host, not yet on the page. It comes off and its listeners end with `signal`.
 * @param lost called when the page has thrown it out too often.
 */
export function createSurface(document: Document, signal: AbortSignal, lost = () => {}): Surface {
  const host = document.createElement('peel-margin');
  host.style.cssText = HOST;
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, document);
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  // Of Peel's own words, on whatever page; what is content says that it is English.
  sheet.lang = language();
  sheet.dir = 'ltr';
  root.append(sheet);
  keepToOurselves(root, signal);

  let wanted = false;
  let losses = 0;
  const observer = new MutationObserver(() => {
    if (wanted && !host.isConnected && !put()) lost();
  });
  const put = (): boolean => {
    if (host.isConnected) return true;
    if (losses++ > PATIENCE || !document.documentElement) return false;
    document.documentElement.append(host);
    return host.isConnected;
  };
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  return {
    host,
    root,
    sheet,
    attach() {
      if (!wanted) {
        wanted = true;
        losses = 0;
        if (document.documentElement) observer.observe(document.documentElement, { childList: true });
      }
      return put();
    },
    faded() {
      if (!wanted) return false;
      if (!host.isConnected) return true;
      const style = document.defaultView?.getComputedStyle(host);
      return Object.entries(UNTOUCHED).some(([name, value]) => {
        const now = style?.[name as keyof CSSStyleDeclaration];
        // A property that the browser does not know hides nothing.
        return Boolean(now) && now !== value;
      });
    },
    remove() {
      wanted = false;
      observer.disconnect();
      host.remove();
    },
  };
}
