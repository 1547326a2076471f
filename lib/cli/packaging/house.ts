/** The house's jokes are parsed when Peel is built, not whenever a browser wakes the background. */
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HOUSE = 'lib/satire/house.ts';

const slashed = (id: string) => id.replaceAll('\\', '/');

/** Puts a table of the house's jokes in the place of the module that parses their texts. */
export function parsedHouse(): Plugin {
  return {
    name: 'peel:parsed-house',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!slashed(id).endsWith(`/${HOUSE}`)) return null;
      const { module } = await runnerImport<typeof import('@/lib/satire/house')>(
        fileURLToPath(new URL(`../../../${HOUSE}`, import.meta.url)),
        { root: ROOT, configFile: false, logLevel: 'error', resolve: { alias: { '@': ROOT } } },
      );
      // Browsers read a long JSON string several times as fast as the same object in code.
      const table = JSON.stringify(JSON.stringify(module.houseTable()));
      return `
        import { readTable } from './pack/table';
        let pack = null;
        export const housePack = () => (pack ??= readTable(JSON.parse(${table})));
      `;
    },
    buildEnd(error) {
      const text = [...this.getModuleIds()].find((id) => /\/lib\/satire\/house\/.*\.pack\.txt/.test(slashed(id)));
      if (!error && text)
        this.error(`${text} is bundled: the build has not found ${HOUSE} to put its table in the place of.`);
    },
  };
}
