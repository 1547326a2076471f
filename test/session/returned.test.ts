// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tellOfReturns } from '@/lib/session/returned';

const show = (persisted: boolean) => window.dispatchEvent(Object.assign(new window.Event('pageshow'), { persisted }));

tellOfReturns(window);
beforeEach(() => void vi.restoreAllMocks());

it('a page asks each time that it comes back from the back/forward cache, and not when it is loaded', async () => {
  const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
  show(false);
  expect(sent).not.toHaveBeenCalled();
  show(true);
  show(true);
  expect(sent.mock.calls).toEqual([[{ type: 'peel:returned' }], [{ type: 'peel:returned' }]]);
});

it('a page that an update left behind asks in vain', async () => {
  const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  show(true);
  await vi.waitFor(() => expect(sent).toHaveBeenCalled());
});
