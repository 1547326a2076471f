import { t } from '../locale';
import type { Entry } from './scene';

/**
 * The notes as they follow a printed page, numbered in the page's order, each after the words it answers. Unseen on the
 * screen; overlay.css shows it on paper alone.
 */
export function createPrintout(document: Document): { element: HTMLElement; write(entries: readonly Entry[]): void } {
  const make = (name: string, className: string, text = ''): HTMLElement => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const element = make('section', 'paper');
  return {
    element,
    write(entries) {
      const list = make('ol', 'paper-notes');
      for (const { quote, paragraphs } of entries) {
        if (paragraphs.length === 0) continue;
        const item = make('li', 'paper-note');
        if (quote) item.append(make('span', 'paper-quote', `“${quote}” `));
        item.append(...paragraphs.map((text) => make('span', 'paper-line', `${text} `)));
        list.append(item);
      }
      element.replaceChildren();
      if (list.childElementCount > 0) element.append(make('h2', 'paper-head', t('margin_paper')), list);
    },
  };
}
