import { deployment } from './drivers/manifests.ts';
import { expect, test } from './drivers/test.ts';
import { findBarriers } from './support/axe.ts';

const policies = 'shop/shop-policies.yaml';
const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';
const cache = 'shop/Deployment/cache';

test.beforeEach(({ polder }) => polder.open({ sample: 'shop' }));

test('what is typed in a field stands in the text at once, with the pods it matches, as one step', async ({
  polder,
  page,
}) => {
  const { canvas, files, policyForm } = polder;
  const before = await files.bytes(policies);
  await policyForm.open('shop', 'api');
  await expect(policyForm.matches('From 1: pods')).toHaveText('web');
  await policyForm.field('From 1: pods 1: value').fill('');
  await policyForm.field('From 1: pods 1: value').pressSequentially('cache');
  await expect(policyForm.matches('From 1: pods')).toHaveText('cache');
  await expect(canvas.edge(web, api)).toHaveCount(0);
  await expect(policyForm.effect).toContainText('1 flow less');
  await expect(polder.editor.lines).toContainText('app: cache');
  const after = await files.text(policies);
  expect(after).toBe(
    before
      .toString('utf8')
      .replace('app: web\n      ports:\n        - port: http', 'app: cache\n      ports:\n        - port: http'),
  );
  await polder.history.open();
  await expect(polder.history.current).toContainText('Change a peer of ingress rule 1 of api');
  await polder.undo();
  await expect(policyForm.field('From 1: pods 1: value')).toHaveValue('web');
  expect(await files.bytes(policies)).toEqual(before);
  expect(await findBarriers(page)).toEqual([]);
});

test('a form longer than the window scrolls in its panel, never the page', async ({ polder, page }) => {
  await polder.policyForm.open('shop', 'api');
  await expect(polder.policyForm.name).toHaveValue('api');
  const size = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(size).toBe(0);
});

test('the form follows the text, and waits while that is broken', async ({ polder }) => {
  const { editor, policyForm } = polder;
  await policyForm.open('shop', 'cache');
  await editor.replace(policies, 'port: redis', 'port: 9090');
  await expect(policyForm.field('Port 1: port of the container, range or name')).toHaveValue('9090');
  await editor.replace(policies, 'port: 9090', 'port: 90: 90');
  await expect(policyForm.form).toContainText('broken at the moment');
  await expect(policyForm.name).toBeDisabled();
  await editor.replace(policies, '90: 90', '9091');
  await expect(policyForm.name).toBeEnabled();
  await expect(policyForm.field('Port 1: port of the container, range or name')).toHaveValue('9091');
});

test('a rule with a peer and a port, by keyboard alone', async ({ polder, page }) => {
  const { canvas, files, policyForm } = polder;
  await policyForm.open('shop', 'cache');
  await policyForm.button('Add ingress rule').focus();
  await page.keyboard.press('Enter');
  const rule = policyForm.group('New ingress rule');
  await rule.getByRole('button', { name: 'Only pods with a label' }).focus();
  await page.keyboard.press('Enter');
  await rule.getByLabel('New pod requirement: key').focus();
  await page.keyboard.type('app');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('web');
  // The pods of a requirement are listed before it is written.
  await expect(rule.getByRole('list', { name: 'Pods that match' })).toHaveText('web');
  await page.keyboard.press('Enter');
  await rule.getByLabel('Port: port of the container, range or name').pressSequentially('70000');
  await rule.getByRole('button', { name: 'Add rule' }).press('Enter');
  await expect(rule).toContainText('no port that a cluster takes');
  await rule.getByLabel('Port: port of the container, range or name').fill('6379');
  await rule.getByRole('button', { name: 'Add rule' }).press('Enter');
  await expect(rule).toHaveCount(0);
  expect(await files.text(policies)).toContain(
    '    - from:\n        - podSelector:\n            matchLabels:\n              app: web\n      ports:\n        - protocol: TCP\n          port: 6379\n',
  );
  // The other end lets nothing of it out yet.
  await expect(canvas.edge(web, cache)).toHaveCount(0);
  await policyForm.open('shop', 'web');
  await policyForm.button('Add egress rule').press('Enter');
  const out = policyForm.group('New egress rule');
  await out.getByLabel('To: kind').selectOption('Anyone, inside or outside');
  await out.getByLabel('Port: port of the container, range or name').fill('6379');
  await out.getByRole('button', { name: 'Add rule' }).press('Enter');
  await expect(canvas.edge(web, cache)).toBeAttached();
});

test('why a value is not written stays beside it, however quickly it was typed', async ({ polder }) => {
  const { files, policyForm } = polder;
  await policyForm.open('shop', 'api');
  const port = policyForm.field('Port 1: port of the container, range or name').first();
  await port.fill('');
  await port.pressSequentially('99999', { delay: 0 });
  await expect(policyForm.form).toContainText('“99999” is no port that a cluster takes');
  await port.blur();
  await expect(policyForm.form).toContainText('“99999” is no port that a cluster takes');
  await expect(port).toHaveValue('99999');
  expect(await files.text(policies)).not.toContain('99999');
});

test('types and whole lists are said, never left to what an empty list means', async ({ polder }) => {
  const { files, policyForm } = polder;
  await policyForm.open('shop', 'api');
  await expect(policyForm.button(/^The only peer: without it/)).toBeDisabled();
  await expect(policyForm.button(/^The only port: without it/)).toBeDisabled();
  await policyForm.button('Allow anyone').click();
  await expect(policyForm.rule('ingress', 1)).toContainText('From anyone');
  expect(await files.text(policies)).toContain('  ingress:\n    - ports:\n        - port: http\n');
  await policyForm.isolates('egress').click();
  await expect(policyForm.form).toContainText('These rules have no effect: Egress is not among the policy types.');
  // A policy isolates something.
  await expect(policyForm.isolates('ingress')).toBeDisabled();
  await policyForm.button('Remove egress rule 3').click();
  await expect(policyForm.button('Remove egress rule 3')).toHaveCount(0);
  const text = await files.text(policies);
  expect(text).not.toContain('203.0.113.16/28');
  expect(text).not.toContain("payment provider's");
  for (let step = 0; step < 3; step += 1) await polder.undo();
  await expect(polder.changes).toHaveText('No changes');
});

test('a name is written when it is done, and refused where another policy has it', async ({ polder, page }) => {
  const { policyForm } = polder;
  await policyForm.open('shop', 'api');
  await policyForm.name.fill('web');
  await page.keyboard.press('Enter');
  await expect(policyForm.form).toContainText('exists already');
  await policyForm.name.fill('backend');
  await page.keyboard.press('Enter');
  await expect(polder.inspector.title).toHaveText('backend');
  await expect(policyForm.name).toHaveValue('backend');
});

test('what no field stands for stays as it is written', async ({ polder }) => {
  const { editor, files, policyForm } = polder;
  await editor.replace(policies, 'port: redis', 'portName: redis');
  await policyForm.open('shop', 'cache');
  await expect(policyForm.form).toContainText('As written; edit the text');
  await policyForm.button('Another port').first().click();
  await policyForm.field('New port: port of the container, range or name').fill('9090-9099');
  await policyForm.button('Add port').click();
  await expect(policyForm.rule('ingress', 1)).toContainText('TCP 9090-9099');
  const text = await files.text(policies);
  expect(text).toContain('portName: redis');
  expect(text).toContain('endPort: 9099');
});

test('what is shared through an anchor is changed for all, or written out, as one says', async ({ polder }) => {
  const { files, importing, policyForm } = polder;
  await importing.paste(
    [
      deployment({ name: 'web', namespace: 'lab' }),
      `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: &app web
  namespace: lab
spec:
  podSelector:
    matchLabels:
      app: *app
`,
    ].join('---\n'),
  );
  await policyForm.open('lab', 'web');
  await policyForm.field('Selected pods 1: value').fill('api');
  await expect(policyForm.form.getByRole('alert').first()).toContainText('share this text through a YAML anchor');
  await policyForm.button('Only here').click();
  await expect(policyForm.form).toContainText('Matches no pod of the workspace');
  expect(await files.text('pasted.yaml')).toContain(
    'name: &app web\n  namespace: lab\nspec:\n  podSelector:\n    matchLabels:\n      app: api\n',
  );
});
