import type { WorkspaceSnapshot } from '../../engine/index.ts';
import type { Picture, PictureEdge, PictureNode, PictureVerdict } from '../../picture/Picture.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { describeShields } from '../graph/describeItem.ts';
import { listReservations, verdictWords } from '../graph/describeMany.ts';
import { edgeLabel } from '../graph/edgeLabel.ts';
import { pointOn, toHeadPath, toPath } from '../graph/Route.ts';
import type { DrawnEdge, Item, ManyFlows, Reach, VisibleGraph } from '../graph/VisibleGraph.ts';
import { createLabelPlacer } from '../paint/createLabelPlacer.ts';
import type { Scene } from '../scene/createScene.ts';

/** What is on the map, and where. */
export interface MapScene {
  readonly workspace: string;
  readonly snapshot: WorkspaceSnapshot;
  readonly graph: VisibleGraph;
  readonly scene: Scene;
  /** Seen from far away: lines between namespaces instead of each line. */
  readonly isOverview: boolean;
}

const toVerdict = ({ verdict, change }: DrawnEdge): PictureVerdict => change ?? verdict;

/** The whole map as it is drawn now, also what is out of the window. */
export function toPicture({ workspace, snapshot, graph, scene, isOverview }: MapScene): Picture {
  const { boxes } = scene;
  const { edges, router } = isOverview ? scene.far : scene.near;
  const labels = createLabelPlacer(scene, 1);
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
    edges: edges.flatMap((edge, at): PictureEdge[] => {
      const route = router.routeOf(at);
      if (route === null) return [];
      const label = labels.place({ at, edge, route });
      return [
        {
          from: edge.from,
          to: edge.to,
          verdict: toVerdict(edge),
          partial: edge.partial,
          bundle: edge.count > 1,
          path: toPath(route.curve),
          head: toHeadPath(route),
          label: edgeLabel(edge),
          // A label without a free place would cover others; the line says which nodes it joins.
          shortLabel: label?.words ?? '',
          labelAt: label?.at ?? pointOn(route.curve, 0.5),
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
                `${item.inside.all ? 'all reach each other' : formatCount(item.inside.flows.length, 'flow inside', 'flows inside')}${onPorts(item.inside)}`,
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

/** What goes without saying, a rule, is not said. */
const onPorts = (many: ManyFlows): string =>
  [
    many.ports === null ? '' : ` on ${many.ports}`,
    ...(many.verdict === 'rule' ? [] : [verdictWords[many.verdict]]),
    ...listReservations(many),
  ].join(', ');

const reachWords = (verb: string, reach: Reach | null): string =>
  reach === null ? '' : `${verb} ${formatCount(reach.workloads, 'workload')}${onPorts(reach)}`;

/** Nothing is left out in silence. */
const listNotes = (
  { notEvaluated }: WorkspaceSnapshot,
  { leftOut: { open, omitted, filteredFlows, filteredNodes, hiddenFlows, noise } }: VisibleGraph,
): readonly string[] => {
  const left = filteredFlows + hiddenFlows + Object.values(noise).reduce((sum, count) => sum + count, 0);
  return [
    ...(open > 0 ? [`${formatCount(open, 'open-by-default flow')} not drawn: open nodes have a dashed side.`] : []),
    ...(left > 0 ? [`${formatCount(left, 'flow')} left out by a filter or hidden.`] : []),
    ...(filteredNodes > 0 ? [`${formatCount(filteredNodes, 'workload')} left out by a filter.`] : []),
    ...(omitted > 0 ? [`${formatCount(omitted, 'flow')} left out: there were too many.`] : []),
    ...(notEvaluated.length > 0
      ? [`Not evaluated: ${notEvaluated.map(({ kind, count }) => `${count} ${kind}`).join(', ')}.`]
      : []),
  ];
};
