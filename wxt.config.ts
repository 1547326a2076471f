import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { sitePatterns } from './lib/settings/sites';

/** Loopback only: the e2e build differs from the shipped one in these matches and in nothing else. */
const E2E_MATCHES = ['http://127.0.0.1/*', 'http://localhost/*'];

/**
 * Preact's one writer of HTML text. Peel never sets dangerouslySetInnerHTML; with the branch taken out, nothing in the
 * bundle can turn text into live HTML, which is what Mozilla's linter asks for.
 */
function preactWithoutInnerHtml(): Plugin {
  const branch =
    /(\w+)\|\|(\w+)&&\((\w+)\.__html==\2\.__html\|\|\3\.__html==(\w+)\.innerHTML\)\|\|\(\4\.innerHTML=\3\.__html\),/;
  return {
    name: 'peel:preact-without-inner-html',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs(\?|$)/.test(id)) return null;
      // A new Preact that writes it differently must not slip through.
      if (!branch.test(code)) this.error('Preact changed: look for innerHTML in dist/preact.mjs and mend this plugin.');
      return { code: code.replace(branch, ''), map: null };
    },
  };
}

/**
 * Of compromise, Peel tags, sweeps and reads terms. What prints, joins, rewrites and looks up is left out of the bundle:
 * parts of `compromise/src`, and what stands in for each.
 */
const COMPROMISE_UNUSED: Record<string, string> = {
  '1-one/output/plugin': 'export default { methods: { one: { debug: {} } } };',
  '1-one/change/api/index': 'export default () => {};',
  '1-one/match/api/join': 'export default {};',
  '1-one/match/api/lookaround': 'export default {};',
  '1-one/match/api/split': 'export default {};',
  '1-one/pointers/api/index': 'export default () => {};',
  '1-one/lookup/plugin': 'export default {};',
  '1-one/typeahead/plugin': 'export default {};',
  '2-two/contraction-two/api/index': 'export default () => {};',
  '2-two/lazy/plugin': 'export default {};',
  '2-two/swap/plugin': 'export default {};',
};

function compromiseReadOnly(): Plugin {
  return {
    name: 'peel:compromise-read-only',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const part = /\/compromise\/src\/(.+)\.js$/.exec(id.replaceAll('\\', '/'))?.[1];
      return part && Object.hasOwn(COMPROMISE_UNUSED, part) ? (COMPROMISE_UNUSED[part] ?? null) : null;
    },
  };
}

/**
 * The sentences that a kind's file carries are for its tests and for training; no reader needs them, and they would be a
 * thirtieth of the package.
 */
function kindsWithoutExamples(): Plugin {
  return {
    name: 'peel:kinds-without-examples',
    apply: 'build',
    transform(code, id) {
      if (!/\/lib\/claims\/kinds\/[\w-]+\.ts$/.test(id.replaceAll('\\', '/'))) return null;
      const cuts = examplesIn(this.parse(code)).toReversed();
      return {
        code: cuts.reduce((left, [start, end]) => `${left.slice(0, start)}[]${left.slice(end)}`, code),
        map: null,
      };
    },
  };
}

/** Where the lists named hits and misses stand in a module that exports one object literal. */
function examplesIn(program: { body: readonly unknown[] }): [number, number][] {
  const found: [number, number][] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, key, value } = node as {
      type?: string;
      key?: { name?: string };
      value?: { type?: string; start: number; end: number };
    };
    if (type === 'Property' && /^(?:hits|misses)$/.test(key?.name ?? '') && value?.type === 'ArrayExpression')
      found.push([value.start, value.end]);
    else for (const child of Object.values(node)) visit(child);
  };
  visit(program.body);
  return found;
}

let firefox = false;

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    name: 'Peel: satire for AI announcements',
    short_name: 'Peel',
    description:
      'Finds the claims in corporate AI news and writes satire in the margin, with the straight question behind each joke.',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
    // The same list as the content script's: it lets the painting half be injected where a claim was found.
    host_permissions: [...sitePatterns(), ...(mode === 'e2e' ? E2E_MATCHES : [])],
    // The network runs as WebAssembly, in extension pages alone; nothing else is loosened.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    action: { default_title: 'Peel' },
    commands: {
      // Chrome keeps Alt+Shift+P for its tab groups and would leave the popup without a key.
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      'next-claim': { suggested_key: { default: 'Alt+Shift+Period' }, description: 'Go to the next claim' },
      'previous-claim': { suggested_key: { default: 'Alt+Shift+Comma' }, description: 'Go to the previous claim' },
      'hide-notes': { suggested_key: { default: 'Alt+Shift+H' }, description: 'Hide or show the notes' },
      'share-page': {
        // Chrome lets no extension suggest more than four keys.
        ...(browser === 'firefox' && { suggested_key: { default: 'Alt+Shift+S' } }),
        description: 'Make a picture of the page to share',
      },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'peel@peel.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '116' }),
  }),
  vite: () => ({
    plugins: [preactWithoutInnerHtml(), compromiseReadOnly(), kindsWithoutExamples()],
    // Vite's polyfill for module preloading brings a fetch() into every extension page.
    build: { modulePreload: { polyfill: false } },
  }),
  zip: { excludeSources: ['out/**', '.output/**'] },
  hooks: {
    'config:resolved': (wxt) => {
      firefox = wxt.config.browser === 'firefox';
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // Only where a listener answers a message with a promise does Chrome need the polyfill; Firefox needs it nowhere.
      if (!firefox && entrypoints.some(({ name }) => name === 'background')) return;
      const native = fileURLToPath(new URL('./lib/session/native-api.ts', import.meta.url));
      config.plugins = [
        {
          name: 'peel:native-api',
          enforce: 'pre',
          resolveId: (id: string) => (/webextension-polyfill/.test(id) ? native : null),
        },
        ...(config.plugins ?? []),
      ];
    },
    'build:manifestGenerated': (wxt, manifest) => {
      const matches = [...sitePatterns(), ...(wxt.config.mode === 'e2e' ? E2E_MATCHES : [])];
      for (const script of manifest.content_scripts ?? []) script.matches = matches;
    },
    'zip:start': (wxt) => {
      if (wxt.config.mode === 'e2e') throw new Error('An e2e build is for tests and is never packed.');
    },
  },
});
