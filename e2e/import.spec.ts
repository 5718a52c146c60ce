import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { deployment, documents, ingressPolicy, namespace, pair } from './drivers/manifests.ts';
import type { Polder } from './drivers/Polder.ts';
import { expect, test } from './drivers/test.ts';

/** The manifests of `pair`, whatever way they came. */
async function expectPair(polder: Polder, { workspace }: { readonly workspace: string }): Promise<void> {
  await expect(polder.workspaces.button).toHaveAccessibleName(`Workspace: ${workspace}`);
  await expect(polder.canvas.cards).toHaveCount(2);
  await expect(polder.canvas.edge('farm/Deployment/mill', 'farm/Deployment/barn')).toBeAttached();
  await expect(polder.invitation).toBeHidden();
}

test.beforeEach(({ polder }) => polder.open());

test('files dropped anywhere on the page open in a workspace of their own', async ({ polder }) => {
  await polder.importing.dropFiles([
    { name: 'workloads.yaml', text: documents(namespace('farm'), deployment({ name: 'mill', namespace: 'farm' })) },
    { name: 'barn.yml', text: deployment({ name: 'barn', namespace: 'farm' }) },
    { name: 'policy.yaml', text: ingressPolicy({ name: 'barn', namespace: 'farm', app: 'barn', from: 'mill' }) },
  ]);
  await expectPair(polder, { workspace: '3 files' });
  await expect(polder.notices).toContainText('Imported 3 files');
});

test('a folder dropped on the page is read with everything below it', async ({ polder, folder }) => {
  const farm = join(folder, 'farm');
  await mkdir(join(farm, 'base', 'policies'), { recursive: true });
  await mkdir(join(farm, '.git'));
  await writeFile(join(farm, '.git', 'config.yaml'), 'kind: Secret\n');
  await writeFile(join(farm, 'README.md'), '# Farm\n');
  await writeFile(
    join(farm, 'base', 'workloads.yaml'),
    documents(deployment({ name: 'mill', namespace: 'farm' }), deployment({ name: 'barn', namespace: 'farm' })),
  );
  await writeFile(
    join(farm, 'base', 'policies', 'barn.yaml'),
    ingressPolicy({ name: 'barn', namespace: 'farm', app: 'barn', from: 'mill' }),
  );
  await polder.importing.dropPaths([farm]);
  await expectPair(polder, { workspace: 'farm' });
  await expect(polder.notices).toContainText('Imported 2 files');
  await expect(polder.notices).toContainText('2 entries passed over');
  await polder.files.show();
  await expect(polder.files.row('farm/base/policies/barn.yaml')).toBeVisible();
});

test('text dropped into the import dialog opens like pasted text', async ({ polder }) => {
  await polder.importing.dropText(pair);
  await expectPair(polder, { workspace: 'Dropped text' });
});

test('picked files open in a workspace of their own, named after the file', async ({ polder }) => {
  await polder.importing.pick({ name: 'farm.yaml', content: pair });
  await expectPair(polder, { workspace: 'farm.yaml' });
  await expect(polder.notices).toContainText('Imported 1 file from “farm.yaml”');
});

test('a picked folder keeps the paths of its files', async ({ polder, folder }) => {
  const farm = join(folder, 'farm');
  await mkdir(join(farm, 'deep'), { recursive: true });
  await writeFile(join(farm, 'deep', 'all.yaml'), pair);
  await polder.importing.pickFolder(farm);
  await expectPair(polder, { workspace: 'farm' });
  await polder.files.show();
  await expect(polder.files.row('farm/deep/all.yaml')).toBeVisible();
});

test('a picked zip opens with the paths inside it', async ({ polder }) => {
  const zip = zipSync({ 'farm/a.yaml': strToU8(pair), 'farm/notes.txt': strToU8('not a manifest') });
  await polder.importing.pick({ name: 'farm.zip', content: zip });
  await expectPair(polder, { workspace: 'farm.zip' });
  await polder.files.show();
  await expect(polder.files.rows).toHaveCount(1);
  await expect(polder.files.row('farm/a.yaml')).toBeVisible();
});

test('pasted text opens in a workspace of its own while a sample is shown', async ({ polder }) => {
  await polder.importing.paste(pair);
  await expectPair(polder, { workspace: 'Pasted manifests' });
});

test('pasted JSON is read as JSON', async ({ polder }) => {
  const pod = (name: string) => ({ metadata: { name, namespace: 'farm' }, spec: { containers: [] } });
  await polder.importing.paste(JSON.stringify({ kind: 'PodList', apiVersion: 'v1', items: [pod('hen'), pod('cow')] }));
  await expect(polder.canvas.card('farm/Pod/hen')).toBeVisible();
  await expect(polder.canvas.card('farm/Pod/cow')).toBeVisible();
});

test('a second import can be added beside the files that are there', async ({ polder }) => {
  await polder.importing.pick({ name: 'farm.yaml', content: pair });
  await expectPair(polder, { workspace: 'farm.yaml' });
  await polder.importing.into(/^Add to/);
  await polder.importing.pick({ name: 'farm.yaml', content: deployment({ name: 'shed', namespace: 'farm' }) });
  await expect(polder.canvas.cards).toHaveCount(3);
  await polder.files.show();
  // The second file of that name got another one; the first is as it was.
  await expect(polder.files.rows).toHaveCount(2);
  expect(await polder.files.text('farm.yaml')).toBe(pair);
});

test('files dropped on the right half are added to the open workspace', async ({ polder, folder }) => {
  await polder.importing.paste(pair);
  await expectPair(polder, { workspace: 'Pasted manifests' });
  const shed = join(folder, 'shed.yaml');
  await writeFile(shed, deployment({ name: 'shed', namespace: 'farm' }));
  await polder.importing.dropPaths([shed], 'right');
  await expect(polder.canvas.cards).toHaveCount(3);
  await expect(polder.workspaces.button).toHaveAccessibleName('Workspace: Pasted manifests');
});

test('a long import shows how far it is, and can be cancelled without a trace', async ({ polder, folder }) => {
  const many = join(folder, 'many');
  await mkdir(many);
  const text = deployment({ name: 'mill', namespace: 'farm' });
  for (let index = 100; index < 700; index += 1) await writeFile(join(many, `${index}.yaml`), text);
  // A slow disk: one of the files does not come.
  await polder.page.evaluate(() => {
    const read = File.prototype.arrayBuffer;
    File.prototype.arrayBuffer = function (this: File) {
      return this.name === '400.yaml' ? new Promise<ArrayBuffer>(() => undefined) : read.call(this);
    };
  });
  await polder.importing.pickFolder(many);
  await expect(polder.importing.progress).toContainText('of 600');
  await polder.importing.cancel();
  await expect(polder.importing.progress).toBeHidden();
  await expect(polder.workspaces.button).toHaveAccessibleName('Workspace: Shop');
  await expect(polder.canvas.cards).toHaveCount(7);
});
