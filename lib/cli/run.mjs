/**
 * Starts a command of this folder, by its script in package.json: `npm run annotate -- FILE…` runs it in the build's own Node.
 * Vite loads the TypeScript, so that the commands run the very modules that the extension ships.
 */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const commands = [
  'start',
  'annotate',
  'eval',
  'bench',
  'pack',
  'browsers',
  'check-packages',
  'verify-sources',
  'store',
  'icons',
  'train',
  'sweep',
];
const [command, ...args] = process.argv.slice(2);
if (!commands.includes(command)) {
  console.error(`usage: node lib/cli/run.mjs ${commands.join('|')} [arguments]`);
  process.exit(2);
}
// `… | head` has read enough and goes: there is nobody left to print for. 141 is what shells give a program that ends so.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141);
});
const root = fileURLToPath(new URL('../..', import.meta.url));
// It serves nothing: it stays only so that what a command imports late is loaded, too.
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '@': root } },
});
try {
  const module = await server.ssrLoadModule(fileURLToPath(new URL(`./${command}.ts`, import.meta.url)));
  process.exitCode = (await module.main(args)) ?? 0;
} finally {
  await server.close();
}
