import { expect, test } from './drivers/test.ts';

/** What an SVG holds, as a browser that opens it sees. */
const readSvg = (text: string) => {
  const document = new DOMParser().parseFromString(text, 'image/svg+xml');
  const ids = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '').sort();
  return {
    isBroken: document.querySelector('parsererror') !== null,
    title: document.querySelector('title')?.textContent,
    words: document.documentElement.textContent,
    nodes: ids('[data-node-id]', 'data-node-id'),
    edges: [...document.querySelectorAll('[data-edge-from]')]
      .map((element) => `${element.getAttribute('data-edge-from')} ${element.getAttribute('data-edge-to')}`)
      .sort(),
    rows: ids('[data-row]', 'data-row'),
    outside: [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name, value }) => /href|src/.test(name) || /url\(/.test(value)).map(String),
    ),
    hasFace: document.querySelector('style')?.textContent.includes('data:font/woff2;base64,') ?? false,
  };
};

test('the graph as SVG opens, stands alone and has the nodes and lines of the screen', async ({ polder }) => {
  const { canvas, exporting, page } = polder;
  await polder.open();
  await expect(canvas.cards).toHaveCount(7);
  const { name, bytes } = await exporting.picture('SVG');
  expect(name).toBe('Shop-graph.svg');
  const svg = await page.evaluate(readSvg, bytes.toString('utf8'));
  expect(svg.isBroken).toBe(false);
  expect(svg.title).toBe('Shop: who may reach whom');
  expect(svg.words).toContain('allowed by a rule');
  expect(svg.hasFace).toBe(true);
  expect(svg.outside).toEqual([]);
  const shown = await canvas.stage
    .locator('[data-node-id][role="group"]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node-id')).sort());
  expect(svg.nodes).toEqual(shown);
  const drawn = await canvas.edges.evaluateAll((edges) =>
    edges.map((edge) => `${edge.getAttribute('data-edge-from')} ${edge.getAttribute('data-edge-to')}`).sort(),
  );
  expect(svg.edges).toEqual(drawn);
});

test('the graph as PNG is an image with something on it', async ({ polder }) => {
  await polder.open();
  const { name, bytes } = await polder.exporting.picture('PNG');
  expect(name).toBe('Shop-graph.png');
  const image = await polder.page.evaluate(async (base64) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))]);
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d')!;
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, colours: new Set(new Uint32Array(data.buffer)).size };
  }, bytes.toString('base64'));
  expect(image.width).toBeGreaterThan(1000);
  expect(image.colours).toBeGreaterThan(20);
});

test('the graph goes to draw.io, Mermaid and Graphviz', async ({ polder }) => {
  const { exporting, page } = polder;
  await polder.open();
  const drawio = (await exporting.picture('draw.io')).bytes.toString('utf8');
  const cells = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    return [...document.querySelectorAll('mxCell[vertex]')].map((cell) => cell.getAttribute('value')?.split('\n')[0]);
  }, drawio);
  expect(cells).toEqual(expect.arrayContaining(['shop', 'web', 'api', 'coredns']));
  const mermaid = (await exporting.picture('Mermaid')).bytes.toString('utf8');
  expect(mermaid).toContain('flowchart LR');
  expect(mermaid).toContain('["shop"]');
  const dot = await exporting.picture('Graphviz');
  expect(dot.name).toBe('Shop-graph.dot');
  expect(dot.bytes.toString('utf8')).toContain('subgraph cluster_');
});

test('the matrix as SVG has the rows of the screen; other formats are of the graph', async ({ polder }) => {
  const { exporting, page, views } = polder;
  await polder.open();
  await views.matrix.show();
  const { name, bytes } = await exporting.picture('SVG');
  expect(name).toBe('Shop-matrix.svg');
  const svg = await page.evaluate(readSvg, bytes.toString('utf8'));
  expect(svg.isBroken).toBe(false);
  expect(svg.rows).toEqual(expect.arrayContaining(['shop', 'shop/web', 'ingress/controller', 'Outside the cluster']));
  await expect(exporting.dialog.getByRole('button', { name: 'Download Mermaid' })).toBeDisabled();
});
