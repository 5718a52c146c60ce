import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { deployment, documents, ingressPolicy, pair } from './drivers/manifests.ts';
import { expect, test } from './drivers/test.ts';

const barn = deployment({ name: 'barn', namespace: 'farm' });
const mill = deployment({ name: 'mill', namespace: 'farm' });

test.beforeEach(({ polder }) => polder.open());

test('one broken document of many is reported with its line; the others count', async ({ polder }) => {
  const broken = 'kind: Deployment\nmetadata: {name: [oops\n';
  await polder.importing.pick({ name: 'farm.yaml', content: documents(mill, broken, barn) });
  await expect(polder.canvas.cards).toHaveCount(2);
  await expect(polder.leftOut).toContainText('1 document does not parse: nothing in it counts');
  await polder.problems.show();
  const line = mill.split('\n').length + 2;
  await expect(polder.problems.row(/^error/)).toContainText(new RegExp(`${line}:\\d+`));
  await polder.problems.row(/^error/).click();
  await expect(polder.editor.lines).toContainText('oops');
  expect(await polder.files.text('farm.yaml')).toBe(documents(mill, broken, barn));
});

test('what is left out is said in every view, and covers neither headers nor what is searched with', async ({
  polder,
}) => {
  const { canvas, views, leftOut } = polder;
  await polder.importing.pick(
    { name: 'farm.yaml', content: documents(mill, barn) },
    { name: 'broken.yaml', content: 'kind: Deployment\nmetadata: {name: [oops\n' },
  );
  await expect(leftOut).toContainText('1 document does not parse');
  const bottomOf = async () => {
    const box = await leftOut.boundingBox();
    return box!.y + box!.height;
  };
  await canvas.stage.press('h');
  await expect(canvas.find).toBeVisible();
  expect((await canvas.find.boundingBox())!.y).toBeGreaterThanOrEqual(await bottomOf());
  await polder.page.keyboard.press('Escape');
  await views.matrix.show();
  expect((await views.matrix.stage.boundingBox())!.y).toBeGreaterThanOrEqual(await bottomOf());
  await views.list.show();
  await expect(leftOut).toContainText('1 document does not parse');
  expect((await views.list.search.boundingBox())!.y).toBeGreaterThanOrEqual(await bottomOf());
});

test('what stands for manifests that are not there is not passed over in silence', async ({ polder }) => {
  const release = (name: string): string =>
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: ${name}, namespace: farm}\nspec: {}\n`;
  await polder.importing.pick({ name: 'apps.yaml', content: documents(release('barn'), release('mill')) });
  await expect(polder.notices).toContainText('2 HelmReleases are not rendered');
  await expect(polder.page.getByTestId('canvas-message')).toContainText('2 HelmReleases may stand for workloads');
  await polder.problems.show();
  await expect(polder.problems.row(/2 objects of kind HelmRelease .* not rendered/)).toBeVisible();
});

test('a Helm template is named as one, and kept', async ({ polder }) => {
  const template =
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n{{- if .Values.on }}\nspec: {}\n{{- end }}\n';
  await polder.importing.pick({ name: 'template.yaml', content: template }, { name: 'barn.yaml', content: barn });
  await expect(polder.canvas.cards).toHaveCount(1);
  await polder.problems.show();
  await expect(polder.problems.row('error This is a Helm template').first()).toBeVisible();
  expect(await polder.files.text('template.yaml')).toBe(template);
});

test('a binary and an empty file do no harm', async ({ polder }) => {
  await polder.importing.pick(
    { name: 'picture.yaml', content: new Uint8Array(4096).map((_, index) => (index * 7) % 256) },
    { name: 'empty.yaml', content: '' },
    { name: 'barn.yaml', content: barn },
  );
  await expect(polder.canvas.cards).toHaveCount(1);
  await expect(polder.notices).toContainText('1 file or archive could not be read');
  await polder.problems.show();
  await expect(polder.problems.row('picture.yaml')).toBeVisible();
  await expect(polder.problems.row('error This file is not text')).toBeVisible();
  expect(await polder.files.bytes('empty.yaml')).toHaveLength(0);
});

test('a file that is too large is refused by name and size; the others are read', async ({ polder, folder }) => {
  const large = join(folder, 'large.yaml');
  const small = join(folder, 'barn.yaml');
  await writeFile(large, `# ${'x'.repeat(78)}\n`.repeat(325_000));
  await writeFile(small, barn);
  await polder.importing.pickPaths(large, small);
  await expect(polder.canvas.cards).toHaveCount(1);
  await expect(polder.notices).toContainText('1 file or archive could not be read');
  await polder.problems.show();
  await expect(polder.problems.row('large.yaml')).toBeVisible();
  await expect(
    polder.problems.row(/^error This file is too large to read: 26.3 MB, where .* is the limit/),
  ).toBeVisible();
});

test('an invalid policy is listed, left out of the evaluation, and the screen says so', async ({ polder }) => {
  const invalid = ingressPolicy({ name: 'closed', namespace: 'farm', app: 'barn', from: 'mill', port: 99_999 });
  await polder.importing.pick({ name: 'farm.yaml', content: documents(mill, barn, invalid) });
  await expect(polder.canvas.cards).toHaveCount(2);
  await expect(polder.leftOut).toContainText('closed is invalid and left out of the evaluation');
  await expect(polder.status).toContainText('0 policies');
  await polder.problems.show();
  await expect(polder.problems.row(/^error .*99999/)).toBeVisible();
  await polder.explorer.show('Policies');
  await expect(polder.explorer.policies.getByRole('treeitem', { name: 'Invalid, left out' })).toBeVisible();
  await polder.leftOut.getByRole('button', { name: 'closed' }).click();
  await expect(polder.editor.lines).toContainText('port: 99999');
});

test('a zip that is none, and garbage in a zip, are reported beside what could be read', async ({ polder }) => {
  const zip = zipSync({
    'farm/pair.yaml': strToU8(pair),
    'farm/noise.yaml': new Uint8Array(512).map((_, at) => (at * 91) % 256),
  });
  await polder.importing.pick(
    { name: 'good.zip', content: zip },
    { name: 'broken.zip', content: new Uint8Array(300).fill(7) },
  );
  await expect(polder.canvas.cards).toHaveCount(2);
  await expect(polder.notices).toContainText('2 files or archives could not be read');
  await polder.problems.show();
  await expect(polder.problems.row('broken.zip')).toBeVisible();
  await expect(polder.problems.row('farm/noise.yaml')).toBeVisible();
});

test('when nothing can be read, what was open stays, and the screen says why', async ({ polder }) => {
  await polder.importing.pick({ name: 'broken.zip', content: new Uint8Array(300).fill(7) });
  await expect(polder.notices).toContainText('Nothing to import was found in “broken.zip”');
  await expect(polder.workspaces.button).toHaveAccessibleName('Workspace: Shop');
});

test('a name of 253 letters, 300 ports and writing in all directions stay where they belong', async ({
  polder,
  page,
}) => {
  const { canvas, inspector, views } = polder;
  const long = `${'a-very-long-workload-name-'.repeat(10).slice(0, 252)}z`;
  const ports = Array.from({ length: 300 }, (_, at) => `            - containerPort: ${3000 + at}\n`).join('');
  const wide = deployment({ name: 'wide', namespace: 'farm' })
    .replace('  name: wide', `  name: ${long}\n  annotations: {title: "متجر التطبيقات 支払いサービス"}`)
    .replace(/ {12}- name: http\n {14}containerPort: 8080\n/, ports);
  await page.setViewportSize({ width: 1024, height: 768 });
  await polder.importing.paste(documents(wide, barn));
  const card = canvas.card(`farm/Deployment/${long}`);
  await expect(card).toContainText('3000 3001 +298');
  await canvas.selectCard(`farm/Deployment/${long}`);
  await expect(inspector.title).toHaveText(long);
  /** What is wider than the screen, its panel or its card. */
  const sticksOut = () =>
    page.evaluate(() => {
      const right = (element: Element): number => element.getBoundingClientRect().right;
      const cards = [...document.querySelectorAll('[data-testid="workload-card"]')];
      const words = cards.flatMap((one) =>
        [...one.querySelectorAll('span')].filter((word) => right(word) > right(one)),
      );
      const boxes = [document.documentElement, ...document.querySelectorAll('[role=tabpanel]')];
      return [...words, ...boxes.filter((box) => box.scrollWidth > box.clientWidth + 1)].map(
        ({ outerHTML }) => outerHTML,
      );
    });
  expect(await sticksOut()).toEqual([]);
  await views.list.show();
  expect(await sticksOut()).toEqual([]);
  await views.matrix.show();
  expect(await sticksOut()).toEqual([]);
});

test('policies of other dialects are named as not evaluated yet', async ({ polder }) => {
  const cilium =
    'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata:\n  name: l7\n  namespace: farm\nspec: {}\n';
  const calico = 'apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: all\nspec: {}\n';
  await polder.importing.paste(documents(pair, cilium, cilium.replace('l7', 'l4'), calico));
  await expect(polder.canvas.cards).toHaveCount(2);
  await expect(polder.notices).toContainText('2 CiliumNetworkPolicies');
  await expect(polder.notices).toContainText('1 GlobalNetworkPolicy');
  await expect(polder.notices).toContainText('not evaluated yet');
  await expect(polder.canvas.notes).not.toContainText('every workload is open');
  await polder.notices.getByRole('button', { name: '1 GlobalNetworkPolicy' }).click();
  await expect(polder.editor.lines).toContainText('GlobalNetworkPolicy');
});

test('other kinds are counted as not part of the evaluation', async ({ polder }) => {
  const map = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: farm\n`;
  await polder.importing.paste(documents(pair, map('a'), map('b')));
  const button = polder.status.getByRole('button', { name: 'Not part of the evaluation: 2 objects' });
  await button.click();
  await expect(polder.dialog).toContainText('ConfigMap');
  await polder.dialog.getByRole('button', { name: 'ConfigMap' }).click();
  await expect(polder.editor.lines).toContainText('name: a');
});
