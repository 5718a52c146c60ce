import type { ObjectKind } from './readObject.ts';
import { toApiGroup } from './toApiGroup.ts';

/** Where the kinds that the evaluation reads are served, as one would write it today. */
const served: Readonly<Record<string, string>> = {
  Namespace: 'v1',
  Pod: 'v1',
  Service: 'v1',
  ReplicationController: 'v1',
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
};

/**
 * What was most likely meant by a kind that the evaluation does not read: one that it does read, in another API group of
 * Kubernetes itself or in other letters, as `apiVersion` and `kind`. Null for all others: whoever brings an API group of
 * their own may well have a Service in it.
 */
export const suggestKind = ({ apiVersion, kind }: ObjectKind): string | null => {
  const group = toApiGroup(apiVersion);
  if (group.includes('.') && !group.endsWith('.k8s.io')) return null;
  const meant = Object.keys(served).find((known) => known.toLowerCase() === kind.toLowerCase());
  return meant === undefined ? null : `${served[meant]} ${meant}`;
};
