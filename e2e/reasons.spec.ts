import { expect, test } from './drivers/test.ts';

const policies = 'shop/shop-policies.yaml';
const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';

test('an edge shows the reasons of both ends, with links to the lines', async ({ polder }) => {
  const { canvas, editor, inspector } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.selectEdge(web, api);
  await expect(inspector.details).toContainText('Allowed by rule');
  await expect(inspector.details).toContainText('TCP 8080');

  const egress = inspector.end('egress', 'web');
  await expect(egress).toContainText('Egress from web: passes');
  await expect(egress).toContainText('Isolated by default-deny, allow-dns, web; allowed by');
  await expect(egress).toContainText('egress rule 1, peer 1, port 1');
  const ingress = inspector.end('ingress', 'api');
  await expect(ingress).toContainText('Ingress to api: passes');
  await expect(ingress).toContainText('ingress rule 1, peer 1, port 1');

  await ingress.getByRole('button', { name: /^shop-policies\.yaml:\d+$/ }).click();
  await expect(editor.tab(policies)).toHaveAttribute('aria-selected', 'true');
  await expect(editor.lines).toContainText('app: web');
  await expect(editor.revealed.first()).toBeVisible();
  await expect(editor.highlighted.first()).toBeVisible();
  const text = (await polder.files.text(policies)).split('\n');
  const line = text.findIndex(
    (_, index) => text.slice(index - 18, index).includes('  name: api') && text[index]?.includes('- podSelector'),
  );
  await expect(ingress.getByRole('button', { name: /^shop-policies/ })).toHaveText(`shop-policies.yaml:${line + 1}`);

  // The policies that isolate are links, too.
  await egress.getByRole('button', { name: 'default-deny' }).click();
  await expect(editor.lines).toContainText('name: default-deny');
});

test('a denied pair says that it is denied, where, and why', async ({ polder }) => {
  const { inspector } = polder;
  await polder.open({ sample: 'shop' });
  await inspector.ask({ from: 'web', to: 'database' });
  await expect(inspector.verdict).toContainText('Denied');
  await expect(inspector.end('egress', 'web')).toContainText('Egress from web: denied');
  await expect(inspector.end('egress', 'web')).toContainText('no rule allows it');
  // Both ends deny it: the one that stops the connection first is to blame, and the others are one click away.
  await expect(inspector.cause).toContainText('Most likely, at the egress of shop/web:');
  await inspector
    .end('egress', 'web')
    .getByRole('button', { name: /more polic/ })
    .click();
  await expect(inspector.end('egress', 'web').getByRole('list', { name: 'What comes closest' })).toContainText(
    'has no egress rule',
  );
  await expect(inspector.end('ingress', 'database')).toContainText('Ingress to database: denied');
});

test('a question with a port is answered for that port, with what comes closest', async ({ polder }) => {
  const { inspector } = polder;
  await polder.open({ sample: 'shop-mistakes' });
  // The rule says the Service's port, the API listens on another.
  await inspector.ask({ from: 'web', to: 'api', port: '8080' });
  await expect(inspector.verdict).toContainText('Denied');
  await expect(inspector.end('ingress', 'api')).toContainText('passes');
  const egress = inspector.end('egress', 'web');
  await expect(egress).toContainText('denied');
  await expect(inspector.cause).toContainText('the port of the Service api; policies see the port of the pod, 8080');
  await inspector.cause.getByRole('button', { name: /\.yaml:\d+$/ }).click();
  await expect(polder.editor.revealed.first()).toBeVisible();
  await inspector.ask({ from: 'web', to: 'api', port: 'eighty' });
  await expect(inspector.question).toContainText('A port from 1 to 65535');
});

test('an answer follows the text', async ({ polder }) => {
  const { inspector } = polder;
  await polder.open({ sample: 'shop' });
  await inspector.ask({ from: 'web', to: 'api', port: '8080' });
  await expect(inspector.verdict).toContainText('Allowed');
  await polder.editor.replace(policies, '- port: 8080', '- port: 8081');
  await expect(inspector.verdict).toContainText('Denied');
});

test('a node says which policies isolate it, and what it may reach', async ({ polder }) => {
  const { canvas, inspector } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.selectCard(api);
  await expect(inspector.title).toHaveText('api');
  await expect(inspector.details).toContainText('Ingress: isolated by default-deny, api');
  await expect(inspector.flow(/^shop\/api → shop\/cache/)).toBeVisible();
  await expect(inspector.flow(/^shop\/web → shop\/api/)).toBeVisible();
  await canvas.selectCard('kube-system/Deployment/coredns');
  await expect(inspector.details).toContainText('Ingress: open, no policy selects it');
  await inspector.flow(/^shop\/web → kube-system\/coredns/).click();
  await expect(inspector.end('ingress', 'coredns')).toContainText('No policy selects it for ingress');
});

test('a policy says what each rule is good for', async ({ polder }) => {
  const { canvas, inspector } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.selectCard(api);
  await inspector.showPolicy('api');
  const rule = inspector.rule('ingress rule 1');
  await expect(rule).toContainText('Its only flow would go with it.');
  await expect(rule).toContainText('Peer 1: ');
  await rule.getByRole('button', { name: 'shop/web → shop/api' }).click();
  await expect(inspector.details).toContainText('Allowed by rule');
});

test('a workload says what it can get to step by step', async ({ polder }) => {
  const { canvas, inspector } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.selectCard(web);
  await inspector.details.getByRole('button', { name: 'Step by step' }).click();
  await expect(inspector.details).toContainText('in one step');
  await inspector.details.getByRole('button', { name: 'Show the ways' }).first().click();
  await expect(inspector.details.getByRole('list', { name: 'If it is compromised' })).toContainText('through shop/api');
});
