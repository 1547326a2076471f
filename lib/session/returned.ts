/**
 * A page in the back/forward cache does not hear that the permission for its site was taken back. Where such a permission let
 * Peel start, it asks when it comes back; pages of Peel's own list and those that the reader started by a press have nothing to ask.
 */
import { tell } from './to-background';

/** Tells the background whenever this page comes back from the back/forward cache, as long as the page lives. */
export function tellOfReturns(window: Window): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void tell({ type: 'peel:returned' });
  });
}
