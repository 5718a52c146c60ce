import { expect, test } from './drivers/test.ts';

const policies = 'shop/shop-policies.yaml';

test('an edit shows the lines and the flows that change with it, and undo takes both away', async ({ polder }) => {
  const { comparison, editor } = polder;
  await polder.open();
  await comparison.show();
  await expect(comparison.panel).toContainText('Nothing has changed since the import');

  await editor.replace(policies, '- port: 6379', '- port: 6380');
  await comparison.show();
  await expect(comparison.file(policies)).toContainText('- port: 6380');
  await expect(comparison.causes).toHaveCount(1);
  await expect(comparison.row(/NetworkPolicy shop\/api changed: spec\.egress\[1\] changed/)).toBeVisible();
  await expect(comparison.row('removed: shop/api → shop/cache TCP 6379')).toBeVisible();

  await polder.undo();
  await expect(comparison.panel).toContainText('Nothing has changed since the import');
});

test('a line of the comparison selects its flow, and the cause its policy', async ({ polder }) => {
  const { comparison, editor, inspector } = polder;
  await polder.open();
  await editor.replace(policies, '- port: 6379', '- port: 6380');
  await comparison.show();
  await comparison.row('removed: shop/api → shop/cache TCP 6379').click();
  await expect(inspector.title).toContainText('cache');
  await comparison.row(/NetworkPolicy shop\/api changed/).click();
  await expect(inspector.title).toContainText('api');
});

test('what is lost is said first: names, and isolation', async ({ polder }) => {
  const { comparison, files } = polder;
  await polder.open();
  await files.remove(policies);
  await comparison.show();
  await expect(comparison.text).toContainText('removed');
  await expect(comparison.causes.first()).toContainText('is removed');
  await expect(comparison.row(/^No longer isolated \(ingress\)/).first()).toBeVisible();
});

test('text that changes without changing what it means has no flow changes', async ({ polder }) => {
  const { comparison, editor } = polder;
  await polder.open();
  await editor.putCaret(policies, '# Start from nothing');
  await editor.type('# Reviewed. ');
  await comparison.show();
  await expect(comparison.flows).toContainText('No flow changes');
});

test('the comparison is with the import after a reload too', async ({ polder }) => {
  const { comparison, editor } = polder;
  await polder.open();
  await editor.replace(policies, '- port: 6379', '- port: 6380');
  await polder.saved();
  await polder.reload();
  await comparison.show();
  await expect(comparison.row('removed: shop/api → shop/cache TCP 6379')).toBeVisible();
});

test('the keyboard goes through causes and lines', async ({ polder }) => {
  const { comparison, editor, inspector } = polder;
  await polder.open();
  await editor.replace(policies, '- port: 6379', '- port: 6380');
  await comparison.show();
  await expect(comparison.causes).toHaveCount(1);
  await comparison.tree.focus();
  await polder.page.keyboard.press('ArrowDown');
  await polder.page.keyboard.press('Enter');
  await expect(inspector.title).toContainText('cache');
});
