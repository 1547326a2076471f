/**
 * A web server on loopback for saved pages and for pages of our own. A saved page's scripts stay off, so that it shows
 * what was saved and asks nobody for more; our own hazard pages bring what headers they need.
 */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { basename, dirname, extname, join, normalize, resolve, sep } from 'node:path';

/** Lets a saved page show itself and nothing more. */
export const SAVED_PAGE_POLICY =
  "default-src 'self' data: blob: 'unsafe-inline'; script-src 'none'; connect-src 'none'; frame-src 'none'; object-src 'none'";

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface ServeOptions {
  /** Preferred port, so that a page keeps its address from run to run. Taken: any free one. */
  port?: number;
}

export interface PageServer {
  /** "http://127.0.0.1:PORT" */
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  /** Serves a page and its neighbours in the folder; returns the page's address. Headers go with the page alone. */
  file(path: string, headers?: Record<string, string>): string;
  /** Serves `body` at `/name`; returns its address. */
  text(name: string, body: string | Buffer, headers?: Record<string, string>): string;
  close(): Promise<void>;
}

/**
 * The type of a saved page: one that names its own encoding is read by that, the rest as UTF-8. Said here and not left to the
 * reader of it, since who looks for the name looks no further than the first kilobyte.
 */
export function htmlType(bytes: Buffer): string {
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.subarray(0, 4096).toString('latin1'));
  return `text/html; charset=${named?.[1]?.toLowerCase() ?? 'utf-8'}`;
}

/** Starts a server. Nothing outside the folders of files given to it can be read through it. */
export async function serve(options: ServeOptions = {}): Promise<PageServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const folders: string[] = [];
  const headersOf = new Map<string, Record<string, string>>();
  const texts = new Map<string, string | Buffer>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    // Browsers ask for an icon by themselves, once and whenever they like.
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    requests.push(pathname);
    const own = headersOf.get(pathname);
    const text = texts.get(pathname);
    if (text !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...own }).end(text);
      return;
    }
    const [, index = '', ...rest] = decodeURIComponent(pathname).split('/');
    const folder = /^\d+$/.test(index) ? folders[Number(index)] : undefined;
    if (folder === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    const path = normalize(join(folder, ...rest));
    // The root folder ends with a separator by itself.
    if (
      !path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ||
      !(await stat(path).catch(() => null))?.isFile()
    ) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    const bytes = await readFile(path);
    const suffix = extname(path).toLowerCase();
    const type = suffix === '.html' || suffix === '.htm' ? htmlType(bytes) : TYPES[suffix];
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', ...own }).end(bytes);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((done, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', failed);
        done();
      });
    });
  await listen(options.port ?? 0).catch(() => listen(0));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    requests,
    file(path, headers = { 'content-security-policy': SAVED_PAGE_POLICY }) {
      const full = resolve(path);
      const folder = dirname(full);
      let index = folders.indexOf(folder);
      if (index < 0) index = folders.push(folder) - 1;
      const pathname = `/${index}/${encodeURIComponent(basename(full))}`;
      headersOf.set(new URL(pathname, origin).pathname, headers);
      return origin + pathname;
    },
    text(name, body, headers = {}) {
      const pathname = new URL(`/${name}`, origin).pathname;
      texts.set(pathname, body);
      headersOf.set(pathname, headers);
      return origin + pathname;
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
