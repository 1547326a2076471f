/** Set up before every file of unit tests: what is waited for may take as long as a busy machine needs. */
import { vi } from 'vitest';

const { waitFor } = vi;
vi.waitFor = (callback, options) => waitFor(callback, options ?? { timeout: 20_000 });
