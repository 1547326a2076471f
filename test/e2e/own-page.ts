/** What a reader does on a page of Peel's own, and what such a page is told of the browser; no checks of its own. */
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import type { PageStatus } from '@/lib/messages';
import { KINDS } from '@/lib/model';

const MECHANISMS = ['understatement', 'hedge', 'footnote', 'self_own', 'literalise', 'missing_object'];
/** Something to say of every kind. */
export const PACK = `pack: Ours\nwriter: A. Writer\n\n${KINDS.map((kind, i) => `== ${kind} ==\n\n${MECHANISMS.map((mechanism, j) => `roast, ${mechanism}\nweight: 3\nneeds: has:a|the|is|of|to|it\nOurs, the ${i}th kind, ${j} by number and ${mechanism} by name.\n`).join('\n')}`).join('\n')}`;

/** Gives a file to the input of a button. */
export function give(at: Surface, label: string, name: string, text: string): Promise<boolean> {
  return at.evaluate(
    (button: string, file: string, content: string) => {
      const found = [...document.querySelectorAll('label.file')].find((one) => one.textContent === button);
      const input = found?.querySelector('input');
      if (!input) return false;
      const carried = new DataTransfer();
      carried.items.add(new File([content], file));
      input.files = carried.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    label,
    name,
    text,
  );
}
export const press = (at: Surface, label: string) =>
  at.evaluate((wanted: string) => {
    const found = [...document.querySelectorAll('button')].find((one) => one.textContent === wanted);
    found?.click();
    return found !== undefined;
  }, label);
export const says = (at: Surface, text: string) =>
  until(`“${text}”`, () => at.evaluate((wanted: string) => document.body.textContent.includes(wanted), text), 30_000);

/** The browser's own question is out of a driver's reach in Chromium: the page is told that it was answered. */
export const allow = (at: Tab, allowed: string[]) =>
  at.evaluate((patterns: string[]) => {
    type Answer = (value: unknown) => void;
    interface Permissions {
      getAll(done?: Answer): unknown;
      remove(what: object, done?: Answer): unknown;
      onAdded: { dispatch(what: object): void };
    }
    type Scope = Record<'browser' | 'chrome', { permissions?: Permissions } | undefined>;
    const { browser, chrome } = globalThis as unknown as Scope;
    const give = (value: unknown, done?: Answer) => (done ? done(value) : Promise.resolve(value));
    for (const { permissions } of [browser ?? {}, chrome ?? {}]) {
      if (!permissions) continue;
      permissions.getAll = (done) => give({ origins: patterns, permissions: [] }, done);
      permissions.remove = (_, done) => give(true, done);
    }
    chrome?.permissions?.onAdded.dispatch({ origins: patterns });
  }, allowed);

/** A tab in front of the popup or the ledger, and what Peel in it answers: a status, nothing, or nothing ever. */
export interface Front {
  url: string;
  status: PageStatus | null | 'silent';
  /** Peel may read it. */
  allowed?: boolean;
  /** The browser's storage does not answer either. */
  mute?: boolean;
}

/** From the next page that `tab` opens on, the extension's pages in it take `front` for the tab in front. */
export async function pretend(tab: Tab, front: Front): Promise<void> {
  await puppeteerPage(tab).evaluateOnNewDocument(({ url, status, allowed, mute }: Front) => {
    type Answer = (value: unknown) => void;
    type Call = (...args: unknown[]) => unknown;
    const { chrome } = globalThis as unknown as { chrome: Record<string, Record<string, unknown>> };
    const answers = (value: unknown): Call => {
      return (...args) => {
        const done = args.at(-1);
        if (typeof done === 'function') (done as Answer)(value);
        return Promise.resolve(value);
      };
    };
    const never: Call = () => new Promise(() => undefined);
    const { tabs, permissions, storage } = chrome;
    if (!tabs || !permissions || !storage) return;
    tabs.query = answers([{ id: 1, url, active: true }]);
    tabs.sendMessage = status === 'silent' ? never : answers(status ?? undefined);
    if (allowed !== undefined) permissions.contains = answers(allowed);
    if (mute) (storage.local as Record<string, unknown>).get = never;
  }, front);
}
