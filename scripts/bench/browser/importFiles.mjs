/**
 * Imports files as a person does; does not wait for what follows.
 *
 * @param {{ name: string, text: string }[]} files Playwright does not keep folders of files that are not on a disk: names must differ
 */
export async function importFiles(page, files) {
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import manifests' });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Files or zip' }).click(),
  ]);
  await chooser.setFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) })),
  );
}
