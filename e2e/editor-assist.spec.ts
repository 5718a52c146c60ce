import { deployment, documents, ingressPolicy } from './drivers/manifests.ts';
import { expect, test } from './drivers/test.ts';

const policies = 'shop/shop-policies.yaml';
const workloads = 'shop/shop.yaml';
const api = 'shop/Deployment/api';
const cache = 'shop/Deployment/cache';

test.beforeEach(({ polder }) => polder.open({ sample: 'shop' }));

test('fields are offered where they can stand, in the columns of the file, and one keystroke takes one', async ({
  polder,
}) => {
  const { editor } = polder;
  await editor.appendTo(policies, '\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n');
  await editor.type('spec:\n  pod');
  await expect(editor.suggestion('podSelector')).toBeVisible();
  await editor.accept();
  // What comes next is offered at once: fields of the selector, then labels that pods of the namespace have.
  await expect(editor.suggestion('matchLabels')).toBeVisible();
  expect(await polder.files.text(policies)).toContain('spec:\n  podSelector:\n    ');
});

test('labels that exist are offered, with who has them', async ({ polder }) => {
  const { canvas, editor } = polder;
  await editor.select(policies, 'app: cache', 'cache');
  await editor.suggest('database');
  await expect(editor.suggestion('web')).toContainText('web');
  await editor.type('data');
  await expect(editor.suggestion('cache')).toBeHidden();
  await editor.accept();
  expect(await polder.files.text(policies)).toContain('app: database');
  await expect(canvas.edge(api, cache)).toHaveCount(0);
});

test('ports of the pods in question are offered, by number and by name', async ({ polder }) => {
  const { editor } = polder;
  await editor.select(policies, 'port: 6379', '6379');
  await editor.suggest('redis');
  await expect(editor.suggestion('redis')).toContainText('TCP 6379');
  await expect(editor.suggestion('5432')).toBeHidden();
});

test('completion works in text that does not parse', async ({ polder }) => {
  const { editor } = polder;
  await editor.replace(policies, 'policyTypes:', 'policyTypes: [Ingress');
  await expect(polder.leftOut).toContainText('does not parse');
  await editor.putCaret(policies, 'podSelector: {}');
  await editor.suggest('podSelector');
});

test('hovering a selector says what it matches, a rule what it allows', async ({ polder }) => {
  const { editor } = polder;
  await editor.expectMeaning(policies, 'app: cache', /app=cache matches 1 workload.*shop\/Deployment\/cache/s);
  await editor.expectMeaning(policies, 'ingress:\n    - from', 'What may come in');
});

test('a lens counts what a policy selects and allows, and shows it on the map', async ({ polder }) => {
  const { canvas, editor } = polder;
  await editor.putCaret(policies, 'name: database');
  const lens = editor.lens('selects 1 workload · allows 1 flow');
  await lens.last().click();
  await expect(canvas.ringed).toHaveCount(1);
  await expect(polder.inspector.details).toContainText('database');
});

test('in a file of many policies, lenses are there wherever one looks, and only there', async ({ polder }) => {
  const { editor, importing } = polder;
  const policy = (at: number): string => ingressPolicy({ name: `p${at}`, namespace: 'farm', app: `w${at}`, from: 'x' });
  const mill = deployment({ name: 'mill', namespace: 'farm' });
  await importing.pick({
    name: 'farm.yaml',
    content: documents(mill, ...Array.from({ length: 400 }, (_, at) => policy(at))),
  });
  await editor.putCaret('farm.yaml', 'name: p399');
  const lens = editor.lens('selects nothing');
  await expect(lens.last()).toBeInViewport();
  expect(await editor.text.locator('.codelens-decoration').count()).toBeLessThan(300);
  await editor.putCaret('farm.yaml', 'name: p0');
  await expect(lens.first()).toBeInViewport();
});

test('a misspelt field is marked, and mended in one step that has a name', async ({ polder }) => {
  const { editor, history } = polder;
  const before = await polder.files.text(policies);
  await editor.replace(policies, 'policyTypes', 'policyTyps');
  await expect(editor.warnings.first()).toBeVisible();
  await editor.putCaret(policies, 'policyTyps');
  await editor.fix('Rename policyTyps to policyTypes');
  await expect.poll(() => polder.files.text(policies)).toBe(before);
  await history.open();
  await expect(history.current).toContainText('Rename policyTyps to policyTypes');
  await polder.undo();
  expect(await polder.files.text(policies)).toContain('policyTyps');
});

test('a workload’s misspelt field is marked too', async ({ polder }) => {
  const { editor } = polder;
  await editor.replace(workloads, 'replicas', 'replicsa');
  await expect(editor.warnings.first()).toBeVisible();
  await editor.putCaret(workloads, 'replicsa');
  await editor.fix('Rename replicsa to replicas');
  await expect(polder.changes).toHaveText('No changes');
});

test('a port in quotes becomes a number', async ({ polder }) => {
  const { canvas, editor } = polder;
  await editor.select(policies, 'port: 6379', '6379');
  await polder.page.keyboard.insertText('"6379"');
  await expect(editor.errors.first()).toBeVisible();
  await editor.putCaret(policies, '"6379"');
  await editor.fix('Make 6379 a number');
  await expect(canvas.edge(api, cache)).toBeAttached();
  await expect(polder.changes).toHaveText('No changes');
});

test('F12 leads from a selector to the workload it matches, and from there back to the selectors', async ({
  polder,
}) => {
  const { editor, page } = polder;
  await editor.putCaret(policies, 'app: cache');
  await page.keyboard.press('F12');
  await expect(editor.tab(workloads)).toHaveAttribute('aria-selected', 'true');
  await expect(editor.revealed.first()).toBeVisible();
  await editor.putCaret(workloads, 'name: web');
  await page.keyboard.press('Shift+F12');
  await expect(editor.peek).toContainText('shop-policies.yaml');
});

test('the outline lists what is in the file', async ({ polder }) => {
  const { editor, page } = polder;
  await editor.putCaret(policies, 'name: database');
  await page.keyboard.press('Control+Shift+O');
  await expect(editor.quickInput).toContainText('NetworkPolicy database');
  await page.keyboard.type('database');
  await page.keyboard.press('Enter');
  await expect(editor.quickInput).toBeHidden();
});

test('formatting happens on request, touches white space only, and is a step', async ({ polder }) => {
  const { editor, files, palette } = polder;
  await polder.importing.paste(deployment({ name: 'shed', namespace: 'farm' }));
  await editor.open('pasted.yaml');
  const before = await files.text('pasted.yaml');
  await editor.putCaret('pasted.yaml', 'kind');
  await polder.page.keyboard.press('End');
  await editor.type('   ');
  await expect.poll(() => files.text('pasted.yaml')).not.toBe(before);
  await editor.putCaret('pasted.yaml', 'kind');
  await palette.run('Format this document');
  await expect.poll(() => files.text('pasted.yaml')).toBe(before);
  await polder.undo();
  expect(await files.text('pasted.yaml')).not.toBe(before);
});

test('words are found in all files', async ({ polder }) => {
  const { page } = polder;
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('searchbox', { name: 'Find in all files' }).fill('app: cache');
  const places = page.getByRole('tree', { name: 'Places' });
  await expect(places).toContainText(workloads);
  await expect(places).toContainText(policies);
  await places
    .getByRole('treeitem', { name: /app: cache/ })
    .first()
    .click();
  await expect(polder.editor.revealed.first()).toBeVisible();
});
