/** Finds the browsers of this machine, and installs missing ones where that is ours to do. */
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { BROWSERS, type BrowserName } from './driver';

const run = promisify(execFile);

/** What the search looks at; given in tests, else this machine's. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** True if the path names a program that may be run. */
  runnable(path: string): boolean;
}

const here: Machine = {
  platform: process.platform,
  env: process.env,
  runnable(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
};

/** Environment variables that name a browser's program and win over everything found. */
export const OVERRIDES: Record<BrowserName, string> = { chromium: 'PEEL_CHROMIUM', firefox: 'PEEL_FIREFOX' };

/** Debian's package for each. */
const PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Firefox: strict_min_version of the manifest. Chromium: first with extension actions over its debugging pipe. */
const OLDEST: Record<BrowserName, number> = { chromium: 142, firefox: 142 };

const TITLES: Record<BrowserName, string> = { chromium: 'Chrome, Chromium or Edge', firefox: 'Firefox' };

const ON_PATH: Record<BrowserName, string[]> = {
  chromium: [
    'chromium',
    'google-chrome-stable',
    'google-chrome',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const ON_MAC: Record<BrowserName, string[]> = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const ON_WINDOWS: Record<BrowserName, string[]> = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/** Every place where a machine of this kind keeps the browser, best first. */
export function places(name: BrowserName, machine: Machine = here): string[] {
  const { env, platform } = machine;
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? ON_WINDOWS[name].map((tail) => `${root}\\${tail}`) : []));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return roots.flatMap((root) => ON_MAC[name].map((tail) => `${root}/${tail}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return ON_PATH[name].flatMap((program) => folders.map((folder) => join(folder, program)));
}

/**
 * The browser's program, or null if there is none. Throws if the override names something that cannot be run: a reader
 * who set it wants that one and no other.
 */
export function findBrowser(name: BrowserName, machine: Machine = here): string | null {
  const wanted = machine.env[OVERRIDES[name]];
  if (wanted) {
    if (machine.runnable(wanted)) return wanted;
    throw new Error(`${OVERRIDES[name]} names ${wanted}, which is not a program that can be run.`);
  }
  return places(name, machine).find((path) => machine.runnable(path)) ?? null;
}

/** One line: what to install for the browsers that are missing. */
export function advice(missing: BrowserName[], machine: Machine = here): string {
  const titles = missing.map((name) => TITLES[name]).join(' and ');
  const variables = missing.map((name) => OVERRIDES[name]).join(' / ');
  const how =
    machine.platform === 'linux' && existsSync('/usr/bin/apt-get')
      ? `apt-get install ${missing.map((name) => PACKAGES[name]).join(' ')}`
      : missing
          .map((name) => (name === 'firefox' ? 'https://www.firefox.com' : 'https://www.google.com/chrome'))
          .join(', ');
  return `Not found: ${titles}. Install it (${how}), or set ${variables} to its program.`;
}

/** Major version that a program reports of itself; null if it does not. On Windows browsers print nothing: null. */
export async function majorVersion(executable: string): Promise<number | null> {
  try {
    const { stdout } = await run(executable, ['--version'], { timeout: 20_000 });
    const found = /(\d+)\.\d/.exec(stdout);
    return found?.[1] ? Number(found[1]) : null;
  } catch {
    return null;
  }
}

/** True where installing packages is ours to do: Debian or a relative of it, as root. */
function mayInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function aptGet(...args: string[]): Promise<void> {
  await run('apt-get', ['-y', '-q', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 8 * 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
}

/**
 * Programs of the wanted browsers; installs missing ones where it may. Throws an Error of one plain line when one cannot be had or is
 * too old. `say` is told what takes time.
 */
export async function ensureBrowsers<N extends BrowserName>(
  wanted: readonly N[] = BROWSERS as unknown as readonly N[],
  say: (line: string) => void = () => {},
): Promise<Record<N, string>> {
  let missing = wanted.filter((name) => !findBrowser(name));
  if (missing.length > 0 && mayInstall()) {
    const packages = missing.map((name) => PACKAGES[name]);
    say(`installing ${packages.join(' and ')} …`);
    try {
      await aptGet('update');
      await aptGet('install', '--no-install-recommends', ...packages);
    } catch (error) {
      const last = String((error as { stderr?: string }).stderr ?? error)
        .trim()
        .split('\n')
        .pop();
      throw new Error(`${advice(missing)} (apt-get said: ${last})`);
    }
    missing = missing.filter((name) => !findBrowser(name));
  }
  if (missing.length > 0) throw new Error(advice(missing));
  const found = {} as Record<N, string>;
  for (const name of wanted) {
    const executable = findBrowser(name) as string;
    const version = await majorVersion(executable);
    if (version !== null && version < OLDEST[name])
      throw new Error(`${executable} is version ${version}; Peel needs ${TITLES[name]} ${OLDEST[name]} or newer.`);
    found[name] = executable;
  }
  return found;
}
