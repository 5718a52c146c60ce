import { escapeXml } from './escapeXml.ts';
import { colourOf, dashOf, labelOf } from './lineStyle.ts';
import type { Picture, PictureEdge, PictureNode } from './Picture.ts';
import type { PictureColours } from './pictureColours.ts';
import { round } from './svgPage.ts';

/** For draw.io (diagrams.net): namespaces as containers, lines that stay tied to what they join when things are moved. */
export function toDrawio({ title, nodes, edges, notes }: Picture, colours: PictureColours): string {
  const numbers = new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const cells = [
    ...nodes.map((node) => {
      const parent = node.parent === null ? undefined : byId.get(node.parent);
      return writeNode(node, parent, numbers, colours);
    }),
    ...edges.flatMap((edge, at) => writeEdge(edge, at, numbers, colours)),
    ...notes.map((note, at) => writeNote(note, at, nodes)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mxfile host="Polder">',
    `<diagram id="polder" name="${escapeXml(title)}">`,
    `<mxGraphModel grid="1" gridSize="10" arrows="1" connect="1" background="${colours.canvas}">`,
    '<root>',
    '<mxCell id="0"/>',
    '<mxCell id="1" parent="0"/>',
    ...cells,
    '</root>',
    '</mxGraphModel>',
    '</diagram>',
    '</mxfile>',
    '',
  ].join('\n');
}

function writeNode(
  node: PictureNode,
  parent: PictureNode | undefined,
  numbers: ReadonlyMap<string, string>,
  colours: PictureColours,
): string {
  const style =
    node.type === 'frame'
      ? `rounded=1;arcSize=3;container=1;collapsible=0;verticalAlign=top;align=left;spacingLeft=10;spacingTop=4;fontStyle=1;fillColor=${colours.panel};strokeColor=${colours.lineFrame};fontColor=${colours.ink};`
      : `rounded=1;arcSize=${node.type === 'external' ? 50 : 10};align=left;spacingLeft=10;fillColor=${colours.raised};strokeColor=${colours.lineStrong};fontColor=${colours.ink};`;
  const x = round(node.x - (parent?.x ?? 0));
  const y = round(node.y - (parent?.y ?? 0));
  const label = [node.name, ...describeBanks(node), ...node.lines].join('\n');
  return (
    // Labels are plain text (html=0): names from manifests are never markup.
    `<mxCell id="${numbers.get(node.id)}" value="${attribute(label)}" style="${style}html=0;whiteSpace=wrap;overflow=hidden;" vertex="1" parent="${(parent && numbers.get(parent.id)) ?? '1'}">` +
    `<mxGeometry x="${x}" y="${y}" width="${round(node.width)}" height="${round(node.height)}" as="geometry"/></mxCell>`
  );
}

const describeBanks = ({ ingress, egress }: PictureNode): readonly string[] =>
  ingress === null || egress === null ? [] : [`ingress ${ingress}, egress ${egress}`];

function writeEdge(
  edge: PictureEdge,
  at: number,
  numbers: ReadonlyMap<string, string>,
  colours: PictureColours,
): readonly string[] {
  const source = numbers.get(edge.from);
  const target = numbers.get(edge.to);
  if (source === undefined || target === undefined) return [];
  const dash = dashOf(edge);
  const colour = colourOf(edge.verdict, colours);
  const style = `edgeStyle=orthogonalEdgeStyle;curved=1;html=0;strokeColor=${colour};fontColor=${colour};strokeWidth=${edge.bundle ? 2.4 : 1.5};${dash === '' ? '' : `dashed=1;dashPattern=${dash};`}`;
  return [
    `<mxCell id="e${at}" value="${attribute(labelOf(edge))}" style="${style}" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`,
  ];
}

function writeNote(note: string, at: number, nodes: readonly PictureNode[]): string {
  const bottom = Math.max(0, ...nodes.map(({ y, height }) => y + height));
  const left = Math.min(...nodes.map(({ x }) => x), Infinity);
  return `<mxCell id="t${at}" value="${attribute(note)}" style="text;html=0;align=left;" vertex="1" parent="1"><mxGeometry x="${round(left === Infinity ? 0 : left)}" y="${round(bottom + 20 + at * 24)}" width="600" height="20" as="geometry"/></mxCell>`;
}

/** Line ends in an attribute survive only as references. */
const attribute = (text: string): string => escapeXml(text).replaceAll('\n', '&#10;');
