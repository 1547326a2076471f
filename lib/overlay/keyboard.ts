/** Getting around by keyboard: which claim is next, and where the focus goes back to. */
import type { Entry } from './scene';

/**
 * The claims in the order in which they are tried: after (or before) the open one, else from where the window is, around
 * the whole page. Folded away, a claim is passed over; scrolled away inside a box, it can be brought back.
 *
 * @param open key of the entry whose card is open.
 */
export function claimsInTurn(entries: readonly Entry[], open: string | null, by: 1 | -1): Entry[] {
  const claims = entries.filter(({ item, range }) => item && range.getClientRects().length > 0);
  const count = claims.length;
  const at = claims.findIndex(({ key }) => key === open);
  const below = claims.findIndex(({ range }) => range.getBoundingClientRect().top > 0);
  let first = by > 0 ? Math.max(0, below) : (below <= 0 ? count : below) - 1;
  if (at >= 0) first = at + by;
  return claims.map((_, i) => claims[(first + by * i + 2 * count) % count]).filter((entry) => entry !== undefined);
}

/** What has the focus, to find it again: a note of Peel's may have been drawn anew meanwhile. */
export function focusKept(root: ShadowRoot): () => HTMLElement | null {
  const own = root.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id;
  if (own) return () => root.querySelector<HTMLElement>(`[data-id="${own}"] button`);
  const active = root.ownerDocument.activeElement as HTMLElement | null;
  return () => (active?.isConnected ? active : null);
}
