import { deployment, documents } from './drivers/manifests.ts';
import { expect, test } from './drivers/test.ts';

const web = 'shop/Selector/app=web';
const api = 'shop/Selector/app=api';
const ops = 'namespaces with team=ops/Selector/any other pod';

const policies = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
    - from:
        - podSelector: {matchLabels: {app: api}}
        - namespaceSelector: {matchLabels: {team: ops}}
      ports: [{port: 8080}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: shop}
spec:
  podSelector: {matchLabels: {app: api}}
  ingress:
    - ports: [{port: http}]
`;

test('policies without workloads are drawn as what their selectors ask for', async ({ polder }) => {
  const { canvas, inspector, problems, importing, allowDialog, page } = polder;
  await polder.open();
  await importing.paste(policies);
  await expect(canvas.cards).toHaveCount(3);
  await expect(canvas.notes).toContainText('No workloads imported');
  await expect(canvas.edge(api, web)).toContainText('8080');
  await expect(canvas.edge(ops, web)).toBeAttached();
  await canvas.selectCard(web);
  await expect(inspector.details).toContainText('Supposed, since the import has no workloads');
  await problems.show();
  await expect(page.getByText('allows the port “http”')).toBeVisible();

  await polder.views.list.show();
  const row = polder.views.list.grid.getByRole('row').filter({ hasText: 'namespaces with team=ops' });
  await expect(row).toContainText('ingress: web');
  await polder.views.show('Graph');

  // A flow between them is written as any other.
  await canvas.drawEdge(web, api);
  await allowDialog.addPort('9090');
  await allowDialog.apply();
  await expect(canvas.edge(web, api)).toBeAttached();
  await canvas.drawEdge(web, ops);
  await allowDialog.addPort('9090');
  await expect(page.getByText(/stands for what a selector means/)).toBeVisible();
  await allowDialog.cancel();

  // One workload ends the supposing.
  await importing.paste(documents(policies, deployment({ name: 'till', namespace: 'shop' })));
  await expect(canvas.cards).toHaveCount(1);
  await expect(canvas.notes).not.toContainText('No workloads imported');
});
