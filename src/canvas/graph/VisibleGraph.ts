import type { ShieldState } from '../../engine/index.ts';
import type { RowsDescription } from './describeRows.ts';

/** What can be drawn: a node of the snapshot, or `namespace:NAME` for a frame or a collapsed namespace. */
export type ItemId = string;

export const namespaceItem = (name: string): ItemId => `namespace:${name}`;

/** The name of the namespace that the item is, or null for other items. */
export const namespaceOfItem = (id: ItemId): string | null =>
  id.startsWith('namespace:') ? id.slice('namespace:'.length) : null;

/** Whether a rule made the flow, nobody decided it, or the import does not say enough to know. */
export type EdgeVerdict = 'rule' | 'open' | 'uncertain';

/** What a comparison says of the flows that an edge stands for. */
export type EdgeChange = 'added' | 'removed' | null;

export interface FrameItem {
  readonly type: 'frame';
  readonly id: ItemId;
  readonly name: string;
  /** What the name must keep where it is cut (`nameEnds`). */
  readonly nameEnd: string;
  /** Whether the import has a Namespace object for it; without one its labels are unknown. */
  readonly described: boolean;
  readonly workloads: number;
  readonly policies: number;
  /** Workloads that a filter leaves out. */
  readonly hidden: number;
  /** Said once for the frame instead of an edge for each pair: its workloads' flows to each other. */
  readonly inside: InsideFlows | null;
}

/** Many flows of one verdict, said in one place instead of a line for each. */
export interface ManyFlows extends RowsDescription {
  readonly verdict: EdgeVerdict;
  readonly flows: readonly number[];
}

/** Flows between the workloads of one frame, too many or too alike to be drawn one by one. */
export interface InsideFlows extends ManyFlows {
  /** Every workload reaches every other. */
  readonly all: boolean;
}

export interface CollapsedItem {
  readonly type: 'collapsed';
  readonly id: ItemId;
  readonly name: string;
  readonly nameEnd: string;
  readonly described: boolean;
  readonly workloads: number;
  readonly policies: number;
  readonly hidden: number;
  readonly ingress: ShieldCounts;
  readonly egress: ShieldCounts;
  /** Flows between its own workloads. */
  readonly inside: number;
}

export type ShieldCounts = Readonly<Record<ShieldState, number>>;

export interface PodRow {
  readonly id: string;
  readonly name: string;
  readonly ip: string;
  readonly ingress: ShieldState;
  readonly egress: ShieldState;
}

/** A node that talks to so many namespaces that wires would hide the rest: said at the card, with counts. */
export interface Reach extends ManyFlows {
  readonly verdict: 'rule' | 'uncertain';
  readonly workloads: number;
  readonly namespaces: number;
}

export interface CardItem {
  readonly type: 'card';
  readonly id: ItemId;
  readonly frame: ItemId;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly nameEnd: string;
  readonly replicas: number | null;
  readonly ports: readonly string[];
  readonly ingress: ShieldState;
  readonly egress: ShieldState;
  readonly hostNetwork: boolean;
  /** Real pods in the import; 0 when a representative stands for them. */
  readonly podCount: number;
  /** Shown inside the card when it is expanded, else null. */
  readonly pods: readonly PodRow[] | null;
  /** Flows by rule, to and from other nodes. */
  readonly flowsIn: number;
  readonly flowsOut: number;
  readonly reachedFrom: Reach | null;
  readonly reaches: Reach | null;
}

export interface ExternalItem {
  readonly type: 'external';
  readonly id: ItemId;
  readonly label: string;
  readonly ranges: readonly string[];
  /** Sources stand left, destinations right. */
  readonly rim: 'left' | 'right';
  readonly flowsIn: number;
  readonly flowsOut: number;
  /** Stands for several ranges at once; `ranges` then has their labels. */
  readonly isHub: boolean;
}

export type Item = FrameItem | CollapsedItem | CardItem | ExternalItem;

export interface DrawnEdge {
  readonly id: string;
  readonly from: ItemId;
  readonly to: ItemId;
  readonly verdict: EdgeVerdict;
  /** Short words for the ports; null where the flows it stands for differ. */
  readonly ports: string | null;
  /** Only some pairs of pods have (some of) it. */
  readonly partial: boolean;
  /** Allowed, and perhaps on more ports: the import does not say enough. */
  readonly doubt: boolean;
  readonly change: EdgeChange;
  /** Flows it stands for. */
  readonly count: number;
  /** Their rows of the flow table; flows that are open by default or removed have none. */
  readonly flows: readonly number[];
  /** The pair of nodes when it stands for exactly one flow. */
  readonly pair: { readonly from: string; readonly to: string } | null;
}

/** What is left out of the picture, in numbers. */
export interface LeftOut {
  /** Open-by-default flows between different nodes that no line shows. */
  readonly open: number;
  /** Flows, and workloads, that the filter leaves out. */
  readonly filteredFlows: number;
  readonly filteredNodes: number;
  /** Flows of nodes that were hidden by hand. */
  readonly hiddenFlows: number;
  /** Flows of each class of noise that is hidden. */
  readonly noise: Readonly<Record<string, number>>;
  /** Rows that the evaluation itself left out of its table. */
  readonly omitted: number;
}

/** What is drawn, and what is not. */
export interface VisibleGraph {
  readonly items: ReadonlyMap<ItemId, Item>;
  /** Cards of a frame, by the frame's id. */
  readonly members: ReadonlyMap<ItemId, readonly ItemId[]>;
  readonly edges: readonly DrawnEdge[];
  /** Lines of the map seen from far away: from frame to frame. */
  readonly lifted: readonly DrawnEdge[];
  /** Pairs that should stand near each other: flows by rule before bundling. */
  readonly attractions: readonly { readonly from: ItemId; readonly to: ItemId }[];
  readonly leftOut: LeftOut;
  /** Flows that lines, marks or frames stand for, and those of them that share one. */
  readonly shownFlows: number;
  readonly bundledFlows: number;
}
