/**
 * Starts a command of this folder: `node lib/cli/run.mjs annotate FILE…`.
 * Vite loads the TypeScript, so that the commands run the very modules that the extension ships.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const commands = ['start', 'annotate', 'eval', 'bench', 'pack', 'browsers', 'package', 'train', 'sweep'];
const [command, ...args] = process.argv.slice(2);
if (!commands.includes(command)) {
  console.error(`usage: node lib/cli/run.mjs ${commands.join('|')} [arguments]`);
  process.exit(2);
}
const root = fileURLToPath(new URL('../..', import.meta.url));
const { module } = await runnerImport(fileURLToPath(new URL(`./${command}.ts`, import.meta.url)), {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@': root } },
});
process.exitCode = (await module.main(args)) ?? 0;
