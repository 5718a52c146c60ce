import { Zip, ZipDeflate, strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toFilePath } from '../engine/index.ts';
import { createImportCollector } from './createImportCollector.ts';
import { importLimits } from './importLimits.ts';
import type { ImportLimits } from './importLimits.ts';
import type { ImportResult } from './ImportSource.ts';
import { readZip } from './readZip.ts';

const megabyte = 1024 * 1024;

async function read(bytes: Uint8Array<ArrayBuffer>, limits: Partial<ImportLimits> = {}): Promise<ImportResult> {
  const collector = createImportCollector({ limits: { ...importLimits, ...limits } });
  await readZip(new Blob([bytes]), toFilePath('all.zip'), collector, async () => undefined);
  return collector.toResult();
}

const zip = (content: Record<string, string | Uint8Array>, options: { level?: 0 | 6 } = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries(content).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ) as Zippable,
    options,
  );

const codes = ({ problems }: ImportResult) => problems.map(({ code, at }) => `${code} ${at.file}`);
const texts = ({ files }: ImportResult) => Object.fromEntries(files.map(({ path, text }) => [path, text]));

/** The place of the first central entry, whose fields the tests falsify. */
function findDirectory(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) return at;
  }
  throw new Error('no central directory');
}

describe('a zip archive', () => {
  it('gives its manifests with their folders', async () => {
    const result = await read(zip({ 'shop/web.yaml': 'kind: A\n', 'shop/db.yml': 'kind: B\n', 'list.json': '{}' }));
    expect(texts(result)).toEqual({ 'shop/web.yaml': 'kind: A\n', 'shop/db.yml': 'kind: B\n', 'list.json': '{}' });
    expect(result.problems).toEqual([]);
  });

  it('may be stored instead of compressed', async () => {
    expect(texts(await read(zip({ 'a.yaml': 'kind: A\n' }, { level: 0 })))).toEqual({ 'a.yaml': 'kind: A\n' });
  });

  it('may have been streamed, with the sizes after the content', async () => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const stream = new Zip((_, chunk) => chunks.push(new Uint8Array(chunk)));
    const entry = new ZipDeflate('a.yaml');
    stream.add(entry);
    entry.push(strToU8('kind: A\n'), true);
    stream.end();
    expect(texts(await read(new Uint8Array(await new Blob(chunks).arrayBuffer())))).toEqual({ 'a.yaml': 'kind: A\n' });
  });

  it('may have something before it', async () => {
    const bytes = new Uint8Array(await new Blob(['#!/bin/sh\n', zip({ 'a.yaml': 'kind: A\n' })]).arrayBuffer());
    expect(texts(await read(bytes))).toEqual({ 'a.yaml': 'kind: A\n' });
  });

  it('has everything else passed over, with the reason', async () => {
    const { files, skipped } = await read(
      zip({
        'README.md': '#',
        '.git/a.yaml': 'x',
        '__MACOSX/._a.yaml': 'x',
        'node_modules/b/c.yaml': 'x',
        '._d.yaml': 'x',
      }),
    );
    expect(files).toEqual([]);
    expect(skipped).toEqual([
      { path: 'README.md', reason: 'not-a-manifest' },
      { path: '.git/', reason: 'hidden-folder' },
      { path: '__MACOSX/', reason: 'system-file' },
      { path: 'node_modules/', reason: 'dependency-folder' },
      { path: '._d.yaml', reason: 'system-file' },
    ]);
  });

  it('cannot put a file outside the workspace', async () => {
    const result = await read(
      zip({ '../../etc/a.yaml': '1', '/abs/b.yaml': '2', 'C:/win/c.yaml': '3', 'x\\d.yaml': '4' }),
    );
    expect(texts(result)).toEqual({ 'etc/a.yaml': '1', 'abs/b.yaml': '2', 'win/c.yaml': '3', 'x/d.yaml': '4' });
  });

  it('keeps both of two files with one name', async () => {
    expect(texts(await read(zip({ 'a.yaml': '1', '../a.yaml': '2' })))).toEqual({ 'a.yaml': '1', 'a (2).yaml': '2' });
  });

  it('is not opened inside another', async () => {
    const result = await read(zip({ 'inner.zip': zip({ 'a.yaml': '1' }), 'b.yaml': '2' }));
    expect(codes(result)).toEqual(['ARCHIVE_NESTED inner.zip']);
    expect(texts(result)).toEqual({ 'b.yaml': '2' });
  });
});

describe('reading a zip archive', () => {
  it('stops in the middle when it is cancelled', async () => {
    const collector = createImportCollector({ limits: importLimits });
    const archive = new Blob([zip({ 'a.yaml': '1', 'b.yaml': '2', 'c.yaml': '3' })]);
    const read = readZip(archive, toFilePath('all.zip'), collector, async (done) => {
      if (done === 1) throw new DOMException('cancelled', 'AbortError');
    });
    await expect(read).rejects.toThrow('cancelled');
    expect(collector.toResult().files).toHaveLength(1);
  });
});

describe('a broken zip archive', () => {
  it('is a problem when it is no archive at all', async () => {
    expect(codes(await read(strToU8('kind: Pod\n')))).toEqual(['ARCHIVE_BROKEN all.zip']);
    expect(codes(await read(new Uint8Array()))).toEqual(['ARCHIVE_BROKEN all.zip']);
  });

  it('is a problem wherever it is cut off', async () => {
    const bytes = zip({ 'a.yaml': 'kind: A\n'.repeat(20), 'b.yaml': 'kind: B\n' });
    for (let length = 0; length < bytes.length; length += 7) {
      expect(codes(await read(bytes.slice(0, length)))).toEqual(['ARCHIVE_BROKEN all.zip']);
    }
  });

  it('never crashes, whatever byte is wrong, and never passes damaged content for good', async () => {
    const content = { 'a.yaml': 'kind: A\n'.repeat(20), 'b.yaml': 'kind: B\n' };
    const bytes = zip(content);
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      for (const { text } of (await read(damaged)).files) expect(Object.values(content)).toContain(text);
    }
  });

  it('says which file is damaged and reads the others', async () => {
    const bytes = zip({ 'a.yaml': 'kind: A\n', 'b.yaml': 'kind: B\n' }, { level: 0 });
    bytes.set([0x21], 30 + 'a.yaml'.length);
    const result = await read(bytes);
    expect(codes(result)).toEqual(['ARCHIVE_BROKEN a.yaml']);
    expect(texts(result)).toEqual({ 'b.yaml': 'kind: B\n' });
  });

  it('says that it is encrypted', async () => {
    const bytes = zip({ 'a.yaml': 'kind: A\n' });
    const flags = findDirectory(bytes) + 8;
    bytes[flags] = (bytes[flags] ?? 0) | 1;
    const { problems } = await read(bytes);
    expect(problems).toMatchObject([{ code: 'ARCHIVE_BROKEN', args: { reason: 'one file in it is encrypted' } }]);
  });

  it('has its binary files named', async () => {
    expect(codes(await read(zip({ 'a.yaml': new Uint8Array([1, 0, 2]) })))).toEqual(['FILE_BINARY a.yaml']);
  });
});

describe('a zip bomb', () => {
  const zeros = new Uint8Array(12 * megabyte);

  it('is given up when it grows as no real file does, and the other files stay', async () => {
    const result = await read(zip({ 'a.yaml': 'kind: A\n', 'bomb.yaml': zeros, 'c.yaml': 'kind: C\n' }));
    expect(texts(result)).toEqual({ 'a.yaml': 'kind: A\n' });
    expect(result.problems).toMatchObject([
      { code: 'ARCHIVE_TOO_LARGE', at: { file: 'all.zip' }, args: { file: 'bomb.yaml', read: 1, leftOut: 2 } },
    ]);
  });

  it('is stopped by what comes out, whatever size it claims', async () => {
    const bytes = zip({ 'bomb.yaml': zeros });
    const limits = { fileSize: megabyte, ratio: Infinity };
    expect(codes(await read(bytes, limits))).toEqual(['FILE_TOO_LARGE bomb.yaml']);
    new DataView(bytes.buffer).setUint32(findDirectory(bytes) + 24, 10, true);
    const { problems } = await read(bytes, limits);
    expect(problems).toMatchObject([{ code: 'FILE_TOO_LARGE', at: { file: 'bomb.yaml' } }]);
    expect(problems[0]?.args['size']).toBeLessThan(20 * megabyte);
  });

  it('of many small files is stopped by the sum', async () => {
    const content = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`${index}.yaml`, 'x'.repeat(100_000)]),
    );
    const result = await read(zip(content), { totalSize: 350_000 });
    expect(result.files).toHaveLength(3);
    expect(result.problems).toMatchObject([{ code: 'TOO_MANY_FILES', args: { unit: 'bytes', read: 3, leftOut: 7 } }]);
  });

  it('that lies about the size of every file is stopped by the sum', async () => {
    const content = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.yaml`, 'x'.repeat(100_000)]));
    const bytes = zip(content);
    const view = new DataView(bytes.buffer);
    for (let at = findDirectory(bytes), entry = 0; entry < 5; entry += 1) {
      view.setUint32(at + 24, 1, true);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    const result = await read(bytes, { totalSize: 250_000 });
    expect(result.files).toEqual([]);
    expect(result.problems.at(-1)).toMatchObject({ code: 'ARCHIVE_TOO_LARGE', args: { leftOut: 3 } });
  });

  it('of very many entries is cut off', async () => {
    const content = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.yaml`, 'a']));
    const byEntries = await read(zip(content), { entries: 5 });
    expect(byEntries.files).toHaveLength(5);
    expect(byEntries.problems).toMatchObject([{ code: 'TOO_MANY_FILES', args: { leftOut: 15 } }]);
    const byFiles = await read(zip(content), { files: 5 });
    expect(byFiles.files).toHaveLength(5);
    expect(byFiles.problems).toMatchObject([
      { code: 'TOO_MANY_FILES', args: { unit: 'files', limit: 5, leftOut: 15 } },
    ]);
  });
});
