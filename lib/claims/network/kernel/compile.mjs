/**
 * `npm run kernel`: compiles kernel.as.ts and writes its bytes into kernel.generated.ts. The result is kept in the repository, so
 * that every tool can import it; a test compiles it again and compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** @returns {Promise<Uint8Array>} the WebAssembly module. */
export async function compileKernel() {
  let bytes;
  const { error, stderr } = await asc.main(
    [
      'kernel.as.ts',
      '--outFile',
      'kernel.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--importMemory',
      '--initialMemory',
      '1',
    ],
    {
      readFile: (name) => (name.endsWith('kernel.as.ts') ? readFileSync(here('kernel.as.ts'), 'utf8') : null),
      writeFile: (_, contents) => {
        bytes = contents;
      },
    },
  );
  if (error || !bytes) throw new Error(`the kernel does not compile: ${error?.message ?? ''}\n${stderr.toString()}`);
  return bytes;
}

/** The module that holds the bytes. */
export function moduleText(bytes) {
  const text = Buffer.from(bytes).toString('base64');
  return `// Compiled from kernel.as.ts by \`npm run kernel\`; do not edit.
const KERNEL =
  '${text}';

/** The compiled kernel: a WebAssembly module. */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(KERNEL), (character) => character.charCodeAt(0));
}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compileKernel();
  writeFileSync(here('kernel.generated.ts'), moduleText(bytes));
  process.stdout.write(`kernel: ${bytes.length} bytes\n`);
}
