/**
 * One page's life with Peel: find, ask, paint, follow. Owns no rule of its own about text, jokes or looks; it keeps the
 * steps in order.
 */

import type { UnwantedKept } from '../messages';
import type { Unwanted } from '../model';
import type { SettingsHere } from '../settings/site-settings';
import { ChosenLines } from './chosen-lines';
import { createDisplay } from './display';
import { createPasses } from './passes';
import type { Session, SessionDeps } from './types';
import { claimAt, noteKey, noteOf, type ReadArticle, type Viewing, wrongMarkOf } from './viewing';

function refuseMark({ refused }: Viewing, reading: ReadArticle | null, away: boolean, id: string): UnwantedKept | null {
  const mark = refused.get(id) ?? (reading && wrongMarkOf(reading, id));
  if (!mark) return null;
  if (away) refused.set(id, mark);
  else refused.delete(id);
  return { what: 'mark', mark };
}

/** Starts with nothing shown; call `apply` with the reader's settings to begin. */
export function createSession(deps: SessionDeps, settings: SettingsHere): Session {
  const lines = new ChosenLines();
  const viewing: Viewing = { settings, lines, refused: new Map() };
  const display = createDisplay(deps, viewing);
  const { api, read, here, show, again, sitOut, sitIn } = createPasses(deps, display, viewing);

  function refuseJokes(away: boolean, mechanism: string): UnwantedKept {
    lines.unwanted[away ? 'add' : 'delete'](mechanism);
    return { what: 'jokes', mechanism, address: here()?.page.address ?? '' };
  }

  async function put(away: boolean, unwanted: Unwanted): Promise<string> {
    if (unwanted.what === 'page') {
      if (away) sitOut();
      else await sitIn();
      return '';
    }
    // Settings come round by storage, to all tabs.
    if (unwanted.what === 'site' || unwanted.what === 'kind') return deps.keep(away, unwanted);
    const kept =
      unwanted.what === 'jokes'
        ? refuseJokes(away, unwanted.mechanism)
        : refuseMark(viewing, read(), away, unwanted.id);
    if (!kept) return '';
    show();
    const said = await deps.keep(away, kept);
    // The plan, the end note and the headline are written anew.
    await again();
    return said;
  }

  return {
    ...api,
    status() {
      const { page, href = '' } = here() ?? {};
      return {
        ...display.status(read()),
        host: deps.host(),
        href,
        address: page?.address ?? '',
        title: page?.title ?? '',
        paragraphs: page?.passages.filter(({ role }) => !/^head/.test(role)).length ?? 0,
        published: page?.published ?? null,
      };
    },
    async another(index) {
      const reading = read();
      const claim = claimAt(reading, index);
      if (!reading || !claim) return null;
      const key = noteKey(viewing, claim);
      const shown = noteOf(reading, viewing, claim, index);
      const seen = [...lines.used(), ...(shown ? [shown.line] : [])];
      const note = await deps.another(reading.article.page, reading.report, index, viewing.settings.level, seen);
      if (!note) return note;
      lines.pick(key, note, shown);
      show();
      return note;
    },
    async deciding(index) {
      const reading = read();
      const claim = claimAt(reading, index);
      return reading && claim ? deps.deciding(reading.article.page, claim) : null;
    },
    earlier(index) {
      const claim = claimAt(read(), index);
      if (!claim || !lines.back(noteKey(viewing, claim))) return false;
      show();
      return true;
    },
    put,
    hide: display.hide,
    verify: display.verify,
    forgetCount: display.forgetCount,
    fail(why) {
      display.rest('failed', why);
    },
  };
}
