import { expect, type Page } from '../support/browser.ts';
import { dropContent, dropPaths } from '../support/dropping.ts';

export interface PickedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** All ways in. The buttons of the invitation are used while it is there, else those of the dialog. */
export function createImporting(page: Page) {
  const invitation = page.getByRole('region', { name: 'Open your own manifests' });
  const dialog = page.getByRole('dialog', { name: 'Import manifests' });
  const dropArea = dialog.getByText('Drop files, folders or a zip here');
  const progress = page.getByRole('status', { name: 'Import' });

  const openDialog = async (): Promise<void> => {
    await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
    await expect(dialog).toBeVisible();
  };
  const choose = async (way: 'Folder' | 'Files or zip', files: string | string[] | PickedFile[]): Promise<void> => {
    if (!(await dialog.isVisible())) await openDialog();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: way }).click(),
    ]);
    // Where it is now there will be a map, and whatever it lies on there lights up.
    await page.mouse.move(1, 1);
    const isPath = (file: string | PickedFile): file is string => typeof file === 'string';
    if (typeof files === 'string') await chooser.setFiles(files);
    else if (files.every(isPath)) await chooser.setFiles(files);
    else {
      const made = (files as PickedFile[]).map(({ name, content }) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(content),
      }));
      await chooser.setFiles(made);
    }
  };

  return {
    dialog,
    progress,
    openDialog,
    /** Files made for the test. */
    pick: (...files: PickedFile[]) => choose('Files or zip', files),
    /** Files of the disk. */
    pickPaths: (...paths: string[]) => choose('Files or zip', paths),
    pickFolder: (path: string) => choose('Folder', path),
    /** Where the import goes, as chosen in the dialog. */
    async into(choice: 'Into a new workspace' | RegExp) {
      if (!(await dialog.isVisible())) await openDialog();
      await dialog.getByRole('radio', { name: choice }).click();
    },
    async paste(text: string) {
      if (await invitation.isVisible()) await invitation.getByRole('button', { name: 'Paste' }).click();
      else {
        await openDialog();
        await dialog.getByRole('button', { name: 'Paste' }).click();
      }
      const pasting = page.getByRole('dialog', { name: 'Paste manifests' });
      await pasting.getByRole('textbox', { name: 'Manifests' }).fill(text);
      await pasting.getByRole('button', { name: 'Import' }).click();
      await expect(pasting).toBeHidden();
    },
    async openSample(title: string) {
      await openDialog();
      await dialog.getByRole('button', { name: new RegExp(`^Open the sample ${title}(?! with)`) }).click();
      await expect(dialog).toBeHidden();
    },
    /** Anywhere on the page. */
    dropFiles: (files: readonly { readonly name: string; readonly text: string }[]) =>
      dropContent(page.getByTestId('policy-canvas'), { files }),
    /** Files and folders of the disk; `side` chooses between a new workspace and the open one. */
    dropPaths: (paths: readonly string[], side: 'left' | 'right' = 'left') =>
      dropPaths(page, paths, { at: side === 'left' ? 0.3 : 0.7 }),
    async dropText(text: string) {
      await openDialog();
      await dropContent(dropArea, { text });
    },
    async cancel() {
      await progress.getByRole('button', { name: 'Cancel' }).click();
    },
  };
}
