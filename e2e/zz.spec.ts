import { test, expect } from './drivers/test.ts';
const sizes = [{ width: 1440, height: 900 }, { width: 1024, height: 768 }];
for (const scheme of ['light', 'dark'] as const) for (const size of sizes) {
  test(`shot ${scheme} ${size.width}`, async ({ polder }) => {
    const { comparison, editor, page } = polder as never as any;
    await polder.page.setViewportSize(size);
    await polder.page.emulateMedia({ colorScheme: scheme });
    await polder.open();
    const p = 'shop/shop-policies.yaml';
    await polder.editor.replace(p, '203.0.113.16/28', '203.0.113.0/24');
    await polder.editor.replace(p, 'k8s-app: kube-dns', 'k8s-app: dns');
    await polder.editor.replace(p, '- port: 6379', '- port: 6380');
    await polder.comparison.show();
    await expect(polder.comparison.causes.first()).toBeVisible();
    await polder.page.waitForTimeout(500);
    await polder.page.screenshot({ path: `/tmp/shots/shop-${scheme}-${size.width}.png` });
    if (scheme === 'light') {
      await polder.files.remove('shop/ingress-policies.yaml');
      await polder.comparison.show();
      await polder.page.waitForTimeout(1200);
      await polder.page.screenshot({ path: `/tmp/shots/removed-${scheme}-${size.width}.png` });
    }
  });
}
test('empty', async ({ polder }) => {
  await polder.page.setViewportSize(sizes[0]!);
  await polder.open();
  await polder.comparison.show();
  await polder.page.waitForTimeout(300);
  await polder.page.screenshot({ path: `/tmp/shots/empty.png` });
});
test('corpus', async ({ polder }) => {
  await polder.page.setViewportSize(sizes[0]!);
  await polder.open();
  await polder.importing.pickFolder('/work/shared/corpus/online-boutique');
  await polder.page.waitForTimeout(3000);
  await polder.page.screenshot({ path: `/tmp/shots/ob0.png` });
});
