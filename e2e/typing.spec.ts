import { expect, test } from './drivers/test.ts';

const policies = 'shop/shop-policies.yaml';
const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';
const cache = 'shop/Deployment/cache';

test.beforeEach(({ polder }) => polder.open({ sample: 'shop' }));

test('the graph follows the text: another port in a rule is another port on the edge', async ({ polder }) => {
  await expect(polder.canvas.label(api, cache)).toHaveText('6379');
  await polder.editor.replace(policies, '6379', '6380');
  // Only egress says 6380; ingress still means the port named redis, so nothing is left of the flow.
  await expect(polder.canvas.edge(api, cache)).toHaveCount(0);
  await polder.editor.replace(policies, 'redis', '6380');
  await expect(polder.canvas.label(api, cache)).toHaveText('6380');
  await polder.canvas.selectEdge(api, cache);
  await expect(polder.inspector.details).toContainText('TCP 6380');
  await expect(polder.changes).toHaveText('1 file changed');
});

test('broken YAML keeps its last good meaning, marked stale; mending it clears that', async ({ polder }) => {
  const { canvas, editor, leftOut, problems } = polder;
  // A value with a second colon, in the policy of the web servers.
  await editor.replace(policies, 'app: web', 'app: web: oops');
  await expect(leftOut).toContainText(/1 document does not parse.* what it said before still counts/);
  await expect(editor.tab(policies)).toContainText('stale');
  await expect(polder.files.row(policies)).toContainText('stale');
  await expect(problems.summary).toHaveAccessibleName(/^Problems: [1-9]/);
  await expect(editor.errors.first()).toBeVisible();
  await expect(canvas.label(web, api)).toHaveText('8080');
  await expect(canvas.cards).toHaveCount(7);

  await editor.replace(policies, 'web: oops', 'web');
  await expect(leftOut).not.toContainText('does not parse');
  await expect(editor.tab(policies)).not.toContainText('stale');
  await expect(polder.files.row(policies)).not.toContainText('stale');
  await expect(problems.summary).toHaveAccessibleName(/^Problems: 0 errors, 0 warnings/);
  await expect(canvas.label(web, api)).toHaveText('8080');
  await expect(polder.changes).toHaveText('No changes');
});

test('what is broken while another document of the file changes still keeps its meaning', async ({ polder }) => {
  await polder.editor.replace(policies, 'app: web', 'app: web: oops');
  await expect(polder.leftOut).toContainText('does not parse');
  await polder.editor.replace(policies, '5432', '5433');
  await expect(polder.canvas.edge(api, 'shop/StatefulSet/database')).toHaveCount(0);
  await expect(polder.canvas.edge(web, api)).toBeAttached();
});

test('the caret in a policy highlights what it selects and what it allows', async ({ polder }) => {
  await polder.editor.putCaret(policies, 'name: database');
  await expect(polder.canvas.ringed).toHaveCount(1);
  await expect(polder.canvas.card('shop/StatefulSet/database')).toHaveAttribute('data-emphasis', /ringed/);
  await expect(polder.canvas.edge(api, 'shop/StatefulSet/database')).toHaveAttribute('data-emphasis', /lit/);
  await expect(polder.canvas.edge(web, api)).toHaveAttribute('data-emphasis', /dim/);

  // Every pod of the shop.
  await polder.editor.putCaret(policies, 'name: default-deny');
  await expect(polder.canvas.ringed).toHaveCount(4);
  await expect(polder.canvas.card('ingress/Deployment/controller')).not.toHaveAttribute('data-emphasis', /ringed/);
});

test('a label changed in a workload moves it out of its policies', async ({ polder }) => {
  await polder.editor.replace('shop/shop.yaml', 'tier: data', 'tier: dada');
  await expect(polder.changes).toHaveText('1 file changed');
  await expect(polder.canvas.edge(api, cache)).toBeAttached();
  await polder.editor.replace('shop/shop.yaml', 'app: cache\n        tier', 'app: hoard\n        tier');
  await expect(polder.canvas.edge(api, cache)).toHaveCount(0);
});
