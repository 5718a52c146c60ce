import type { WorkspaceSnapshot } from '../../engine/index.ts';
import type { ComboboxOption } from '../../ui/Combobox.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { ofExternal, ofWorkload, type Endpoint } from './Endpoint.ts';

const toOption = (endpoint: Endpoint): ComboboxOption => ({
  value: endpoint.id,
  label: endpoint.name,
  detail: endpoint.namespace === null ? '' : endpoint.kind,
  group: endpoint.namespace ?? 'Outside the cluster',
  icon: <KindIcon kind={endpoint.kind} />,
});

/** Everything a flow can start or end at, by namespace, externals last. */
export const nodeOptions = (snapshot: WorkspaceSnapshot): readonly ComboboxOption[] => [
  ...snapshot.workloads
    .toSorted((a, b) => a.namespace.localeCompare(b.namespace) || a.name.localeCompare(b.name))
    .map((workload) => toOption(ofWorkload(workload))),
  ...snapshot.externals.map((external) => toOption(ofExternal(external))),
];
