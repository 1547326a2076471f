import { defineConfig } from 'wxt';

/** Loopback only: the e2e build differs from the shipped one in these matches and in nothing else. */
const E2E_MATCHES = ['http://127.0.0.1/*', 'http://localhost/*'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ browser }) => ({
    name: 'Peel: satire for AI announcements',
    short_name: 'Peel',
    description:
      'Finds the claims in corporate AI news and writes satire in the margin, with the straight question behind each joke.',
    permissions: ['activeTab', 'scripting', 'storage'],
    action: { default_title: 'Peel' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+P' } },
      'next-claim': { suggested_key: { default: 'Alt+Shift+Period' }, description: 'Go to the next claim' },
      'previous-claim': { suggested_key: { default: 'Alt+Shift+Comma' }, description: 'Go to the previous claim' },
      'hide-notes': { suggested_key: { default: 'Alt+Shift+H' }, description: 'Hide or show the notes' },
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
  zip: { excludeSources: ['out/**', '.output/**'] },
  hooks: {
    'build:manifestGenerated': (wxt, manifest) => {
      if (wxt.config.mode !== 'e2e') return;
      for (const script of manifest.content_scripts ?? []) script.matches?.push(...E2E_MATCHES);
    },
    'zip:start': (wxt) => {
      if (wxt.config.mode === 'e2e') throw new Error('An e2e build is for tests and is never packed.');
    },
  },
});
