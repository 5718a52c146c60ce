import type { WorkspaceSnapshot } from '../../engine/index.ts';
import type { Picture, PictureEdge, PictureNode, PictureVerdict } from '../../picture/Picture.ts';
import { formatCount } from '../../ui/formatCount.ts';
import type { Box } from '../graph/Box.ts';
import { describeShields } from '../graph/describeItem.ts';
import { edgeLabel } from '../graph/edgeLabel.ts';
import type { Routes } from '../graph/routeEdges.ts';
import type { DrawnEdge, EdgeVerdict, Item, ItemId, Reach, VisibleGraph } from '../graph/VisibleGraph.ts';

/** What is on the map, and where. */
export interface MapScene {
  readonly workspace: string;
  readonly snapshot: WorkspaceSnapshot;
  readonly graph: VisibleGraph;
  readonly edges: readonly DrawnEdge[];
  readonly boxes: ReadonlyMap<ItemId, Box>;
  readonly routes: Routes;
}

const verdicts: Readonly<Record<EdgeVerdict, PictureVerdict>> = { rule: 'rule', open: 'open' };

/** The whole map as it is drawn now, also what is out of the window. */
export function toPicture({ workspace, snapshot, graph, edges, boxes, routes }: MapScene): Picture {
  const items = [...graph.items.values()];
  const placed = [...items.filter(isFrame), ...items.filter((item) => !isFrame(item))];
  return {
    title: `${workspace}: who may reach whom`,
    subtitle: [
      formatCount(snapshot.namespaces.length, 'namespace'),
      formatCount(snapshot.workloads.length, 'workload'),
      formatCount(snapshot.policies.length, 'policy', 'policies'),
      `by the ${snapshot.profile === 'kubernetes' ? 'Kubernetes specification' : snapshot.profile}`,
    ].join(' · '),
    nodes: placed.flatMap((item) => {
      const box = boxes.get(item.id);
      return box === undefined ? [] : [{ ...describe(item), id: item.id, ...box }];
    }),
    edges: edges.flatMap((edge): PictureEdge[] => {
      const route = routes.byEdge.get(edge.id);
      if (route === undefined) return [];
      return [
        {
          from: edge.from,
          to: edge.to,
          verdict: verdicts[edge.verdict],
          partial: edge.partial,
          bundle: edge.flows.length > 1,
          path: route.path,
          head: route.head,
          // A label without a free place would cover others; the line says which nodes it joins.
          label: route.crowded ? '' : edgeLabel(edge),
          labelAt: route.label,
        },
      ];
    }),
    notes: listNotes(snapshot, graph),
  };
}

const isFrame = ({ type }: Item): boolean => type === 'frame';

type Described = Pick<PictureNode, 'type' | 'parent' | 'name' | 'lines' | 'ingress' | 'egress'>;

function describe(item: Item): Described {
  switch (item.type) {
    case 'frame':
      return {
        type: 'frame',
        parent: null,
        name: item.name,
        lines: [
          formatCount(item.workloads, 'workload'),
          ...(item.described ? [] : ['labels unknown']),
          ...(item.inside === null
            ? []
            : [
                `${item.inside.all ? 'all reach each other' : formatCount(item.inside.flows.length, 'flow inside', 'flows inside')}${onPorts(item.inside.ports)}${decided(item.inside.verdict)}`,
              ]),
        ],
        ingress: null,
        egress: null,
      };
    case 'collapsed':
      return {
        type: 'card',
        parent: null,
        name: item.name,
        lines: [
          `${formatCount(item.workloads, 'workload')} · ${formatCount(item.policies, 'policy', 'policies')}`,
          `ingress: ${describeShields(item.ingress) || 'none'}`,
          `egress: ${describeShields(item.egress) || 'none'}`,
        ],
        ingress: null,
        egress: null,
      };
    case 'external':
      return {
        type: 'external',
        parent: null,
        name: item.label,
        lines: [
          item.ranges.length > 1 ? `outside · ${formatCount(item.ranges.length, 'range')}` : 'outside the cluster',
        ],
        ingress: null,
        egress: null,
      };
    case 'card':
      return {
        type: 'card',
        parent: item.frame,
        name: item.name,
        lines: [
          [item.kind, item.replicas === null ? '' : `×${item.replicas}`, item.ports.slice(0, 3).join(', ')]
            .filter(Boolean)
            .join(' · '),
          [reachWords('reaches', item.reaches), reachWords('reached from', item.reachedFrom)]
            .filter(Boolean)
            .join('; '),
          ...(item.hostNetwork ? ['on the host network'] : []),
          ...(item.pods ?? []).map(({ name, ip }) => [name, ip].filter(Boolean).join(' ')),
        ].filter(Boolean),
        ingress: item.ingress,
        egress: item.egress,
      };
  }
}

const onPorts = (ports: string | null): string => (ports === null ? '' : ` on ${ports}`);
const decided = (verdict: EdgeVerdict): string => (verdict === 'open' ? ', open by default' : '');

const reachWords = (verb: string, reach: Reach | null): string =>
  reach === null
    ? ''
    : `${verb} ${formatCount(reach.workloads, 'workload')}${onPorts(reach.ports)}${decided(reach.verdict)}`;

/** Nothing is left out in silence. */
const listNotes = ({ notEvaluated, flows }: WorkspaceSnapshot, graph: VisibleGraph): readonly string[] => [
  ...(graph.hiddenOpenFlows > 0
    ? [`${formatCount(graph.hiddenOpenFlows, 'open-by-default flow')} not drawn: open nodes have a dashed side.`]
    : []),
  ...(flows.omitted > 0 ? [`${formatCount(flows.omitted, 'flow')} left out: there were too many.`] : []),
  ...(notEvaluated.length > 0
    ? [`Not evaluated: ${notEvaluated.map(({ kind, count }) => `${count} ${kind}`).join(', ')}.`]
    : []),
];
