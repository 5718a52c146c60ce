import type { IpSet } from '../net/IpSet.ts';
import type { Protocol } from '../net/PortSet.ts';
import type { LabelSelector } from '../labels/LabelSelector.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { FilePath, TextRange } from '../manifest/SourceFile.ts';

export type Direction = 'ingress' | 'egress';
/** Rules only allow so far. A dialect that denies or passes needs tiers in order first, and must not compile before. */
export type RuleAction = 'allow';

/** A stretch of text with its file; null where nothing is written (a default). */
export interface Origin {
  readonly file: FilePath;
  readonly range: TextRange;
}

/** Pods by namespace and labels. A hostNetwork pod is never among them (docs/semantics). */
export interface PodSelection {
  readonly namespaces:
    { readonly type: 'named'; readonly name: string } | { readonly type: 'selected'; readonly selector: LabelSelector };
  readonly pods: LabelSelector;
}

export type Peer =
  | { readonly type: 'pods'; readonly selection: PodSelection; readonly origin: Origin }
  | {
      readonly type: 'addresses';
      /** cidr minus excepts. */
      readonly addresses: IpSet;
      readonly cidr: string;
      readonly except: readonly string[];
      readonly origin: Origin;
    };

/** Which ports: a range of numbers, a name that the destination pod resolves, or every port of a protocol. */
export type PortMatch =
  | {
      readonly type: 'range';
      readonly protocol: Protocol;
      readonly from: number;
      readonly to: number;
      readonly origin: Origin;
    }
  | { readonly type: 'name'; readonly protocol: Protocol; readonly name: string; readonly origin: Origin }
  | { readonly type: 'protocol'; readonly protocol: Protocol; readonly origin: Origin };

/** Names a rule for people and for links: the policy, the rule's position in its direction's list, the lines. */
export interface RuleOrigin extends Origin {
  readonly policy: ObjectId;
  /** From 0, in `spec.ingress` or `spec.egress`. */
  readonly index: number;
}

/** The normal form that every dialect is read into (docs/architecture.md). */
export interface PolicyRule {
  readonly direction: Direction;
  readonly action: RuleAction;
  readonly subject: PodSelection;
  /** null: any peer, in or out of the cluster. */
  readonly peers: readonly Peer[] | null;
  /** null: any port of any protocol. */
  readonly ports: readonly PortMatch[] | null;
  readonly origin: RuleOrigin;
}

/**
 * A policy as far as it counts: whom it selects, which directions it isolates, its rules in those directions. Read again
 * after a change, a policy of the same text at the same place and position is the same value. Where the text only moved,
 * the policy and whatever has an origin is made anew, and `subject`, `isolates` and the selections and addresses of its
 * peers are the same values: `subject` can stand for the policy in keys of caches.
 */
export interface Policy {
  /** Position in its tier's `policies`. */
  readonly index: number;
  readonly id: ObjectId;
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  readonly subject: PodSelection;
  readonly isolates: readonly Direction[];
  /** Only rules of directions in `isolates`. */
  readonly rules: readonly PolicyRule[];
  /** Rules written for a direction that policyTypes does not list: without effect, shown as such. */
  readonly ignoredRules: readonly PolicyRule[];
  readonly origin: Origin;
}

/**
 * An ordered step of the evaluation. `union`: the rules are an unordered union of allows, and a pod that some policy
 * isolates is denied what no rule allows (Kubernetes NetworkPolicy).
 */
export interface Tier {
  readonly name: string;
  readonly order: 'union';
  readonly policies: readonly Policy[];
}
