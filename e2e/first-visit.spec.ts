import { expect, test } from './drivers/test.ts';

test('the first visit shows a sample already drawn, and an invitation to open one’s own manifests', async ({
  polder,
}) => {
  await polder.open();
  await expect(polder.canvas.cards).toHaveCount(7);
  await expect(polder.canvas.edge('shop/Deployment/web', 'shop/Deployment/api')).toBeAttached();
  await expect(polder.canvas.label('shop/Deployment/web', 'shop/Deployment/api')).toHaveText('8080');
  await expect(polder.invitation).toContainText('Sample “Shop”');
  await expect(polder.invitation.getByRole('button', { name: 'Open folder' })).toBeEnabled();
  await expect(polder.status).toContainText('Data stays in this browser');
  await expect(polder.problems.summary).toHaveAccessibleName('Problems: 0 errors, 0 warnings');
});

for (const { id, title, workloads } of [
  { id: 'shop', title: 'Shop', workloads: 7 },
  { id: 'shop-mistakes', title: 'Shop with mistakes', workloads: 7 },
  { id: 'platform', title: 'Platform', workloads: 60 },
] as const) {
  test(`the sample “${title}” opens from its address, drawn and without problems`, async ({ polder }) => {
    await polder.open({ sample: id });
    await expect(polder.workspaces.button).toHaveAccessibleName(`Workspace: ${title}`);
    await expect(polder.status).toContainText(`${workloads} workloads`);
    await expect(polder.canvas.edges).not.toHaveCount(0);
    await expect(polder.problems.summary).toHaveAccessibleName(/^Problems: 0 errors/);
  });
}

test('what is likely a slip stands among the problems, whether its file is open or not', async ({ polder }) => {
  const { editor, files, problems } = polder;
  await polder.open({ sample: 'shop-mistakes' });
  await problems.show();
  const slip = problems.row(/which is the port of the Service/);
  await expect(slip).toBeVisible();
  await slip.click();
  await editor.focus();
  await editor.fix('Use the pods’ port 8080 instead of api:80');
  await expect(editor.lines).toContainText('port: 8080');
  await problems.show();
  await expect(slip).toHaveCount(0);
  expect(await files.text('shop-mistakes/shop-policies.yaml')).toContain('port: 8080');
});

test('another sample opens from the import dialog, and the first is kept as it was left', async ({ polder }) => {
  await polder.open();
  await polder.importing.openSample('Shop with mistakes');
  await expect(polder.workspaces.button).toHaveAccessibleName('Workspace: Shop with mistakes');
  await expect(polder.invitation).toContainText('Sample “Shop with mistakes”');
  // The classic mistake: the Service's port instead of the container's.
  await expect(polder.canvas.edge('shop/Deployment/web', 'shop/Deployment/api')).toHaveCount(0);
  await polder.workspaces.switchTo('Shop');
  await expect(polder.canvas.edge('shop/Deployment/web', 'shop/Deployment/api')).toBeAttached();
});
