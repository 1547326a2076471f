// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updateSettings } from '@/lib/settings';
import { followAppearance } from '@/lib/settings/appearance';

beforeEach(() => fakeBrowser.reset());

it('dresses a page as chosen, and again when the choice changes', async () => {
  const root = document.createElement('html');
  await updateSettings((now) => ({ ...now, theme: 'dark' }));
  followAppearance(root);
  await vi.waitFor(() => expect(root.dataset).toMatchObject({ theme: 'dark', motion: 'system' }));
  await updateSettings((now) => ({ ...now, theme: 'light', motion: 'never' }));
  await vi.waitFor(() => expect(root.dataset).toMatchObject({ theme: 'light', motion: 'never' }));
});
