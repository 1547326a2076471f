import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '@/lib/locale';
import type { Act } from './use-act';

/** What the two browsers call a panel beside the page; each knows its own, and Firefox for Android neither. */
interface Panels {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const currentWindow = async (): Promise<number> => (await browser.windows.getCurrent()).id as number;

/** Opens the ledger in the window that it is in; draws nothing where the browser has no panels. */
export function OpenLedger({ act }: Pick<Act, 'act'>) {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => {
    // Known before the press: a browser opens a panel only right in it, and not after a wait.
    if (sidePanel) currentWindow().then(setWindowId, () => undefined);
  }, [sidePanel]);
  if (!sidePanel && !sidebarAction) return null;
  const open = async () => {
    try {
      if (sidebarAction) await sidebarAction.open();
      else await sidePanel?.open({ windowId: windowId ?? (await currentWindow()) });
    } catch {
      throw new Error(t('ledger_refused'));
    }
    window.close();
  };
  return (
    <button type="button" class="link" data-ledger onClick={() => act('ledger', open)}>
      {t('ledger_open')}
    </button>
  );
}
