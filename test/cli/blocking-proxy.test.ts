import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startBlockingProxy } from '@/lib/cli/browser/blocking-proxy';

/** Asks a proxy for an address as browsers do; resolves to the status. */
const viaProxy = (port: number, path: string) =>
  new Promise<number>((done, failed) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    })
      .on('error', failed)
      .end();
  });

/** Asks a proxy for a tunnel; resolves to its first line. */
const tunnel = (port: number, host: string) =>
  new Promise<string>((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`));
    socket.once('data', (data) => {
      done(String(data).split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.on('error', failed);
  });

it('lets nothing through and remembers who knocked', async () => {
  const proxy = await startBlockingProxy();
  expect(await viaProxy(proxy.port, 'http://tracker.example/a?b')).toBe(403);
  expect(await tunnel(proxy.port, 'api.example:443')).toContain('403');
  expect(await tunnel(proxy.port, 'update.googleapis.com:443')).toContain('403');
  expect(await tunnel(proxy.port, 'firefox.settings.services.mozilla.com:443')).toContain('403');
  expect(await tunnel(proxy.port, 'update.googleapis.com.example:443')).toContain('403');
  expect(proxy.attempts).toEqual([
    'http://tracker.example/a?b',
    'api.example:443',
    'update.googleapis.com.example:443',
  ]);
  await proxy.close();
});
