import { groupBy } from '../groupBy.ts';
import type { ExternalView, NamespaceView, PodView, WorkloadView, WorkspaceSnapshot } from '../../engine/index.ts';

interface RowBase {
  readonly id: string;
  readonly level: number;
  readonly label: string;
  readonly expanded: boolean | null;
}

export type ExplorerRow = RowBase &
  (
    | { readonly type: 'namespace'; readonly namespace: NamespaceView; readonly count: number }
    | { readonly type: 'workload'; readonly workload: WorkloadView }
    | { readonly type: 'pod'; readonly pod: PodView; readonly workload: WorkloadView }
    | { readonly type: 'outside'; readonly count: number }
    | { readonly type: 'external'; readonly external: ExternalView }
  );

export const outsideRowId = 'outside';

export interface ExplorerOptions {
  /** Rows whose state differs from how they start: namespaces start open, workloads closed. */
  readonly toggled: ReadonlySet<string>;
  readonly search: string;
}

/** A snapshot's things by name. */
export interface ExplorerOrder {
  readonly namespaces: readonly (readonly [NamespaceView, readonly WorkloadView[]])[];
  readonly externals: readonly ExternalView[];
}

const names = new Intl.Collator();
const byName = (a: { readonly name: string }, b: { readonly name: string }): number => names.compare(a.name, b.name);

export function sortForExplorer({ namespaces, workloads, externals }: WorkspaceSnapshot): ExplorerOrder {
  const byNamespace = groupBy(workloads, ({ namespace }) => namespace);
  return {
    namespaces: namespaces
      .toSorted(byName)
      .map((namespace) => [namespace, byNamespace.get(namespace.name)?.toSorted(byName) ?? []]),
    externals,
  };
}

/** The visible rows, top to bottom. While something is searched for, what matches is shown with everything above it. */
export function listExplorerRows(
  { namespaces, externals }: ExplorerOrder,
  options: ExplorerOptions,
): readonly ExplorerRow[] {
  const words = options.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (text: string): boolean => {
    if (words.length === 0) return true;
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
  const rows: ExplorerRow[] = [];
  for (const [namespace, workloads] of namespaces) {
    const inside = workloads.flatMap((workload) => workloadRows(workload, options, matches));
    const self = matches(namespace.name);
    if (!self && inside.length === 0) continue;
    const id = `namespace:${namespace.name}`;
    const expanded = words.length > 0 ? inside.length > 0 : !options.toggled.has(id);
    rows.push({
      type: 'namespace',
      id,
      level: 1,
      label: namespace.name,
      expanded: workloads.length === 0 ? null : expanded,
      namespace,
      count: workloads.length,
    });
    if (expanded) rows.push(...inside);
  }
  return [...rows, ...outsideRows(externals, options, matches)];
}

function workloadRows(
  workload: WorkloadView,
  { toggled, search }: ExplorerOptions,
  matches: (text: string) => boolean,
): ExplorerRow[] {
  const path = `${workload.namespace} ${workload.kind} ${workload.name}`;
  const searching = search.trim() !== '';
  const self = matches(path);
  const expanded = searching && !self ? true : toggled.has(workload.id);
  const pods = expanded
    ? workload.pods.filter((pod) => !searching || matches(`${path} ${pod.name} ${pod.ips.join(' ')}`))
    : [];
  if (!self && pods.length === 0) return [];
  const row: ExplorerRow = {
    type: 'workload',
    id: workload.id,
    level: 2,
    label: workload.name,
    expanded: workload.podCount === 0 ? null : expanded,
    workload,
  };
  if (!expanded) return [row];
  return [
    row,
    ...pods.map((pod): ExplorerRow => ({
      type: 'pod',
      id: pod.id,
      level: 3,
      label: pod.name,
      expanded: null,
      pod,
      workload,
    })),
  ];
}

function outsideRows(
  externals: readonly ExternalView[],
  { toggled, search }: ExplorerOptions,
  matches: (text: string) => boolean,
): ExplorerRow[] {
  const shown = externals.filter(({ label, ranges }) => matches(`outside the cluster ${label} ${ranges.join(' ')}`));
  if (shown.length === 0) return [];
  const expanded = search.trim() !== '' || !toggled.has(outsideRowId);
  const head: ExplorerRow = {
    type: 'outside',
    id: outsideRowId,
    level: 1,
    label: 'Outside the cluster',
    expanded,
    count: externals.length,
  };
  if (!expanded) return [head];
  return [
    head,
    ...shown.map((external): ExplorerRow => ({
      type: 'external',
      id: external.id,
      level: 2,
      label: external.label,
      expanded: null,
      external,
    })),
  ];
}
