/** Compiles the kernel: a WebAssembly module. Throws where the source does not compile. */
export function compileKernel(): Promise<Uint8Array>;
/** The TypeScript module that holds the bytes. */
export function moduleText(bytes: Uint8Array): string;
