import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { parsedHouse } from './lib/cli/packaging/house';
import { packedMessages } from './lib/cli/packaging/messages';
import { nativeApi, ownContext, trims, withoutLogger } from './lib/cli/packaging/trim';
import { repacked } from './lib/cli/packaging/zip';
import { sitePatterns } from './lib/sites/sites';

/** Loopback only: the e2e build differs from the shipped one in these matches and in nothing else. */
const E2E_MATCHES = ['http://127.0.0.1/*', 'http://localhost/*'];

/** Where the content script runs by itself. */
const matchesIn = (mode: string) => [...sitePatterns(), ...(mode === 'e2e' ? E2E_MATCHES : [])];

let firefox = false;

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  outDir: process.env.PEEL_OUTPUT ?? '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    default_locale: 'en',
    name: '__MSG_name__',
    short_name: '__MSG_short_name__',
    description: '__MSG_description__',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
    // The same list as the content script's: it lets the painting half be injected where a claim was found.
    host_permissions: matchesIn(mode),
    // Nothing of this is had at first: one site at a time, where the reader asks for it.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // The network runs as WebAssembly, in extension pages alone; nothing else is loosened.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    action: { default_title: '__MSG_action_title__' },
    commands: {
      // Chrome keeps Alt+Shift+P for its tab groups and would leave the popup without a key.
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      'next-claim': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_command_next__' },
      'previous-claim': { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_command_previous__' },
      'hide-notes': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_command_hide__' },
      'share-page': {
        // Chrome lets no extension suggest more than four keys.
        ...(browser === 'firefox' && { suggested_key: { default: 'Alt+Shift+S' } }),
        description: '__MSG_command_share__',
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
    ...(browser !== 'firefox' && { minimum_chrome_version: '120' }),
  }),
  vite: ({ command }) => ({
    // `npm run dev` reads the jokes from their files, and so notices when one is saved.
    plugins: [...trims(), ...(command === 'build' ? [parsedHouse()] : [])],
    // Vite's polyfill for module preloading brings a fetch() into every extension page.
    build: { modulePreload: { polyfill: false } },
  }),
  zip: {
    // What the package is built from, what it is tested with, and what says so: nothing that merely lies about.
    includeSources: ['{components,entrypoints,lib,public,test}/**', '*.{json,md,ts}', 'LICENSE'],
    excludeSources: ['**/__pycache__/**'],
  },
  hooks: {
    'config:resolved': (wxt) => {
      firefox = wxt.config.browser === 'firefox';
      // Whoever starts a build may have set it otherwise, and a test build has a mode of its own: either would bring the
      // places of source files on this machine into the bundles.
      if (wxt.config.command === 'build') process.env.NODE_ENV = 'production';
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      const part = (name: string) => fileURLToPath(new URL(`./lib/session/${name}.ts`, import.meta.url));
      const add = (plugin: Plugin) => {
        config.plugins = [plugin, ...(config.plugins ?? [])];
      };
      if (entrypoints.some(({ name }) => name === 'content')) {
        add(ownContext(part('script-context')));
        add(withoutLogger());
      }
      // Only where a listener answers a message with a promise does Chrome need the polyfill; Firefox needs it nowhere.
      if (!firefox && entrypoints.some(({ name }) => name === 'background')) return;
      add(nativeApi(part('native-api')));
    },
    // Here and not in the manifest: `npm run dev` registers the script while the browser runs, and reads the matches from here.
    'entrypoints:resolved': (wxt, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.type === 'content-script') entrypoint.options.matches = matchesIn(wxt.config.mode);
    },
    'build:manifestGenerated': (_, manifest) => {
      // WXT takes them from the titles of the pages, which are English until a page has begun.
      if (manifest.action) manifest.action.default_title = '__MSG_action_title__';
      if (manifest.sidebar_action) manifest.sidebar_action.default_title = '__MSG_ledger_title__';
    },
    // What is said to translators is not for readers' disks.
    'build:publicAssets': (_, files) => {
      for (const [i, file] of files.entries())
        if ('absoluteSrc' in file && /^_locales\/.*\.json$/.test(file.relativeDest.replaceAll('\\', '/')))
          files[i] = {
            relativeDest: file.relativeDest,
            contents: packedMessages(readFileSync(file.absoluteSrc, 'utf8')),
          };
    },
    'zip:extension:done': (_, path) => writeFileSync(path, repacked(readFileSync(path))),
    'zip:start': (wxt) => {
      if (wxt.config.mode === 'e2e') throw new Error('An e2e build is for tests and is never packed.');
    },
  },
});
