/**
 * A page in the back/forward cache does not hear that the permission for its site was taken back. On the sites that the reader
 * allowed it asks when it comes back, also where a press started Peel anew meanwhile: such a press lasts until then. Pages of
 * Peel's own list do not ask, though their permission can be taken back, too: they keep their notes until they are loaded anew.
 */
import { tell } from './to-background';

/** Tells the background whenever this page comes back from the back/forward cache, as long as the page lives. */
export function tellOfReturns(window: Window): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void tell({ type: 'peel:returned' });
  });
}
