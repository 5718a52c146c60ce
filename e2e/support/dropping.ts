import type { Locator, Page } from '@playwright/test';

/** What is dropped: files made in the page, or text. */
export interface DroppedContent {
  readonly files?: readonly { readonly name: string; readonly text: string }[];
  readonly text?: string;
}

/** A drag that enters, moves over and is dropped on the target, as scripts see it. */
export async function dropContent(target: Locator, { files = [], text }: DroppedContent): Promise<void> {
  const transfer = await target.page().evaluateHandle(
    (content) => {
      const made = new DataTransfer();
      for (const file of content.files) made.items.add(new File([file.text], file.name));
      if (content.text !== null) made.setData('text/plain', content.text);
      return made;
    },
    { files, text: text ?? null },
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await target.dispatchEvent(type, { dataTransfer: transfer });
  }
  await transfer.dispose();
}

/** Real files and folders of the disk, dropped by the browser itself. `at`: share of the width, from the left. */
export async function dropPaths(page: Page, paths: readonly string[], { at }: { at: number }): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: width * at, y: height / 2, data });
  }
  await session.detach();
}
