// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

it('is followed by every page of Peel’s own', () => {
  const entrypoints = join(import.meta.dirname, '../../entrypoints');
  const pages = readdirSync(entrypoints).filter((name) => existsSync(join(entrypoints, name, 'index.html')));
  const plain = pages.filter((name) => {
    const [main = ''] = readdirSync(join(entrypoints, name)).filter((file) => /^main\.tsx?$/.test(file));
    return !/^followAppearance\(\);$/m.test(readFileSync(join(entrypoints, name, main), 'utf8'));
  });
  expect(plain).toEqual([]);
  expect(pages).toContain('welcome');
});
