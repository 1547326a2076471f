/**
 * `npm run test:package`: builds and packs what the stores get, and checks it: Mozilla's linter, budgets, no means of
 * network, no way to turn text into live HTML, least permissions, no trace of the test build.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { BROWSERS, type BrowserName } from './browser/driver';
import { builtPath, ROOT, wxt, wxtInto } from './build';
import { lintAddon } from './packaging/lint';
import { packageNames, removePackages } from './packaging/packages';
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

/** A built extension, unpacked. Paths are whole. */
interface Build {
  browser: BrowserName;
  folder: string;
  manifest: Manifest;
  files: string[];
  /** Those of `files` that are scripts, and of these the ones that run in pages without being asked. */
  scripts: string[];
  content: string[];
  /** The half of the content script that is injected where a claim was found. */
  margin: string;
}

function openBuild(browser: BrowserName): Build {
  const folder = builtPath(browser, 'production');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files = filesIn(folder);
  const scripts = files.filter((file) => /\.m?js$/.test(file));
  const named = new Set(manifest.content_scripts?.flatMap(({ js = [] }) => js));
  return {
    browser,
    folder,
    manifest,
    files,
    scripts,
    content: [...named].map((file) => join(folder, file)),
    margin: join(folder, 'margin.js'),
  };
}

/** A line for each file of a build whose bytes show `sign`. */
function naming({ files, folder }: Build, sign: (bytes: Buffer) => boolean, what: string): string[] {
  return files.flatMap((file) => (sign(readFileSync(file)) ? [`${relative(folder, file)} names ${what}`] : []));
}

function checkPermissions(report: Report, { browser, manifest }: Build): void {
  report.say(`${browser}: manifest asks for the least`, scanManifest(manifest as Parameters<typeof scanManifest>[0]));
  const said = tableUnder(readFileSync(join(ROOT, 'PRIVACY.md'), 'utf8'), 'What is asked for');
  const unsaid = undeclared(manifest, askedIn(browser, said));
  report.say(`${browser}: PRIVACY.md says why each permission is asked for`, unsaid);
}

function checkSizes(report: Report, { browser, content, margin }: Build): void {
  const bytes = content.reduce((sum, file) => sum + statSync(file).size, 0);
  checkBudget(report, `${browser}: content script`, bytes, CONTENT_BUDGET);
  if (existsSync(margin)) report.say(`${browser}: margin, where a claim was found`, [], kB(statSync(margin).size));
}

function checkCompromise(report: Report, { browser, folder, manifest, scripts, content, margin }: Build): void {
  const holding = scripts.filter((file) => COMPROMISE.test(readFileSync(file, 'utf8')));
  const misplaced = holding
    .filter((file) => content.includes(file) || file === margin)
    .map((file) => `${relative(folder, file)} holds compromise`);
  // The mark must be known to bite before its absence means anything.
  if (holding.length === 0)
    misplaced.push('no script holds compromise: the mark that this check looks for is out of date');
  const { service_worker, scripts: pages = [] } = manifest.background ?? {};
  const count = pages.length + (service_worker === undefined ? 0 : 1);
  report.say(`${browser}: compromise stays in the background`, misplaced, `${count} background script`);
}

function checkNetwork(report: Report, { browser, folder, files, scripts }: Build): void {
  const found = files.flatMap((file) => {
    const text = /\.(m?js|html|css)$/.test(file) ? readFileSync(file, 'utf8') : '';
    const findings = scripts.includes(file) ? scanScript(text) : scanDocument(text);
    return findings.map(({ name, excerpt }) => `${relative(folder, file)}: ${name}: …${excerpt}…`);
  });
  report.say(`${browser}: no means of network, no HTML from text`, found, `${scripts.length} scripts read`);
}

function checkTraces(report: Report, build: Build): void {
  const { browser, files } = build;
  const texts = { ...build, files: files.filter((file) => /\.(m?js|html|css|json)$/.test(file)) };
  const loopback = (bytes: Buffer) => /127\.0\.0\.1|\blocalhost\b/.test(bytes.toString('utf8'));
  report.say(`${browser}: no trace of the test build`, naming(texts, loopback, 'a loopback address'));
  const places = [ROOT, homedir()].filter((place) => place.length > 3);
  const isHere = (bytes: Buffer) => places.some((place) => bytes.includes(place));
  report.say(`${browser}: no trace of this machine`, naming(build, isHere, 'a folder of this machine'));
}

async function checkLinter(report: Report, { browser, folder }: Build): Promise<void> {
  if (browser !== 'firefox') return;
  const { errors, warnings, notices } = await lintAddon(folder);
  const lines = [...errors, ...warnings, ...notices].map(
    ({ code, message, file, line }) => `${code} ${file ?? ''}:${line ?? ''} ${message}`,
  );
  const counts = `${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`;
  report.say('firefox: add-on linter', lines, counts);
}

async function checkBuild(report: Report, browser: BrowserName): Promise<void> {
  const build = openBuild(browser);
  checkPermissions(report, build);
  checkSizes(report, build);
  checkCompromise(report, build);
  checkNetwork(report, build);
  checkTraces(report, build);
  await checkLinter(report, build);
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
  const output = join(ROOT, '.output');
  removePackages(output);
  for (const browser of BROWSERS) {
    const target = browser === 'chromium' ? 'chrome' : 'firefox';
    const packing = await wxt('zip', '-b', target);
    if (packing.code !== 0) {
      report.say(`${browser}: builds and packs`, [packing.output.trim()]);
      continue;
    }
    const zip = packageNames(output).find((name) => name.endsWith(`-${target}.zip`));
    if (zip) checkBudget(report, `${browser}: ${zip}`, statSync(join(output, zip)).size, ZIP_BUDGET);
    else report.say(`${browser}: packs`, ['wxt wrote no zip']);
    await checkBuild(report, browser);
  }
  checkTexts(report);
  // Elsewhere: it builds before it refuses, and the browsers' tests run on that build.
  const folder = mkdtempSync(join(tmpdir(), 'peel-package-'));
  const { code, output: said } = await wxtInto(folder, 'zip', '-b', 'chrome', '--mode', 'e2e');
  const packed = packageNames(folder);
  rmSync(folder, { recursive: true, force: true });
  report.say('the test build is never packed', [
    ...(code === 0 ? ['wxt zip --mode e2e succeeded'] : []),
    ...(code !== 0 && !/never packed/.test(said) ? [`it failed for another reason: ${said.trim()}`] : []),
    ...packed.map((name) => `${name} was written`),
  ]);
  console.log(report.problems === 0 ? 'package: all checks passed' : `package: ${report.problems} problems`);
  return report.problems === 0 ? 0 : 1;
}
