import { ModelError } from '../claims';

/**
 * Leaves an error that should not have happened in the extension's own console, where the page is only told that reading failed:
 * else nobody could find out why. What is wrong with the model file is told by name.
 */
export function leaveTrace(error: unknown): void {
  if (!(error instanceof ModelError)) globalThis.reportError?.(error);
}
