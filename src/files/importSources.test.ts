import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toFilePath } from '../engine/index.ts';
import type { ImportContext, ImportResult } from './ImportSource.ts';
import { importSources } from './importSources.ts';
import { readSampleIndex } from './readSample.ts';
import { takeDropped } from './takeDropped.ts';
import type { Dropped } from './takeDropped.ts';

const context = (overrides: Partial<ImportContext> = {}): ImportContext => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...overrides,
});

const texts = ({ files }: ImportResult) => Object.fromEntries(files.map(({ path, text }) => [path, text]));
const codes = ({ problems }: ImportResult) => problems.map(({ code, at }) => `${code} ${at.file}`);

function inFolder(path: string, content: BlobPart): File {
  const file = new File([content], path.slice(path.lastIndexOf('/') + 1));
  return Object.assign(file, { webkitRelativePath: path });
}

type Tree = { readonly [name: string]: string | Tree };

/** Entries as a browser gives them for a drop: a hundred at a time. */
function toEntry(name: string, content: string | Tree, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  if (typeof content === 'string') {
    const file = (done: (file: File) => void) => done(new File([content], name));
    return { name, fullPath, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const left = Object.entries(content).map(([child, value]) => toEntry(child, value, fullPath));
    return { readEntries: (done: (entries: FileSystemEntry[]) => void) => done(left.splice(0, 100)) };
  };
  return { name, fullPath, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

const drop = (tree: Tree): Dropped => ({
  items: Object.entries(tree).map(([name, content]) => ({ entry: toEntry(name, content), file: null })),
  text: null,
});

describe('the ways in', () => {
  it('each go by their own id', () => {
    for (const [id, source] of Object.entries(importSources)) expect(source.id).toBe(id);
  });
});

describe('files that were picked', () => {
  const { files } = importSources;

  it('are read whatever they are called, as long as they are text', async () => {
    const result = await files.read([new File(['kind: A\n'], 'pods.out'), new File([''], 'empty.yaml')], context());
    expect(texts(result)).toEqual({ 'pods.out': 'kind: A\n', 'empty.yaml': '' });
  });

  it('keep byte order marks, CRLF and every other byte', async () => {
    const text = '\uFEFFa: "ü🚢"\r\n\tb\r\n';
    expect(texts(await files.read([new File([text], 'a.yaml')], context()))).toEqual({ 'a.yaml': text });
  });

  it('may be UTF-16 when they say so', async () => {
    const little = new Uint8Array([0xff, 0xfe, 0x61, 0, 0x3a, 0]);
    const big = new Uint8Array([0xfe, 0xff, 0, 0x61, 0, 0x3a]);
    const result = await files.read([new File([little], 'a.yaml'), new File([big], 'b.yaml')], context());
    expect(result.files).toEqual([
      { path: 'a.yaml', text: '\uFEFFa:', encoding: 'utf-16le' },
      { path: 'b.yaml', text: '\uFEFFa:', encoding: 'utf-16be' },
    ]);
  });

  it('are refused when they are no text', async () => {
    const binaries = [
      [0x61, 0],
      [0xc3, 0x28],
      [0xff, 0xfe, 0x61],
      [0x89, 0x50, 0x4e, 0x47],
    ];
    const picked = binaries.map((bytes, index) => new File([new Uint8Array(bytes)], `${index}.yaml`));
    const result = await files.read([...picked, new File(['a'], 'a.yaml')], context());
    expect(codes(result)).toEqual([
      'FILE_BINARY 0.yaml',
      'FILE_BINARY 1.yaml',
      'FILE_BINARY 2.yaml',
      'FILE_BINARY 3.yaml',
    ]);
    expect(texts(result)).toEqual({ 'a.yaml': 'a' });
  });

  it('are refused unread when they are too large, with their size', async () => {
    const huge = new File([], 'huge.yaml');
    Object.defineProperty(huge, 'size', { value: 50 * 1024 * 1024 });
    huge.arrayBuffer = () => Promise.reject(new Error('was read'));
    const { problems } = await files.read([huge], context());
    expect(problems).toMatchObject([
      { code: 'FILE_TOO_LARGE', at: { file: 'huge.yaml' }, args: { size: 52_428_800, limit: 20_000_000 } },
    ]);
  });

  it('get another name when theirs is taken', async () => {
    const picked = ['1', '2'].map((text) => new File([text], 'a.yaml'));
    const result = await files.read(picked, context({ taken: [toFilePath('a.yaml'), toFilePath('a (2).yaml')] }));
    expect(texts(result)).toEqual({ 'a (3).yaml': '1', 'a (4).yaml': '2' });
  });

  it('are opened when they are archives', async () => {
    const archive = new File([zipSync({ 'shop/a.yaml': strToU8('1') })], 'all.zip');
    expect(texts(await files.read([archive], context()))).toEqual({ 'shop/a.yaml': '1' });
  });

  it('do not hold each other up when one cannot be read', async () => {
    const gone = new File(['x'], 'gone.yaml');
    gone.arrayBuffer = () => Promise.reject(new Error('The file is gone.'));
    const result = await files.read([gone, new File(['1'], 'a.yaml')], context());
    expect(result.problems).toMatchObject([{ code: 'FILE_UNREADABLE', args: { reason: 'The file is gone.' } }]);
    expect(texts(result)).toEqual({ 'a.yaml': '1' });
  });
});

describe('a folder that was picked', () => {
  it('gives its manifests in order, below its own name', async () => {
    const result = await importSources.folder.read(
      [
        inFolder('repo/web/b.yaml', '2'),
        inFolder('repo/a.yml', '1'),
        inFolder('repo/.github/workflows/ci.yaml', 'x'),
        inFolder('repo/.github/workflows/cd.yaml', 'x'),
        inFolder('repo/node_modules/x/y.yaml', 'x'),
        inFolder('repo/notes.txt', 'x'),
        inFolder('repo/all.zip', 'x'),
      ],
      context(),
    );
    expect(result.files.map(({ path }) => path)).toEqual(['repo/a.yml', 'repo/web/b.yaml']);
    expect(result.skipped).toEqual([
      { path: 'repo/.github/', reason: 'hidden-folder' },
      { path: 'repo/all.zip', reason: 'archive' },
      { path: 'repo/node_modules/', reason: 'dependency-folder' },
      { path: 'repo/notes.txt', reason: 'not-a-manifest' },
    ]);
  });

  it('may itself be hidden: it was chosen', async () => {
    expect(texts(await importSources.folder.read([inFolder('.k8s/a.yaml', '1')], context()))).toEqual({
      '.k8s/a.yaml': '1',
    });
  });
});

describe('what was dropped', () => {
  const manyFiles = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.yaml`, 'a']));

  it('is read through all folders, as picked files and folders are', async () => {
    const result = await importSources.drop.read(
      drop({ repo: { web: { 'b.yaml': '2' }, '.git': { 'c.yaml': 'x' }, 'a.md': 'x' }, 'loose.txt': '3' }),
      context(),
    );
    expect(texts(result)).toEqual({ 'loose.txt': '3', 'repo/web/b.yaml': '2' });
    expect(result.skipped).toEqual([
      { path: 'repo/.git/', reason: 'hidden-folder' },
      { path: 'repo/a.md', reason: 'not-a-manifest' },
    ]);
  });

  it('may be a folder of 10,000 files, and the page goes on meanwhile', async () => {
    const labels: string[] = [];
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 1);
    const onProgress: ImportContext['onProgress'] = (_done, _total, label) => labels.push(label);
    const result = await importSources.drop.read(drop({ repo: manyFiles(10_000) }), context({ onProgress }));
    clearInterval(turn);
    expect(result.files).toHaveLength(10_000);
    expect(turns).toBeGreaterThan(3);
    expect(labels.length).toBeGreaterThan(1);
  });

  it('is cut off at 20,000 files, saying what was left out', async () => {
    const result = await importSources.drop.read(drop({ repo: manyFiles(20_003) }), context());
    expect(result.files).toHaveLength(20_000);
    expect(result.problems).toMatchObject([
      { code: 'TOO_MANY_FILES', args: { unit: 'files', limit: 20_000, read: 20_000, leftOut: 3 } },
    ]);
  });

  it('names the folder that could not be listed', async () => {
    const broken = toEntry('repo', {}) as FileSystemDirectoryEntry;
    broken.createReader = () => ({
      readEntries: (_, fail) => fail?.(new DOMException('No access', 'NotReadableError')),
    });
    const result = await importSources.drop.read({ items: [{ entry: broken, file: null }], text: null }, context());
    expect(codes(result)).toEqual(['FILE_UNREADABLE repo']);
  });

  it('may be text', async () => {
    const transfer = { items: [], getData: () => 'kind: Pod\n' } as unknown as DataTransfer;
    expect(texts(await importSources.drop.read(takeDropped(transfer), context()))).toEqual({
      'pasted.yaml': 'kind: Pod\n',
    });
  });

  it('is taken as a file where the browser has no entry for it', async () => {
    const item = { kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => new File(['1'], 'a.yaml') };
    const transfer = { items: [item, { kind: 'string' }], getData: () => '' } as unknown as DataTransfer;
    expect(texts(await importSources.drop.read(takeDropped(transfer), context()))).toEqual({ 'a.yaml': '1' });
  });
});

describe('a cancelled import', () => {
  it('gives nothing, at whatever moment it is cancelled', async () => {
    for (const after of [0, 1]) {
      const controller = new AbortController();
      let reports = 0;
      const onProgress = () => {
        if (reports === after) controller.abort();
        reports += 1;
      };
      const read = importSources.drop.read(
        drop({ repo: Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`${index}.yaml`, 'a'])) }),
        context({ signal: controller.signal, onProgress }),
      );
      await expect(read).rejects.toThrow('aborted');
    }
  });

  it('does not wait for a disk that hangs', async () => {
    const controller = new AbortController();
    const hanging = new File(['x'], 'a.yaml');
    hanging.arrayBuffer = () => new Promise(() => undefined);
    const read = importSources.files.read([hanging], context({ signal: controller.signal }));
    setTimeout(() => controller.abort(), 5);
    await expect(read).rejects.toThrow('aborted');
  });
});

describe('pasted text', () => {
  const { paste } = importSources;

  it('is named after what it is', async () => {
    expect(texts(await paste.read('kind: Pod\n', context()))).toEqual({ 'pasted.yaml': 'kind: Pod\n' });
    expect(texts(await paste.read('{"kind": "Pod"}', context()))).toEqual({ 'pasted.json': '{"kind": "Pod"}' });
    expect(texts(await paste.read('{kind: Pod}', context()))).toEqual({ 'pasted.yaml': '{kind: Pod}' });
  });

  it('never takes the place of another', async () => {
    const result = await paste.read('a', context({ taken: [toFilePath('pasted.yaml')] }));
    expect(texts(result)).toEqual({ 'pasted (2).yaml': 'a' });
  });
});

describe('a sample', () => {
  afterEach(() => vi.unstubAllGlobals());

  function serve(pages: Record<string, string>, type = 'text/yaml') {
    const asked: string[] = [];
    vi.stubGlobal('document', { baseURI: 'https://host/some/path/index.html?sample=shop' });
    vi.stubGlobal('fetch', (address: URL) => {
      asked.push(address.href);
      const body = pages[address.pathname];
      return Promise.resolve(
        new Response(body ?? 'not here', { status: body === undefined ? 404 : 200, headers: { 'content-type': type } }),
      );
    });
    return asked;
  }

  it('is found beside the page, wherever that is served', async () => {
    const sample = { id: 'shop', title: 'Shop', description: 'Three tiers', files: ['shop/web app.yaml'] };
    const asked = serve({
      '/some/path/samples/index.json': JSON.stringify([sample]),
      '/some/path/samples/shop/web%20app.yaml': 'kind: A\n',
    });
    expect(await readSampleIndex()).toEqual([sample]);
    expect(texts(await importSources.sample.read(sample, context()))).toEqual({ 'shop/web app.yaml': 'kind: A\n' });
    expect(asked.every((address) => address.startsWith('https://host/some/path/samples/'))).toBe(true);
  });

  it('never comes from anywhere else', async () => {
    const asked = serve({ '/other.yaml': 'x' });
    const files = ['../../../other.yaml', '//evil.example/a.yaml', 'https://evil.example/a.yaml', '/other.yaml'];
    const result = await importSources.sample.read({ files }, context());
    expect(result.files).toEqual([]);
    expect(result.problems).toHaveLength(4);
    expect(asked.every((address) => address.startsWith('https://host/some/path/samples/'))).toBe(true);
  });

  it('says which of its files is missing, and reads the others', async () => {
    serve({ '/some/path/samples/a.yaml': 'a' });
    const result = await importSources.sample.read({ files: ['a.yaml', 'b.yaml'] }, context());
    expect(texts(result)).toEqual({ 'a.yaml': 'a' });
    expect(codes(result)).toEqual(['FILE_UNREADABLE b.yaml']);
  });

  it("is not mistaken for the app's own page", async () => {
    serve({ '/some/path/samples/a.yaml': '<!doctype html>' }, 'text/html; charset=utf-8');
    expect(codes(await importSources.sample.read({ files: ['a.yaml'] }, context()))).toEqual([
      'FILE_UNREADABLE a.yaml',
    ]);
    await expect(readSampleIndex()).rejects.toThrow('index.json is missing');
  });
});
