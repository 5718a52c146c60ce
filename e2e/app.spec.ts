import { expect, test } from './drivers/test.ts';

test('the app opens and draws itself', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Polder/);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('the Content-Security-Policy is in the header and in the page', async ({ page }) => {
  const response = await page.goto('/');
  const header = response?.headers()['content-security-policy'] ?? '';
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  for (const policy of [header, meta]) {
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/https?:|\*/);
  }
  expect(header).toContain("frame-ancestors 'none'");
});

test('the app works from a deeper path of any static host', async ({ page, polder, subPathUrl }) => {
  await page.goto(subPathUrl);
  await expect(polder.canvas.cards).toHaveCount(7);
  await polder.editor.replace('shop/shop-policies.yaml', '5432', '5433');
  await expect(polder.canvas.edge('shop/Deployment/api', 'shop/StatefulSet/database')).toHaveCount(0);
  await polder.saved();
  await polder.importing.openSample('Platform');
  await expect(polder.status).toContainText('60 workloads');
});

test.describe('a script that turns bad', () => {
  test.use({ mannersChecked: false });

  test('cannot reach another origin', async ({ page }) => {
    await page.goto('/');
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          void fetch('https://example.com/').catch(() => undefined);
        }),
    );
    expect(blocked).toBe('connect-src');
  });
});
