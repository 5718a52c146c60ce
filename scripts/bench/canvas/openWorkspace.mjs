/**
 * Opens manifests as a person does and waits until they are drawn.
 *
 * @returns {Promise<{ firstGraph: number, longestTask: number }>} milliseconds: from the layout's answer to the painted graph; the longest task
 *   of the main thread from the click until a second after the graph was there
 */
export async function openWorkspace(page, files) {
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import manifests' });
  const chooserShown = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Files or zip' }).click();
  const chooser = await chooserShown;
  await page.waitForTimeout(500);
  await page.evaluate(() => (globalThis.polderWatch.answers.length = 0));
  const drawn = page.evaluate(waitForGraph);
  await chooser.setFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) })),
  );
  // Handing the files to the page is work of the one who measures.
  const started = await page.evaluate(() => performance.now());
  const painted = await drawn;
  await page.waitForTimeout(1000);
  const { answers, longTasks } = await page.evaluate(() => globalThis.polderWatch);
  const laidOut = answers.find(({ kind }) => kind === 'laid out');
  return {
    firstGraph: painted - (laidOut?.at ?? Number.NaN),
    longestTask: Math.max(
      0,
      ...longTasks.filter(({ startTime }) => startTime >= started).map(({ duration }) => duration),
    ),
  };
}

/** The time at which the graph of the new workspace has been painted; runs in the page. */
function waitForGraph() {
  return new Promise((resolve) => {
    const isLaidOut = () => globalThis.polderWatch.answers.some(({ kind }) => kind === 'laid out');
    const isDrawn = () => document.querySelector('[data-testid="policy-canvas"] canvas[data-painted]') !== null;
    const look = () => {
      if (isLaidOut() && isDrawn()) setTimeout(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}
