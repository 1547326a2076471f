import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '') };

/** Rooms that touch neither browser nor page, and commands: their test files share a process, so that network, packs and compromise are loaded once. */
const pure = ['claims', 'cli', 'demo', 'english', 'messages', 'satire'].map((room) => `test/${room}/**/*.test.ts`);

/**
 * Tests that start the background or keep settings, which listen to the browser from then on, and those that replace a module which other
 * files load too: each file has a process of its own.
 */
const isolated = [
  'background/**/*',
  'session/**/*',
  'tabs/**/*',
  'settings/**/*',
  'sites/**/*',
  'memory/**/*',
  'components/ledger',
  'components/popup',
  'locale/pseudo',
  'overlay/overlay',
  'overlay/clipboard',
].map((files) => `test/${files}.test.{ts,tsx}`);

const unit = {
  setupFiles: ['test/locale/english.ts', 'test/patience.ts'],
  // They run beside the browsers, and after them in line for the processor. At full scale a property is tried twenty times as often.
  testTimeout: process.env.PEEL_FULL === '1' ? 600_000 : 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        resolve: { alias },
        test: { ...unit, name: 'unit-pure', include: pure, isolate: false },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias },
        test: {
          ...unit,
          name: 'unit-page',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', ...pure, ...isolated],
          isolate: false,
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias },
        test: { ...unit, name: 'unit-isolated', include: isolated },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Browsers are heavy: `npm run test:e2e` has a run like this for each of the two, and no more at a time.
          fileParallelism: false,
          // One process for all files, so that they can share a browser.
          isolate: false,
          // A browser on a busy machine may fail once. Vitest prints what needed a second go ("retry x1"), so that it gets looked into.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
