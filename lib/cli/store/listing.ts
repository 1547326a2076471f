/** The stores' texts: read from listing.md, held to what each store takes, compared with manifests. Pure functions over text. */
import { listedSite } from '@/lib/sites/sites';

export const STORE_NAMES = ['chrome', 'edge', 'firefox'] as const;
export type StoreName = (typeof STORE_NAMES)[number];

interface Field {
  /** As the store's form has it. */
  label: string;
  /** The heading in listing.md. */
  from: string;
  /** Most characters that the store takes, and fewest. */
  most?: number;
  least?: number;
}

const LONG = 1000;

/** Each store's form, top to bottom. */
export const FORMS: Readonly<Record<StoreName, { title: string; fields: readonly Field[] }>> = {
  chrome: {
    title: 'Chrome Web Store',
    fields: [
      { label: 'Title (from the package)', from: 'Name', most: 75 },
      { label: 'Summary (from the package)', from: 'Summary', most: 132 },
      { label: 'Description', from: 'Description', most: 16_000 },
      { label: 'Category', from: 'Categories' },
      { label: 'Single purpose', from: 'Single purpose', most: LONG },
      { label: 'Permission justifications', from: 'Permissions' },
      { label: 'Are you using remote code? No', from: 'Remote code', most: LONG },
      { label: 'Data usage', from: 'Data use' },
      { label: 'Test instructions', from: 'Notes for reviewers' },
    ],
  },
  edge: {
    title: 'Microsoft Edge Add-ons (takes the package for Chrome)',
    fields: [
      { label: 'Name (from the package)', from: 'Name', most: 45 },
      { label: 'Short description (from the package)', from: 'Summary', most: 132 },
      { label: 'Description', from: 'Description', least: 250, most: 10_000 },
      { label: 'Category', from: 'Categories' },
      { label: 'Search terms', from: 'Search terms' },
      { label: 'Single purpose', from: 'Single purpose', most: LONG },
      { label: 'Permission justifications', from: 'Permissions' },
      { label: 'Are you using remote code? No', from: 'Remote code', most: LONG },
      { label: 'Data usage', from: 'Data use' },
      { label: 'Notes for certification', from: 'Notes for reviewers', most: 2000 },
    ],
  },
  firefox: {
    title: 'Firefox Add-ons',
    fields: [
      { label: 'Name', from: 'Name', most: 50 },
      { label: 'Summary', from: 'Summary', most: 250 },
      { label: 'Description', from: 'Description', most: 15_000 },
      { label: 'Category', from: 'Categories' },
      { label: 'License: MIT. Privacy policy', from: 'Data use' },
      { label: 'Notes to reviewer', from: 'Notes for reviewers', most: 3000 },
      { label: 'On request: permissions', from: 'Permissions' },
      { label: 'On request: remote code', from: 'Remote code' },
    ],
  },
};

/** The sections of listing.md by their headings. */
export type Listing = ReadonlyMap<string, string>;

/** Reads listing.md. */
export function parseListing(text: string): Listing {
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const [heading = '', ...rest] = part.split('\n');
        return [heading.trim(), rest.join('\n').trim()];
      }),
  );
}

/** Rows of a section's table: the name in the first column, the words in the second. */
export function rowsOf(section: string): Map<string, string> {
  return new Map(
    [...section.matchAll(/^\| `([^`]+)` +\| (.+?) *\|$/gm)].map(([, name = '', words = '']) => [name, words]),
  );
}

/** What a store would refuse, a plain line each. */
export function misfits(listing: Listing, store: StoreName): string[] {
  const problems = FORMS[store].fields.flatMap(({ label, from, most = Number.POSITIVE_INFINITY, least = 1 }) => {
    const { length } = listing.get(from) ?? '';
    if (length < least) return [`${store}: “${label}” has ${length} characters, and ${least} are the fewest`];
    return length > most ? [`${store}: “${label}” has ${length} characters, and ${most} are the most`] : [];
  });
  for (const [name, words] of rowsOf(listing.get('Permissions') ?? ''))
    if (words.length > LONG) problems.push(`${store}: the justification of ${name} has ${words.length} characters`);
  if (!rowsOf(listing.get('Categories') ?? '').has(store)) problems.push(`${store}: no category`);
  const terms = (listing.get('Search terms') ?? '').split(/, */);
  if (
    store === 'edge' &&
    (terms.length > 7 || terms.some(({ length }) => length > 30) || terms.join(' ').split(' ').length > 21)
  )
    problems.push('edge: at most seven search terms of 30 characters, 21 words in all');
  return problems;
}

/** What a locale says, by the names of its messages. */
export type Messages = Record<string, { message: string }>;

/** `manifest` as a reader of this locale sees it. */
export function worded(manifest: Asking, messages: Messages): Asking {
  const say = (text = '') => text.replace(/__MSG_(\w+)__/g, (whole, name: string) => messages[name]?.message ?? whole);
  return { ...manifest, name: say(manifest.name), description: say(manifest.description) };
}

/** Where a locale says more than the stores take, a plain line each: they read name and description from the package. */
export function longWords(locale: string, { name = '', description = '' }: Asking): string[] {
  const most = (from: string) => Math.min(...['chrome', 'edge'].map((store) => limit(store as StoreName, from)));
  return [
    ...(name.length > most('Name') ? [`${locale}: the name has ${name.length} characters`] : []),
    ...(description.length > most('Summary')
      ? [`${locale}: the description has ${description.length} characters`]
      : []),
  ];
}

const limit = (store: StoreName, from: string): number =>
  FORMS[store].fields.find((field) => field.from === from)?.most ?? Number.POSITIVE_INFINITY;

export interface Asking {
  name?: string;
  description?: string;
  permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches?: string[] }[];
}

/**
 * What is wrong between the texts and the manifests of all packages, a plain line each: something asked for that nobody
 * justifies, or a justification of what no package asks for.
 */
export function unjustified(listing: Listing, manifests: readonly Asking[]): string[] {
  const permissions = rowsOf(listing.get('Permissions') ?? '');
  const sites = rowsOf(listing.get('Sites') ?? '');
  const asked = new Set<string>();
  const matched = new Set<string>();
  const problems: string[] = [];
  for (const manifest of manifests) {
    for (const name of manifest.permissions ?? []) asked.add(name);
    for (const key of ['host_permissions', 'optional_host_permissions'] as const)
      if (manifest[key]?.length) asked.add(key);
    for (const pattern of manifest.optional_host_permissions ?? []) matched.add(pattern);
    const hosts = [
      ...(manifest.host_permissions ?? []),
      ...(manifest.content_scripts ?? []).flatMap(({ matches = [] }) => matches),
    ];
    for (const pattern of hosts) {
      const site = listedSite(/^https:\/\/([^/*]+)\//.exec(pattern)?.[1] ?? '');
      if (site) matched.add(site.kind);
      else problems.push(`the texts do not say why ${pattern} is matched`);
    }
    if (manifest.name !== listing.get('Name')) problems.push(`the name in the package is “${manifest.name}”`);
    if (manifest.description !== listing.get('Summary'))
      problems.push(`the description in the package is “${manifest.description}”`);
  }
  const compare = (what: string, had: ReadonlySet<string>, said: ReadonlyMap<string, string>) => {
    for (const name of had) if (!said.has(name)) problems.push(`the texts do not justify the ${what} ${name}`);
    for (const name of said.keys())
      if (!had.has(name)) problems.push(`the texts justify the ${what} ${name}, which no package asks for`);
  };
  compare('permission', asked, permissions);
  compare('match', matched, sites);
  return [...new Set(problems)];
}

/** White space collapsed, and without the marks of Markdown that differ from place to place. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Where the texts say of privacy what PRIVACY.md does not, a plain line each. */
export function contradictions(listing: Listing, privacy: string): string[] {
  const whole = plain(privacy).replace(/ \(`npm run [\w:]+`\)/g, '');
  const quoted = [...(listing.get('Data use') ?? '').matchAll(/^> (.+)$/gm)].map(([, words = '']) => words);
  const problems = quoted
    .filter((words) => !whole.includes(plain(words)))
    .map((words) => `PRIVACY.md does not say “${words}”`);
  if (quoted.length === 0) problems.push('the texts quote nothing of PRIVACY.md');
  // Whoever promises more than PRIVACY.md does is wrong: the browser's sync may carry the choices away.
  for (const [heading, text] of listing) {
    const absolute = /[^.>“]*\b(?:nothing (?:is |ever )*(?:sent|leaves)|never leaves?|no data leaves)\b[^.]*/i.exec(
      text,
    )?.[0];
    if (absolute && !/sync/.test(absolute)) problems.push(`${heading} promises too much: “${plain(absolute)}”`);
  }
  if (/\| sync +\|/.test(privacy) && !/sync/.test(listing.get('Description') ?? ''))
    problems.push('the description does not name the browser’s sync, as PRIVACY.md does');
  return problems;
}

/** The form of a store, filled in, as Markdown; `patterns` are the matches that are asked for. */
export function formOf(listing: Listing, store: StoreName, patterns: readonly string[]): string {
  const { title, fields } = FORMS[store];
  const parts = fields.map(({ label, from, most }) => {
    const section = listing.get(from) ?? '';
    const rows = rowsOf(section);
    const words =
      from === 'Categories'
        ? (rows.get(store) ?? '')
        : from === 'Permissions'
          ? [...rows]
              .filter(([name]) => name !== 'sidePanel' || store !== 'firefox')
              .map(([name, why]) => `### ${name}\n\n${why}`)
              .join('\n\n')
          : section;
    return `## ${label}${most === undefined ? '' : ` (${words.length} of ${most} characters)`}\n\n${words}\n`;
  });
  const why = rowsOf(listing.get('Sites') ?? '');
  const list = patterns.map((pattern) => {
    const site = listedSite(/^https:\/\/([^/*]+)\//.exec(pattern)?.[1] ?? '');
    return `- \`${pattern}\`: ${site ? `${site.name}: ${why.get(site.kind)}` : why.get(pattern)}`;
  });
  return `# ${title}\n\n${parts.join('\n')}\n## Every match, should a reviewer ask\n\n${list.join('\n')}\n`;
}
