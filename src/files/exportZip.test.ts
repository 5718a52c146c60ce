import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toFilePath } from '../engine/index.ts';
import { exportZip } from './exportZip.ts';
import { importSources } from './importSources.ts';
import type { ImportedFile } from './WorkspaceStorage.ts';

const files: readonly ImportedFile[] = [
  { path: toFilePath('shop/web app.yaml'), text: '\uFEFFa: ü\r\n' },
  { path: toFilePath('日本.yaml'), text: 'kind: A\n'.repeat(10_000) },
  { path: toFilePath('wide.yaml'), text: '\uFEFFa: 🚢', encoding: 'utf-16be' },
  { path: toFilePath('empty.yaml'), text: '' },
];

describe('all files as a zip archive', () => {
  it('come back as they were when it is imported', async () => {
    const archive = new File([await exportZip(files)], 'all.zip');
    const context = { signal: new AbortController().signal, onProgress: () => undefined };
    const result = await importSources.files.read([archive], context);
    expect(result).toEqual({ files, problems: [], skipped: [] });
  });

  it('have the bytes they came with', async () => {
    const content = unzipSync(new Uint8Array(await (await exportZip(files)).arrayBuffer()));
    expect(Object.keys(content)).toEqual(files.map(({ path }) => path));
    expect([...(content['shop/web app.yaml'] ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect([...(content['wide.yaml'] ?? [])].slice(0, 4)).toEqual([0xfe, 0xff, 0, 0x61]);
  });

  it('give the same archive at any time', async () => {
    const [one, two] = await Promise.all(
      [exportZip(files), exportZip(files)].map(async (zip) => (await zip).arrayBuffer()),
    );
    expect(one).toEqual(two);
    expect(new DataView(one as ArrayBuffer).getUint16(12, true)).toBe(0x21);
  });

  it('stop when cancelled', async () => {
    await expect(exportZip(files, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });
});
