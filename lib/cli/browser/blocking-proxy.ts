/**
 * A proxy that lets nothing through and remembers who knocked. Browsers under test send every request beyond loopback
 * here, so "no request left the machine" is something that a test can see, for pages, content scripts, workers and the
 * browser itself alike.
 */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * Hosts that browsers visit on errands of their own (updates, clocks, sign-in, remote settings) and that no flag keeps
 * them from. The proxy refuses them like all others, but does not count them.
 */
const ERRANDS =
  /^(https?:\/\/)?(update\.googleapis\.com|clients2\.google\.com|accounts\.google\.com|edge\.microsoft\.com|[a-z-]+\.(services|cdn)\.mozilla\.(com|net)|(firefox|content-signature-2)\.(settings\.services|cdn)\.mozilla\.(com|net))[:/]/;

export interface BlockingProxy {
  /** TCP port on 127.0.0.1 to name as HTTP and HTTPS proxy. */
  readonly port: number;
  /** Every refused request in order, but for the browser's own errands: an address for plain HTTP, `host:port` where the browser asked for a tunnel. */
  readonly attempts: readonly string[];
  /** Forgets the attempts so far. */
  clear(): void;
  close(): Promise<void>;
}

/** Starts a proxy on a free loopback port. */
export async function startBlockingProxy(): Promise<BlockingProxy> {
  const attempts: string[] = [];
  const note = (address = '') => {
    if (!ERRANDS.test(address)) attempts.push(address);
  };
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(403, { 'content-length': '0', connection: 'close' }).end();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    attempts,
    clear() {
      attempts.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
