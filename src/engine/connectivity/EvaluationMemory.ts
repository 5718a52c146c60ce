import type { Cluster, Namespace, Pod } from '../cluster/Cluster.ts';
import { createPortSetTable } from '../net/PortSetTable.ts';
import type { PortSetTable } from '../net/PortSetTable.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { AddressSpace } from './computeAddressSpace.ts';
import { createMentionTable } from './compilePolicies.ts';
import type { MentionTable } from './compilePolicies.ts';
import { createClassTable } from './createClassTable.ts';
import type { ClassTable } from './createClassTable.ts';
import { createIsolatingSets } from './createIsolatingSets.ts';
import type { IsolatingSets } from './createIsolatingSets.ts';
import { createLabelMentions } from './createLabelMentions.ts';
import type { LabelMentions } from './createLabelMentions.ts';
import type { Knowledge } from './createKnowledge.ts';
import { createPlaceNumbers } from './computeNodePlaces.ts';
import type { MentionedAddresses } from './formatExternalLabel.ts';
import type { NodePlaces, PlaceNumbers } from './computeNodePlaces.ts';
import type { FlowEnds } from './listFlowEnds.ts';
import type { FormerFlows } from './updateFlowColumns.ts';
import type { RowMemory } from './createRowTable.ts';
import { createSelectionResolver } from './createSelectionResolver.ts';
import type { SelectionResolver } from './createSelectionResolver.ts';

/**
 * What one evaluation leaves to the next: tables that only grow, so that both can use them, and results by what they were
 * computed from. It makes evaluations faster and never different.
 */
export interface EvaluationMemory {
  readonly ports: PortSetTable;
  readonly mentions: MentionTable;
  readonly labelMentions: LabelMentions;
  /** The size of `labelMentions` that `classOf` goes by. */
  readonly mentionCount: number;
  readonly table: ClassTable;
  readonly resolver: SelectionResolver;
  readonly isolatingSets: Readonly<Record<Direction, IsolatingSets>>;
  readonly assumesComplete: boolean;
  readonly namespaces: readonly Namespace[];
  readonly addressSpace: AddressSpace | null;
  /** The mentions that `addressSpace` was cut by. */
  readonly mentioned: readonly MentionedAddresses[];
  readonly places: PlaceNumbers;
  /** The machines of `pods`. */
  readonly nodePlaces: NodePlaces | null;
  readonly pods: readonly Pod[];
  readonly classOf: Int32Array;
  readonly rows: RowMemory;
  /** The ends of its flows and what they were listed from; null before they were. */
  readonly flowEnds: FlowEnds | null;
  /** Its flows and what they were computed from; null where nobody has asked. */
  readonly flows: () => FormerFlows | null;
}

/** What does not hang on the cluster. */
export type SharedTables = Pick<EvaluationMemory, 'ports' | 'mentions'>;

/** Those of the evaluation before, unless too much has gathered in them that nobody uses any more. */
export const chooseTables = (former: EvaluationMemory | undefined, policyCount: number): SharedTables => {
  if (former !== undefined && former.ports.sets.length < 50_000 && former.mentions.size() < 16 * policyCount + 20_000) {
    return former;
  }
  const ports = createPortSetTable();
  return { ports, mentions: createMentionTable(ports) };
};

/** The memory to evaluate a changed cluster with: the former one where namespaces are the same; else a new one. */
export const chooseMemory = (
  former: EvaluationMemory | undefined,
  tables: SharedTables,
  cluster: Cluster,
  knowledge: Knowledge,
): EvaluationMemory =>
  former !== undefined && canServe(former, tables, cluster, knowledge)
    ? former
    : createMemory(tables, cluster, knowledge);

const canServe = (former: EvaluationMemory, tables: SharedTables, cluster: Cluster, knowledge: Knowledge): boolean =>
  former.mentions === tables.mentions &&
  former.assumesComplete === knowledge.assumesComplete &&
  former.table.classes.length <= 2 * former.classOf.length + 1000 &&
  countSets(former) <= 4 * former.classOf.length + 20_000 &&
  haveSameLabels(former.namespaces, cluster.namespaces);

const countSets = ({ isolatingSets: { ingress, egress } }: EvaluationMemory): number => ingress.size() + egress.size();

const createMemory = (
  { ports, mentions }: SharedTables,
  { namespaces }: Pick<Cluster, 'namespaces'>,
  knowledge: Knowledge,
): EvaluationMemory => {
  const labelMentions = createLabelMentions();
  const table = createClassTable(labelMentions, knowledge);
  return {
    ports,
    mentions,
    labelMentions,
    mentionCount: 0,
    table,
    resolver: createSelectionResolver(mentions.selections, table, knowledge),
    isolatingSets: { ingress: createIsolatingSets('ingress'), egress: createIsolatingSets('egress') },
    assumesComplete: knowledge.assumesComplete,
    namespaces,
    addressSpace: null,
    mentioned: [],
    places: createPlaceNumbers(),
    nodePlaces: null,
    pods: [],
    classOf: new Int32Array(0),
    rows: new Map(),
    flowEnds: null,
    flows: () => null,
  };
};

const haveSameLabels = (a: readonly Namespace[], b: readonly Namespace[]): boolean =>
  a.length === b.length &&
  a.every((namespace, index) => {
    const other = b[index]!;
    if (namespace === other) return true;
    const keys = Object.keys(namespace.labels);
    return (
      namespace.name === other.name &&
      namespace.described === other.described &&
      keys.length === Object.keys(other.labels).length &&
      keys.every((key) => namespace.labels[key] === other.labels[key])
    );
  });
