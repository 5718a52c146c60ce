import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe-core finds of serious or critical weight, in words. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) =>
          `${id} (${impact}): ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary ?? ''}`,
      ),
    );
}
