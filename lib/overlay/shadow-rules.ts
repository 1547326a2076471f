/**
 * The rules of Peel's highlights inside the page's open shadow trees. Chromium lets a tree inherit them from its host;
 * Firefox does not, and there a range would be registered and never seen. What is adopted is taken back by `clear`.
 */

type Sheets = CSSStyleSheet[];

/** Firefox hides the list behind its wall between page and content script; this is the page's own view of it. */
function sheetsOf(root: ShadowRoot): Sheets {
  return ((root as { wrappedJSObject?: ShadowRoot }).wrappedJSObject ?? root).adoptedStyleSheets;
}

/** A highlight as the document paints it, as a rule. Colours and lines only; never for print. */
function ruleOf(view: Window, name: string): string {
  const top = view.document.documentElement;
  const { backgroundColor, color, textDecoration, textUnderlineOffset } = view.getComputedStyle(
    top,
    `::highlight(${name})`,
  );
  const ink = color === view.getComputedStyle(top).color ? '' : `color:${color};`;
  return `@media screen{::highlight(${name}){background-color:${backgroundColor};${ink}text-decoration:${textDecoration};text-underline-offset:${textUnderlineOffset}}}`;
}

export interface ShadowRules {
  /** Makes the rule of highlight `name` hold wherever `ranges` lie in a shadow tree. */
  carry(name: string, ranges: readonly Range[]): void;
  /** Puts back what the page threw out. @returns true if anything was missing. */
  restore(): boolean;
  clear(): void;
}

/** Adopts nothing before `carry`, and nothing where the rules hold anyhow. */
export function createShadowRules(): ShadowRules {
  const adopted = new Map<ShadowRoot, CSSStyleSheet>();

  const put = (root: ShadowRoot, sheet: CSSStyleSheet): boolean => {
    try {
      const sheets = sheetsOf(root);
      if (sheets.includes(sheet)) return false;
      sheets.push(sheet);
      return true;
    } catch {
      // A tree that takes no sheet keeps its marks, without paint.
      return false;
    }
  };
  const carryTo = (root: ShadowRoot, element: Element, name: string) => {
    const view = root.ownerDocument.defaultView;
    if (!view) return;
    const ground = (where: Element) => view.getComputedStyle(where, `::highlight(${name})`).backgroundColor;
    if (ground(element) === ground(view.document.documentElement)) return;
    let sheet = adopted.get(root);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      adopted.set(root, sheet);
    }
    sheet.insertRule(ruleOf(view, name));
    put(root, sheet);
  };

  return {
    carry(name, ranges) {
      for (const { startContainer } of ranges) {
        const root = startContainer.getRootNode();
        if (startContainer.parentElement && root instanceof ShadowRoot)
          carryTo(root, startContainer.parentElement, name);
      }
    },
    restore() {
      let missing = false;
      for (const [root, sheet] of adopted) if (put(root, sheet)) missing = true;
      return missing;
    },
    clear() {
      for (const [root, sheet] of adopted) {
        try {
          const sheets = sheetsOf(root);
          const at = sheets.indexOf(sheet);
          if (at >= 0) sheets.splice(at, 1);
        } catch {
          // Nothing was adopted there either.
        }
      }
      adopted.clear();
    },
  };
}
