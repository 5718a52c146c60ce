import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { deployment, documents, ingressPolicy, pair } from './drivers/manifests.ts';
import type { Polder } from './drivers/Polder.ts';
import { expect, test } from './drivers/test.ts';

const run = promisify(execFile);

/** Names and bytes that trip careless tools: CRLF, a byte order mark, no newline at the end, a folder with a space. */
const originals: Readonly<Record<string, string>> = {
  'farm/all.yaml': pair,
  'farm/the old mill/windows.yaml': `\uFEFF${ingressPolicy({ name: 'mill', namespace: 'farm', app: 'mill', from: 'barn' }).replaceAll('\n', '\r\n')}`,
  'farm/bare.yaml': deployment({ name: 'shed', namespace: 'farm' }).trimEnd(),
};

async function writeOriginals(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(originals)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function openFarm(polder: Polder, folder: string): Promise<void> {
  await writeOriginals(folder);
  await polder.open();
  await polder.importing.pickFolder(join(folder, 'farm'));
  await expect(polder.canvas.cards).toHaveCount(3);
}

test('git applies the patch to the originals and has the new bytes', async ({ polder, folder }) => {
  const { allowDialog, canvas, editor, exporting, files } = polder;
  await openFarm(polder, folder);
  await editor.replace('farm/the old mill/windows.yaml', '8080', '9090');
  await editor.replace('farm/bare.yaml', 'containerPort: 8080', 'containerPort: 9090');
  await canvas.drawEdge('farm/Deployment/shed', 'farm/Deployment/barn');
  await allowDialog.apply();
  await expect(canvas.edge('farm/Deployment/shed', 'farm/Deployment/barn')).toBeAttached();
  await expect(polder.changes).toHaveText('3 files changed');
  await files.remove('farm/bare.yaml');

  const changed = ['farm/all.yaml', 'farm/the old mill/windows.yaml'];
  const expected = new Map<string, Buffer>();
  for (const path of changed) expected.set(path, await files.bytes(path));
  const patch = await exporting.patch();
  expect(patch.name).toBe('farm.patch');

  await run('git', ['init', '-q'], { cwd: folder });
  await run('git', ['config', 'core.autocrlf', 'false'], { cwd: folder });
  await run('git', ['add', '.'], { cwd: folder });
  await writeFile(join(folder, 'changes.patch'), patch.bytes);
  await run('git', ['apply', '--index', 'changes.patch'], { cwd: folder });
  for (const [path, bytes] of expected) expect(await readFile(join(folder, path))).toEqual(bytes);
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: folder });
  expect(stdout.split('\0').filter((path) => path !== '')).toEqual(['farm/all.yaml', 'farm/the old mill/windows.yaml']);
});

test('a policy that is new is a new file in the patch', async ({ polder, folder }) => {
  const { allowDialog, canvas, exporting } = polder;
  const workloads = documents(
    deployment({ name: 'mill', namespace: 'farm' }),
    deployment({ name: 'barn', namespace: 'farm' }),
  );
  const deny =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: deny\n  namespace: farm\nspec:\n  podSelector: {}\n';
  await polder.open();
  await polder.importing.pick({ name: 'all.yaml', content: documents(workloads, deny) });
  await expect(canvas.cards).toHaveCount(2);
  await canvas.drawEdge('farm/Deployment/mill', 'farm/Deployment/barn');
  await allowDialog.apply();
  await expect(canvas.edge('farm/Deployment/mill', 'farm/Deployment/barn')).toBeAttached();

  const { bytes } = await exporting.patch();
  await writeFile(join(folder, 'all.yaml'), documents(workloads, deny));
  await run('git', ['init', '-q'], { cwd: folder });
  await writeFile(join(folder, 'changes.patch'), bytes);
  await run('git', ['apply', 'changes.patch'], { cwd: folder });
  expect(bytes.toString('utf8')).toContain('kind: NetworkPolicy');
});

test('the dialog shows the patch, and copies it', async ({ polder }) => {
  const { editor, exporting, page } = polder;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await polder.open();
  await exporting.open();
  await expect(exporting.dialog).toContainText('Nothing has changed since the import');
  await exporting.close();
  await editor.replace('shop/shop-policies.yaml', '5432', '5433');
  await exporting.open();
  await expect(exporting.shownPatch).toContainText('port: 5433');
  const { bytes } = await exporting.patch();
  await exporting.dialog.getByRole('button', { name: 'Copy patch' }).click();
  await expect(polder.toasts).toContainText('Copied the patch');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(bytes.toString('utf8'));
});

test('the zip has every file, byte for byte', async ({ polder, folder }) => {
  await openFarm(polder, folder);
  const { name, bytes } = await polder.exporting.zip();
  expect(name).toBe('farm.zip');
  const entries = unzipSync(bytes);
  expect(Object.keys(entries).sort()).toEqual(Object.keys(originals).sort());
  for (const [path, text] of Object.entries(originals)) {
    expect(Buffer.from(entries[path] ?? []).equals(Buffer.from(text))).toBe(true);
  }
});

test('one file is downloaded as it is now', async ({ polder, folder }) => {
  await openFarm(polder, folder);
  await polder.editor.replace('farm/all.yaml', 'port: 8080', 'port: 8081');
  const { name, bytes } = await polder.exporting.file('farm/all.yaml');
  expect(name).toBe('all.yaml');
  expect(bytes.toString('utf8')).toBe(pair.replace('port: 8080', 'port: 8081'));
});

test('one document is copied', async ({ polder }) => {
  const { exporting, page } = polder;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await polder.open();
  await exporting.copyDocument('shop/shop-policies.yaml', 'cache');
  await expect(polder.toasts).toContainText('Copied the document');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^apiVersion: networking\.k8s\.io\/v1\nkind: NetworkPolicy\nmetadata:\n {2}name: cache\n/);
  expect(copied).not.toContain('name: database');
});

test('the patch says which changed files it cannot carry', async ({ polder }) => {
  await polder.open();
  const wide = new Uint8Array(Buffer.from(`\uFEFF${pair}`, 'utf16le'));
  await polder.importing.pick({ name: 'wide.yaml', content: wide });
  await polder.files.open('wide.yaml');
  await polder.page.getByTestId('yaml-editor').click();
  await polder.page.keyboard.type('# ');
  await expect(polder.changes).toHaveText('1 file changed');
  await polder.exporting.open();
  await expect(polder.exporting.dialog).toContainText('git takes UTF-16 for binary: wide.yaml');
  await expect(polder.exporting.dialog.getByRole('button', { name: 'Download patch' })).toBeDisabled();
});
