import type { MissingFact } from '../explain/MissingFact.ts';

const list = (keys: readonly string[]): string =>
  keys.length === 1 ? `label ${keys[0]}` : `labels ${keys.join(', ')}`;

/** What the import does not say: a clause such as `the labels of namespace shop are not in the import`. */
export const formatMissingFact = (fact: MissingFact): string => {
  switch (fact.code) {
    case 'namespaceLabels':
      return `no Namespace object of ${fact.namespace} is in the import, and a selector asks for its ${list(fact.keys)}`;
    case 'controllerLabels':
      return `only the template of ${fact.pod} is in the import, and a selector asks for its ${list(fact.keys)}, which its controller sets`;
    case 'addresses':
      return `the addresses of ${fact.pod} are not in the import, and an ipBlock asks for ${fact.cidr}`;
    case 'hostNetwork':
      return `${fact.pod} is on the network of its node, and whether policies reach such pods is up to the network plugin`;
    case 'node':
      return `the import does not say whether ${fact.pod} and ${fact.other} run on one node, where nothing stops them`;
  }
};

/** What would settle it: `add the Namespace object of shop`. */
export const formatSettling = (fact: MissingFact): string => {
  switch (fact.code) {
    case 'namespaceLabels':
      return `add the Namespace object of ${fact.namespace}`;
    case 'controllerLabels':
    case 'addresses':
      return `add its running pods, as "kubectl get pods -o yaml" prints them`;
    case 'hostNetwork':
      return `nothing in manifests can; take the usual behaviour (policies do not reach them) with "assume complete"`;
    case 'node':
      return `add both pods as they run, with status.hostIP`;
  }
};
