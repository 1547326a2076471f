import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, SAVED_PAGE_POLICY, serve } from '@/lib/cli/browser/server';

describe('the page server', () => {
  let server: PageServer;
  let folder: string;
  beforeAll(async () => {
    server = await serve();
    folder = await mkdtemp(join(tmpdir(), 'peel-server-'));
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'in', 'a page.html'), '<meta charset="windows-1252"><p>caf\xe9', 'latin1');
    await writeFile(join(folder, 'in', 'plain.html'), '<p>café');
    await writeFile(join(folder, 'in', 'style.css'), 'p{}');
  });
  afterAll(() => server.close());

  it('serves a saved page with its scripts off, and its neighbours', async () => {
    const url = server.file(join(folder, 'in', 'a page.html'));
    const page = await fetch(url);
    expect(page.headers.get('content-security-policy')).toBe(SAVED_PAGE_POLICY);
    expect(page.headers.get('content-type')).toBe('text/html; charset=windows-1252');
    const style = await fetch(new URL('style.css', url));
    expect(style.headers.get('content-type')).toContain('text/css');
    expect(style.headers.get('content-security-policy')).toBeNull();
  });

  it('names the encoding where the page does not', async () => {
    const page = await fetch(server.file(join(folder, 'in', 'plain.html')));
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('café');
  });

  it('serves what lies in the root folder', async () => {
    const server = await serve();
    const url = server.file('/none.html');
    const page = await fetch(new URL(`.${join(folder, 'in', 'plain.html')}`, url));
    expect(await page.text()).toContain('café');
    await server.close();
  });

  it('serves pages of our own with the headers that they need', async () => {
    const url = server.text('strict.html', '<p>x', { 'content-security-policy': "require-trusted-types-for 'script'" });
    const page = await fetch(url);
    expect(page.headers.get('content-security-policy')).toContain('trusted-types');
    expect(server.requests).toContain('/strict.html');
  });

  it.each([
    '/../secret.txt',
    '/0/../secret.txt',
    '/0/%2e%2e/secret.txt',
    '/0/..%2fsecret.txt',
    '/9/x',
    '/0/none.html',
    '/0/',
    '/%E0%A4%A',
  ])('gives nothing for %s', async (path) => {
    server.file(join(folder, 'in', 'plain.html'));
    const answer = await fetch(server.origin + path);
    expect(answer.ok).toBe(false);
    expect(await answer.text()).not.toContain('secret');
  });

  it('takes another port when the wanted one is taken', async () => {
    const port = Number(new URL(server.origin).port);
    const second = await serve({ port });
    expect(second.origin).not.toBe(server.origin);
    await second.close();
  });
});
