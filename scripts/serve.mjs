import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { headerPolicy } from './contentSecurityPolicy.mjs';

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.yaml': 'application/yaml; charset=utf-8',
  '.yml': 'application/yaml; charset=utf-8',
};

const headers = {
  'Content-Security-Policy': headerPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves a folder to this machine only, on IPv4 and IPv6 alike.
 *
 * @param {{ folder: string, port: number, base?: string }} options `port` 0: any free one; otherwise the next free one
 *   is taken. `base`: the path the folder appears under, with a slash at both ends.
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serve({ folder, port, base = '/' }) {
  const root = await realpath(folder);
  const answer = (request, response) => {
    respond({ root, base, request, response }).catch(() => end(response, 500, 'The file could not be read.'));
  };
  for (let candidate = port; candidate <= 65535; candidate += port === 0 ? 0 : 1) {
    const servers = await listenOnLoopback(answer, candidate);
    if (!servers) continue;
    const { port: actual } = servers[0].address();
    return {
      url: `http://localhost:${actual}${base}`,
      close: async () => void (await Promise.all(servers.map(close))),
    };
  }
  throw new Error(`No free port from ${port} up.`);
}

/** Both loopback addresses on one port, since `localhost` may mean either; null when the port is taken on one of them. */
async function listenOnLoopback(answer, port) {
  const first = createServer(answer);
  const opened = await listen(first, port, '127.0.0.1');
  if (opened === 'EADDRINUSE' || opened === 'EACCES') return null;
  if (opened !== 'ok') throw new Error(`Cannot listen on 127.0.0.1: ${opened}`);
  const second = createServer(answer);
  const alsoOpened = await listen(second, first.address().port, '::1');
  if (alsoOpened === 'ok') return [first, second];
  if (alsoOpened !== 'EADDRINUSE') return [first]; // no IPv6 here
  await close(first);
  return null;
}

function listen(server, port, host) {
  return new Promise((done) => {
    server.once('error', (error) => done(error.code));
    server.listen({ port, host }, () => done('ok'));
  });
}

function close(server) {
  return new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
}

async function respond({ root, base, request, response }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return end(response, 405, 'Only GET and HEAD.');
  }
  const file = await findFile({ root, base, url: request.url ?? '/' });
  if (!file) return end(response, 404, 'Not found.');
  // Files in assets carry a hash of their content in their name; the others may change with the next build.
  const fresh = file.path.startsWith(join(root, 'assets') + sep) ? 'max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, {
    ...headers,
    'Cache-Control': fresh,
    'Content-Length': file.size,
    'Content-Type': contentTypes[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file an address names, if it is inside the root once links and dots are resolved; a folder means its index.html. */
async function findFile({ root, base, url }) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (!path.startsWith(base) || path.includes('\0')) return null;
  const asked = resolve(root, `.${sep}${path.slice(base.length)}${path.endsWith('/') ? 'index.html' : ''}`);
  const found = await realpath(asked).catch(() => null);
  if (!found?.startsWith(root + sep)) return null;
  const info = await stat(found);
  return info.isFile() ? { path: found, size: info.size } : null;
}

function end(response, status, text) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
