import { expect, type Locator, type Page } from '../support/browser.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The map: cards by the ids of what they show, e.g. `shop/Deployment/web`, edges by their ends. */
export function createCanvas(page: Page) {
  const stage = page.getByTestId('policy-canvas');
  const card = (id: string): Locator => stage.locator(`[data-node-id="${id}"]`);
  const edge = (from: string, to: string): Locator => stage.locator(`[data-edge-from="${from}"][data-edge-to="${to}"]`);
  const centre = async (locator: Locator): Promise<Place> => {
    const box = await locator.boundingBox();
    if (box === null) throw new Error('It is not on screen.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  return {
    stage,
    card,
    edge,
    cards: stage.getByTestId('workload-card'),
    externals: stage.getByTestId('external-card'),
    edges: stage.getByTestId('flow-edge'),
    toolbar: stage.getByRole('toolbar', { name: 'What the map shows' }),
    /** Neighbours of what is selected that are out of view. */
    focusList: stage.getByRole('region', { name: 'Neighbours out of view' }),
    find: stage.getByRole('textbox', { name: 'Find on the map' }),
    legend: stage.getByTestId('legend'),
    /** What is left out of the picture. */
    notes: stage.getByTestId('hidden-flows'),
    namespace: (name: string): Locator => card(`namespace:${name}`),
    /** The ports on an edge. */
    label: (from: string, to: string): Locator => stage.locator(`[data-label-from="${from}"][data-label-to="${to}"]`),
    /** Cards that the policy at the caret, or the selected policy, selects. */
    ringed: stage.locator('[data-node-id][data-emphasis~="ringed"]'),
    /** The card where the keyboard is. */
    selected: stage.locator('[data-node-id][data-emphasis~="selected"]'),

    async selectCard(id: string) {
      await card(id).click({ position: { x: 40, y: 12 } });
    },
    /** A click on its line, where nothing covers it. */
    async selectEdge(from: string, to: string) {
      await expect(edge(from, to)).toBeAttached();
      const point = await edge(from, to).evaluate((entry) => {
        // Lines are painted: where one runs is told by its entry in the list of flows.
        const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        path.setAttribute('d', entry.getAttribute('data-path') ?? '');
        const map = document.querySelector('.react-flow');
        const viewport = document.querySelector('.react-flow__viewport');
        if (map === null || viewport === null) return null;
        const { left, top } = map.getBoundingClientRect();
        const matrix = new DOMMatrix(getComputedStyle(viewport).transform);
        // From the middle outwards: at their ends lines lie close together.
        for (let away = 0; away < 38; away += 1) {
          const step = 20 + (away % 2 === 0 ? away / 2 : -(away + 1) / 2);
          const on = path.getPointAtLength((path.getTotalLength() * step) / 40);
          const place = new DOMPoint(on.x, on.y).matrixTransform(matrix);
          const [x, y] = [left + place.x, top + place.y];
          if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y };
        }
        return null;
      });
      if (point === null) throw new Error(`No part of the edge from ${from} to ${to} can be clicked.`);
      await page.mouse.click(point.x, point.y);
    },
    /** By mouse, from the dot at the right of a card or a frame to another one: to a card's middle, to a frame's name. */
    async drawEdge(from: string, to: string) {
      await card(from).hover({ position: { x: 40, y: 12 } });
      const start = await centre(card(from).locator('.source'));
      const title = card(to).locator('[class*="header"]');
      const end = await centre((await title.count()) > 0 ? title : card(to));
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
      await page.mouse.move(end.x, end.y, { steps: 4 });
      await page.mouse.up();
    },
    async drag(id: string, by: Place) {
      const start = await card(id).boundingBox();
      if (start === null) throw new Error(`${id} is not on screen.`);
      const from = { x: start.x + 40, y: start.y + 12 };
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 });
      await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 4 });
      await page.mouse.up();
    },
    /** Where everything stands on the map, whatever part of it is in view. */
    async positions(): Promise<Readonly<Record<string, string>>> {
      const nodes = stage.locator('.react-flow__node');
      return Object.fromEntries(
        await nodes.evaluateAll((elements) =>
          elements.map((element) => {
            const { left, top } = (element as HTMLElement).style;
            return [element.getAttribute('data-id'), `${left} ${top}`];
          }),
        ),
      ) as Record<string, string>;
    },
    /** Where everything is on screen, to the pixel. */
    async screenPlaces(): Promise<Readonly<Record<string, Place>>> {
      return Object.fromEntries(
        await stage.locator('[data-node-id]').evaluateAll((elements) =>
          elements.map((element) => {
            const { x, y } = element.getBoundingClientRect();
            return [element.getAttribute('data-node-id'), { x, y }];
          }),
        ),
      ) as Record<string, Place>;
    },
    async collapse(name: string) {
      await stage.getByRole('button', { name: `Collapse ${name}` }).click();
    },
    async expand(name: string) {
      await stage.getByRole('button', { name: `Expand ${name}` }).click();
    },
  };
}
