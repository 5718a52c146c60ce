import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './drivers/test.ts';

/** Manifests of well-known projects, where they lie beside the repository. */
const corpus = join(import.meta.dirname, '..', '..', 'shared', 'corpus');

test.describe('real manifests', () => {
  test.skip(!existsSync(corpus), `There are no manifests in ${corpus}.`);
  test.beforeEach(({ polder }) => polder.open());

  test('online-boutique: a folder, and its policies added to it', async ({ polder }) => {
    const { canvas, importing, problems } = polder;
    await importing.pickFolder(join(corpus, 'online-boutique', 'kubernetes-manifests'));
    await expect(canvas.card('default/Deployment/frontend')).toBeVisible();
    await expect(canvas.edges).toHaveCount(0);
    await importing.into(/^Add to/);
    await importing.pickFolder(join(corpus, 'online-boutique', 'kustomize', 'components', 'network-policies'));
    await expect(canvas.edge('default/Deployment/frontend', 'default/Deployment/cartservice')).toBeAttached();
    await expect(canvas.label('default/Deployment/cartservice', 'default/Deployment/redis-cart')).toHaveText('6379');
    await expect(polder.status).toContainText('12 workloads');
    await expect(polder.status).toContainText('13 policies');
    await expect(problems.summary).toHaveAccessibleName(/^Problems: 0 errors/);
  });

  test('sock-shop: several folders dropped at once', async ({ polder }) => {
    const { canvas, importing, problems } = polder;
    const folders = ['manifests', 'manifests-monitoring', 'manifests-policy'];
    await importing.dropPaths(folders.map((name) => join(corpus, 'sock-shop', name)));
    await expect(canvas.card('sock-shop/Deployment/front-end')).toBeVisible();
    await expect(canvas.card('monitoring/Deployment/grafana-core')).toBeVisible();
    await expect(polder.status).toContainText('policies');
    await problems.show();
    await expect(problems.rows.first()).toBeVisible();
  });

  test('argo-cd: one large file of everything', async ({ polder }) => {
    const { canvas, importing, problems } = polder;
    await importing.pickPaths(join(corpus, 'argo-cd', 'manifests', 'install.yaml'));
    await expect(canvas.card('default/Deployment/argocd-server')).toBeVisible();
    await expect(canvas.edges).not.toHaveCount(0);
    await expect(polder.status).toContainText(/Not part of the evaluation: \d+ objects/);
    await problems.show();
    await expect(problems.rows.first()).toBeVisible();
    await polder.inspector.ask({ from: 'argocd-server', to: 'argocd-redis', port: '6379' });
    await expect(polder.inspector.verdict).toContainText('Allowed');
  });

  test('bad input: broken in every way, and still everything else is there', async ({ polder }) => {
    const { canvas, importing, problems } = polder;
    await importing.pickFolder(join(corpus, 'bad-input-a'));
    await expect(canvas.cards.first()).toBeVisible();
    await expect(polder.leftOut).toContainText(/documents do not parse/);
    await expect(polder.leftOut).toContainText(/left out of the evaluation/);
    await problems.show();
    await expect(problems.rows.first()).toBeVisible();
  });
});
