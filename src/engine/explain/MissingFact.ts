/**
 * What the import does not say, so that something is uncertain. Closed.
 * - namespaceLabels: no Namespace object describes the namespace, and a selector asks for these labels of it
 * - controllerLabels: only the workload's template is there, and a selector asks for labels that its controller adds
 * - addresses: the pod's addresses are unknown, and an ipBlock asks for them
 * - hostNetwork: whether policies and selectors reach pods on the host network is up to the network plugin
 * - node: one of the two is on the host network, and the import does not say whether both run on one node
 */
export type MissingFact =
  | { readonly code: 'namespaceLabels'; readonly namespace: string; readonly keys: readonly string[] }
  | { readonly code: 'controllerLabels'; readonly pod: string; readonly keys: readonly string[] }
  | { readonly code: 'addresses'; readonly pod: string; readonly cidr: string }
  | { readonly code: 'hostNetwork'; readonly pod: string }
  | { readonly code: 'node'; readonly pod: string; readonly other: string };
