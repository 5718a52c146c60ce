import type { WorkspaceSnapshot } from '../../engine/index.ts';
import type { ComboboxOption } from '../../ui/Combobox.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { internet, toNamespaceValue } from '../plan/EndValue.ts';
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

/** The same, and namespaces as a whole, and the Internet: everything that an intent can be about. */
export const endOptions = (snapshot: WorkspaceSnapshot): readonly ComboboxOption[] => [
  ...nodeOptions(snapshot),
  {
    value: internet,
    label: 'Internet',
    detail: 'every address but private ones',
    group: 'Outside the cluster',
    icon: <KindIcon kind="External" />,
  },
  ...namespaceOptions(snapshot).map((option) => ({ ...option, value: toNamespaceValue(option.value) })),
];

/** Namespaces by name. */
export const namespaceOptions = (snapshot: WorkspaceSnapshot): readonly ComboboxOption[] =>
  snapshot.namespaces.map(({ name }) => ({
    value: name,
    label: name,
    detail: 'every pod of it',
    group: 'Namespaces',
    icon: <KindIcon kind="Namespace" />,
  }));
