/** A folder in which one file's Firefox leaves its compiled scripts for those of the files after it, for as long as a run lasts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'peel-script-cache-'));
  process.env.PEEL_SCRIPT_CACHE = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
