import type { Page } from '../support/browser.ts';
import { choose } from './combobox.ts';

/** What is selected, and the question whether one can reach another. */
export function createInspector(page: Page) {
  const details = page.getByRole('tabpanel', { name: 'Details' });
  const question = page.getByRole('tabpanel', { name: 'Can it reach…?' });
  return {
    details,
    question,
    title: details.getByRole('heading', { level: 2 }),
    /** What one end of the selected flow says. */
    end: (direction: 'egress' | 'ingress', name: string) =>
      page.getByRole('region', { name: `${direction} at ${name}`, exact: true }),
    /** The one thing that most likely is to blame. */
    cause: page.getByRole('region', { name: 'Most likely cause' }),
    /** A rule of the selected policy: `ingress rule 1`. */
    rule: (name: string) => details.getByRole('listitem', { name, exact: true }),
    /** Follows a link to a policy of the selected thing. */
    async showPolicy(name: string) {
      await details.getByRole('button', { name, exact: true }).first().click();
    },
    /** A row under “Flows in”, “Flows out”, … */
    flow: (pair: RegExp) => details.getByTitle(pair),
    async ask({ from, to, port }: { readonly from: string; readonly to: string; readonly port?: string }) {
      await page.getByRole('tab', { name: 'Can it reach…?' }).click();
      await choose(question, page, { label: 'Can', query: from });
      await choose(question, page, { label: 'reach', query: to });
      await question.getByRole('textbox', { name: /^on port/ }).fill(port ?? '');
    },
    verdict: question.getByRole('status'),
  };
}
