import type { ServiceHop } from '../cluster/listServiceHops.ts';
import type { LabelRequirement } from '../labels/LabelSelector.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import type { PortSet, Protocol } from '../net/PortSet.ts';
import type { Direction } from '../policy/PolicyRule.ts';

/** A requirement of a selector that labels do not meet; `matchLabels` reads as `In` with one value. */
export interface LabelMiss {
  readonly requirement: LabelRequirement;
  /** The label's value; null when there is no such label. */
  readonly actual: string | null;
  /** What was most likely meant: the label (`key`, `value`) that is there and spelled nearly alike; null when there is none. */
  readonly similar: { readonly key: string; readonly value: string } | null;
}

/**
 * One thing that keeps a rule (or a policy without one) from admitting what was asked for. Closed.
 *
 * The policy: `noRules` none in this direction, which denies everything · `ignoredDirection` the rule is written, but
 * policyTypes does not list its direction · `subjectLabel` the policy does not select this end, but nearly ·
 * `subjectNamespace` it would select this end, were it in its namespace, and selects nothing where it is.
 *
 * The peer: `podLabel`, `namespaceLabel` · `ownNamespace` podSelector alone means the policy's own namespace ·
 * `outsideCluster` a selector, and the other end is an address outside · `hostNetwork` a selector, and the other end is
 * on the host network · `address` in no cidr · `except` in the cidr, and in these of its excepts.
 *
 * The port: `port` another one · `protocol` the number, but of another protocol · `askedServicePort` the rule has the
 * container's port, and the Service's was asked for · `listedServicePort` the rule has the Service's port ·
 * `portName` the destination has no container port of that name and protocol · `noDns` port 53 was asked for, and no rule
 * of the policy allows it to anyone.
 */
export type MissCause =
  | { readonly code: 'noRules' }
  | { readonly code: 'ignoredDirection'; readonly direction: Direction }
  | ({ readonly code: 'subjectLabel' } & LabelMiss)
  | { readonly code: 'subjectNamespace'; readonly wanted: string; readonly actual: string }
  | ({ readonly code: 'podLabel' } & LabelMiss)
  | ({ readonly code: 'namespaceLabel'; readonly namespace: string } & LabelMiss)
  | { readonly code: 'ownNamespace'; readonly wanted: string; readonly actual: string }
  | { readonly code: 'outsideCluster' }
  | { readonly code: 'hostNetwork' }
  | { readonly code: 'address'; readonly cidr: string; readonly addresses: readonly string[] }
  | {
      readonly code: 'except';
      readonly cidr: string;
      readonly except: readonly string[];
      readonly addresses: readonly string[];
    }
  | { readonly code: 'port'; readonly listed: PortSet }
  | { readonly code: 'protocol'; readonly listed: Protocol }
  | ({ readonly code: 'askedServicePort' } & ServiceHop)
  | ({ readonly code: 'listedServicePort' } & ServiceHop)
  | {
      readonly code: 'portName';
      readonly name: string;
      readonly protocol: Protocol;
      /** The destination's container ports; empty outside the cluster. */
      readonly there: readonly Pick<ContainerPort, 'name' | 'port' | 'protocol'>[];
      readonly similar: string | null;
    }
  | { readonly code: 'noDns' };

export type MissCode = MissCause['code'];
