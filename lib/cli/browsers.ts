/** `node lib/cli/run.mjs browsers`: makes sure that Chromium and Firefox are there, or says in one line what to install. */
import { ensureBrowsers, majorVersion } from './browser/find';

/** Returns 0 when both browsers can be run. */
export async function main(): Promise<number> {
  try {
    const found = await ensureBrowsers(undefined, (line) => console.log(line));
    for (const [name, executable] of Object.entries(found)) {
      console.log(`${name}: ${executable} ${(await majorVersion(executable)) ?? ''}`.trimEnd());
    }
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}
