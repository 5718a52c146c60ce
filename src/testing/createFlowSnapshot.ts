import type { PortSet, WorkloadView, WorkspaceSnapshot } from '../engine/index.ts';
import { createSnapshot, createWorkload, tcp } from './createSnapshot.ts';

/** `shop/web → shop/api` on TCP 8080, by rule unless `open`; an end without a slash is an external range. */
export interface FlowSketch {
  readonly from: string;
  readonly to: string;
  readonly ports?: PortSet;
  readonly partial?: PortSet;
  readonly uncertain?: PortSet;
  readonly open?: boolean;
}

export interface SnapshotSketch {
  /** Names of workloads (Deployments) by namespace. */
  readonly workloads: Readonly<Record<string, readonly string[]>>;
  readonly flows?: readonly FlowSketch[];
  /** Labels of external ranges. */
  readonly externals?: readonly string[];
  /** Changes of single workloads, by `namespace/name`. */
  readonly more?: Readonly<Record<string, Partial<WorkloadView>>>;
}

/** A snapshot from a sketch of who reaches whom, for tests of what draws or lists flows. */
export function createFlowSnapshot({
  workloads,
  flows = [],
  externals = [],
  more = {},
}: SnapshotSketch): WorkspaceSnapshot {
  const names = Object.entries(workloads).flatMap(([namespace, list]) => list.map((name) => `${namespace}/${name}`));
  const nodes = [...names, ...externals];
  const portSets: PortSet[] = [tcp()];
  const numberOf = (set: PortSet | undefined): number => {
    const known = portSets.findIndex((other) => JSON.stringify(other) === JSON.stringify(set ?? tcp()));
    return known >= 0 ? known : portSets.push(set ?? tcp()) - 1;
  };
  const { namespaces } = createSnapshot();
  return createSnapshot({
    namespaces: Object.keys(workloads).map((name) => ({ ...namespaces[0]!, name })),
    workloads: names.map((name) => {
      const [namespace = '', workload = ''] = name.split('/');
      return createWorkload(namespace, workload, more[name]);
    }),
    externals: externals.map((label) => ({ id: `external:${label}`, label, ranges: [label] })),
    flows: {
      length: flows.length,
      from: Uint32Array.from(flows, ({ from }) => nodes.indexOf(from)),
      to: Uint32Array.from(flows, ({ to }) => nodes.indexOf(to)),
      ports: Uint32Array.from(flows, ({ ports, partial, uncertain }) =>
        numberOf(ports ?? (partial || uncertain ? tcp() : tcp(8080))),
      ),
      partial: Uint32Array.from(flows, ({ partial }) => numberOf(partial)),
      uncertain: Uint32Array.from(flows, ({ uncertain }) => numberOf(uncertain)),
      byRule: Uint8Array.from(flows, ({ open }) => (open ? 0 : 1)),
      openCount: 0,
      omitted: 0,
    },
    portSets,
  });
}
