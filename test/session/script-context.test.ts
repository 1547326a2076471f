// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ContentScriptContext } from '@/lib/session/script-context';

afterEach(() => vi.unstubAllGlobals());

it('ends when a newer copy of the script starts, and not before', () => {
  const older = new ContentScriptContext();
  expect(older.isInvalid).toBe(false);
  const newer = new ContentScriptContext();
  expect([older.isInvalid, newer.isInvalid]).toEqual([true, false]);
  new ContentScriptContext();
  expect(newer.signal.aborted).toBe(true);
});

it('ends once it is asked and the extension is gone', () => {
  const context = new ContentScriptContext();
  const id = vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as unknown as string);
  expect(context.signal.aborted).toBe(false);
  expect(context.isInvalid).toBe(true);
  id.mockRestore();
  expect(context.isInvalid).toBe(true);
});
