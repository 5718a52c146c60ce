import { colourOf, labelOf } from './lineStyle.ts';
import type { Picture, PictureEdge, PictureNode } from './Picture.ts';
import type { PictureColours } from './pictureColours.ts';

/** For Graphviz: namespaces as clusters; lines to a namespace end at its border. */
export function toDot({ title, nodes, edges, notes }: Picture, colours: PictureColours): string {
  const numbers = new Map(nodes.map(({ id }, at) => [id, at]));
  const frames = nodes.filter(({ type }) => type === 'frame');
  const isFrame = new Set(frames.map(({ id }) => id));
  const inside = (parent: string | null): readonly PictureNode[] =>
    nodes.filter((node) => node.type !== 'frame' && node.parent === parent);
  const writeNode = (node: PictureNode): string =>
    `n${numbers.get(node.id)} [label=${quote([node.name, ...node.lines].join('\n'))}${node.type === 'external' ? ', shape=ellipse' : ''}];`;
  /** A line cannot end at a cluster: it ends at a point inside that nobody sees, and is cut at the border. */
  const endOf = (id: string): string => (isFrame.has(id) ? `a${numbers.get(id)}` : `n${numbers.get(id)}`);
  const writeEdge = (edge: PictureEdge): string => {
    const attributes = [
      `color="${colourOf(edge.verdict, colours)}"`,
      ...(labelOf(edge) === '' ? [] : [`label=${quote(labelOf(edge))}`]),
      ...(edge.partial ? ['style=dotted'] : edge.verdict === 'rule' ? [] : ['style=dashed']),
      ...(edge.bundle ? ['penwidth=2'] : []),
      ...(isFrame.has(edge.from) ? [`ltail=cluster_${numbers.get(edge.from)}`] : []),
      ...(isFrame.has(edge.to) ? [`lhead=cluster_${numbers.get(edge.to)}`] : []),
    ];
    return `  ${endOf(edge.from)} -> ${endOf(edge.to)} [${attributes.join(', ')}];`;
  };
  return [
    'digraph polder {',
    `  graph [rankdir=LR, compound=true, fontname="Helvetica", label=${quote([title, ...notes].join('\n'))}];`,
    '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica", fontsize=9];',
    ...frames.flatMap((frame) => [
      `  subgraph cluster_${numbers.get(frame.id)} {`,
      `    label=${quote(frame.name)};`,
      `    color="${colours.lineStrong}";`,
      `    a${numbers.get(frame.id)} [shape=point, style=invis];`,
      ...inside(frame.id).map((node) => `    ${writeNode(node)}`),
      '  }',
    ]),
    ...inside(null).map((node) => `  ${writeNode(node)}`),
    ...edges.filter(({ from, to }) => numbers.has(from) && numbers.has(to)).map(writeEdge),
    '}',
    '',
  ].join('\n');
}

const quote = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/\r?\n|\r/g, '\\n')}"`;
