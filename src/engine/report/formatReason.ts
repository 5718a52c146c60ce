import type { EndReason, NearMiss } from '../explain/Explanation.ts';

const stateSentences: Readonly<Record<EndReason['state'], string>> = {
  open: 'no policy selects it for this direction, so it is open',
  isolated: 'policies isolate it and a rule admits this',
  external: 'it is outside the cluster, where no policy is evaluated',
  hostNetwork: 'it is on the network of its node, and policies never select such pods',
  self: 'a pod always reaches itself',
  node: 'traffic between a pod and its own node is always allowed',
};

/** Why one end admits what was asked for, or does not: a clause such as `policies isolate it and no rule admits this`. */
export const formatEndState = (state: EndReason['state'], { admits }: { readonly admits: boolean }): string =>
  state === 'isolated' && !admits ? 'policies isolate it and no rule admits this' : stateSentences[state];

const missSentences: Readonly<Record<NearMiss['because'], string>> = {
  peer: 'does not list the other end',
  port: 'lists the other end, but not this port',
  noRules: 'has no rule for this direction',
  ignored: 'is without effect, since policyTypes does not list its direction',
};

/** What keeps a rule (or a policy without one) from admitting: the end of a sentence that begins with its name. */
export const formatNearMiss = (because: NearMiss['because']): string => missSentences[because];
