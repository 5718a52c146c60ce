import type { EndReason } from '../explain/Explanation.ts';

const stateSentences: Readonly<Record<Exclude<EndReason['state'], 'open' | 'isolated'>, string>> = {
  external: 'it is outside the cluster, where no policy is evaluated',
  hostNetwork: 'it is on the network of its node, and policies do not select such pods',
  self: 'a pod always reaches itself',
  node: 'traffic between a pod and its own node is always allowed',
};

/** Why one end admits what was asked for, or does not: a clause such as `policies isolate it, and no rule admits this`. */
export const formatEndState = ({
  state,
  direction,
  verdict,
  isolatedBy,
}: Pick<EndReason, 'state' | 'direction' | 'verdict'> & { readonly isolatedBy: readonly unknown[] }): string => {
  if (state === 'open') return `no policy selects it for ${direction}`;
  if (state !== 'isolated') return stateSentences[state];
  const policies = isolatedBy.length === 1 ? 'a policy isolates' : `${isolatedBy.length} policies isolate`;
  switch (verdict) {
    case 'allowed':
      return `${policies} it, and a rule admits this`;
    case 'denied':
      return `${policies} it, and no rule admits this`;
    case 'uncertain':
      return `${policies} it or may, and whether a rule admits this is not certain`;
  }
};
