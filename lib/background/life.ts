/**
 * What Peel does when it is installed, when the browser starts and when a permission comes or goes. Nothing here throws: what
 * the browser refuses is the popup's to explain.
 */
import { sweepPacks } from '../settings/packs';
import { resumeAtStart } from '../settings/pause';
import { damagedRecord, readSettings, repairSettings } from '../settings/store';
import { syncNow } from '../settings/sync';
import { onAllowed, onTakenBack, registerAllowed } from './allowed-pages';
import { offerMenus } from './menu';
import { welcome } from './welcome';

const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);
const followSites = () => quietly(Promise.all([registerAllowed(), offerMenus()]));

/** Packs that nobody uses go. Where the list of those in use was damaged it is not known which: all stay. */
async function sweep(): Promise<void> {
  const { settings, readable, damaged } = await readSettings();
  const isKnown = readable && damaged.length === 0 && (await damagedRecord()) === null;
  if (isKnown) await sweepPacks(settings);
}

/** Peel was installed or updated. */
export async function installed(reason: string): Promise<void> {
  await Promise.all([followSites(), quietly(welcome(reason))]);
}

/** The browser has started. */
export async function started(): Promise<void> {
  await Promise.all([followSites(), quietly(repairSettings()), resumeAtStart(), syncNow(), quietly(sweep())]);
}

/** The reader, or the browser, gave leave to read `origins`, or took it back. */
export async function permitted(origins: string[], allowed: boolean): Promise<void> {
  if (origins.length === 0) return;
  await quietly(Promise.all([allowed ? onAllowed(origins) : onTakenBack(origins), offerMenus()]));
}
