import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from './serve.mjs';

const outside = mkdtempSync(join(tmpdir(), 'polder-serve-'));
const folder = join(outside, 'dist');
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Polder</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  server = await serve({ folder, port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(outside, { recursive: true, force: true });
});

/** Sends the path as it is; `fetch` would tidy it up first. */
const request = (path: string, method = 'GET') =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    socket.write(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });

const statusOf = async (path: string, method?: string) => Number((await request(path, method)).split(' ')[1]);

describe('serve', () => {
  it('sends the page with the policy that keeps everything in the browser', async () => {
    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Polder</title>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self'") as string,
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
  });

  it.each([
    ['assets/app-1a2b.js', 'text/javascript; charset=utf-8', 'max-age=31536000, immutable'],
    ['icon.svg?v=1', 'image/svg+xml', 'no-cache'],
  ])('sends %s with its type and how long to keep it', async (path, type, cache) => {
    const { headers } = await fetch(server.url + path);
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([type, cache]);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/link.txt',
    '/%00',
    '/%',
  ])('gives nothing away for %s', async (path) => {
    const answer = await request(path);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toMatch(/\r\nsecret/);
  });

  it('answers only GET and HEAD', async () => {
    expect(await statusOf('/', 'HEAD')).toBe(200);
    expect(await statusOf('/', 'POST')).toBe(405);
    expect(await statusOf('/missing.js')).toBe(404);
    expect(await statusOf('/assets')).toBe(404);
  });

  it('takes the next free port when one is taken', async () => {
    const taken = Number(new URL(server.url).port);
    const next = await serve({ folder, port: taken });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(taken);
    await next.close();
  });

  it('serves the same under a deeper path, and nothing beside it', async () => {
    const deeper = await serve({ folder, port: 0, base: '/tools/polder/' });
    expect((await fetch(deeper.url)).status).toBe(200);
    expect((await fetch(new URL('/', deeper.url))).status).toBe(404);
    await deeper.close();
  });
});
