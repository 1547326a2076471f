/** What the popup knows of the tab in front, kept up to date. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PageStatus } from '@/lib/messages';
import { isOn, levelOn, type Pause, type Settings } from '@/lib/settings';
import { useLatest } from '../use-latest';
import { usePermissionChanges } from '../use-permission-changes';
import { lookAtPage, type PageView } from './tab-in-front';

/** How often a page that is being read is asked again, in ms: quick enough to look live, slow enough to cost nothing. */
const POLL_MS = 250;
/** How often a page that does not yet show what was chosen is asked before it is taken at its word. */
const MOST_POLLS = 20;

export interface PageHold {
  view: PageView;
  look(): Promise<void>;
  setStatus(status: PageStatus | null): void;
}

/** True while the page does not yet show what was chosen last. */
function isBehind(settings: Settings, paused: Pause | null, status: PageStatus): boolean {
  const { state, host } = status;
  const off = !settings.enabled || paused !== null;
  if (off || state === 'all-off') return off !== (state === 'all-off');
  if (isOn(settings, host) === (state === 'site-off')) return true;
  return status.density !== settings.density || status.level !== levelOn(settings, host);
}

/** True while a page still has the notes that it may not have any more, or not yet those that it may have again. */
const isBehindPermission = ({ status, revoked, always }: Extract<PageView, { kind: 'page' }>): boolean =>
  (revoked === null && always?.allowed !== false) === (status.state === 'withdrawn');

/** Looks again whenever `settings`, the pause or a permission change, and until the page shows what they ask for. */
export function usePage(settings: Settings | null, paused: Pause | null): PageHold {
  const [view, setView] = useState<PageView>({ kind: 'asking' });
  const latest = useLatest();
  const look = useCallback(() => latest(lookAtPage(), setView), [latest]);
  const polls = useRef(0);
  useEffect(() => {
    polls.current = 0;
    void look();
  }, [settings, paused, look]);
  // A page that was started by hand has its notes without a permission: only after a change is it waited for.
  const permissionChanged = useRef(false);
  usePermissionChanges(
    useCallback(() => {
      permissionChanged.current = true;
      polls.current = 0;
      return look();
    }, [look]),
  );
  const status = view.kind === 'page' ? view.status : null;
  const behind =
    view.kind === 'page' &&
    settings !== null &&
    (isBehind(settings, paused, view.status) || (permissionChanged.current && isBehindPermission(view)));
  const reading = status?.state === 'starting' || status?.state === 'reading';
  useEffect(() => {
    if (!reading && !(behind && polls.current < MOST_POLLS)) return;
    polls.current += 1;
    const timer = setTimeout(look, POLL_MS);
    return () => clearTimeout(timer);
  }, [reading, behind, view, look]);
  const setStatus = (status: PageStatus | null) => {
    if (status) setView((now) => (now.kind === 'page' ? { ...now, status } : now));
  };
  return { view, look, setStatus };
}
