import type { ServiceHop } from '../cluster/listServiceHops.ts';
import type { Pod } from '../cluster/Cluster.ts';
import type { ExternalEndpoint } from '../connectivity/Connectivity.ts';
import type { Knowledge } from '../connectivity/createKnowledge.ts';
import type { LabelSet } from '../labels/LabelSelector.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import type { Protocol } from '../net/PortSet.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';
import type { Direction } from '../policy/PolicyRule.ts';

export interface PortQuestion {
  readonly protocol: Protocol;
  readonly port: number;
}

/** The other end of a pair: a pod, or addresses outside with the one that was asked for, if one was. */
export type OtherEnd =
  | { readonly type: 'pod'; readonly pod: Pod }
  | { readonly type: 'external'; readonly external: ExternalEndpoint; readonly asked: IpAddress | null };

/** One end that is asked about one pair, with what its policies are held against. */
export interface Situation {
  readonly direction: Direction;
  readonly knowledge: Knowledge;
  /** As far as the import tells them. */
  readonly labelsOfNamespace: (namespace: string) => LabelSet;
  readonly subject: Pod;
  readonly other: OtherEnd;
  /** null: any port. */
  readonly port: PortQuestion | null;
  /** The destination's container ports, by which port names are resolved; none outside the cluster. */
  readonly destination: readonly ContainerPort[];
  /** Of Services in front of the destination; looked up when asked for. */
  readonly listHops: () => readonly ServiceHop[];
}
