import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What can differ between two themes of one page. */
const themeRules = ['color-contrast'];

/**
 * What axe-core finds of serious or critical weight, in words. `theme`: only what another theme can change, where the rest
 * of the page was looked at before.
 */
export async function findBarriers(page: Page, scope: 'all' | 'theme' = 'all'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const builder = scope === 'theme' ? axe.withRules(themeRules) : axe;
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) =>
          `${id} (${impact}): ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary ?? ''}`,
      ),
    );
}
