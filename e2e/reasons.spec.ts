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
  await expect(egress.getByRole('list', { name: 'What comes closest' })).toContainText('not this port');
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
