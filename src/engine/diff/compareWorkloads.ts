import type { Cluster, Pod, Workload } from '../cluster/Cluster.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import { compareText } from './compareText.ts';
import { mapSides, type DiffSide, type Sides } from './DiffSide.ts';
import type { WorkloadChange, WorkloadFacet } from './WorkspaceDiff.ts';

/** A workload's pods as far as each facet goes, in a form that can be compared. */
type Facets = Readonly<Record<WorkloadFacet, string>>;

/** The workloads that are there on one side only, or whose pods differ in what policies look at; by id. */
export const compareWorkloads = (sides: Sides<DiffSide>): readonly WorkloadChange[] => {
  const found = mapSides(sides, ({ cluster }) => new Map(cluster.workloads.map((workload) => [workload.id, workload])));
  return [...new Set([...found.before.keys(), ...found.after.keys()])].sort(compareText).flatMap((id) => {
    const before = found.before.get(id);
    const after = found.after.get(id);
    const at = { before: before?.source ?? null, after: after?.source ?? null };
    if (before === undefined || after === undefined) {
      return { id, kind: before === undefined ? 'added' : 'removed', facets: [], at };
    }
    const facets = compareFacets(
      before,
      after,
      mapSides(sides, ({ cluster }) => cluster),
    );
    return facets.length === 0 ? [] : { id, kind: 'changed', facets, at };
  });
};

const compareFacets = (before: Workload, after: Workload, clusters: Sides<Cluster>): WorkloadFacet[] => {
  if (isSame(before, after, clusters)) return [];
  const old = readFacets(before, clusters.before);
  const now = readFacets(after, clusters.after);
  return (Object.keys(old) as WorkloadFacet[]).filter((facet) => old[facet] !== now[facet]);
};

/** Whether they are alike in everything and in the same order, as most are; those that are not are looked at more closely. */
const isSame = (before: Workload, after: Workload, clusters: Sides<Cluster>): boolean =>
  before.canHaveTwoPods === after.canHaveTwoPods &&
  equalLists(before.pods, after.pods, (a, b) => isSamePod(clusters.before.pods[a]!, clusters.after.pods[b]!));

const isSamePod = (a: Pod, b: Pod): boolean =>
  a === b ||
  (a.id === b.id &&
    a.representative === b.representative &&
    a.hostNetwork === b.hostNetwork &&
    a.hostIp === b.hostIp &&
    equalLists(a.ips, b.ips, Object.is) &&
    equalLists(a.ports, b.ports, isSamePort) &&
    equalLists(
      Object.keys(a.labels),
      Object.keys(b.labels),
      (key, other) => key === other && a.labels[key] === b.labels[key],
    ));

const isSamePort = (a: ContainerPort, b: ContainerPort): boolean =>
  a.name === b.name && a.port === b.port && a.protocol === b.protocol;

const equalLists = <Item>(a: readonly Item[], b: readonly Item[], equal: (a: Item, b: Item) => boolean): boolean =>
  a.length === b.length && a.every((item, index) => equal(item, b[index]!));

const readFacets = (workload: Workload, { pods }: Cluster): Facets => {
  const own = workload.pods.map((index) => pods[index]!);
  return {
    labels: distinct(own, ({ labels }) => Object.entries(labels).sort(([a], [b]) => compareText(a, b))),
    ports: distinct(own, ({ ports }) => ports.map(toPortText).sort()),
    hostNetwork: distinct(own, ({ hostNetwork }) => hostNetwork),
    // Whether the real ones are known, which of them, and whether there can be more.
    pods: distinct(own, ({ id, representative }) => [id, representative, workload.canHaveTwoPods]),
    addresses: distinct(own, ({ id, ips, hostIp }) => [id, ips, hostIp]),
  };
};

const toPortText = ({ name, port, protocol }: ContainerPort): string => `${protocol} ${port} ${name ?? ''}`;

const distinct = (pods: readonly Pod[], read: (pod: Pod) => unknown): string =>
  [...new Set(pods.map((pod) => JSON.stringify(read(pod))))].sort().join('\n');
