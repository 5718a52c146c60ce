import { colourOf, labelOf } from './lineStyle.ts';
import type { Picture, PictureEdge, PictureNode } from './Picture.ts';
import type { PictureColours } from './pictureColours.ts';

/** For Markdown that draws Mermaid: namespaces as subgraphs, in the order of the picture; what is left out as comments. */
export function toMermaid({ title, nodes, edges, notes }: Picture, colours: PictureColours): string {
  const numbers = new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
  const inside = (parent: string | null): readonly PictureNode[] =>
    nodes.filter((node) => node.type !== 'frame' && node.parent === parent);
  const shape = (node: PictureNode): string => {
    const label = quote([node.name, ...node.lines].join('\n'));
    return node.type === 'external' ? `${numbers.get(node.id)}([${label}])` : `${numbers.get(node.id)}[${label}]`;
  };
  const drawn = edges.filter(({ from, to }) => numbers.has(from) && numbers.has(to));
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    '---',
    'flowchart LR',
    ...notes.map((note) => `  %% ${note.replaceAll(/[\r\n]+/g, ' ')}`),
    ...nodes
      .filter(({ type }) => type === 'frame')
      .flatMap((frame) => [
        `  subgraph ${numbers.get(frame.id)} [${quote(frame.name)}]`,
        ...inside(frame.id).map((node) => `    ${shape(node)}`),
        '  end',
      ]),
    ...inside(null).map((node) => `  ${shape(node)}`),
    ...drawn.map((edge) => `  ${numbers.get(edge.from)} ${arrowOf(edge)} ${numbers.get(edge.to)}`),
    ...drawn.map((edge, at) => `  linkStyle ${at} stroke:${colourOf(edge.verdict, colours)}`),
    '',
  ].join('\n');
}

function arrowOf(edge: PictureEdge): string {
  const isDashed = edge.partial || edge.verdict !== 'rule';
  const arrow = isDashed ? '-.->' : edge.bundle ? '==>' : '-->';
  const label = labelOf(edge);
  return label === '' ? arrow : `${arrow}|${quote(label)}|`;
}

/** Inside quotes everything is text but quotes, signs of entities and markup; those become entities. */
const quote = (text: string): string =>
  `"${text
    .replaceAll('#', '#35;')
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('`', '#96;')
    .replaceAll(/[\r\n]+/g, '<br/>')}"`;
