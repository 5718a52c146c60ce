import { deployment, documents, ingressPolicy } from './drivers/manifests.ts';
import { expect, test } from './drivers/test.ts';

test('the matrix is a key away, and a workspace remembers its view', async ({ polder }) => {
  await polder.open();
  await polder.page.keyboard.press('m');
  await expect(polder.views.matrix.view).toBeVisible();
  await expect.poll(() => polder.views.matrix.hasPixels()).toBe(true);
  await polder.saved();
  await polder.page.reload();
  await expect(polder.views.matrix.view).toBeVisible();
  await polder.page.keyboard.press('g');
  await expect(polder.canvas.stage).toBeVisible();
});

test('arrows walk from cell to cell, and each is said in words', async ({ polder }) => {
  const { matrix } = polder.views;
  await polder.open();
  await matrix.show();
  await matrix.walk();
  await expect(matrix.words).toHaveText(/^ingress to ingress\. 1 of 4 pairs allowed by rule\. 3 of 4 pairs denied\.$/);
  await matrix.walk('ArrowDown', 'ArrowRight', 'ArrowRight');
  await expect(matrix.words).toHaveText('ingress/controller to ingress/error-pages. Allowed by rule: TCP 8080.');
  await expect(matrix.tip).toContainText('Allowed by rule: TCP 8080');
  await matrix.walk('ArrowLeft', 'ArrowDown');
  await expect(matrix.words).toHaveText(/^Row: Deployment ingress\/controller: ingress isolated, egress isolated\.$/);
});

test('Enter shows the reasons of a cell, Escape lets go', async ({ polder }) => {
  const { matrix } = polder.views;
  await polder.open();
  await matrix.show();
  await matrix.walk('ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter');
  await expect(polder.inspector.title).toContainText('controller');
  await expect(polder.inspector.title).toContainText('error-pages');
  await expect(polder.inspector.details).toContainText('Allowed by rule');
  await polder.page.keyboard.press('Escape');
  await expect(polder.inspector.details).toContainText('Nothing selected');
  await matrix.walk('ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter');
  await expect(polder.inspector.details).toContainText('Denied');
});

test('a namespace is folded and opened at its header', async ({ polder }) => {
  const { matrix } = polder.views;
  await polder.open();
  await matrix.show();
  await matrix.walk('ArrowLeft');
  await expect(matrix.words).toContainText('Namespace ingress, 2 workloads, open');
  await polder.page.keyboard.press('Enter');
  await expect(matrix.words).toContainText('Namespace ingress, 2 workloads, folded');
  await polder.page.keyboard.press('ArrowDown');
  await expect(matrix.words).toContainText('Namespace kube-system');
  await matrix.choose('Group by namespace');
  await matrix.walk('ArrowLeft');
  await expect(matrix.words).toHaveText(/^Row: Deployment ingress\/controller/);
});

test('a cell of many shows its flows', async ({ polder }) => {
  const { matrix } = polder.views;
  await polder.open();
  await matrix.show();
  await matrix.choose('Fold all namespaces');
  await matrix.walk('ArrowRight', 'Enter');
  await expect(polder.inspector.title).toContainText('ingress → kube-system');
  await expect(polder.inspector.details).toContainText('controller → coredns');
});

test('the order is chosen: closed workloads first', async ({ polder }) => {
  const { matrix } = polder.views;
  await polder.open();
  await polder.importing.pick({
    name: 'farm.yaml',
    content: documents(
      deployment({ name: 'barn', namespace: 'farm' }),
      deployment({ name: 'mill', namespace: 'farm' }),
      ingressPolicy({ name: 'mill', namespace: 'farm', app: 'mill', from: 'barn' }),
    ),
  });
  await expect(polder.canvas.cards).toHaveCount(2);
  await matrix.show();
  await matrix.walk('ArrowLeft', 'ArrowDown');
  await expect(matrix.words).toContainText('farm/barn');
  await matrix.choose('Isolation, closed first');
  await matrix.walk('ArrowLeft', 'ArrowDown');
  await expect(matrix.words).toContainText('farm/mill');
});
