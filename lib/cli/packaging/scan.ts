/**
 * What the built extension may not hold: means to reach the network, ways to turn text into live HTML or code, and
 * permissions beyond the few it needs. Pure functions over text, so that each rule can be shown to bite.
 */

export interface Finding {
  name: string;
  /** What stands around it, to find it again in minified code. */
  excerpt: string;
}

/**
 * Means of network first, then sinks. Strings of the packs are prose: `fetch` counts where it stands as code, called, passed on, renamed or
 * as a property. One call is allowed, word for word: the one that reads the network's weights out of the extension's own package,
 * which no request leaves. This finds the ordinary ways, so that none comes in unnoticed; code that wants to hide one is not found.
 */
const IN_SCRIPTS: [string, RegExp][] = [
  [
    'fetch',
    /(?<![\w$])fetch\s*\((?![\w$.]+\.runtime\.getURL\([`"']\/reader\.bin[`"']\)\))|(?<![\w$])fetch\s*(?:\?\.[\w$([]|\.(?:call|apply|bind)\b)/g,
  ],
  [
    'fetch',
    /(?:[=(,:{[&|?!>]\s*|\breturn\s+)fetch\s*(?:[;,)}\]:&|\n]|$)|[\w$)\]]\.fetch\b(?!\s*\()|\[["'`]fetch["'`]\]/g,
  ],
  ['Image', /\bnew\s+(?:[\w$]+\.)*Image\b/g],
  ['src', /\.src(?:set)?\s*=(?!=)/g],
  ['XMLHttpRequest', /\bXMLHttpRequest\b/g],
  ['WebSocket', /\bWebSocket(?:Stream)?\b/g],
  ['WebTransport', /\bWebTransport\b/g],
  ['EventSource', /\bEventSource\b/g],
  ['sendBeacon', /\bsendBeacon\b/g],
  ['RTCPeerConnection', /\bRTCPeerConnection\b/g],
  ['importScripts', /\bimportScripts\b/g],
  ['remote import', /\b(?:import|from)\s*\(?\s*["'`](?:https?:)?\/\//g],
  ['innerHTML', /\binnerHTML\b/g],
  ['outerHTML', /\bouterHTML\b/g],
  ['insertAdjacentHTML', /\binsertAdjacentHTML\b/g],
  ['setHTMLUnsafe', /\b(?:setHTMLUnsafe|parseHTMLUnsafe)\b/g],
  ['document.write', /\bdocument\.write(?:ln)?\b/g],
  ['createContextualFragment', /\bcreateContextualFragment\b/g],
  ['srcdoc', /\bsrcdoc\b/g],
  ['eval', /(?<![\w$])eval\(/g],
  ['Function', /\bnew Function\b|(?<![\w$.])Function\(/g],
];

const REMOTE = `["']?(?:https?:)?//`;
/** A document may link elsewhere for a reader's click; it may load nothing from elsewhere. */
const IN_DOCUMENTS: [string, RegExp][] = [
  ['remote source', new RegExp(String.raw`\bsrc(?:set)?\s*=\s*${REMOTE}`, 'gi')],
  ['remote link', new RegExp(String.raw`<link\b[^>]*\bhref\s*=\s*${REMOTE}`, 'gi')],
  ['remote style', new RegExp(String.raw`url\(\s*${REMOTE}|@import\s+${REMOTE}`, 'gi')],
];

function scan(text: string, rules: [string, RegExp][]): Finding[] {
  return rules.flatMap(([name, pattern]) =>
    [...text.matchAll(pattern)].map(({ index }) => ({
      name,
      excerpt: text.slice(Math.max(0, index - 50), index + 70).replace(/\s+/g, ' '),
    })),
  );
}

/** Forbidden means in a script as emitted. */
export function scanScript(text: string): Finding[] {
  return scan(text, IN_SCRIPTS);
}

/** Resources that a document or style sheet would load from elsewhere. */
export function scanDocument(text: string): Finding[] {
  return scan(text, IN_DOCUMENTS);
}

/**
 * All that the extension may ask for. `scripting` puts the script into a page on the reader's click (`activeTab`);
 * `contextMenus` offers pictures in the browser's own menu; `sidePanel` lets Chrome show the ledger beside the page. None of
 * them makes a browser warn.
 */
const PERMISSIONS = new Set(['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage']);

/** What it may ask for later, one site at a time and by the reader's press: any place on the web, and nothing else. */
export const ASKED_LATER = new Set(['https://*/*', 'http://*/*']);

/** Manifest keys that give power, and that Peel does without. */
const UNWANTED = [
  'optional_permissions',
  'externally_connectable',
  'update_url',
  'chrome_url_overrides',
  'devtools_page',
  'declarative_net_request',
];

interface Manifest {
  manifest_version?: number;
  permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches?: string[] }[];
  content_security_policy?: unknown;
  web_accessible_resources?: { matches?: string[] }[];
  [key: string]: unknown;
}

/** A match pattern that names a site: https, and a host with a name of its own below the public suffix. */
function namesSite(pattern: string): boolean {
  const host = /^https:\/\/(?:\*\.)?([^/*]+)\/.*$/.exec(pattern)?.[1] ?? '';
  return host.includes('.') && !/^[\d.]+$/.test(host);
}

/** What is wrong with a manifest for the stores, one plain line each. */
export function scanManifest(manifest: Manifest): string[] {
  const problems: string[] = [];
  if (manifest.manifest_version !== 3) problems.push(`manifest_version is ${manifest.manifest_version}, not 3`);
  for (const permission of manifest.permissions ?? []) {
    if (!PERMISSIONS.has(permission)) problems.push(`permission ${permission} is not on the list`);
  }
  for (const key of UNWANTED) {
    const value = manifest[key];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) problems.push(`${key} is asked for`);
  }
  for (const pattern of manifest.optional_host_permissions ?? []) {
    if (!ASKED_LATER.has(pattern))
      problems.push(`optional_host_permissions names ${pattern}, which is not on the list`);
  }
  const sites = new Set((manifest.content_scripts ?? []).flatMap(({ matches = [] }) => matches));
  for (const pattern of manifest.host_permissions ?? []) {
    if (!sites.has(pattern)) problems.push(`host_permissions asks for ${pattern}, where no content script runs`);
  }
  for (const { matches = [] } of manifest.content_scripts ?? []) {
    for (const pattern of matches) {
      if (!namesSite(pattern)) problems.push(`content script on ${pattern}, which names no single site`);
    }
  }
  if ((manifest.content_scripts ?? []).length === 0) problems.push('no content script');
  const policy = JSON.stringify(manifest.content_security_policy ?? '');
  // 'wasm-unsafe-eval' lets the package's own WebAssembly run; it lets no text become a script.
  const loose = /unsafe-eval|unsafe-inline|https?:|\*/.exec(policy.replaceAll("'wasm-unsafe-eval'", ''))?.[0];
  if (loose) problems.push(`content_security_policy allows ${loose}`);
  return problems;
}
