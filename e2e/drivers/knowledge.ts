import type { Page } from '../support/browser.ts';

/** How sure the verdicts are: the count of uncertain flows, and the switch that takes what is not said as absent. */
export function createKnowledge(page: Page) {
  const count = page.getByRole('contentinfo', { name: 'Status' }).getByRole('button', { name: /uncertain/i });
  const panel = page.getByRole('dialog', { name: 'What the verdicts rest on' });
  return {
    count,
    async assumeComplete(wanted: boolean) {
      await count.click();
      await panel.getByRole('checkbox', { name: /^Assume the import is complete/ }).setChecked(wanted);
      await page.keyboard.press('Escape');
    },
    async showOnMap() {
      await count.click();
      await panel.getByRole('button', { name: 'Show on the map' }).click();
      await page.keyboard.press('Escape');
    },
  };
}
