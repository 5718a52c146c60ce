import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Rows of lists have a name that is shorter than, or a sentence about, what they show; the rule that the one contains the other is left out.
 * What axe-core finds of serious or critical weight, in words.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules('label-content-name-mismatch').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) =>
          `${id} (${impact}): ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary ?? ''}`,
      ),
    );
}
