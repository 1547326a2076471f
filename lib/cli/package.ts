/**
 * `npm run test:package`: builds and packs what the stores get, and checks it: Mozilla's linter, budgets, no means of
 * network, no way to turn text into live HTML, least permissions, no trace of the test build.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { builtPath, ROOT, wxt } from './browser/build';
import { BROWSERS, type BrowserName } from './browser/driver';
import { lintAddon } from './packaging/lint';
import { askedIn, tableUnder, undeclared } from './packaging/privacy';
import { scanDocument, scanManifest, scanScript } from './packaging/scan';
import { longWords, parseListing, unjustified, worded } from './store/listing';

/** Budgets in bytes, set by the design: a content script is parsed in every page it may run on. */
const CONTENT_BUDGET = 56_000;
/** Nearly all of it is the network, a pretrained one that reads clearly better than one small enough for 1.9 MB. */
const ZIP_BUDGET = 8_000_000;

/** Text that compromise's lexicon holds and nothing else does: tries of words, packed with a broken bar. */
const COMPROMISE = /true¦[0a-z]/;

class Report {
  problems = 0;

  say(what: string, problems: string[] = [], fact = ''): void {
    this.problems += problems.length;
    console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${what}${fact ? `: ${fact}` : ''}`);
    for (const problem of problems) console.log(`       ${problem}`);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function checkBudget(report: Report, what: string, bytes: number, budget: number): void {
  const over = bytes > budget ? [`${kB(bytes)} is over the budget of ${kB(budget)}`] : [];
  report.say(what, over, `${kB(bytes)} of ${kB(budget)}`);
}

interface Manifest {
  permissions?: string[];
  optional_permissions?: string[];
  background?: { service_worker?: string; scripts?: string[] };
  content_scripts?: { js?: string[]; matches?: string[] }[];
}

async function checkBuild(report: Report, browser: BrowserName): Promise<void> {
  const folder = builtPath(browser, 'production');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  report.say(`${browser}: manifest asks for the least`, scanManifest(manifest as Parameters<typeof scanManifest>[0]));
  const said = tableUnder(readFileSync(join(ROOT, 'PRIVACY.md'), 'utf8'), 'What is asked for');
  report.say(
    `${browser}: PRIVACY.md says why each permission is asked for`,
    undeclared(manifest, askedIn(browser, said)),
  );

  const content = [...new Set(manifest.content_scripts?.flatMap(({ js = [] }) => js) ?? [])].map((file) =>
    join(folder, file),
  );
  const background = [manifest.background?.service_worker, ...(manifest.background?.scripts ?? [])]
    .filter((file): file is string => file !== undefined)
    .map((file) => join(folder, file));
  const bytes = content.reduce((sum, file) => sum + statSync(file).size, 0);
  checkBudget(report, `${browser}: content script`, bytes, CONTENT_BUDGET);

  const injected = join(folder, 'margin.js');
  if (existsSync(injected)) report.say(`${browser}: margin, where a claim was found`, [], kB(statSync(injected).size));

  // The mark must be known to bite before its absence means anything.
  const scripts = filesIn(folder).filter((file) => /\.m?js$/.test(file));
  const withCompromise = scripts.filter((file) => COMPROMISE.test(readFileSync(file, 'utf8')));
  const misplaced = withCompromise
    .filter((file) => content.includes(file) || file === injected)
    .map((file) => `${relative(folder, file)} holds compromise`);
  if (withCompromise.length === 0)
    misplaced.push('no script holds compromise: the mark that this check looks for is out of date');
  report.say(`${browser}: compromise stays in the background`, misplaced, `${background.length} background script`);

  const found = filesIn(folder).flatMap((file) => {
    const text = /\.(m?js|html|css)$/.test(file) ? readFileSync(file, 'utf8') : '';
    const findings = /\.m?js$/.test(file) ? scanScript(text) : scanDocument(text);
    return findings.map(({ name, excerpt }) => `${relative(folder, file)}: ${name}: …${excerpt}…`);
  });
  report.say(`${browser}: no means of network, no HTML from text`, found, `${scripts.length} scripts read`);

  const traces = filesIn(folder).flatMap((file) =>
    /\.(m?js|html|css|json)$/.test(file) && /127\.0\.0\.1|\blocalhost\b/.test(readFileSync(file, 'utf8'))
      ? [`${relative(folder, file)} names a loopback address`]
      : [],
  );
  report.say(`${browser}: no trace of the test build`, traces);

  const places = filesIn(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    return [ROOT, homedir()].some((place) => place.length > 3 && bytes.includes(place))
      ? [`${relative(folder, file)} names a folder of this machine`]
      : [];
  });
  report.say(`${browser}: no trace of this machine`, places);

  if (browser === 'firefox') {
    const { errors, warnings, notices } = await lintAddon(folder);
    const lines = [...errors, ...warnings, ...notices].map(
      ({ code, message, file, line }) => `${code} ${file ?? ''}:${line ?? ''} ${message}`,
    );
    report.say(
      'firefox: add-on linter',
      lines,
      `${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`,
    );
  }
}

/** What the stores are told, beside the packages that they get. */
function checkTexts(report: Report): void {
  const listing = parseListing(readFileSync(join(ROOT, 'lib/cli/store/listing.md'), 'utf8'));
  const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));
  const folders = BROWSERS.map((browser) => builtPath(browser, 'production')).filter((folder) => existsSync(folder));
  const inEnglish = folders.map((folder) =>
    worded(json(folder, 'manifest.json'), json(folder, '_locales/en/messages.json')),
  );
  report.say('stores: every permission and match is justified, none left over', unjustified(listing, inEnglish));
  const long = folders.flatMap((folder) =>
    readdirSync(join(folder, '_locales')).flatMap((locale) =>
      longWords(locale, worded(json(folder, 'manifest.json'), json(folder, '_locales', locale, 'messages.json'))),
    ),
  );
  report.say('stores: name and description fit in every language', long);
}

/** @returns 0 when everything is as it should be. */
export async function main(): Promise<number> {
  const report = new Report();
  for (const browser of BROWSERS) {
    const target = browser === 'chromium' ? 'chrome' : 'firefox';
    const { code, output } = await wxt('zip', '-b', target);
    if (code !== 0) {
      report.say(`${browser}: builds and packs`, [output.trim()]);
      continue;
    }
    const zip = readdirSync(join(ROOT, '.output')).find((name) => name.endsWith(`-${target}.zip`));
    if (zip) checkBudget(report, `${browser}: ${zip}`, statSync(join(ROOT, '.output', zip)).size, ZIP_BUDGET);
    else report.say(`${browser}: packs`, ['wxt wrote no zip']);
    await checkBuild(report, browser);
  }
  checkTexts(report);
  const { code, output } = await wxt('zip', '-b', 'chrome', '--mode', 'e2e');
  const packed = readdirSync(join(ROOT, '.output')).filter((name) => name.endsWith('.zip') && name.includes('e2e'));
  report.say('the test build is never packed', [
    ...(code === 0 ? ['wxt zip --mode e2e succeeded'] : []),
    ...(code !== 0 && !/never packed/.test(output) ? [`it failed for another reason: ${output.trim()}`] : []),
    ...packed.map((name) => `${name} was written`),
  ]);
  console.log(report.problems === 0 ? 'package: all checks passed' : `package: ${report.problems} problems`);
  return report.problems === 0 ? 0 : 1;
}
