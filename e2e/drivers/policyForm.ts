import { expect, type Page } from '../support/browser.ts';
import type { createExplorer } from './explorer.ts';

/** A policy as fields, in the inspector. */
export function createPolicyForm(page: Page, explorer: ReturnType<typeof createExplorer>) {
  const form = page.getByRole('form', { name: /^Fields of/ });
  const group = (name: string) => form.getByRole('group', { name, exact: true });
  return {
    form,
    /** The requirements of a selector: `Selected pods`, `From 1: pods`. */
    group,
    name: form.getByLabel('Name', { exact: true }),
    field: (name: string) => form.getByLabel(name, { exact: true }),
    /** Whether the policy isolates a direction. */
    isolates: (direction: 'ingress' | 'egress') => form.getByRole('checkbox', { name: `Isolates ${direction}` }),
    /** The button that folds a rule. */
    rule: (direction: 'ingress' | 'egress', number: number) =>
      form.getByRole('button', { name: new RegExp(`^${direction} rule ${number}:`) }),
    button: (name: string | RegExp) => form.getByRole('button', { name, exact: true }),
    /** The pods that a selector takes in. */
    matches: (name: string) => group(name).getByRole('list', { name: 'Pods that match' }).getByRole('listitem'),
    /** What flows since the form was opened. */
    effect: form.getByText(/^Since the form was opened/),
    async open(namespace: string, policy: string) {
      await explorer.show('Policies');
      const rows = explorer.policies.getByRole('treeitem');
      const own = rows.filter({ has: page.getByText(policy, { exact: true }) });
      // Policies of one name in several namespaces stand below theirs, in the order of the namespaces.
      const namespaces = await rows.filter({ hasNotText: 'selects' }).allTextContents();
      const index = (await own.count()) === 1 ? 0 : namespaces.findIndex((text) => text.startsWith(namespace));
      await own.nth(index).click();
      const button = page.getByRole('button', { name: 'Edit in a form' });
      await expect(button.or(form)).toBeVisible();
      if (await button.isVisible()) await button.click();
      await expect(page.getByRole('form', { name: `Fields of ${policy}` })).toBeVisible();
    },
  };
}
