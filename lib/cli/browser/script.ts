import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { ROOT } from '../build';

/** The module `entry` (from the root of the project) as one script that puts its exports on the page's global `name`. */
export async function scriptOf(entry: string, name: string): Promise<string> {
  const output = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: { write: false, lib: { entry: join(ROOT, entry), formats: ['iife'], name, fileName: name } },
  })) as Rollup.RollupOutput[];
  const chunk = output[0]?.output[0];
  if (!chunk || !('code' in chunk)) throw new Error(`${entry} does not bundle`);
  return `${chunk.code}\nwindow.${name} = ${name};`;
}
